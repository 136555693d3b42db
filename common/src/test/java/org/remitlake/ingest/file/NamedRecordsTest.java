package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.money.FxRates;

/** The xml and json layouts of central banks. */
class NamedRecordsTest {
  private static final Profile DAILY =
      Given.bare(
          "format: xml",
          "decimal_mark: ','",
          "date_layout: DMY_DOTS",
          "record: Valute",
          "document: {Date: rate_date}",
          "constants: {fx_source: CBR, quote_currency: RUB}",
          "columns: {base_currency: [CharCode], nominal: [Nominal], value: [Value]}");
  private static final Profile DYNAMIC =
      Given.bare(
          "format: xml",
          "encoding: windows-1251",
          "decimal_mark: ','",
          "record: Record",
          "document: {ID: base_currency}",
          "constants: {fx_source: CBR, quote_currency: RUB}",
          "columns: {rate_date: [Date], nominal: [Nominal], value: [Value]}",
          "values: {base_currency: {R01670: TJS}}");
  private static final Profile JSON =
      Given.bare(
          "format: json",
          "record: Valute",
          "document: {Date: rate_date, Timestamp: published_at}",
          "constants: {fx_source: CBR, quote_currency: RUB}",
          "columns: {base_currency: [CharCode], nominal: [Nominal], value: [Value]}");

  private static final String RECORD =
      "<Valute ID=\"R01670\"><CharCode>TJS</CharCode><Nominal>10</Nominal>"
          + "<Name>сомони</Name><Value>87,6124</Value></Valute>\n";

  private static String rule(Given given) {
    try {
      given.rows(FxRates.CONTRACT);
    } catch (UnreadableFile e) {
      return e.rule();
    }
    return "";
  }

  @Test
  void theDailyListOfTheBankOfRussiaIsRead() {
    String xml =
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n<ValCurs Date=\"27.09.2023\">\n"
            + RECORD
            + "<Valute><CharCode>AMD</CharCode><Nominal>100</Nominal><Value>24,8221</Value>"
            + "</Valute>\n</ValCurs>";
    Given given = Given.text(DAILY, xml, Charset.forName("windows-1251"));
    assertThat(given.cells(FxRates.CONTRACT, "base_currency")).containsExactly("TJS", "AMD");
    assertThat(given.cells(FxRates.CONTRACT, "rate_date"))
        .containsExactly("27.09.2023", "27.09.2023");
    assertThat(given.cells(FxRates.CONTRACT, "value")).containsExactly("87,6124", "24,8221");
    assertThat(given.rows(FxRates.CONTRACT).get(1).line()).isEqualTo(4);
    assertThat(given.inspect(FxRates.CONTRACT).numbers()).isEqualTo(NumberStyle.COMMA);
    assertThat(given.inspect(FxRates.CONTRACT).rows()).isEqualTo(2);
  }

  @Test
  void theDynamicListOfTheBankOfRussiaIsRead() {
    String xml =
        "<?xml version=\"1.0\" encoding=\"windows-1251\"?>\n"
            + "<ValCurs ID=\"R01670\" DateRange1=\"01.02.2022\" name=\"Динамика\">"
            + "<Record Date=\"01.02.2022\" Id=\"R01670\"><Nominal>10</Nominal>"
            + "<Value>68,4931</Value></Record>"
            + "<Record Date=\"02.02.2022\" Id=\"R01670\"><Nominal>10</Nominal>"
            + "<Value>68,2870</Value></Record></ValCurs>";
    Given given = Given.text(DYNAMIC, xml, Charset.forName("windows-1251"));
    assertThat(given.cells(FxRates.CONTRACT, "rate_date"))
        .containsExactly("01.02.2022", "02.02.2022");
    assertThat(given.cells(FxRates.CONTRACT, "base_currency")).containsExactly("R01670", "R01670");
    assertThat(given.cells(FxRates.CONTRACT, "value")).containsExactly("68,4931", "68,2870");
  }

  @Test
  void anElementThatARecordLacksIsEmptyAndNotTheOneBefore() {
    String xml =
        "<ValCurs Date=\"27.09.2023\">"
            + RECORD
            + "<Valute><CharCode>AMD</CharCode></Valute>"
            + "</ValCurs>";
    assertThat(Given.text(DAILY, xml).cells(FxRates.CONTRACT, "value"))
        .containsExactly("87,6124", null);
  }

  @Test
  void anExternalEntityIsRefusedAndNotFetched(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "96,2378");
    String xml =
        "<?xml version=\"1.0\"?>\n<!DOCTYPE ValCurs [<!ENTITY stolen SYSTEM \""
            + secret.toUri()
            + "\">]>\n<ValCurs Date=\"27.09.2023\"><Valute><CharCode>USD</CharCode>"
            + "<Nominal>1</Nominal><Value>&stolen;</Value></Valute></ValCurs>";
    assertThat(rule(Given.text(DAILY, xml))).isEqualTo("F04");
  }

  @Test
  void entitiesThatMultiplyAreRefused() {
    StringBuilder xml = new StringBuilder("<!DOCTYPE ValCurs [<!ENTITY e0 \"9\">");
    for (int i = 1; i < 20; i++) {
      xml.append("<!ENTITY e%d \"&e%d;&e%d;\">".formatted(i, i - 1, i - 1));
    }
    xml.append("]>\n<ValCurs Date=\"27.09.2023\"><Valute><CharCode>USD</CharCode>")
        .append("<Nominal>1</Nominal><Value>&e19;</Value></Valute></ValCurs>");
    assertThat(rule(Given.text(DAILY, xml.toString()))).isEqualTo("F04");
  }

  @Test
  void aDocumentTypeIsNotFetched() {
    String xml =
        "<!DOCTYPE ValCurs SYSTEM \"file:///no/such/folder/list.dtd\">\n<ValCurs Date=\"27.09.2023\">"
            + RECORD
            + "</ValCurs>";
    assertThat(Given.text(DAILY, xml).cells(FxRates.CONTRACT, "value")).containsExactly("87,6124");
  }

  @Test
  void brokenXmlRejectsTheFileWithItsLine() {
    Given given = Given.text(DAILY, "<ValCurs Date=\"27.09.2023\">\n" + RECORD + "<Valute>");
    assertThatThrownBy(() -> given.rows(FxRates.CONTRACT))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("not well-formed xml at line 3");
    assertThat(rule(given)).isEqualTo("F04");
  }

  @Test
  void anEmptyXmlFileIsRejected() {
    assertThat(rule(Given.text(DAILY, ""))).isEqualTo("F06");
  }

  @Test
  void theJsonListIsReadWithItsNominals() throws IOException {
    byte[] json;
    try (var in = NamedRecordsTest.class.getResourceAsStream("cbr_daily_2022-02-03_extract.json")) {
      json = in.readAllBytes();
    }
    Given given = Given.text(JSON, new String(json, StandardCharsets.UTF_8));
    assertThat(given.cells(FxRates.CONTRACT, "base_currency")).containsExactly("AMD", "TJS", "USD");
    assertThat(given.cells(FxRates.CONTRACT, "nominal")).containsExactly("100", "10", "1");
    assertThat(given.cells(FxRates.CONTRACT, "value"))
        .containsExactly("15.8354", "67.7157", "76.4849");
    assertThat(given.cells(FxRates.CONTRACT, "rate_date"))
        .containsOnly("2022-02-03T11:30:00+03:00");
    assertThat(given.cells(FxRates.CONTRACT, "published_at"))
        .containsOnly("2022-02-02T19:00:00+03:00");
  }

  @Test
  void jsonNumbersKeepTheirDigits() {
    String json =
        "{\"Valute\": [{\"CharCode\": \"USD\", \"Nominal\": 1, \"Value\": 0.000000123456},"
            + "{\"CharCode\": \"EUR\", \"Nominal\": 1, \"Value\": 104.1}]}";
    assertThat(Given.text(JSON, json).rows(FxRates.CONTRACT))
        .extracting(r -> r.cells()[FxRates.CONTRACT.indexOf("value")])
        .containsExactly("0.000000123456", "104.1");
  }

  @Test
  void jsonWithoutRecordsOrBrokenIsRejected() {
    assertThatThrownBy(() -> Given.text(JSON, "{\"Date\": \"x\"}").rows(FxRates.CONTRACT))
        .isInstanceOf(UnreadableFile.class)
        .hasMessage("the json has no 'Valute' with records");
    Given broken = Given.text(JSON, "{\"Valute\": {\n\"USD\": {\"Value\": ");
    assertThatThrownBy(() -> broken.rows(FxRates.CONTRACT))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageStartingWith("not valid json at line ");
    assertThat(rule(broken)).isEqualTo("F04");
  }
}
