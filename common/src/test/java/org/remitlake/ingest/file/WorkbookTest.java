package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.remitlake.testing.Packed.cells;
import static org.remitlake.testing.Packed.number;
import static org.remitlake.testing.Packed.row;
import static org.remitlake.testing.Packed.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.testing.Packed;

/** Workbooks written part by part, as Excel, LibreOffice and enemies write them. */
class WorkbookTest {
  private static final DeliveryContract ORDERS =
      DeliveryContract.delivery(
          "order",
          List.of("id"),
          DeliveredField.required("id", Kind.TEXT, "Key"),
          DeliveredField.optional("amount", Kind.MONEY, "Amount"),
          DeliveredField.optional("at", Kind.INSTANT, "When"),
          DeliveredField.optional("paid", Kind.FLAG, "Paid"));

  private static Profile profile(String... more) {
    return Given.bare(
        "columns: {id: [id], amount: [amount], at: [at], paid: [paid]}\n"
            + String.join("\n", more));
  }

  private static Given given(byte[] workbook, String... profile) {
    return new Given(profile(profile), workbook, true);
  }

  private static final String HEADER = row(1, "id", "amount", "at", "paid");

  private static Packed sheet(String... rows) {
    return new Packed().sheet("Data", HEADER + String.join("", rows));
  }

  private static List<String> column(String field, Packed workbook, String... profile) {
    return given(workbook.bytes(), profile).cells(ORDERS, field);
  }

  private static void refuses(byte[] workbook, String rule, String message, String... profile) {
    Given given = given(workbook, profile);
    assertThatThrownBy(() -> given.rows(ORDERS))
        .isInstanceOfSatisfying(UnreadableFile.class, e -> assertThat(e.rule()).isEqualTo(rule))
        .hasMessageContaining(message);
  }

  // Second column: what Excel writes into the part for what the third column shows.
  @ParameterizedTest
  @CsvSource({
    "0.30000000000000004, 0.3",
    "1234.5599999999999, 1234.56",
    "100000, 100000",
    "1E+15, 1000000000000000",
    "123456789012345, 123456789012345",
    "1.23456789012345E+16, 1.23456789012345E+16",
    "1.0000000000000001E-5, 0.00001",
    "-0.1, -0.1",
    "1E+300, 1E+300",
    "1E-300, 1E-300",
    "0, 0",
  })
  void aNumberIsWhatWasTyped(String stored, String shown) {
    Packed workbook = sheet(cells(2, text("A2", "a"), number("B2", 0, stored)));
    assertThat(column("amount", workbook)).containsExactly(shown);
  }

  @Test
  void numbersTakeTheDecimalMarkOfTheProfile() {
    Packed workbook = sheet(cells(2, text("A2", "a"), number("B2", 4, "1234.5")));
    assertThat(column("amount", workbook, "decimal_mark: ','")).containsExactly("1234,5");
  }

  // 45337 is 15 February 2024 in Excel for Windows, 43875 in the system of 1904; .4375 is 10:30.
  @ParameterizedTest
  @CsvSource({
    "false, ISO, 1, 45337, 2024-02-15",
    "false, ISO, 2, 45337.4375, 2024-02-15 10:30:00",
    "false, ISO, 3, 45337.43750578704, 2024-02-15 10:30:00.500",
    "false, DMY_DOTS, 3, 45337.4375, 15.02.2024 10:30:00",
    "false, DMY_SLASH, 1, 45337, 15/02/2024",
    "false, MDY_SLASH, 1, 45337, 02/15/2024",
    "false, ISO, 2, 45337.999999999, 2024-02-16",
    "false, ISO, 1, 1, 1900-01-01",
    "false, ISO, 1, 59, 1900-02-28",
    "false, ISO, 1, 60, 1900-02-29",
    "false, ISO, 1, 61, 1900-03-01",
    "true, ISO, 1, 43875, 2024-02-15",
    "true, ISO, 1, 0, 1904-01-01",
    "false, ISO, 6, 0.4375, 10:30:00",
    "false, ISO, 1, -1, #-1",
    "false, ISO, 4, 45337, 45337",
    "false, ISO, 5, 45337, 45337",
    "false, ISO, 7, 45337, 45337",
  })
  void aDateIsWrittenInTheLayoutOfTheProfile(
      boolean from1904, String layout, int style, String serial, String shown) {
    Packed workbook = sheet(cells(2, text("A2", "a"), number("C2", style, serial)));
    if (from1904) {
      workbook.from1904();
    }
    assertThat(column("at", workbook, "date_layout: " + layout)).containsExactly(shown);
  }

  @Test
  void formulasErrorsBooleansAndSharedTextsAreRead() {
    Packed workbook =
        sheet(
                cells(
                    2,
                    "<c r=\"A2\" t=\"s\"><v>1</v></c>",
                    "<c r=\"B2\"><f>1+2</f><v>3</v></c>",
                    "<c r=\"D2\" t=\"b\"><v>1</v></c>"),
                cells(
                    3,
                    "<c r=\"A3\" t=\"str\"><f>\"b\"</f><v>b</v></c>",
                    "<c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>",
                    "<c r=\"C3\" s=\"1\"><f>TODAY()</f><v>45337</v></c>",
                    "<c r=\"D3\" t=\"b\"><f>FALSE()</f><v>0</v></c>"),
                cells(4, text("A4", "c"), "<c r=\"B4\" t=\"e\"><v>#N/A</v></c>"),
                cells(5, text("A5", "d"), "<c r=\"B5\"><f>never(1)</f></c>"),
                cells(6, text("A6", "e"), "<c r=\"B6\" t=\"str\"><f>\"\"</f><v></v></c>"))
            .texts("unused", "a");
    assertThat(column("id", workbook)).containsExactly("a", "b", "c", "d", "e");
    assertThat(column("amount", workbook)).containsExactly("3", "#DIV/0!", "#N/A", "#N/A", null);
    assertThat(column("at", workbook)).startsWith(null, "2024-02-15", null);
    assertThat(column("paid", workbook)).startsWith("true", "false", null);
  }

  /** As openpyxl writes them: an empty cell would be taken for no refund, or no fee. */
  @Test
  void formulasThatNothingHasComputedYetRejectTheFile() {
    Packed workbook = sheet(cells(2, text("A2", "a"), "<c r=\"B2\"><f>1+1</f><v/></c>"));
    assertThatThrownBy(() -> column("amount", workbook))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("no program has computed");
  }

  @Test
  void linesAreRowsOfTheSheetWhateverIsHiddenOrBlank() {
    Packed workbook =
        new Packed()
            .sheet(
                "Data",
                row(1, "Report of the bank"),
                row(4, "id", "amount", "", "at"),
                cells(6, text("A6", "a"), number("B6", 0, "5")),
                cells(7, text("A7", " ")),
                "<row r=\"9\" hidden=\"1\">" + text("A9", "b") + "</row>",
                cells(12, text("A12", "c"), text("G12", "beyond the header")));
    List<TextRow> rows = given(workbook.bytes(), "header_row: 4").rows(ORDERS);
    assertThat(rows).extracting(TextRow::line).containsExactly(6L, 9L, 12L);
    assertThat(rows)
        .extracting(TextRow::problem)
        .containsExactly("", "", "7 cells where the header has 4");
    refuses(workbook.bytes(), "F06", "row 5, where the profile says", "header_row: 5");
  }

  @Test
  void sheetsOfOneNamePatternAreReadOneAfterTheOtherEachByItsOwnHeader() {
    Packed workbook =
        new Packed()
            .sheet("Legend", row(1, "id is a number"))
            .sheet("Data (2015)", row(1, "amount", "id", "Passport"), row(2, "5", "a", "AB1"))
            .hidden("Data (test)", row(1, "id", "amount"), row(2, "z", "0"))
            .sheet(
                "Data (2016)",
                row(1, "id", "at", "amount"),
                row(2, "b", "2024-02-15", "6"),
                row(4, "c", "2024-02-16", "7", "", "right of it"));
    Given given = given(workbook.bytes(), "sheet: 'Data (*'", "ignore: ['']");
    assertThat(given.cells(ORDERS, "id")).containsExactly("a", "b", "c");
    assertThat(given.cells(ORDERS, "amount")).containsExactly("5", "6", "7");
    assertThat(given.cells(ORDERS, "at")).containsExactly(null, "2024-02-15", "2024-02-16");
    assertThat(given.rows(ORDERS)).extracting(TextRow::line).containsExactly(2L, 2L, 4L);
    assertThat(given.rows(ORDERS)).extracting(TextRow::problem).containsOnly("");
    assertThat(given.inspect(ORDERS).unknownColumns()).containsExactly("passport");
    assertThat(given.inspect(ORDERS).fields()).containsExactlyInAnyOrder("id", "amount", "at");
    refuses(workbook.bytes(), "F06", "no sheet is named 'Rates*'", "sheet: 'Rates*'");
  }

  @Test
  void aMandatoryColumnIsNeededOnEverySheet() {
    Packed workbook =
        new Packed().sheet("A1", HEADER, row(2, "a")).sheet("A2", row(1, "at"), row(2, "x"));
    refuses(workbook.bytes(), "F06", "no column for mandatory", "sheet: 'A*'");
  }

  @Test
  void theOnlyVisibleSheetWithRowsIsReadOrTheOneNamed() {
    Packed two =
        new Packed()
            .sheet("Notes")
            .hidden("Old", HEADER, row(2, "old"))
            .sheet("Data", HEADER, row(2, "new"));
    assertThat(column("id", two)).containsExactly("new");
    assertThat(column("id", two, "sheet: Old")).containsExactly("old");
    refuses(two.bytes(), "F06", "no sheet is named 'None'", "sheet: None");
    refuses(two.sheet("More", row(1, "x")).bytes(), "F06", "2 sheets of the workbook have rows");
    refuses(new Packed().sheet("Data").bytes(), "F06", "no visible sheet of the workbook has rows");
  }

  @Test
  void whatOnlyLooksLikeAWorkbookIsRefused() {
    byte[] ole = {
      (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1, 0
    };
    refuses(ole, "F00", "old workbook (.xls) or one with a password");
    refuses(
        Packed.zip(Map.of("a.csv", Packed.utf8("id\n1\n"))), "F00", "zip archive under another");
    refuses(
        Packed.zip(Map.of("mimetype", Packed.utf8("application/vnd.oasis"))),
        "F00",
        "no .xlsx workbook");
    byte[] cut = java.util.Arrays.copyOf(sheet(row(2, "a")).bytes(), 600);
    refuses(cut, "F00", "damaged, or was cut off");
    refuses(sheet(row(2, "a")).bytes(), "F00", "where the profile says jsonl", "format: jsonl");
  }

  @Test
  void aDocumentTypeInsideIsRefused() {
    Packed workbook = sheet(row(2, "a")).before("<!DOCTYPE x [<!ENTITY e \"9\">]>\n");
    refuses(workbook.bytes(), "F04", "document type (DOCTYPE)");
  }

  @Test
  void columnsThatNoSheetHasAreRefused() {
    refuses(sheet(cells(2, text("ZZZZZZ2", "a"))).bytes(), "F04", "16384 cells of a worksheet");
    refuses(sheet(cells(2, "<c/>".repeat(16_385))).bytes(), "F04", "16384 cells of a worksheet");
  }

  @Test
  void textsWithoutEndAreRefused() {
    refuses(sheet(row(2, "x".repeat(1_100_000))).bytes(), "F04", "longer than a million");
    refuses(
        sheet(cells(2, "<c r=\"" + "A".repeat(5_000_000) + "\"/>")).bytes(),
        "F04",
        "longer than a million");
  }

  @Test
  void partsThatUnpackToFarMoreThanTheyHoldAreRefused() {
    Map<String, byte[]> parts = new LinkedHashMap<>(sheet(row(2, "a")).parts());
    parts.put("xl/media/image1.png", new byte[70 << 20]);
    refuses(Packed.zip(parts), "F00", "more than 200 times its size");
  }

  @Test
  void arrayFormulasWithoutEndAreRefused() {
    String formula = "<c><f t=\"array\" ref=\"A1:B2\">1</f><v>1</v></c>";
    StringBuilder rows = new StringBuilder();
    for (int i = 2; i < 1010; i++) {
      rows.append(cells(i, formula));
    }
    refuses(sheet(rows.toString()).bytes(), "F04", "array formulas");
  }

  @Test
  void aCellOfUnknownKindRejectsTheFileWithItsPlace() {
    refuses(
        sheet(row(2, "a"), "<row r=\"3\"><c r=\"A3\" t=\"zz\"><v>1</v></c></row>").bytes(),
        "F04",
        "behind row 2");
    for (String index : List.of("77", "2000000000", "-1", "x")) {
      refuses(
          sheet("<row r=\"2\"><c r=\"A2\" t=\"s\"><v>" + index + "</v></c></row>").bytes(),
          "F04",
          "a shared text that is not there");
    }
  }
}
