package org.remitlake.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigFile;
import org.remitlake.ingest.file.Profile;

/** A profile is proposed on standard output, or into a new file; nothing else is said there. */
class ProfileJobTest {
  private static final String CONF = Bench.REPOSITORY.resolve("conf").toString();
  private static final Path RUSSIAN =
      Bench.SAMPLE.resolve("deliveries/transfer_MTO_02_2021Q1_v01.csv");

  @TempDir Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private PrintStream systemErr;
  private PrintStream systemOut;

  @BeforeEach
  void capture() {
    systemErr = System.err;
    systemOut = System.out;
    System.setErr(new PrintStream(errors, true, UTF_8));
    System.setOut(new PrintStream(output, true, UTF_8));
  }

  @AfterEach
  void release() {
    System.setErr(systemErr);
    System.setOut(systemOut);
  }

  private int profile(Path file, String... more) {
    errors.reset();
    output.reset();
    String[] args = new String[more.length + 4];
    System.arraycopy(more, 0, args, 4, more.length);
    args[0] = "profile";
    args[1] = "--conf-dir";
    args[2] = CONF;
    args[3] = file.toString();
    return Remit.run(args);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private String sentence() {
    return errors.toString(UTF_8).strip();
  }

  @Test
  void standardOutputIsTheProfile() throws IOException {
    assertThat(profile(RUSSIAN, "--provider", "MTO_07")).isZero();
    Profile read = ConfigFile.read(output.toString(UTF_8), Profile.class);
    assertThat(read.provider()).isEqualTo("MTO_07");
    assertThat(read.encoding()).isEqualTo("windows-1251");
    assertThat(read.values().get("status")).containsEntry("Выплачен", "PAID");
    assertThat(output.toString(UTF_8)).contains("profile MTO_02 claims this file's name already");
  }

  @Test
  void aFileThatIsThereIsNeverOverwritten() throws IOException {
    Path out = folder.resolve("new.yaml");
    assertThat(profile(RUSSIAN, "--out", out.toString())).isZero();
    assertThat(ConfigFile.read(out, Profile.class).contract()).isEqualTo("transfer");
    assertThat(output.toString(UTF_8).strip()).hasLineCount(1).startsWith("{\"job\":\"profile\"");
    Files.writeString(out, "mine");
    assertThat(profile(RUSSIAN, "--out", out.toString())).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("is there already");
    assertThat(out).hasContent("mine");
  }

  @Test
  void wrongUsageIsOneSentenceAndExitTwo() throws IOException {
    assertThat(profile(folder.resolve("missing.csv"))).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("no such file");
    assertThat(profile(folder)).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("not a file");
    assertThat(profile(RUSSIAN, "--contract", "transfers")).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("'transfers' is not known");
    assertThat(profile(file("one.csv", "a\n1\n"))).isEqualTo(2);
    assertThat(sentence()).hasLineCount(1).contains("fit no contract");
  }

  @Test
  void aFileThatCannotBeReadIsOneSentenceAndExitThree() throws IOException {
    assertThat(profile(file("empty.csv", ""))).isEqualTo(3);
    assertThat(sentence()).hasLineCount(1).contains("the file is empty");
    assertThat(profile(file("zip.csv", "PK\u0003\u0004"))).isEqualTo(3);
    assertThat(sentence()).hasLineCount(1).contains("no whole workbook");
    String open = "transaction_id,status\nA,\"PAID\n" + "B,PAID\n".repeat(300);
    assertThat(profile(file("open.csv", open))).isEqualTo(3);
    assertThat(sentence()).hasLineCount(1).contains("quote");
    assertThat(profile(file("bad.xml", "<a><b x='1'></a>"))).isEqualTo(3);
    assertThat(sentence()).hasLineCount(1).contains("not well-formed xml");
    assertThat(output.size()).isZero();
  }
}
