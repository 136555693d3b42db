package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.remitlake.testing.Packed;

/** Text that is made to exhaust a reader, and json lines. */
class HostileTextTest {
  private static final Profile XML = Given.profile("format: xml", "record: r");
  private static final Profile JSON = Given.profile("format: json", "record: rows");
  private static final Profile LINES = Given.profile("format: jsonl");

  private static void refuses(Given given, String rule, String message) {
    assertThatThrownBy(given::rows)
        .isInstanceOfSatisfying(UnreadableFile.class, e -> assertThat(e.rule()).isEqualTo(rule))
        .hasMessageContaining(message);
  }

  @Test
  void xmlNestedWithoutEndIsRefused() {
    refuses(Given.text(XML, "<a>".repeat(5_000)), "F04", "line 1: xml nested deeper than 100");
    refuses(Given.text(XML, "<d><r>" + "<a>".repeat(5_000)), "F04", "nested deeper than 100");
  }

  @Test
  void entitiesAreRefusedInPlainWords() {
    refuses(
        Given.text(XML, "<!DOCTYPE d [<!ENTITY e \"9\">]><d><r><id>&e;</id></r></d>"),
        "F04",
        "document type (DOCTYPE), whose entities are not read");
  }

  @Test
  void xmlTextsAndAttributesWithoutEndAreRefused() {
    String much = "x".repeat(5_000_000);
    refuses(Given.text(XML, "<d><r><id>" + much + "</id></r></d>"), "F04", "million characters");
    refuses(Given.text(XML, "<d><r id=\"" + much + "\"/></d>"), "F04", "million characters");
    refuses(Given.text(XML, "<d><!--" + much + "--></d>"), "F04", "million characters");
  }

  @Test
  void jsonNestedWithoutEndOrWithEndlessTextsIsRefused() {
    refuses(
        Given.text(JSON, "{\"x\": " + "[".repeat(5_000)), "F04", "nested deeper than 100 levels");
    refuses(
        Given.text(JSON, "{\"rows\": [{\"id\": \"" + "x".repeat(2_000_000) + "\"}]}"),
        "F04",
        "far too long");
  }

  @Test
  void aNumberWithManyZerosBehindItsExponentStaysAsItIs() {
    Given given = Given.text(JSON, "{\"rows\": [{\"id\": \"a\", \"amount\": 1.0E999999999}]}");
    assertThat(given.cells("amount")).containsExactly("1.0E999999999");
    // One digit more than java.math can hold.
    Given more = Given.text(JSON, "{\"rows\": [{\"id\": \"a\", \"amount\": 1.0E-9999999991}]}");
    assertThat(more.cells("amount")).containsExactly("1.0E-9999999991");
  }

  @Test
  void aSecondDocumentBehindTheFirstIsNotLost() {
    refuses(
        Given.text(JSON, "{\"rows\": []}\n{\"rows\": [{\"id\": \"a\"}]}"), "F04", "more follows");
  }

  @Test
  void scalarsBehindTheRecordsGoWithThemToo() {
    Profile profile =
        Given.bare(
            "format: json",
            "record: rows",
            "document: {Country: country}",
            "columns: {id: [id], amount: [amount]}");
    Given given =
        Given.text(
            profile,
            "{\"x\": {\"rows\": [9]}, \"rows\": {\"k\": {\"id\": \"a\", \"in\": {\"id\": 1}}, \"l\":"
                + " {\"id\": \"b\", \"amount\": 0.50}}, \"Country\": \"TJK\"}");
    assertThat(given.cells("id")).containsExactly("a", "b");
    assertThat(given.cells("amount")).containsExactly(null, "0.50");
    assertThat(given.cells("country")).containsExactly("TJK", "TJK");
  }

  @Test
  void aBrokenLineOfJsonIsABrokenRow() {
    Given given =
        Given.text(
            LINES,
            "{\"id\": \"a\", \"amount\": 1.50}\r\n\n{\"id\": \"b\", \"amo\n[1]\n"
                + "{\"id\": \"c\"} {\"id\": \"d\"}\n"
                + "{\"x\": "
                + "[".repeat(5000)
                + "\n{\"id\": \"e\", \"amount\": null, \"unknown\": {\"id\": 7}}");
    assertThat(given.rows()).extracting(TextRow::line).containsExactly(1L, 3L, 4L, 5L, 6L, 7L);
    assertThat(given.rows())
        .extracting(TextRow::problem)
        .containsExactly(
            "",
            "not valid json",
            "no json object",
            "more follows behind the json object",
            "json nested deeper than 100 levels, or a text or number in it that is far too long",
            "");
    assertThat(given.cells("id")).containsExactly("a", null, null, null, null, "e");
    assertThat(given.cells("amount")).startsWith("1.50");
    assertThat(given.inspect().malformed()).isEqualTo(4);
  }

  @Test
  void aLineWithoutEndIsRefused() {
    refuses(
        Given.text(LINES, "{}\n{\"id\": \"" + "x".repeat(1_100_000)), "F04", "line 2 is longer");
  }

  @Test
  void tooManyColumnsOrCharactersInDelimitedTextAreRefused() {
    refuses(Given.text("id,amount" + ",x".repeat(20_000) + "\na,1\n"), "F04", "16384 cells");
    refuses(Given.text("id,amount\na,1" + ",".repeat(20_000)), "F04", "after line 1");
    refuses(Given.text("id,amount\n" + "x".repeat(1_100_000) + ",1\n"), "F04", "million");
  }

  @Test
  void titlesAboveTheHeaderArePassedOver() {
    Profile profile = Given.profile("header_row: 3");
    Given given = Given.text(profile, "Report\nof May;\nid,amount\na,1\n");
    assertThat(given.cells("id")).containsExactly("a");
    assertThat(given.rows().get(0).line()).isEqualTo(4);
    refuses(Given.text(profile, "Report\n\n\nid,amount\na,1\n"), "F06", "row 3, where the profile");
  }

  @Test
  void gzipIsReadWhateverTheNameAndIsTheSameFile() {
    String text = "id,amount\na,1\n";
    Given packed = new Given(Given.profile(), Packed.gzip(Packed.utf8(text)), true);
    assertThat(packed.cells("id")).containsExactly("a");
    assertThat(packed.inspect()).isEqualTo(Given.text(text).inspect());
  }

  @Test
  void gzipInSeveralPiecesIsReadWhole() {
    byte[] one = Packed.gzip(Packed.utf8("id,amount\na,1\n"));
    byte[] two = Packed.gzip(Packed.utf8("b,2\n"));
    byte[] both = java.util.Arrays.copyOf(one, one.length + two.length);
    System.arraycopy(two, 0, both, one.length, two.length);
    assertThat(new Given(Given.profile(), both, true).cells("id")).containsExactly("a", "b");
  }

  @Test
  void damagedTwicePackedAndExplosiveGzipsAreRefused() {
    byte[] good = Packed.gzip(Packed.utf8("id,amount\n" + "a,1\n".repeat(1000)));
    refuses(given(java.util.Arrays.copyOf(good, good.length - 9)), "F00", "damaged, or the file");
    refuses(given(Packed.gzip(good)), "F00", "packed with gzip twice");
    refuses(given(Packed.gzip(new byte[70 << 20])), "F00", "more than 200 times its size");
    refuses(given(new byte[] {0x1F, (byte) 0x8B}), "F00", "gzip is damaged");
    byte[] garbage = java.util.Arrays.copyOf(good, good.length + 5);
    garbage[good.length] = 'x';
    refuses(given(garbage), "F00", "damaged");
  }

  private static Given given(byte[] bytes) {
    return new Given(Given.profile(), bytes, true);
  }
}
