package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.quality.QualityRow;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;
import org.remitlake.synthetic.rules.PartnerForm;
import org.remitlake.synthetic.rules.RuleDeliveries;

/** The catalogue's rules (§10) against a defect of each in forms of every kind. */
class RuleRecallTest {
  private static final Set<String> WITHOUT_RULES =
      Set.of("agent", "association", "association_project", "cost", "employer", "flow", "series");

  @TempDir Path folder;

  @Test
  void ingestCatchesEveryPlantedDefectAndNothingElse() throws IOException {
    Path files = folder.resolve("files");
    Path conf = Bench.REPOSITORY.resolve("conf");
    RuleDeliveries.write(
        7, ofEachKind(PartnerForms.of(Profiles.read(conf, Ingest.CONTRACTS))), files);
    Bench bench = new Bench(folder.resolve("lake"));
    bench.ingest(files);
    try (Stream<Path> later = Files.list(files.resolve("_later"))) {
      bench.ingest(later.toArray(Path[]::new));
    }
    RuleRecall recall = RuleRecall.of(files.resolve("_truth/defects.csv"), bench.lake);
    assertThat(recall.missed()).isEmpty();
    assertThat(recall.unexpected()).isEmpty();
    assertThat(recall.miscounted()).isEmpty();
  }

  @Test
  void everyRuleIsPlantedForEachThingThatItDoes() throws IOException {
    Path conf = Bench.REPOSITORY.resolve("conf");
    RuleDeliveries.write(7, PartnerForms.of(Profiles.read(conf, Ingest.CONTRACTS)), folder);
    Set<String> planted = new TreeSet<>();
    for (String defect : Files.readAllLines(folder.resolve("_truth/defects.csv"))) {
      String[] cells = defect.split(",", -1);
      boolean isFile = cells[4].isEmpty() && cells[3].equals("1");
      String action = action(cells[5], isFile);
      planted.add(cells[0] + ' ' + action);
      planted.add(cells[1] + ' ' + cells[0] + ' ' + action);
    }
    Set<String> wanted = new TreeSet<>();
    for (DeliveryContract contract : Ingest.CONTRACTS) {
      Rules rules = Rules.of(contract, Map.of());
      rules.every().forEach(rule -> wanted.add(named(rule)));
      Stream.of(rules.own(), rules.wider())
          .flatMap(List::stream)
          .forEach(rule -> wanted.add(contract.name() + ' ' + named(rule)));
    }
    for (JsonNode said : texts()) {
      wanted.add(said.get("id").asText() + ' ' + said.get("action").asText());
    }
    wanted.removeAll(planted);
    assertThat(wanted)
        .as("rules that nothing is planted for: plant a defect in synthetic/rules")
        .isEmpty();
  }

  /** What ingest says of files and words, and of rows that come again. */
  private static JsonNode texts() throws IOException {
    try (InputStream in = QualityRow.class.getResourceAsStream("texts.yaml")) {
      return new YAMLMapper().readTree(in);
    }
  }

  private static String named(Rule rule) {
    String action = rule.action().name().toLowerCase(Locale.ROOT);
    return rule.id() + ' ' + (action.equals("exclude") ? "quarantine" : action);
  }

  /** What a rule does, for what {@code defects.csv} tells. */
  private static String action(String outcome, boolean isFile) {
    return switch (outcome) {
      case "accept_repaired" -> "repair";
      case "ignored_file" -> "duplicate";
      case "flag" -> isFile ? "finding" : "flag";
      default -> outcome;
    };
  }

  /**
   * Forms of a contract that differ in more than names, of contracts with rules of their own;
   * jobs/bench/recall has all of them.
   */
  private static List<PartnerForm> ofEachKind(List<PartnerForm> all) {
    Map<String, PartnerForm> kinds = new TreeMap<>();
    all.stream()
        .filter(form -> !WITHOUT_RULES.contains(form.contract()))
        .forEach(form -> kinds.putIfAbsent(form.contract() + ' ' + form.dialect().format(), form));
    all.stream()
        .filter(
            form ->
                Set.of(
                        "CBA",
                        "CBR",
                        "MTO_01",
                        "MTO_02",
                        "NBT",
                        "PT_TJ_01_hh",
                        "TJ_BANK_01_account",
                        "TJ_BANK_01_posting",
                        "TJ_HH_hh.csv",
                        "TJ_HH_member",
                        "TJ_HH_migrant",
                        "PT_TJ_01_funnel")
                    .contains(form.name()))
        .forEach(form -> kinds.put(form.name(), form));
    return List.copyOf(kinds.values());
  }
}
