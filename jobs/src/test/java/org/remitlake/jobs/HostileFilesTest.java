package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.transfer.Tx;

/** Small files made by hand, as partners and accidents make them; all in one drop folder. */
class HostileFilesTest {
  private static final String HEADER =
      "transaction_id,event_seq,initiated_at,paid_at,status,status_at,send_country,receive_country,"
          + "send_amount,send_currency,fee_amount,fee_currency,receive_amount,receive_currency,"
          + "send_channel,funding_instrument,payout_instrument,sender_pid,beneficiary_pid";
  private static final String A = "a".repeat(64);
  private static final String B = "b".repeat(64);
  private static final String SECRET = "+992 900 123456";

  @TempDir static Path folder;
  private static Bench bench;
  private static IngestReport report;
  private static Map<String, Row> files;

  /** A good row of MTO_01. */
  private static String row(String id, String amount) {
    return id
        + ",1,2020-05-05T10:00:00+03:00,2020-05-05T13:00:00+05:00,PAID,2020-05-05T11:00:00+03:00,"
        + "RUS,TJK,"
        + amount
        + ",RUB,150,RUB,1900.55,TJS,APP,CARD,CARD,"
        + A
        + ","
        + B;
  }

  private static Path file(String name) {
    return folder.resolve("drop").resolve("transfer_MTO_01_" + name + ".csv");
  }

  @BeforeAll
  static void ingest() throws IOException {
    Bench.write(file("good"), HEADER, row("G1", "15000"), row("G2", "15000.50"));
    Files.copy(file("good"), file("good_renamed"));
    Files.write(file("empty"), new byte[0]);
    Bench.write(file("header_only"), HEADER);
    Bench.write(file("no_currency"), HEADER.replace("send_currency", "x"), row("N1", "1000"));
    Bench.write(
        file("wrong_width"),
        HEADER,
        row("W1", "1000") + ",surplus",
        "W2,1,short",
        row("W3", "1000"));
    Bench.write(
        file("open_quote"), HEADER, row("Q1", "1000"), "\"Q2" + ",x".repeat(20), lines(300));
    Bench.write(
        file("line_break"), HEADER, row("\"L\n1\"", "1000"), row("L2", "-5"), row("L3", "0"));
    Bench.write(file("phone"), HEADER, row("P1", "1000").replace(A, SECRET));
    Bench.write(
        file("odd_values"),
        HEADER,
        row("O1", "99999999999999999999"),
        row("O2", "12abc"),
        row("O3", "1000").replace("2020-05-05T10", "2020-13-45T99"),
        row("O4", "1000").replace(",RUB,150", ",XXQ,150"),
        row("O5", "1000").replace("RUS", "Атлантида"),
        row("O6", ""),
        row("O7", "1000").replace(",PAID,", ",ЧТО-ТО,"),
        row("O8", "1.11"),
        row("O9", "999999999999999"));
    // Amounts whose quotients no column can hold.
    Bench.write(
        file("extremes"),
        HEADER,
        row("X1", "0.01").replace(",150,RUB,", ",999999999999999,RUB,"),
        row("X2", "0.01")
            .replace(",150,RUB,", ",99999999999,RUB,")
            .replace(",1900.55,", ",14999999999.85,"),
        row("X3", "999999999999999").replace(",1900.55,", ",0.0001,"),
        row("X4", "0.01")
            .replace(",150,RUB,", ",0,RUB,")
            .replace(",1900.55,", ",999999999999999,"));
    Bench.write(
        folder.resolve("drop/fx_NBT_2020.csv"),
        "Сана;Рамз;Номинал;Қурб",
        "05.05.2020;RUB;1;0,15",
        "05.05.2020;USD;1;10,25");
    Bench.write(
        folder.resolve("drop/quote_SHOPPER_2020Q2.csv"),
        "quote_id,period,collected_on,send_country,receive_country,provider_id,provider_name,"
            + "provider_type,funding_instrument,send_channel,payout_instrument,amount_tier,"
            + "send_amount,send_currency,fee_amount,applied_rate,interbank_rate,"
            + "rate_payout_currency,transparent",
        "Z1,2020-Q2,2020-05-05,RUS,TJK,MTO_02,Operator 02,MTO,CASH,AGENT,CASH,200,"
            + "0.01,RUB,999999999999,0.15,0.15,TJS,true",
        "Z2,2020-Q2,2020-05-05,RUS,TJK,MTO_02,Operator 02,MTO,CASH,AGENT,CASH,200,"
            + "13000,RUB,130,99999,0.000001,TJS,true",
        "Z3,2020-Q2,2020-05-05,RUS,TJK,MTO_02,Operator 02,MTO,CASH,AGENT,CASH,200,"
            + "13000,RUB,130,0.15,0,TJS,true");
    Files.write(
        file("cp1251"),
        (HEADER + "\n" + row("C1", "1000").replace("RUS", "Россия") + "\n")
            .getBytes(Charset.forName("windows-1251")));
    Files.write(
        file("utf16"),
        ("\uFEFF" + HEADER + "\n" + row("U1", "1000") + "\n")
            .getBytes(java.nio.charset.StandardCharsets.UTF_16LE));
    Files.write(file("binary"), new byte[] {0, 1, 2, (byte) 0x81, (byte) 0x98, (byte) 0xFF, 0, 9});
    Bench.write(folder.resolve("drop/notes.txt"), "no profile claims this");
    Bench.write(
        folder.resolve("drop/cbr_XML_daily_evil.xml"),
        "<?xml version=\"1.0\"?><!DOCTYPE v [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
        "<ValCurs Date=\"05.05.2020\"><Valute><CharCode>USD</CharCode><Nominal>1</Nominal>"
            + "<Value>&x;</Value></Valute></ValCurs>");
    Bench.write(folder.resolve("drop/cbr_daily_broken.json"), "{\"Date\": \"2020-05-05\", ");
    bench = new Bench(folder.resolve("lake"));
    report = bench.ingest(folder.resolve("drop"));
    files = new HashMap<>();
    bench
        .lake
        .read(OpsFile.CONTRACT_OF)
        .collectAsList()
        .forEach(r -> files.put(r.getString(r.fieldIndex("file_name")), r));
  }

  private static String lines(int n) {
    return "line\n".repeat(n);
  }

  private static String status(String name) {
    Row file = files.get("transfer_MTO_01_" + name + ".csv");
    return file.getString(file.fieldIndex("status"));
  }

  private static String reason(String name) {
    Row file = files.get(name);
    return file.getString(file.fieldIndex("reason"));
  }

  @Test
  void goodRowsOfEveryReadableFileAreInSilver() {
    List<String> ids =
        bench.lake.read(Tx.CONTRACT).select("transaction_id").collectAsList().stream()
            .map(r -> r.getString(0).replace("\n", "\\n"))
            .sorted()
            .collect(Collectors.toList());
    assertThat(ids).containsExactly("C1", "G1", "G2", "L\\n1", "U1", "W3", "X4");
  }

  @Test
  void brokenRowsAreInQuarantineWithTheirRuleAndLine() {
    Map<String, String> rules = new HashMap<>();
    bench
        .lake
        .read(Quarantine.CONTRACT_OF)
        .join(bench.lake.read(OpsFile.CONTRACT_OF).select("file_id", "file_name"), "file_id")
        .select("file_name", "line_no", "rule_id")
        .collectAsList()
        .forEach(
            r ->
                rules.put(
                    r.getString(0).replaceAll("transfer_MTO_01_|.csv", "") + ":" + r.get(1),
                    r.getString(2)));
    assertThat(rules)
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("extremes:2", "T17_OUT"),
                Map.entry("extremes:3", "T17_OUT"),
                Map.entry("extremes:4", "T10_OUT"),
                Map.entry("wrong_width:2", "F04"),
                Map.entry("wrong_width:3", "F04"),
                Map.entry("line_break:4", "T05"),
                Map.entry("line_break:5", "T05"),
                Map.entry("odd_values:2", "F05"),
                Map.entry("odd_values:3", "F05"),
                Map.entry("odd_values:4", "F10"),
                Map.entry("odd_values:5", "T08"),
                Map.entry("odd_values:6", "M02"),
                Map.entry("odd_values:7", "M01"),
                Map.entry("odd_values:8", "M02"),
                Map.entry("odd_values:9", "T11"),
                Map.entry("odd_values:10", "T10_OUT")));
  }

  @Test
  void filesThatCannotBeReadAreRejectedWholeWithAReason() {
    assertThat(status("good")).isEqualTo("ACCEPTED");
    assertThat(files).doesNotContainKey("transfer_MTO_01_good_renamed.csv");
    assertThat(status("header_only")).isEqualTo("ACCEPTED");
    Row headerOnly = files.get("transfer_MTO_01_header_only.csv");
    assertThat(headerOnly.<String>getList(headerOnly.fieldIndex("findings")))
        .containsExactly("F09");
    assertThat(report.notices())
        .anyMatch(n -> n.contains("header_only.csv: has a header and no rows"));
    assertThat(status("empty")).isEqualTo("REJECTED");
    assertThat(reason("transfer_MTO_01_empty.csv")).startsWith("F06: the file is empty");
    assertThat(reason("transfer_MTO_01_no_currency.csv"))
        .startsWith("F06: no column for mandatory send_currency");
    assertThat(reason("transfer_MTO_01_open_quote.csv")).startsWith("F04: ").contains("line 3");
    assertThat(reason("transfer_MTO_01_phone.csv")).startsWith("F07: line 2: sender_pid");
    assertThat(status("binary")).isEqualTo("REJECTED");
    assertThat(reason("cbr_XML_daily_evil.xml")).startsWith("F0");
    assertThat(reason("cbr_daily_broken.json")).startsWith("F04: not valid json");
    assertThat(report.needsAttention()).isTrue();
    assertThat(report.notices()).anyMatch(n -> n.startsWith("notes.txt: no profile claims"));
  }

  @Test
  void extremeAmountsStopNoIndicator() {
    bench.indicators();
    List<Row> fees =
        bench
            .lake
            .read(IndicatorValues.CONTRACT)
            .where("corridor = 'RUS-TJK' and indicator_id = 'A01' and basis = 'tx'")
            .where("dimensions = '_T'")
            .select("value", "n_unweighted")
            .collectAsList();
    // Fees of G1 1 %, G2 100 * 150 / 15000.5 %, C1, L1, U1, W3 15 % each, X4 none. O9 and X3
    // are above 200,000 dollars at the rate of their day.
    assertThat(fees).hasSize(1);
    assertThat(fees.get(0).getDouble(0))
        .isCloseTo((1 + 100 * 150 / 15000.5 + 4 * 15) / 7, within(1e-9));
    assertThat(fees.get(0).getLong(1)).isEqualTo(7);
  }

  @Test
  void noPersonalValueIsInAnyMessageOrTable() {
    assertThat(report.notices()).noneMatch(n -> n.contains("992"));
    assertThat(
            bench.lake.read(OpsFile.CONTRACT_OF).toJSON().collectAsList().stream()
                .filter(json -> json.contains("992 900")))
        .isEmpty();
  }

  @Test
  void runningAgainChangesNothing() {
    bench.commits.clear();
    bench.ingest(folder.resolve("drop"));
    assertThat(bench.commits).isEmpty();
  }
}
