package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** Codes of senders that do not go on from one quarter to the next (rule T16). */
@SparkTest
class KeyRotationsTest {
  /** Transfers of so many senders, numbered from the first on. */
  private static List<Map<String, String>> senders(
      String provider, String day, int first, int senders) {
    List<Map<String, String>> transfers = new ArrayList<>();
    for (int i = first; i < first + senders; i++) {
      transfers.add(
          transfer(
              provider + day.substring(0, 7) + "-" + i,
              day + "T10:00:00Z",
              "provider_id",
              provider,
              "sender_pid",
              "s" + i));
    }
    return transfers;
  }

  @Test
  void aFileWhoseSendersAreOthersThanBeforeIsHeldUntilTheProfileSaysThatTheKeyChanged(
      SparkSession spark, @TempDir Path folder) throws IOException {
    Drops drops = new Drops(spark, folder);
    List<Map<String, String>> winter = senders("NINE", "2024-02-20", 1, 50);
    winter.addAll(senders("TEN", "2024-02-20", 1, 50));
    winter.addAll(senders("FEW", "2024-02-20", 1, 49));
    Path before = TransferFiles.file(drops, "transfer_q1", winter);
    // Of 50 senders 9 come again (18 %), or 10 (20 %); 49 are too few to tell.
    Path nine = TransferFiles.file(drops, "transfer_nine", senders("NINE", "2024-05-20", 42, 50));
    Path ten = TransferFiles.file(drops, "transfer_ten", senders("TEN", "2024-05-20", 41, 50));
    Path few = TransferFiles.file(drops, "transfer_few", senders("FEW", "2024-05-20", 101, 49));

    Lake lake = drops.lake("a");
    IngestReport report = drops.ingest(lake, before, nine, ten, few);
    assertThat(Drops.books(lake))
        .containsExactly(
            "transfer_few.csv ACCEPTED 49 49 0 0",
            "transfer_nine.csv HELD 50 0 0 0",
            "transfer_q1.csv ACCEPTED 149 149 0 0",
            "transfer_ten.csv ACCEPTED 50 50 0 0");
    assertThat(report.notices()).singleElement().asString().contains("pids_since: 2024-04-01");
    assertThat(report.quality()).anyMatch(q -> q.rule().id().equals("T16"));

    Lake turned = drops.lake("b");
    drops.ingest(turned, nine);
    drops.ingest(turned, before);
    assertThat(Drops.books(turned))
        .containsExactly("transfer_nine.csv ACCEPTED 50 50 0 0", "transfer_q1.csv HELD 149 0 0 0");

    Files.writeString(
        folder.resolve("conf/providers/transfer.yaml"),
        "pids_since: 2024-04-01\n",
        StandardOpenOption.APPEND);
    drops.ingest(lake, nine);
    assertThat(Drops.books(lake)).contains("transfer_nine.csv ACCEPTED 50 50 0 0");
  }
}
