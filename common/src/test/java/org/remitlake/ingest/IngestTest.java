package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Bronze;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Small files of all contracts from a drop folder to silver, and on to catalogue 12.1's values. */
@SparkTest
class IngestTest {
  private static final String TRANSFERS =
      """
      provider: P1
      contract: transfer
      files: "transfer_P1_*.csv"
      timezone: Europe/Moscow
      constants: {provider_id: P1, provider_type: MTO, send_currency: RUR, fee_currency: RUB,
        receive_currency: TJS, send_channel: AGENT, funding_instrument: CASH,
        payout_instrument: CASH, pid_scope: PROVIDER, is_p2p: "true"}
      columns: {transaction_id: [id], event_seq: [seq], send_country: [from], receive_country: [to],
        initiated_at: [at], status_at: [at], send_amount: [sent], fee_amount: [fee],
        fee_included: [gross], receive_amount: [received], status: [status], sender_pid: [sender],
        beneficiary_pid: [beneficiary]}
      """;
  private static final String RATES =
      """
      provider: NBT
      contract: fx
      files: "fx_*.csv"
      delimiter: ";"
      decimal_mark: ","
      date_layout: DMY_DOTS
      constants: {fx_source: NBT, quote_currency: TJS}
      columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
      """;
  private static final String QUOTES =
      """
      provider: SHOPPER
      contract: quote
      files: "quote_*.csv"
      constants: {source: OWN_SHOPPER, period: 2024-Q1, collected_on: 2024-02-15, send_country: RUS,
        receive_country: TJK, send_currency: RUB, rate_payout_currency: TJS,
        interbank_rate: "0.1340", payout_instrument: CASH}
      columns: {provider_id: [provider], provider_type: [type], funding_instrument: [funding],
        speed_class: [speed], coverage: [coverage], transparent: [told]}
      tiers:
        "200": {send_amount: [a2], fee_amount: [f2], applied_rate: [x2]}
        "500": {send_amount: [a5], fee_amount: [f5], applied_rate: [x5]}
      """;

  private static final String HEADER =
      "id,seq,from,to,at,sent,fee,gross,received,status,sender,beneficiary\n";

  private final List<String> commits = new ArrayList<>();

  private static Settings settings(Path conf, String key) throws IOException {
    Path providers = Files.createDirectories(conf.resolve("providers"));
    Files.writeString(providers.resolve("P1.yaml"), TRANSFERS);
    Files.writeString(providers.resolve("NBT.yaml"), RATES);
    Files.writeString(providers.resolve("SHOPPER.yaml"), QUOTES);
    Files.writeString(conf.resolve("codes.yaml"), "country: {Россия: RUS}\ncurrency: {RUR: RUB}\n");
    return new Settings(
        Profiles.read(conf, Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        key,
        0.05,
        20);
  }

  private static String transfer(String id, String at, String amounts, String status) {
    return "%s,1,Россия,TJK,%s,%s,%s,passport of %s,friend of %s\n"
        .formatted(id, at, amounts, status, id, id);
  }

  /**
   * T1 to T5 of the catalogue, near the ends of the quarter in Moscow, and rows that must not
   * count.
   */
  private static void fillDrop(Path drop) throws IOException {
    Files.createDirectories(drop);
    Files.writeString(
        drop.resolve("transfer_P1_2024-Q1.csv"),
        HEADER
            + transfer("T1", "2024-02-15 10:00", "15000,150,no,1987.50", "PAID")
            // 31 March 22:30 and 23:30 in Moscow; 1 January 00:30.
            + transfer("T2", "2024-04-01T00:30:00+05:00", "8000,80,no,1064.00", "PAID")
            + transfer("T3", "2024-03-31 23:30", "40000,0,no,5260.00", "PAID")
            // The fee was taken out of the 20,200: the principal is 20,000.
            + transfer("T4", "2024-01-01 00:30", "20200,200,yes,2650.00", "PAID")
            + transfer("T5", "2024-02-15 10:00", "16000,240,no,2136.00", "PAID")
            + transfer("T1", "2024-02-15 10:00", "15000,150,no,1987.50", "PAID")
            + transfer("off", "2024-02-15 10:00", "9000,90,no,1000.00", "CANCELLED")
            + transfer("back", "2024-02-15 10:00", "9000,90,no,1000.00", "PAID")
            + transfer("back", "2024-02-16 10:00", "-9000,-90,no,-1000.00", "PAID")
                .replace("back,1,", "back,2,")
            + transfer("odd", "2024-02-15 10:00", "9000,90,no,1000.00", "LOST")
            + transfer("far", "2024-02-15 10:00", "9000,90,no,1000.00", "PAID")
                .replace("TJK", "KGZ"));
    Files.writeString(
        drop.resolve("fx_2024.csv"),
        """
        date;code;nominal;value
        29.12.2023;RUB;10;1,340
        15.02.2024;RUB;10;1,340
        29.03.2024;RUB;10;1,340
        15.02.2024;USD;1;10,72
        """);
    Files.writeString(
        drop.resolve("quote_2024.csv"),
        """
        provider,type,funding,speed,coverage,told,a2,f2,x2,a5,f5,x5
        Q1,MTO,CASH,LT1H,HIGH,yes,16000,160,0.1327,40000,400,0.1328
        Q2,MTO,CARD,LT1H,HIGH,yes,16000,0,0.1315,40000,0,0.1315
        Q3,BANK,CARD,LT1H,HIGH,yes,16000,240,0.1335,40000,600,0.1335
        Q4,BANK,ACCOUNT,D3_5,MEDIUM,yes,16000,900,0.1332,40000,900,0.1332
        Q5,POST,CASH,D2,HIGH,no,16000,320,,40000,800,
        Q6,EMI,WALLET,LT1H,LOW,yes,16000,80,0.1318,40000,200,0.1318
        """);
    Files.writeString(drop.resolve("fx_broken.csv"), "date;nominal;value\n15.02.2024;1;1,5\n");
    Files.writeString(drop.resolve("notes.txt"), "call the bank");
  }

  private IngestReport ingest(Lake lake, Settings settings, Path drop) {
    commits.clear();
    return Ingest.run(lake, settings, List.of(drop.toString()), progress -> {});
  }

  private static List<String> states(Lake lake) {
    return lake
        .read(Tx.CONTRACT)
        .selectExpr("transaction_id || ' ' || final_state || ' ' || array_join(flags, ' ')")
        .collectAsList()
        .stream()
        .map(r -> r.getString(0).strip())
        .sorted()
        .toList();
  }

  @Test
  void filesBecomeSilverAndTheCataloguesValues(SparkSession spark, @TempDir Path folder)
      throws IOException {
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), commits::add);
    Settings settings = settings(folder.resolve("conf"), "a key for tests");
    Path drop = folder.resolve("drop");
    fillDrop(drop);

    IngestReport report = ingest(lake, settings, drop);
    assertThat(report.files()).isEqualTo(Map.of("accepted", 3L, "rejected", 1L, "unclaimed", 1L));
    // 11 transfer rows, 4 rates, 12 quotes. Set aside: 'odd' and, without blame, 'far'.
    assertThat(new TreeMap<>(report.rows()))
        .containsEntry("read", 27L)
        .containsEntry("duplicate", 1L)
        .containsEntry("quarantined", 1L)
        .containsEntry("out_of_scope", 1L)
        .containsEntry("held", 0L)
        .containsEntry("accepted", 24L);
    assertThat(report.notices())
        .anySatisfy(n -> assertThat(n).contains("notes.txt: no profile claims this name"))
        .anySatisfy(
            n ->
                assertThat(n)
                    .contains("fx_broken.csv: rejected whole (F06: no column for mandatory base"));
    assertThat(states(lake))
        .containsExactly(
            "T1 PAID T08",
            "T2 PAID T08",
            "T3 PAID T08",
            "T4 PAID T08",
            "T5 PAID T08",
            "back REVERSED T08 T04",
            "off CANCELLED T08");
    assertThat(lake.rows(TxEvent.CONTRACT)).isEqualTo(8);
    noRawIdsAreKept(lake);

    Gold.run(lake);
    Gold gold = Gold.read(lake);
    assertThat(value(gold.total("A30", "RUS-TJK", "2024-Q1")))
        .isCloseTo(1.9469320066335047, within(1e-8));
    assertThat(value(gold.total("A31", "RUS-TJK", "2024-Q1")))
        .isCloseTo(1.9447761194029836, within(1e-8));
    assertThat(value(gold.total("A32", "RUS-TJK", "2024-Q1")))
        .isCloseTo(1.8731343283582045, within(1e-8));
    assertThat(value(gold.total("B01", "RUS-TJK", "2024-Q1"))).isEqualTo(5);
    assertThat(value(gold.row("A10", "usd200", "RUS-TJK", "2024-Q1", "_T", "_T")))
        .isCloseTo(2.8145522388059687, within(1e-8));
    assertThat(value(gold.row("A10", "usd500", "RUS-TJK", "2024-Q1", "_T", "_T")))
        .isCloseTo(2.1246268656716416, within(1e-8));
    assertThat(value(gold.row("A12", "usd200", "RUS-TJK", "2024-Q1", "_T", "_T")))
        .isCloseTo(1.9029850746268646, within(1e-8));

    IngestReport again = ingest(lake, settings, drop);
    assertThat(again.files()).isEqualTo(Map.of("known", 3L, "rejected", 1L, "unclaimed", 1L));
    assertThat(commits).isEmpty();

    // A correction: T3 had a fee of 400.
    Files.writeString(
        drop.resolve("transfer_P1_2024-Q1_v2.csv"),
        HEADER + transfer("T3", "2024-03-31 23:30", "40000,400,no,5260.00", "PAID"));
    assertThat(ingest(lake, settings, drop).files()).containsEntry("accepted", 1L);
    assertThat(states(lake)).hasSize(7).contains("T3 PAID T08 T01", "T1 PAID T08");
    assertThat(lake.read(Tx.CONTRACT).where("fee = 400").count()).isEqualTo(1);
  }

  /** In bronze ids are keyed hashes, also those of rows that were set aside. */
  private static void noRawIdsAreKept(Lake lake) {
    List<Row> bronze = lake.read(Bronze.of(Transfers.CONTRACT)).where("row_no > 0").collectAsList();
    assertThat(bronze).hasSize(11);
    for (Row row : bronze) {
      assertThat(row.toString()).doesNotContain("passport", "friend of");
      assertThat(row.getString(row.fieldIndex("sender_pid"))).matches("[0-9a-f]{64}");
    }
    List<Row> quarantine = lake.read(Quarantine.CONTRACT_OF).collectAsList();
    assertThat(quarantine).hasSize(2);
    assertThat(quarantine.toString()).doesNotContain("passport", "friend of");
  }

  @Test
  void unhashedIdsAreRefusedWithoutAKey(SparkSession spark, @TempDir Path folder)
      throws IOException {
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), commits::add);
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(
        drop.resolve("transfer_P1_x.csv"),
        HEADER + transfer("T1", "2024-02-15 10:00", "15000,150,no,1987.50", "PAID"));
    IngestReport report = ingest(lake, settings(folder.resolve("conf"), ""), drop);
    assertThat(report.files()).isEqualTo(Map.of("rejected", 1L));
    assertThat(report.notices()).hasSize(1);
    assertThat(report.notices().get(0))
        .contains("F07", "REMIT_PSEUDONYM_KEY")
        .doesNotContain("passport");
    assertThat(lake.exists(Bronze.of(Transfers.CONTRACT))).isFalse();
    assertThat(lake.exists(Tx.CONTRACT)).isFalse();
  }
}
