package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelimitedTest {
  private static final Charset WINDOWS = Charset.forName("windows-1251");

  private static List<Long> lines(Given given) {
    return given.rows().stream().map(TextRow::line).toList();
  }

  private static String rule(Given given) {
    try {
      given.inspect();
    } catch (UnreadableFile e) {
      return e.rule();
    }
    return "";
  }

  @Test
  void quotedCellsMayHoldDelimitersQuotesAndLineBreaks() {
    Given given =
        Given.text(
            "id,amount,note\n"
                + "1,10,\"a,b\"\n"
                + "2,20,\"first\nsecond\"\n"
                + "3,30,\"he said \"\"yes\"\"\"\n");
    assertThat(given.cells("note")).containsExactly("a,b", "first\nsecond", "he said \"yes\"");
    assertThat(given.cells("amount")).containsExactly("10", "20", "30");
    // Row 3 begins on line 5, since row 2 has two lines.
    assertThat(lines(given)).containsExactly(2L, 3L, 5L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n"})
  void lineEndsOfAnySystemAreRead(String end) {
    Given given = Given.text("id,amount" + end + "1,10" + end + end + "2,20");
    assertThat(given.cells("id")).containsExactly("1", "2");
    assertThat(lines(given)).containsExactly(2L, 4L);
  }

  @Test
  void delimitersAreTheProfiles() {
    assertThat(
            Given.text(Given.profile("delimiter: ';'"), "id;amount;note\n1;10,5;a,b\n")
                .cells("note"))
        .containsExactly("a,b");
    assertThat(
            Given.text(Given.profile("delimiter: \"\\t\""), "id\tamount\n1\t10\n").cells("amount"))
        .containsExactly("10");
  }

  @Test
  void cellsAreTrimmedAndEmptyOnesAreNull() {
    Given given = Given.text("id,amount,note\n 1 ,10,\n2,20,\"  \"\n");
    assertThat(given.cells("id")).containsExactly("1", "2");
    assertThat(given.cells("note")).containsExactly(null, null);
  }

  @Test
  void aRowOfAnotherWidthIsKeptAsAProblemWithoutItsCells() {
    Given given = Given.text("id,amount,note\n1,10\n2,20,x,y\n3,30,z\n");
    assertThat(given.rows())
        .extracting(TextRow::problem)
        .containsExactly("2 cells where the header has 3", "4 cells where the header has 3", "");
    assertThat(given.cells("id")).containsExactly(null, null, "3");
    assertThat(given.inspect().rows()).isEqualTo(3);
    assertThat(given.inspect().malformed()).isEqualTo(2);
  }

  @Test
  void aQuoteThatIsNotClosedWithinAHundredLinesRejectsTheFile() {
    Given given = Given.text("id,amount,note\n1,10,\"open\n" + "2,20,x\n".repeat(150));
    assertThatThrownBy(given::inspect)
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("line 2 opens a quote that is not closed within 100 lines");
    assertThat(rule(given)).isEqualTo("F04");
  }

  @Test
  void aQuoteThatIsNeverClosedRejectsAShortFileToo() {
    Given given = Given.text("id,amount,note\n1,10,\"open\n2,20,x\n3,30,y\n");
    assertThat(rule(given)).isEqualTo("F04");
  }

  @Test
  void aCellOfMoreThanAMillionCharactersRejectsTheFile() {
    Given given = Given.text("id,amount,note\n1,10," + "x".repeat(2_000_000) + "\n");
    assertThatThrownBy(given::inspect)
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("a cell longer than a million characters");
    assertThat(rule(given)).isEqualTo("F04");
  }

  @Test
  void aLongCellIsRead() {
    Given given = Given.text("id,amount,note\n1,10," + "x".repeat(200_000) + "\n");
    assertThat(given.cells("note").get(0)).hasSize(200_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\uFEFF", "\n\n"})
  void aFileWithoutAHeaderIsRejected(String text) {
    assertThatThrownBy(() -> Given.text(text).inspect())
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("the file is empty: there is no header line");
    assertThat(rule(Given.text(text))).isEqualTo("F06");
  }

  @Test
  void aHeaderDividedInAnotherWayTellsHow() {
    assertThatThrownBy(() -> Given.text("id;amount;note\n1;10;x\n").inspect())
        .isInstanceOf(UnreadableFile.class)
        .hasMessageEndingWith("looks divided by ';', so set the profile's 'delimiter'");
    assertThatThrownBy(() -> Given.text("key, once; twice\n1\n").inspect())
        .hasMessageNotContaining("divided");
  }

  @Test
  void aHeaderAloneIsAFileWithoutRows() {
    Given given = Given.text("id,amount\n");
    assertThat(given.rows()).isEmpty();
    assertThat(given.inspect().rows()).isZero();
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheFirstColumn() {
    Given given = Given.text("\uFEFFid,amount\n1,10\n");
    assertThat(given.cells("id")).containsExactly("1");
    assertThat(given.inspect().findings()).containsExactly("F03");
    assertThat(given.inspect().encoding()).isEqualTo("UTF-8");
  }

  @Test
  void windows1251IsReadWhereItIsDeclared() {
    Given given =
        Given.text(
            Given.profile("encoding: windows-1251"), "id,Сумма,note\n1,10,перевод\n", WINDOWS);
    assertThat(given.cells("note")).containsExactly("перевод");
    assertThat(given.inspect().encoding()).isEqualTo("windows-1251");
    assertThat(given.inspect().findings()).isEmpty();
  }

  @Test
  void windows1251IsRecognisedWhereUtf8WasDeclared() {
    Given given =
        Given.text(Given.profile(), "id,Сумма,note\n1,10,\"Ёлка № 5, перевод\"\n", WINDOWS);
    assertThat(given.cells("note")).containsExactly("Ёлка № 5, перевод");
    assertThat(given.inspect().encoding()).isEqualTo("windows-1251");
    assertThat(given.inspect().findings()).containsExactly("F03");
  }

  @Test
  void utf8IsReadWhereWindows1251WasDeclared() {
    Given given =
        Given.text(Given.profile("encoding: windows-1251"), "id,Сумма,note\n1,10,перевод\n");
    assertThat(given.cells("note")).containsExactly("перевод");
    assertThat(given.inspect().encoding()).isEqualTo("UTF-8");
    assertThat(given.inspect().findings()).containsExactly("F03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16IsReadByItsMark(String charset) {
    Given given =
        Given.text(
            Given.profile(), "\uFEFFid,Сумма,note\n1,10,перевод\n", Charset.forName(charset));
    assertThat(given.cells("note")).containsExactly("перевод");
    assertThat(given.inspect().encoding()).isEqualTo(charset);
    assertThat(given.inspect().findings()).containsExactly("F03");
  }

  @Test
  void plainAsciiIsReadWithTheDeclaredCharacterSetWithoutAFinding() {
    Given given = Given.text(Given.profile("encoding: windows-1251"), "id,amount\n1,10\n");
    assertThat(given.inspect().encoding()).isEqualTo("windows-1251");
    assertThat(given.inspect().findings()).isEmpty();
  }

  @Test
  void bytesThatFitNoCharacterSetRejectTheFile() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("id,amount,note\n1,10,".getBytes(StandardCharsets.US_ASCII));
    for (int b = 0x80; b < 0xA0; b++) {
      bytes.write(b);
    }
    Given given = new Given(Given.profile(), bytes.toByteArray(), true);
    assertThatThrownBy(given::inspect).isInstanceOf(UnreadableFile.class);
    assertThat(rule(given)).isEqualTo("F03");
  }

  @Test
  void aCharacterThatABufferCutsInTwoIsStillValid() {
    // 65,536 bytes are read at a time; one letter more or less puts each cut inside a letter.
    for (String shift : List.of("", "x")) {
      Given given = Given.text("id,amount,note\n1,10," + shift + "я".repeat(100_000) + "\n");
      assertThat(given.inspect().encoding()).isEqualTo("UTF-8");
      assertThat(given.inspect().findings()).isEmpty();
    }
  }

  @Test
  void unhashedIdsAreRefusedWithoutAKeyAndTheMessageDoesNotShowThem() {
    Given given = Given.text("id,amount,sender\n1,10," + "0".repeat(64) + "\n2,20,Ivanov\n");
    assertThatThrownBy(() -> given.withoutKey().inspect())
        .isInstanceOf(UnreadableFile.class)
        .hasMessage(
            "line 3: sender_pid is no keyed hash; set REMIT_PSEUDONYM_KEY so that it is hashed at"
                + " landing, or ask the partner for hashed ids")
        .hasMessageNotContaining("Ivanov");
    assertThat(rule(given.withoutKey())).isEqualTo("F07");
    assertThat(given.inspect().rows()).isEqualTo(2);
  }
}
