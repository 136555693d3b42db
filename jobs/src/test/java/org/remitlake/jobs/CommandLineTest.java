package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;

/** What a hurried engineer types: one clear sentence, the right exit code, no stack trace. */
class CommandLineTest {
  private static final String CONF = Bench.REPOSITORY.resolve("conf").toString();

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private PrintStream systemErr;
  private PrintStream systemOut;

  @BeforeEach
  void capture() {
    systemErr = System.err;
    systemOut = System.out;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(systemErr);
    System.setOut(systemOut);
  }

  private String sentence() {
    return errors.toString(StandardCharsets.UTF_8).strip();
  }

  @Test
  void unknownOptionIsOneSentenceAndExitTwo() {
    assertThat(Remit.run("ingest", "--bogus", "x")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("--bogus").contains("--help");
  }

  @Test
  void unknownJobIsOneSentenceAndExitTwo() {
    assertThat(Remit.run("inngest")).isEqualTo(2);
    assertThat(sentence())
        .isEqualTo(
            "remit: unknown job 'inngest'. Did you mean 'ingest'? Jobs: demo, ingest, requarantine,"
                + " indicators, survey, evaluate, publish, microdata, generate, explain, dictionary,"
                + " profile, codebook, help.");
  }

  @Test
  void aWordThatIsLikeNoJobGetsNoGuess() {
    assertThat(Remit.run("frobnicate")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("unknown job").doesNotContain("Did you mean");
    assertThat(Misspelling.distance("ingest", "ingets")).isEqualTo(1);
    assertThat(Misspelling.distance("demo", "")).isEqualTo(4);
  }

  @Test
  void noJobIsExitTwo() {
    assertThat(Remit.run()).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1);
  }

  @Test
  void missingFolderIsOneSentenceAndExitTwo() {
    Path missing = folder.resolve("missing");
    assertThat(Remit.run("ingest", "--conf-dir", CONF, missing.toString())).isEqualTo(2);
    assertThat(sentence())
        .isEqualTo(
            "remit: " + missing + ": no such file or folder. Nothing was read. Check the path.");
  }

  @Test
  void missingConfFolderIsExitTwo() {
    Path missing = folder.resolve("conf");
    assertThat(Remit.run("ingest", "--conf-dir", missing.toString(), folder.toString()))
        .isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains(missing.toString());
  }

  @Test
  void wrongQuarterIsExitTwo() {
    assertThat(Remit.run("indicators", "--quarters", "2024Q1")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("2024-Q1");
  }

  @Test
  void aSecondDocumentInConfIsRefused() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("remit.yaml"), "hold_share: 0.1\n---\nhold_rows: 3\n");
    assertThat(Remit.run("survey", "--conf-dir", conf.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("a second document begins");
    errors.reset();
    Files.writeString(conf.resolve("remit.yaml"), "hold_rows: 2.7\n");
    assertThat(Remit.run("survey", "--conf-dir", conf.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("remit.yaml:1").contains("hold_rows");
  }

  @Test
  void generateWritesToOnePlace() {
    assertThat(Remit.run("generate", "--out", folder.toString(), "--to-silver")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("--out and --to-silver are two places");
  }

  @Test
  void aDayToComeIsNoDayOfKnowledge() {
    assertThat(Remit.run("publish", "--quarter", "2021-Q4", "--as-of", "2999-01-01")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("2999-01-01: that day is still to come");
  }

  @Test
  void noPlanAndNoPlanOfThisPilotAreExitTwo() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    assertThat(Remit.run("evaluate", "--conf-dir", conf.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains(conf + "/pilots: no plan of a pilot there");
    errors.reset();
    assertThat(Remit.run("evaluate", "--conf-dir", CONF, "--pilot", "")).isEqualTo(2);
    assertThat(sentence())
        .hasLineCount(1)
        .contains("no plan of pilot '', only of PT_AM_01, PT_TJ_01");
  }

  @Test
  void wrongKeyInConfNamesFileLineAndKnownKeys() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("remit.yaml"), "hold_share: 0.1\nhold_shares: 0.2\n");
    assertThat(Remit.run("ingest", "--conf-dir", conf.toString(), folder.toString())).isEqualTo(2);
    assertThat(sentence())
        .hasLineCount(1)
        .contains("remit.yaml:2")
        .contains("'hold_shares'")
        .contains("hold_rows");
  }

  @Test
  void aConfigurationOfCommentsMeansNoSettings() throws IOException {
    Files.writeString(folder.resolve("remit.yaml"), "# lake: lake\n# hold_rows: 3\n");
    assertThat(Config.read(folder, Map.of()).holdRows()).isEqualTo(20);
    assertThat(Config.read(folder, Map.of("REMIT_HOLD_ROWS", "7")).holdRows()).isEqualTo(7);
  }

  @Test
  void wrongValueInConfIsExitTwo() throws IOException {
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.writeString(conf.resolve("remit.yaml"), "hold_share: lots\n");
    assertThat(Remit.run("ingest", "--conf-dir", conf.toString(), folder.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("remit.yaml:1");
  }

  @Test
  void unknownVariableIsRefusedAndKnownOnesWin() {
    Path conf = Bench.REPOSITORY.resolve("conf");
    assertThat(Config.read(conf, Map.of("REMIT_HOLD_SHARE", "0.2")).holdShare()).isEqualTo(0.2);
    assertThat(Config.read(conf, Map.of("REMIT_RECEIVE_COUNTRIES", "TJK")).corridors())
        .containsExactly("RUS-TJK", "KAZ-TJK");
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> Config.read(conf, Map.of("REMIT_HOLD_SHAR", "1")))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("REMIT_HOLD_SHAR");
  }

  @Test
  void aValueOfTheWrongKindNamesItsVariable() {
    assertThatThrownBy(
            () -> Config.read(Bench.REPOSITORY.resolve("conf"), Map.of("REMIT_HOLD_SHARE", "abc")))
        .hasMessageContaining("REMIT_HOLD_SHARE is not of the right kind")
        .hasMessageNotContaining("abc");
  }

  @Test
  void aLakeThatIsAFileIsOneSentenceAndExitTwo() throws IOException {
    Path file = java.nio.file.Files.writeString(folder.resolve("lake"), "");
    assertThat(Remit.run("indicators", "--lake", file.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains(file.toString()).contains("is a file");
  }

  @Test
  void generateRefusesAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("x"), "x");
    assertThat(Remit.run("generate", "--out", folder.toString(), "--transfers", "100"))
        .isEqualTo(2);
    assertThat(sentence()).contains("not empty");
  }

  @Test
  void aQuarterOrDayThatIsNoneIsOneSentenceAndExitTwo() {
    assertThat(Remit.run("publish", "--quarter", "2021Q4")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("'2021Q4' is not a quarter");
    errors.reset();
    assertThat(Remit.run("publish", "--quarter", "2021-Q4", "--as-of", "14.2.2022")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("'14.2.2022' is not a day");
    errors.reset();
    assertThat(Remit.run("publish")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("--quarter");
  }

  @Test
  void dictionaryListsEveryIndicatorWithUnitAndNote() {
    assertThat(Remit.run("dictionary", "--format", "markdown")).isZero();
    assertThat(output.toString(StandardCharsets.UTF_8))
        .contains("| A30 | tx | Volume-weighted paid cost | % |")
        .contains("| A12 usd200 | quote | SmaRT-type cost | % |");
  }
}
