package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.FileBytes;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.Inspection;
import org.remitlake.ingest.file.Inspector;
import org.remitlake.ingest.file.Profile;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.file.Words;

/** The profiles of conf against everything that is generated. */
class ProfilesOfDeliveriesTest {
  @TempDir Path folder;

  @Test
  void everyFileHasOneProfileWhichKnowsItsColumnsAndItsWords() throws IOException {
    Deliveries.write(Requests.of(4, 500, "2020-Q1", "2021-Q4", Defects.ROWS), folder);
    List<String> defects = Files.readAllLines(folder.resolve("_truth/defects.csv"), UTF_8);
    Profiles profiles = Profiles.read(Path.of("..", "conf"), Ingest.CONTRACTS);
    Map<String, DeliveryContract> contracts =
        Ingest.CONTRACTS.stream().collect(Collectors.toMap(DeliveryContract::name, c -> c));
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      Profile profile = profiles.byName().get(profiles.namesFor(name).get(0));
      DeliveryContract contract = contracts.get(profile.contract());
      assertThat(name).startsWith(prefix(contract.name()));
      FileSource source = () -> Files.newInputStream(file);
      Inspection seen = Inspector.inspect(source, FileBytes.of(source), profile, contract, false);
      assertThat(seen.unknownColumns()).as(name).isEmpty();
      long wider = defects.stream().filter(d -> d.startsWith("F04,") && d.contains(name)).count();
      assertThat(seen.malformed()).as(name).isEqualTo(wider);
      if (!List.of("transfer", "fx", "quote").contains(contract.name())) {
        assertWords(name, profile, profiles, contract, seen, defects);
      }
    }
  }

  private static String prefix(String contract) {
    return switch (contract) {
      case "household", "member", "migrant", "prospective", "employer", "agent" -> "survey_";
      case "pilot", "arm", "cluster", "unit", "target" -> "registry_";
      default -> contract;
    };
  }

  /** Words that mean nothing are planted, or say why there is no answer. */
  private static void assertWords(
      String name,
      Profile profile,
      Profiles profiles,
      DeliveryContract contract,
      Inspection seen,
      List<String> defects) {
    Words words = new Words(profile, profiles.words());
    seen.words()
        .forEach(
            (field, delivered) -> {
              for (String word : delivered) {
                boolean reason =
                    profile.missing().getOrDefault(field, Map.of()).containsKey(word)
                        || profile
                            .missing()
                            .getOrDefault(Profile.EVERY_FIELD, Map.of())
                            .containsKey(word);
                boolean planted =
                    defects.stream()
                        .anyMatch(d -> d.contains(name) && d.endsWith(field + " " + word));
                boolean known = words.meaning(contract.field(field), word).isPresent();
                assertThat(known || reason || planted).as("%s %s %s", name, field, word).isTrue();
              }
            });
  }
}
