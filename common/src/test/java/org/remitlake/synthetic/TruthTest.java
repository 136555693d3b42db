package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth against the files it speaks of, read as bytes and cut at line ends. */
class TruthTest {
  private static final int RULE = 0;
  private static final int CONTRACT = 1;
  private static final int FILE = 2;
  private static final int LINE = 3;
  private static final int KEY = 4;
  private static final int OUTCOME = 5;

  @TempDir static Path folder;

  private static List<List<String>> defects;
  private static JsonNode truth;

  @BeforeAll
  static void write() throws IOException {
    Deliveries.write(Requests.of(2, 30_000, "2020-Q1", "2020-Q4", Defects.ALL), folder);
    defects = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("_truth/defects.csv"), UTF_8)) {
      defects.add(Arrays.asList(line.split(",", 7)));
    }
    defects.remove(0);
    truth = new ObjectMapper().readTree(folder.resolve("_truth/truth.json").toFile());
  }

  @Test
  void everyLineIsTheVeryRow() throws IOException {
    for (List<String> defect : defects) {
      String line = line(defect.get(FILE), Integer.parseInt(defect.get(LINE)));
      String key = defect.get(KEY);
      if (defect.get(CONTRACT).equals("fx")) {
        String[] day = key.substring(4).split("-", -1);
        assertThat(line).as("%s", defect).contains(day[2] + "." + day[1] + "." + day[0]);
      } else {
        assertThat(line).as("%s", defect).contains(key);
      }
    }
  }

  @Test
  void noRowIsSpoiltTwice() {
    Set<String> seen = new HashSet<>();
    for (List<String> defect : defects) {
      if (!defect.get(KEY).isEmpty()) {
        assertThat(seen.add(defect.get(FILE) + " " + defect.get(LINE))).as("%s", defect).isTrue();
      }
    }
    // Nor is a transfer spoilt in one file and sent again in another.
    Set<String> keys = new HashSet<>();
    for (List<String> defect : defects) {
      boolean transfer = defect.get(CONTRACT).equals("transfer") && !defect.get(KEY).isEmpty();
      assertThat(!transfer || keys.add(defect.get(KEY))).as("%s", defect).isTrue();
    }
  }

  @Test
  void everyRuleOfTheIssueIsThere() {
    Set<String> rules = new TreeSet<>();
    defects.forEach(defect -> rules.add(defect.get(RULE)));
    assertThat(rules)
        .containsExactly(
            "F01", "F03", "F04", "F05", "F06", "K01", "K03", "K12", "K19", "K22", "K23", "K25",
            "K26", "K28", "K30", "K33", "K34", "M01", "M02", "Q02", "Q04", "S02", "S09", "T01",
            "T04", "T05", "T08", "T11", "T14", "X01");
  }

  @Test
  void plantedRowsStayFarBelowAFileOfWhichAPartnerWouldBeAshamed() throws IOException {
    Map<String, Integer> perFile = new HashMap<>();
    for (List<String> defect : defects) {
      boolean planted = !defect.get(RULE).equals("T04") && !defect.get(RULE).equals("Q02");
      if (planted && !defect.get(KEY).isEmpty() && !defect.get(OUTCOME).equals("flag")) {
        perFile.merge(defect.get(FILE), 1, Integer::sum);
      }
    }
    for (Map.Entry<String, Integer> file : perFile.entrySet()) {
      long rows = Files.readString(folder.resolve(file.getKey()), ISO_8859_1).lines().count();
      assertThat(file.getValue()).as(file.getKey()).isLessThanOrEqualTo((int) (4 + rows * 0.015));
    }
  }

  @Test
  void countsOfFilesAreThoseOfTheFolder() throws IOException {
    Set<String> told = new TreeSet<>();
    truth.get("files").forEach(file -> told.add(file.get("file").asText()));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(told);
    }
  }

  @Test
  void cellsAddUp() {
    long transfers = 0;
    for (JsonNode cell : truth.get("cells")) {
      long finals = cell.path("quarantined").asLong();
      for (Map.Entry<String, JsonNode> field : cell.properties()) {
        finals += field.getKey().startsWith("final_") ? field.getValue().asLong() : 0;
      }
      assertThat(finals).isEqualTo(cell.get("transfers").asLong());
      transfers += finals;
    }
    assertThat(transfers).isEqualTo(truth.at("/request/transfers_actual").asLong());
  }

  @Test
  void quarantinedTransfersAreTheQuarantinedRows() {
    long rows =
        defects.stream()
            .filter(d -> d.get(OUTCOME).equals("quarantine") && d.get(CONTRACT).equals("transfer"))
            .count();
    long counted = 0;
    for (JsonNode cell : truth.get("cells")) {
      counted += cell.path("quarantined").asLong();
    }
    assertThat(counted).isEqualTo(rows).isPositive();
  }

  @Test
  void aCopyIsTheSameFile() throws IOException {
    List<String> copy =
        defects.stream().filter(d -> d.get(RULE).equals("F01")).findFirst().orElseThrow();
    Path file = folder.resolve(copy.get(FILE));
    Path original = folder.resolve(copy.get(FILE).replace("_copy", ""));
    assertThat(Files.mismatch(file, original)).isEqualTo(-1);
  }

  @Test
  void aDuplicateRepeatsTheLineAbove() throws IOException {
    for (List<String> defect : defects) {
      if (defect.get(OUTCOME).equals("duplicate") && defect.get(6).contains("above")) {
        int line = Integer.parseInt(defect.get(LINE));
        assertThat(line(defect.get(FILE), line)).isEqualTo(line(defect.get(FILE), line - 1));
      }
    }
  }

  private static String line(String file, int number) throws IOException {
    return Files.readString(folder.resolve(file), ISO_8859_1).split("\n", -1)[number - 1];
  }
}
