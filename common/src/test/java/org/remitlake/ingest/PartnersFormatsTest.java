package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.Packed.number;
import static org.remitlake.testing.Packed.reference;
import static org.remitlake.testing.Packed.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Postings;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.testing.Packed;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;

/** Files as the World Bank, central banks and banks send them, by the profiles of {@code conf}. */
@SparkTest
class PartnersFormatsTest {
  private static final String COUNTRIES =
      "source_code|source_name|source_region|source_income|source_lending|source_G8G20|"
          + "destination_code|destination_name|destination_region|destination_income|"
          + "destination_lending|destination_G8G20";
  private static final String COSTS =
      "cc1 lcu amount|cc1 denomination amount|cc1 lcu code|cc1 lcu fee|cc1 lcu fx rate|"
          + "cc1 fx margin|cc1 total cost %|cc2 lcu amount|cc2 denomination amount|cc2 lcu code|"
          + "cc2 lcu fee|cc2 lcu fx rate|cc2 fx margin|cc2 total cost %|inter lcu bank fx|transparent";

  /** The 41 headings up to Q1 2016, and the 42 from Q2 2016 on. */
  private static final List<String> UP_TO_2016 =
      headings(
          "id|period|%s|firm|firm_type|product|sending location|speed actual|%s|note1|note2|coverage|"
              + "pick-up method|date|corridor");

  private static final List<String> FROM_2016 =
      headings(
          "id|period|%s|firm|firm_type|payment instrument|access point|speed actual|%s|Standard Note|"
              + "note2|receiving network coverage|pickup location|pickup method|date|corridor");

  @TempDir static Path folder;
  private static Lake lake;
  private static IngestReport report;

  private static List<String> headings(String names) {
    return List.of(names.formatted(COUNTRIES, COSTS).split("\\|", -1));
  }

  /** A row of a sheet: {@code "heading=5"} is a number, {@code "heading='5"} a text. */
  private static String row(int number, List<String> headings, String... cells) {
    String[] all = new String[headings.size()];
    java.util.Arrays.fill(all, "");
    for (String cell : cells) {
      int at = cell.indexOf('=');
      int column = headings.indexOf(cell.substring(0, at));
      String value = cell.substring(at + 1);
      String name = reference(column, number);
      boolean isNumber = value.matches("-?[0-9.]+");
      int style = headings.get(column).equals("date") ? 1 : 0;
      all[column] =
          isNumber ? number(name, style, value) : text(name, value.replaceFirst("^'", ""));
    }
    return "<row r=\"%d\">%s</row>".formatted(number, String.join("", all));
  }

  /**
   * Service rows of Remittance Prices Worldwide (World Bank, CC BY 4.0) in the workbook's layout;
   * ids, places and the odd values are made up.
   */
  private static byte[] workbook() {
    String[] moneyGram = {
      "id=1",
      "period=2011_1Q",
      "source_code=TZA",
      "destination_code=KEN",
      "firm=MoneyGram ",
      "firm_type=Money Transfer Operator",
      "product=Cash to cash",
      "sending location=Not available",
      "speed actual=Less than one hour",
      "cc1 lcu amount=295000",
      "cc1 lcu code=TZS",
      "cc1 lcu fee=20650",
      "cc1 lcu fx rate=0.000651",
      "cc1 fx margin=1.36",
      "cc1 total cost %=8.36",
      "cc2 lcu amount=735000",
      "cc2 lcu code=TZS",
      "cc2 lcu fee=38220",
      "cc2 lcu fx rate=0.000651",
      "cc2 fx margin=1.36",
      "cc2 total cost %=6.56",
      "inter lcu bank fx=0.00066",
      "transparent=yes",
      "note1=Through MoneyGram",
      "coverage=Nationwide",
      "pick-up method=Cash",
      "date=24/Jan/2011"
    };
    String[] undisclosed = {
      "id=2",
      "period=2011_3Q",
      "source_code=KEN",
      "destination_code=UGA",
      "firm=Posta Kenya",
      "firm_type=Post office",
      "product=Cash to cash",
      "sending location=at Branch",
      "speed actual=3-5 days",
      "cc1 lcu amount=18000",
      "cc1 lcu code=KES",
      "cc1 lcu fee=1500",
      "cc1 lcu fx rate=1",
      "cc1 fx margin=0",
      "cc1 total cost %=8.33",
      "cc2 lcu amount=45000",
      "cc2 lcu code=KES",
      "cc2 lcu fee=2500",
      "cc2 lcu fx rate=1",
      "cc2 fx margin=0",
      "cc2 total cost %=5.56",
      "inter lcu bank fx=1",
      "transparent=no",
      "coverage=N/A",
      "pick-up method=Cash",
      "date=06/Sep/2011"
    };
    String[] wallet = {
      "id=900001",
      "period=2025_1Q",
      "source_code=RWA",
      "destination_code=KEN",
      "firm=MTN Mobile Money",
      "firm_type=Mobile Operator",
      "payment instrument=Mobile money",
      "access point=Mobile phone",
      "speed actual=Less than one hour",
      "cc1 lcu amount=150000",
      "cc1 lcu code=RWF",
      "cc1 lcu fee=2000",
      "cc1 lcu fx rate=0.087",
      "cc1 fx margin=5.66",
      "cc1 total cost %=6.99",
      "cc2 lcu amount=375000",
      "cc2 lcu code=RWF",
      "cc2 lcu fee=4800",
      "cc2 lcu fx rate=0.087",
      "cc2 fx margin=5.66",
      "cc2 total cost %=6.94",
      "inter lcu bank fx=0.092217065",
      "transparent=Yes",
      "receiving network coverage=low",
      "pickup method=Mobile wallet",
      "date=45705"
    };
    String helperKeys =
        number(reference(42, 3), 0, "2025") + text(reference(43, 3), "RWA2025") + "</row>";
    return new Packed()
        .sheet("Terms of Use", Packed.row(1, "Terms"))
        .sheet("Legend", Packed.row(1, "id", "not persistent"))
        .sheet(
            "Dataset (up to Q1 2016)",
            Packed.row(1, UP_TO_2016.toArray(String[]::new)),
            row(2, UP_TO_2016, moneyGram),
            row(3, UP_TO_2016, undisclosed))
        .sheet(
            "Dataset (from Q2 2016)",
            Packed.row(1, FROM_2016.toArray(String[]::new)),
            row(2, FROM_2016, wallet),
            row(3, FROM_2016, changed(wallet, "firm=azimo", "source_code=CMR", "cc1 lcu code=CFA"))
                .replace("</row>", helperKeys),
            row(4, FROM_2016, changed(wallet, "firm=Azimo", "source_code=SEN", "cc1 lcu code=CFA")),
            row(
                5,
                FROM_2016,
                changed(
                    wallet,
                    "firm=Several",
                    "period=2024_3Q",
                    "destination_code=KSV",
                    "payment instrument=Cash,Debit/credit card",
                    "access point=Agent,Internet",
                    "cc1 lcu fee='2000.00",
                    "cc1 total cost %='6.99",
                    "inter lcu bank fx=0",
                    "date=21/May/2024")))
        .bytes();
  }

  private static String[] changed(String[] row, String... changes) {
    List<String> cells = new ArrayList<>(List.of(row));
    for (String change : changes) {
      cells.removeIf(c -> c.startsWith(change.substring(0, change.indexOf('=') + 1)));
      cells.add(change);
    }
    return cells.toArray(String[]::new);
  }

  private static String payment(String version, String... transactions) {
    return "<?xml version=\"1.0\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pacs.008.001."
        + version
        + "\"><FIToFICstmrCdtTrf><GrpHdr><MsgId>M1</MsgId><CreDtTm>2024-02-15T13:00:00</CreDtTm>"
        + "<IntrBkSttlmDt>2024-02-15</IntrBkSttlmDt></GrpHdr>\n"
        + String.join("\n", transactions)
        + "</FIToFICstmrCdtTrf></Document>";
  }

  private static String transaction(String ids, String amounts) {
    return "<CdtTrfTxInf><PmtId>%s</PmtId>%s".formatted(ids, amounts)
        + "<Dbtr><Nm>Rahimov Karim</Nm><PstlAdr><StrtNm>Rudaki</StrtNm><Ctry>RU</Ctry></PstlAdr>"
        + "<Id><PrvtId><Othr><Id>A1234567</Id></Othr></PrvtId></Id></Dbtr>"
        + "<DbtrAcct><Id><Othr><Id>40817810000000000001</Id></Othr></Id></DbtrAcct>"
        + "<CdtrAgt><FinInstnId><BICFI>AAAATJ22</BICFI></FinInstnId></CdtrAgt>"
        + "<Cdtr><Nm>Rahimova Zuhro</Nm><PstlAdr><Ctry>TJ</Ctry></PstlAdr></Cdtr>"
        + "<CdtrAcct><Id><IBAN>AD1200012030200359100100</IBAN></Id></CdtrAcct>"
        + "<RmtInf><Ustrd>for Zuhro</Ustrd></RmtInf></CdtTrfTxInf>";
  }

  private static String amounts(String charges) {
    return "<IntrBkSttlmAmt Ccy=\"TJS\">1340.00</IntrBkSttlmAmt><InstdAmt Ccy=\"RUB\">10000.00"
        + "</InstdAmt><XchgRate>0.134</XchgRate><ChrgBr>SHAR</ChrgBr>"
        + charges;
  }

  private static String charge(String amount) {
    return "<ChrgsInf><Amt Ccy=\"RUB\">%s</Amt></ChrgsInf>".formatted(amount);
  }

  private static String statement(String version, String status, String day) {
    String entry =
        """
        <Ntry><Amt Ccy="TJS">%s</Amt><CdtDbtInd>%s</CdtDbtInd>%s<Sts>%s</Sts><BookgDt>%s</BookgDt>\
        <ValDt><Dt>2024-02-16</Dt></ValDt><AcctSvcrRef>%s</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd>\
        <Fmly><Cd>%s</Cd><SubFmlyCd>%s</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>%s</NtryDtls>\
        </Ntry>
        """;
    String details =
        "<TxDtls><Refs><EndToEndId>%s</EndToEndId></Refs><RltdPties><Dbtr><Nm>Rahimov Karim</Nm>"
            + "</Dbtr></RltdPties></TxDtls>";
    String booked = status.formatted("BOOK");
    String one = details.formatted("E2E-1");
    return "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.%s\">".formatted(version)
        + "<BkToCstmrStmt><Stmt><Acct><Id><Othr><Id>20206972%s</Id></Othr></Id>".formatted(version)
        + "<Ownr><Nm>Rahimova Zuhro</Nm></Ownr></Acct>\n"
        + entry.formatted("1987.50", "CRDT", "", booked, day, version + "-1", "RCDT", "XBCT", one)
        + entry.formatted(
            "50.00",
            "DBIT",
            "<RvslInd>false</RvslInd>",
            booked,
            day,
            version + "-2",
            "CCRD",
            "CWDL",
            details.formatted("NOTPROVIDED"))
        + entry.formatted(
            "50.00",
            "CRDT",
            "<RvslInd>true</RvslInd>",
            booked,
            day,
            version + "-3",
            "CCRD",
            "CWDL",
            one + details.formatted("E2E-2"))
        + entry.formatted(
            "9.00", "DBIT", "", status.formatted("PDNG"), day, version + "-4", "MDOP", "FEES", "")
        + "</Stmt></BkToCstmrStmt></Document>";
  }

  private static void put(String name, String text) throws IOException {
    Files.writeString(Files.createDirectories(folder.resolve("drop")).resolve(name), text);
  }

  @BeforeAll
  static void ingest(SparkSession spark) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.write(drop.resolve("rpw_dataset_2011_2025_q1.xlsx"), workbook());
    Path real = Path.of("..", "sample-data", "real");
    for (String file :
        List.of("cbr_XML_daily_2023-09-27_extract.xml", "cbr_daily_2022-02-03.json")) {
      Files.copy(real.resolve(file), drop.resolve(file));
    }
    put(
        "nbt_export_xml_2020-01-31.xml",
        """
        <?xml version="1.0" encoding="utf-8"?><ValCurs Date="2020-01-31" name="Official rates">
        <Valute ID="643"><CharCode>RUB</CharCode><Nominal>10</Nominal><Value>1.5340</Value></Valute>
        </ValCurs>
        """);
    put(
        "nbt_export_xml_dynamic_RUB.xml",
        """
        <?xml version="1.0" encoding="windows-1251"?><ValCurs name="Dynamics">
        <Record Date="01.02.2020"><CharCode>RUB</CharCode><Nominal>1</Nominal><Value>0.1530</Value>
        </Record></ValCurs>
        """);
    put(
        "cba_ExchangeRatesByDate_2024-02-15.xml",
        """
        <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
        <ExchangeRatesByDateResponse xmlns="http://www.cba.am/"><ExchangeRatesByDateResult>
        <CurrentDate>2024-02-15T00:00:00+04:00</CurrentDate>
        <PreviousAvailableDate>2024-02-14T00:00:00+04:00</PreviousAvailableDate><Rates>
        <ExchangeRate><ISO>JPY</ISO><Amount>10</Amount><Rate>26.94</Rate><Difference>0.1</Difference>
        </ExchangeRate></Rates></ExchangeRatesByDateResult></ExchangeRatesByDateResponse></soap:Body>
        </soap:Envelope>
        """);
    // Three days of the Central Bank of Armenia's official rates.
    put(
        "cba_usd_amd_daily_extract.csv",
        """
        date,year,FX_ISO,AMD
        2000-01-01,2000,USD,553.13
        2000-01-02,2000,USD,552.04
        2000-01-03,2000,USD,523.7700000000001
        """);
    put("camt053_february.xml", statement("02", "%s", "<Dt>2024-02-15</Dt>"));
    put(
        "camt053_march.xml",
        statement("08", "<Cd>%s</Cd>", "<DtTm>2024-02-15T16:41:00+05:00</DtTm>"));
    put(
        "pacs008_one.xml",
        payment(
            "02",
            transaction(
                "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T1</TxId>", amounts(charge("100.00")))));
    put(
        "pacs008_two.xml",
        payment(
            "08",
            transaction(
                "<EndToEndId>E2E-1</EndToEndId><TxId>T2</TxId>",
                "<AccptncDtTm>2024-02-15T12:59:00+03:00</AccptncDtTm>" + amounts(charge("100.00"))),
            transaction(
                "<EndToEndId>NOTPROVIDED</EndToEndId><TxId>T3</TxId><UETR>u3</UETR>",
                amounts(charge("100.00") + charge("50.00")))));
    lake = new Lake(spark, folder.resolve("lake").toString(), commit -> {});
    Settings settings =
        new Settings(
            Profiles.read(Path.of("..", "conf"), Ingest.CONTRACTS),
            Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
            "a key for tests",
            0.9,
            20);
    report = Ingest.run(lake, settings, List.of(drop.toString()), p -> {});
  }

  private static List<String> rows(TableContract table, String where, String... columns) {
    String cells =
        Stream.of(columns)
            .map("coalesce(cast(%s as string), '-')"::formatted)
            .collect(java.util.stream.Collectors.joining(", "));
    return lake
        .read(table)
        .where(where)
        .selectExpr("concat_ws(' ', " + cells + ")")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .sorted()
        .toList();
  }

  @Test
  void everyFileIsTakenAndEveryRowIsAccountedFor() {
    assertThat(report.files()).isEqualTo(Map.of("accepted", 11L));
    // 12 quotes, 13 + 34 + 1 + 1 + 1 + 3 rates, 6 postings, 3 transfers; of these one has two
    // charges.
    assertThat(report.rows().get("read")).isEqualTo(74L);
    assertThat(report.rows().get("quarantined")).isEqualTo(1L);
    assertThat(report.rows().get("accepted")).isEqualTo(73L);
  }

  @Test
  void quotesOfBothLayoutsOfTheWorkbookAreInSilver() {
    assertThat(
            rows(
                Quote.CONTRACT,
                "amount_tier = 200",
                "quarter",
                "corridor",
                "collected_on",
                "provider_id",
                "provider_type",
                "funding_instrument",
                "send_channel",
                "payout_instrument",
                "coverage",
                "cast(total_cost_pct as decimal(5,2))"))
        .containsExactly(
            "2011-Q1 TZA-KEN 2011-01-24 MONEYGRAM MTO CASH - CASH - 8.36",
            "2011-Q3 KEN-UGA 2011-09-06 POSTA KENYA POST CASH BRANCH CASH - -",
            "2024-Q3 RWA-XKX 2024-05-21 SEVERAL EMI OTHER OTHER WALLET LOW 6.99",
            "2025-Q1 CMR-KEN 2025-02-17 AZIMO EMI WALLET APP WALLET LOW 6.99",
            "2025-Q1 RWA-KEN 2025-02-17 MTN MOBILE MONEY EMI WALLET APP WALLET LOW 6.99",
            "2025-Q1 SEN-KEN 2025-02-17 AZIMO EMI WALLET APP WALLET LOW 6.99");
    assertThat(lake.rows(Quote.CONTRACT)).isEqualTo(12);
  }

  @Test
  void placeholdersOfTheWorkbookAreNoRatesMarginsOrCurrencies() {
    assertThat(
            rows(
                Quote.CONTRACT,
                "amount_tier = 200 and size(flags) > 0",
                "provider_id",
                "send_currency",
                "applied_rate",
                "interbank_rate",
                "fx_margin_pct",
                "is_disclosed",
                "array_join(flags, ' ')"))
        .containsExactly(
            "AZIMO XAF 0.087000000000 0.092217065000 5.660000000000 true Q07",
            "POSTA KENYA KES - - - false Q01 Q02",
            "SEVERAL RWF 0.087000000000 - 5.660000000000 true Q01");
    assertThat(rows(Quote.CONTRACT, "corridor like 'SEN%'", "send_currency"))
        .containsExactly("RWF", "XOF");
  }

  // 100 som cost 90.1694 roubles on 3 February 2022, 10 som 10.8486 on 27 September 2023.
  @Test
  void bothListsOfTheBankOfRussiaGiveRoublesPerSomWhateverTheirNominal() {
    assertThat(
            rows(
                FxMid.CONTRACT,
                "base_currency = 'KGS'",
                "rate_date",
                "nominal",
                "quote_currency",
                "unit_rate"))
        .containsExactly("2022-02-03 100 RUB 0.901694000000", "2023-09-27 10 RUB 1.084860000000");
    // What was valid the day before stands there too, and is not taken for another rate.
    assertThat(rows(FxMid.CONTRACT, "fx_source = 'CBR'", "rate_date")).hasSize(13 + 34);
  }

  @Test
  void listsOfTheNationalBankOfTajikistanAndTheCentralBankOfArmeniaAreRates() {
    assertThat(
            rows(
                FxMid.CONTRACT,
                "fx_source <> 'CBR'",
                "fx_source",
                "rate_date",
                "base_currency",
                "quote_currency",
                "unit_rate"))
        .containsExactly(
            "CBA 2000-01-01 USD AMD 553.130000000000",
            "CBA 2000-01-02 USD AMD 552.040000000000",
            "CBA 2000-01-03 USD AMD 523.770000000000",
            "CBA 2024-02-15 JPY AMD 2.694000000000",
            "NBT 2020-01-31 RUB TJS 0.153400000000",
            "NBT 2020-02-01 RUB TJS 0.153000000000");
  }

  @Test
  void bookedEntriesOfStatementsArePostings() {
    assertThat(
            rows(
                Postings.CONTRACT,
                "true",
                "posting_id",
                "booked_at",
                "value_on",
                "direction",
                "cast(amount as decimal(9,2))",
                "currency",
                "type",
                "end_to_end_id",
                "length(account_pid)"))
        .containsExactly(
            "02-1 2024-02-15 00:00:00 2024-02-16 C 1987.50 TJS REMIT_CREDIT E2E-1 64",
            "02-2 2024-02-15 00:00:00 2024-02-16 D 50.00 TJS ATM - 64",
            // Of an entry with two payments, neither's id is the entry's.
            "02-3 2024-02-15 00:00:00 2024-02-16 C 50.00 TJS REVERSAL - 64",
            "08-1 2024-02-15 11:41:00 2024-02-16 C 1987.50 TJS REMIT_CREDIT E2E-1 64",
            "08-2 2024-02-15 11:41:00 2024-02-16 D 50.00 TJS ATM - 64",
            "08-3 2024-02-15 11:41:00 2024-02-16 C 50.00 TJS REVERSAL - 64");
    assertThat(rows(Postings.CONTRACT, "true", "account_pid").stream().distinct()).hasSize(2);
  }

  @Test
  void paymentMessagesAreTransfers() {
    assertThat(
            rows(
                Tx.CONTRACT,
                "true",
                "transaction_id",
                "corridor",
                "initiated_at",
                "cast(principal as decimal(9,2))",
                "cast(fee as decimal(9,2))",
                "cast(delivered as decimal(9,2))",
                "delivered_currency",
                "applied_fx_rate",
                "final_state",
                "length(sender_pid)"))
        .containsExactly(
            // Made at 13:00 in Moscow.
            "T1 RUS-TJK 2024-02-15 10:00:00 10000.00 100.00 1340.00 TJS 0.134000000000 PAID 64",
            "T2 RUS-TJK 2024-02-15 09:59:00 10000.00 100.00 1340.00 TJS 0.134000000000 PAID 64");
    assertThat(rows(Bronze.of(Transfers.CONTRACT), "row_no > 0", "transaction_id", "end_to_end_id"))
        .containsExactly("T1 -", "T2 E2E-1", "T3 u3");
    // Two charges: which of them, or both, is the sender's fee is not known.
    assertThat(rows(Quarantine.CONTRACT_OF, "true", "rule_id", "line_no")).containsExactly("M01 4");
  }

  @Test
  void namesAccountsDocumentsAndTextsAreNowhere() {
    for (DeliveryContract contract : List.of(Transfers.CONTRACT, Postings.DELIVERED)) {
      for (Row row : lake.read(Bronze.of(contract)).collectAsList()) {
        assertThat(row.toString())
            .doesNotContain("Rahimov", "Zuhro", "Rudaki", "A1234567")
            .doesNotContain("40817810000000000001", "AD12000120302003", "20206972");
      }
    }
  }
}
