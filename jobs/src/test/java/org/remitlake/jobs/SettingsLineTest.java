package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remitlake.contract.ConfigProblem;

/** Settings and options that mean nothing are refused before Spark starts, and make nothing. */
class SettingsLineTest {
  private static final Path CONF = Bench.REPOSITORY.resolve("conf");

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private PrintStream systemErr;

  @BeforeEach
  void capture() {
    systemErr = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(systemErr);
  }

  private String sentence() {
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void valuesThatCannotHoldAreNamedTogetherWithTheFile() throws IOException {
    Path file = folder.resolve("remit.yaml");
    Files.writeString(
        file, "send_countries: []\nreceive_countries: [TJ]\nhold_share: 5\nhold_rows: -1\n");
    assertThatThrownBy(() -> Config.read(folder, Map.of()))
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            file
                + ": send_countries must name countries by ISO 3166-1 alpha-3, as [RUS, KAZ];"
                + " receive_countries must name countries by ISO 3166-1 alpha-3, as [TJK, ARM];"
                + " hold_share must lie between 0 and 1; hold_rows must not be negative. Mend the"
                + " file.");
    Files.writeString(file, "send_countries: RUS\n");
    assertThatThrownBy(() -> Config.read(folder, Map.of()))
        .hasMessage(
            file
                + ":1: the value of 'send_countries' does not fit, a list is wanted, as [one, two]."
                + " Mend the file.");
  }

  @Test
  void crossingsAreOfDimensionsThatThereAre() {
    assertThat(Config.read(CONF, Map.of("REMIT_CROSSINGS", "")).crossings()).isEmpty();
    assertThatThrownBy(
            () -> Config.read(CONF, Map.of("REMIT_CROSSINGS", "send_channel|amount, sender_sex")))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("crossings must join two or more of amount_tier, ");
  }

  @Test
  void variablesAreHeldToTheSame() {
    assertThatThrownBy(() -> Config.read(CONF, Map.of("REMIT_HOLD_ROWS", "-1")))
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            "Environment (REMIT_*): hold_rows must not be negative. Mend or unset the variable.");
    assertThat(Config.read(CONF, Map.of("REMIT_SEND_COUNTRIES", "RUS, KAZ")).sendCountries())
        .containsExactly("RUS", "KAZ");
  }

  @Test
  void aShortKeyIsRefusedAndNotShown() {
    assertThat(Runner.pseudonymKey(Map.of())).isEmpty();
    assertThat(Runner.pseudonymKey(Map.of("REMIT_PSEUDONYM_KEY", "k".repeat(16)))).hasSize(16);
    assertThatThrownBy(() -> Runner.pseudonymKey(Map.of("REMIT_PSEUDONYM_KEY", "hunter2")))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("REMIT_PSEUDONYM_KEY is shorter than 16 characters")
        .hasMessageNotContaining("hunter2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"indicators", "survey", "evaluate", "publish"})
  void aJobThatReadsALakeRefusesAPathWithoutOne(String job) {
    Path missing = folder.resolve("missing");
    List<String> more = job.equals("publish") ? List.of("--quarter", "2024-Q1") : List.of();
    for (Path lake : List.of(missing, folder)) {
      List<String> line = new java.util.ArrayList<>(List.of(job, "--lake", lake.toString()));
      line.addAll(more);
      assertThat(Remit.run(line.toArray(String[]::new))).isEqualTo(2);
    }
    assertThat(sentence())
        .hasLineCount(2)
        .contains("no lake at " + missing + ": no such folder.")
        .contains("no lake at " + folder + ": the folder has no tables.");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void emptyPathsAreRefused() {
    assertThat(Remit.run("indicators", "--lake", "")).isEqualTo(2);
    assertThat(Remit.run("ingest", "--conf-dir", CONF.toString(), "")).isEqualTo(2);
    assertThat(Remit.run("generate", "--out", "")).isEqualTo(2);
    assertThat(sentence())
        .hasLineCount(3)
        .contains("--lake: the path is empty.")
        .contains("input: the path is empty.")
        .contains("--out: the path is empty.");
  }

  @Test
  void absurdAmountsAreRefusedWithAnEstimate() {
    String out = folder.resolve("out").toString();
    assertThat(Remit.run("generate", "--out", out, "--transfers", "5000000000")).isEqualTo(2);
    assertThat(Remit.run("generate", "--out", out, "--rows-per-file", "0")).isEqualTo(2);
    assertThat(sentence())
        .hasLineCount(2)
        .contains("5,000,000,000 transfers would take about ")
        .contains(" GB of files.")
        .contains("--rows-per-file must be at least 1");
    assertThat(folder).isEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2024-Q1..|a range has two ends",
        "..2024-Q1|a range has two ends",
        "2024-Q1..2024-Q2..2024-Q3|a range has two ends",
        "1066-Q1|outside the years 1990 to 2100",
        "2024-Q1..9999-Q4|outside the years 1990 to 2100",
        "1990-Q1..2100-Q4|has 444 quarters",
        "2024-Q4..2024-Q1|lies before"
      })
  void rangesThatNobodyMeansAreRefused(String range, String why) {
    assertThat(Remit.run("indicators", "--quarters", range)).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains(why);
  }

  @Test
  void aHeapThatJavaWouldNotTakeIsOneSentence() throws IOException, InterruptedException {
    Path launcher = Bench.REPOSITORY.resolve("jobs/bin/remit");
    ProcessBuilder line =
        new ProcessBuilder("bash", launcher.toString(), "dictionary").redirectErrorStream(true);
    line.environment().put("REMIT_HEAP", "lots");
    Process process = line.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(said.strip())
        .isEqualTo("remit: REMIT_HEAP must be like 2g or 512m. Mend or unset it.");
  }
}
