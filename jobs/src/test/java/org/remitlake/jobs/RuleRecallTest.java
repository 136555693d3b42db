package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.synthetic.rules.PartnerForm;
import org.remitlake.synthetic.rules.RuleDeliveries;

/** The catalogue's rules (§10) against a defect of each in forms of every kind. */
class RuleRecallTest {
  private static final Set<String> WITHOUT_RULES =
      Set.of("agent", "association", "cost", "employer", "series");

  @TempDir Path folder;

  @Test
  void ingestCatchesEveryPlantedDefectAndNothingElse() throws IOException {
    Path files = folder.resolve("files");
    Path conf = Bench.REPOSITORY.resolve("conf");
    RuleDeliveries.write(
        7, ofEachKind(PartnerForms.of(Profiles.read(conf, Ingest.CONTRACTS))), files);
    Bench bench = new Bench(folder.resolve("lake"));
    bench.ingest(files);
    RuleRecall recall = RuleRecall.of(files.resolve("_truth/defects.csv"), bench.lake);
    assertThat(recall.missed()).isEmpty();
    assertThat(recall.unexpected()).isEmpty();
    assertThat(recall.miscounted()).isEmpty();
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
                Set.of("MTO_01", "MTO_02", "TJ_HH_hh.csv", "TJ_HH_member", "PT_TJ_01_funnel")
                    .contains(form.name()))
        .forEach(form -> kinds.put(form.name(), form));
    return List.copyOf(kinds.values());
  }
}
