package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.testing.SparkTest;

/** What days tell: files that are late (F08) or have gaps (F09), gaps of rates (X03). */
@SparkTest
class FileDaysTest {
  /** Ten transfers on each of so many days. */
  private static List<Map<String, String>> days(String provider, String first, int days) {
    List<Map<String, String>> transfers = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      LocalDate on = LocalDate.parse(first).plusDays(day);
      for (int i = 0; i < 10; i++) {
        transfers.add(
            transfer(provider + on + "-" + i, on + "T10:00:00Z", "provider_id", provider));
      }
    }
    return transfers;
  }

  private static List<String> found(IngestReport report) {
    return report.quality().stream()
        .filter(q -> q.rule().id().startsWith("F0"))
        .map(q -> q.rule().id() + " " + q.file().name())
        .sorted()
        .toList();
  }

  @Test
  void filesWithGapsAndLateFilesAreTaken(SparkSession spark, @TempDir Path folder)
      throws IOException {
    Drops drops = new Drops(spark, folder);
    // A week without transfers from the 5th to the 11th, and six days from the 5th to the 10th.
    List<Map<String, String>> gap = days("GAP", "2024-02-01", 4);
    gap.addAll(days("GAP", "2024-02-12", 10));
    List<Map<String, String>> noGap = days("NOGAP", "2024-02-01", 4);
    noGap.addAll(days("NOGAP", "2024-02-11", 10));
    // A row of the quarter before is news of an old transfer, and no gap.
    noGap.add(
        transfer("old", "2023-10-01T10:00:00Z", "provider_id", "NOGAP", "status", "CANCELLED"));
    Path fx =
        drops.file(
            "fx_1",
            "fx_source,base_currency,quote_currency,nominal,value,rate_date",
            "NBT,RUB,TJS,1,0.13,2024-02-01",
            "NBT,RUB,TJS,1,0.13,2024-02-08",
            "NBT,RUB,TJS,1,0.13,2024-02-16",
            "NBT,USD,TJS,1,11,2023-12-28",
            "NBT,USD,TJS,1,11,2024-01-10",
            "NBT,USD,TJS,1,11,2024-01-24");
    Lake lake = drops.lake("a");
    IngestReport first =
        drops.ingest(
            lake,
            TransferFiles.file(drops, "transfer_gap", gap),
            TransferFiles.file(drops, "transfer_nogap", noGap),
            TransferFiles.file(drops, "transfer_third", days("GAP", "2024-07-01", 10)),
            fx);
    assertThat(found(first))
        .containsExactly("F09_DAYS transfer_gap.csv", "F09_QUARTER transfer_third.csv");
    // Of 2024-02-01 a rate counts until the 7th; of 2023-12-28 until the 9th of January.
    assertThat(Drops.flags(lake, FxMid.CONTRACT, "base_currency || rate_date"))
        .containsEntry("RUB2024-02-08", "")
        .containsEntry("RUB2024-02-16", "X03")
        .containsEntry("USD2024-01-10", "")
        .containsEntry("USD2024-01-24", "X03");

    // The third quarter is known: the second may come, the first was closed.
    Path second = TransferFiles.file(drops, "transfer_second", days("GAP", "2024-04-01", 10));
    IngestReport later =
        drops.ingest(
            lake,
            second,
            TransferFiles.file(drops, "transfer_first", days("GAP", "2024-03-01", 4)));
    assertThat(found(later)).containsExactly("F08 transfer_first.csv");
    assertThat(later.notices()).anyMatch(n -> n.startsWith("transfer_first.csv: The file is of"));
    assertThat(Drops.books(lake)).contains("transfer_first.csv ACCEPTED 40 40 0 0");

    // All of the partner's files are settled again: what was found when they came still holds.
    Path instead = TransferFiles.file(drops, "transfer_second_v02", days("GAP", "2024-04-01", 9));
    Files.writeString(
        instead.resolveSibling("transfer_second_v02.csv.manifest.json"),
        "{\"replaces_file_id\": \"%s\"}".formatted(Fingerprint.of(Files.newInputStream(second))));
    drops.ingest(lake, instead);
    assertThat(
            lake.read(OpsFile.CONTRACT_OF)
                .selectExpr("concat(file_name, ' ', array_join(findings, ','))")
                .as(Encoders.STRING())
                .collectAsList())
        .contains("transfer_first.csv F08", "transfer_gap.csv F09_DAYS")
        .anyMatch(file -> file.startsWith("transfer_third.csv F09_QUARTER"));
  }
}
