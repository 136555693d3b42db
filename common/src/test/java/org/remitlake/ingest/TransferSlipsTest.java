package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Amounts held against the reference rates of the day (rules T09 and T10). */
@SparkTest
class TransferSlipsTest {
  private static final String DAY = "2024-01-20T10:00:00Z";

  private static Map<String, String> amounts(String id, String sent, String received, String rate) {
    return transfer(
        id,
        DAY,
        "send_amount",
        sent,
        "fee_amount",
        "0",
        "receive_amount",
        received,
        "applied_fx_rate",
        rate);
  }

  /** A file of so many transfers, numbered from 1, of the same amounts. */
  private static List<Map<String, String>> alike(
      String prefix, int rows, String sent, String received, String rate) {
    List<Map<String, String>> alike = new ArrayList<>();
    for (int i = 1; i <= rows; i++) {
      alike.add(amounts(prefix + i, sent, received, rate));
    }
    return alike;
  }

  @Test
  void referenceRatesTellOfSwappedAmountsAndKopeksInWhateverOrderFilesCome(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    // Somoni 0.13 per rouble, 90 roubles per dollar: 15,000 dollars are 1,350,000 roubles.
    Path fx =
        drops.file(
            "fx_1",
            "fx_source,base_currency,quote_currency,nominal,value,rate_date",
            "NBT,RUB,TJS,1,0.13,2024-01-19",
            "CBR,USD,RUB,1,90,2024-01-19");
    List<Map<String, String>> single = new ArrayList<>();
    // 10,000 / 0.13 = 76,923.08; 4 % more is near enough, 6 % is not.
    single.add(amounts("swapped", "10000", "76923.08", ""));
    single.add(amounts("swapped4", "10000", "80000", ""));
    single.add(amounts("not6", "10000", "81538.46", ""));
    single.add(amounts("usual", "10000", "1300", "0.13"));
    single.add(amounts("usd15000", "1350000", "175500", "0.13"));
    single.add(amounts("above", "1350001", "175500.13", "0.13"));
    single.add(amounts("usd200000", "18000000", "2340000", "0.13"));
    single.add(amounts("beyond", "18000001", "2340000.13", "0.13"));
    single.add(
        transfer(
            "norate",
            "2023-01-20T10:00:00Z",
            "send_amount",
            "1300",
            "receive_amount",
            "10000",
            "applied_fx_rate",
            "",
            "fee_amount",
            "0"));
    List<Map<String, String>> swapped = alike("s", 19, "1300", "10000", "0.13");
    swapped.add(amounts("s20", "1300", "10000", ""));
    List<Map<String, String>> mostly = alike("m", 18, "1300", "10000", "0.13");
    mostly.addAll(alike("n", 2, "10000", "1300", "0.13"));
    // A median of 10,000 dollars is one of kopeks where no amount has a cent.
    List<Map<String, String>> whole = alike("w", 30, "900000", "117000", "0.13");
    whole.addAll(alike("v", 20, "2000000", "260000", "0.13"));
    List<Map<String, String>> dear = alike("d", 30, "900000", "117000", "0.13");
    dear.addAll(alike("e", 20, "2000000.50", "260000.07", "0.13"));
    Path[] files = {
      TransferFiles.file(drops, "transfer_whole", whole),
      TransferFiles.file(drops, "transfer_dear", dear),
      TransferFiles.file(drops, "transfer_low", alike("l", 20, "500000", "650", "0.13")),
      TransferFiles.file(drops, "transfer_single", single),
      TransferFiles.file(drops, "transfer_swapped", swapped),
      TransferFiles.file(drops, "transfer_mostly", mostly),
      TransferFiles.file(drops, "transfer_turned", alike("t", 20, "10000", "1300", "7.6923077")),
      TransferFiles.file(drops, "transfer_kopeks", alike("k", 20, "2000000", "260000", "0.13")),
      TransferFiles.file(drops, "transfer_sent", alike("h", 20, "2000000", "2600", "0.13")),
      TransferFiles.file(drops, "transfer_few", alike("f", 19, "2000000", "260000", "0.13")),
    };

    Lake lake = drops.lake("a");
    List<Path> all = new ArrayList<>(List.of(files));
    all.add(fx);
    IngestReport report = drops.ingest(lake, all.toArray(Path[]::new));
    assertThat(report.notices())
        .anyMatch(notice -> notice.startsWith("transfer_swapped.csv: In the whole file"));
    Map<String, String> silver =
        Drops.silver(
            lake,
            Tx.CONTRACT,
            "transaction_id",
            "concat_ws(' ', send_amount, fee, delivered, applied_fx_rate, array_join(flags, ' '))");
    assertThat(silver)
        .containsEntry("not6", "10000.0000 0.0000 81538.4600 ")
        .containsEntry("usual", "10000.0000 0.0000 1300.0000 0.130000000000 ")
        .containsEntry("usd15000", "1350000.0000 0.0000 175500.0000 0.130000000000 ")
        .containsEntry("above", "1350001.0000 0.0000 175500.1300 0.130000000000 T10")
        .containsEntry("usd200000", "18000000.0000 0.0000 2340000.0000 0.130000000000 T10")
        .containsEntry("norate", "1300.0000 0.0000 10000.0000 ")
        .containsEntry("s1", "10000.0000 0.0000 1300.0000 0.130000000000 T09_FILE")
        .containsEntry("s20", "10000.0000 0.0000 1300.0000 T09_FILE")
        .containsEntry("n1", "10000.0000 0.0000 1300.0000 0.130000000000 ")
        .containsEntry("t1", "10000.0000 0.0000 1300.0000 0.129999999870 T07_INV")
        .containsEntry("k1", "20000.0000 0.0000 2600.0000 0.130000000000 T10_FILE")
        .containsEntry("h1", "20000.0000 0.0000 2600.0000 0.130000000000 T10_SENT")
        .containsEntry("f1", "2000000.0000 0.0000 260000.0000 0.130000000000 T10")
        .containsEntry("l1", "5000.0000 0.0000 650.0000 0.130000000000 T10_SENT")
        .containsEntry("w1", "9000.0000 0.0000 1170.0000 0.130000000000 T10_FILE")
        .containsEntry("d1", "900000.0000 0.0000 117000.0000 0.130000000000 ")
        .doesNotContainKeys("swapped", "swapped4", "beyond", "m1");
    assertThat(Drops.aside(lake))
        .contains("transfer 2 T09", "transfer 3 T09", "transfer 9 T10_OUT")
        .hasSize(3 + 18);
    assertThat(Drops.books(lake)).contains("transfer_mostly.csv ACCEPTED 20 2 0 18");

    Lake turned = drops.lake("b");
    drops.ingest(turned, files);
    assertThat(Drops.aside(turned)).isEmpty();
    drops.ingest(turned, fx);
    assertThat(Drops.aside(turned)).isEqualTo(Drops.aside(lake));
    assertThat(Drops.books(turned)).isEqualTo(Drops.books(lake));
    assertThat(ContentHash.of(turned, Tx.CONTRACT)).isEqualTo(ContentHash.of(lake, Tx.CONTRACT));
    assertThat(ContentHash.of(turned, TxEvent.CONTRACT))
        .isEqualTo(ContentHash.of(lake, TxEvent.CONTRACT));
  }
}
