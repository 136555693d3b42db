package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.Fingerprint;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Files that replace others as a whole. */
@SparkTest
class ReplacementsTest {
  private Drops drops;

  @BeforeEach
  void begin(SparkSession spark, @TempDir Path folder) throws IOException {
    drops = new Drops(spark, folder);
  }

  /** A manifest beside a file, by which it replaces another. */
  private static Path replacing(Path replaced, Path by) throws IOException {
    String id = Fingerprint.of(Files.newInputStream(replaced));
    Files.writeString(
        by.resolveSibling(by.getFileName() + ".manifest.json"),
        "{\"created_at\": \"2024-04-02T00:00:00Z\", \"delivery\": \"CORRECTION\", \"replaces_file_id\": \"%s\"}"
            .formatted(id));
    return by;
  }

  @Test
  void ofAFileThatIsReplacedNothingCountsInWhateverOrderFilesCome() throws IOException {
    Map<String, String> b = transfer("B", "2024-01-11T10:00:00Z");
    Path first =
        TransferFiles.file(
            drops,
            "transfer_1",
            List.of(
                transfer("A", "2024-01-10T10:00:00Z"), b, transfer("C", "2024-01-12T10:00:00Z")));
    Path other =
        TransferFiles.file(drops, "transfer_2", List.of(b, transfer("D", "2024-01-13T10:00:00Z")));
    Path instead =
        replacing(
            first,
            TransferFiles.file(
                drops,
                "transfer_3",
                List.of(
                    transfer(
                        "A",
                        "2024-01-10T10:00:00Z",
                        "send_amount",
                        "20000",
                        "receive_amount",
                        "2600"))));
    Path rates =
        drops.file(
            "fx_1",
            "rate_date,base_currency,quote_currency,nominal,value,fx_source",
            "2024-01-10,USD,RUB,1,90,CBR",
            "2024-01-11,USD,RUB,1,9,CBR");
    Path rightRates =
        replacing(
            rates,
            drops.file(
                "fx_2",
                "rate_date,base_currency,quote_currency,nominal,value,fx_source",
                "2024-01-10,USD,RUB,1,90,CBR"));

    Lake lake = drops.lake("a");
    drops.ingest(lake, first, other, rates);
    assertThat(Drops.silver(lake, Tx.CONTRACT, "transaction_id", "principal")).hasSize(4);
    drops.ingest(lake, instead, rightRates);
    // B stands in the second file too, where it was a copy.
    assertThat(Drops.silver(lake, Tx.CONTRACT, "transaction_id", "principal"))
        .isEqualTo(Map.of("A", "20000.0000", "B", "10000.0000", "D", "10000.0000"));
    assertThat(Drops.books(lake))
        .containsExactly(
            "fx_1.csv REPLACED 2 0 0 0",
            "fx_2.csv ACCEPTED 1 1 0 0",
            "transfer_1.csv REPLACED 3 0 0 0",
            "transfer_2.csv ACCEPTED 2 2 0 0",
            "transfer_3.csv ACCEPTED 1 1 0 0");
    assertThat(drops.ingest(lake, first, other, instead).rows()).isEmpty();

    Lake otherOrder = drops.lake("b");
    assertThat(drops.ingest(otherOrder, instead, rightRates).notices())
        .anyMatch(notice -> notice.startsWith("transfer_3.csv: its manifest names"));
    drops.ingest(otherOrder, rates, other, first);
    assertThat(Drops.books(otherOrder)).isEqualTo(Drops.books(lake));
    for (TableContract table : List.of(Tx.CONTRACT, TxEvent.CONTRACT, FxMid.CONTRACT)) {
      assertThat(ContentHash.of(otherOrder, table))
          .as(table.table())
          .isEqualTo(ContentHash.of(lake, table));
    }
  }

  @Test
  void aFileThatIsHeldOrNamedInARingOrNamesItselfReplacesNothing() throws IOException {
    Path first =
        TransferFiles.file(drops, "transfer_1", List.of(transfer("A", "2024-01-10T10:00:00Z")));
    Path held =
        replacing(
            first,
            TransferFiles.file(
                drops,
                "transfer_2",
                List.of(transfer("A", "2024-01-10T10:00:00Z", "send_currency", "QQQ"))));
    Path one =
        TransferFiles.file(drops, "transfer_3", List.of(transfer("B", "2024-01-10T10:00:00Z")));
    Path other =
        TransferFiles.file(drops, "transfer_4", List.of(transfer("C", "2024-01-10T10:00:00Z")));
    replacing(one, other);
    replacing(other, one);
    Path itself =
        TransferFiles.file(drops, "transfer_5", List.of(transfer("D", "2024-01-10T10:00:00Z")));
    replacing(itself, itself);

    Lake lake = drops.lake("a");
    drops.ingest(lake, first);
    IngestReport report = drops.ingest(lake, held, one, other, itself);
    assertThat(report.notices())
        .anyMatch(notice -> notice.startsWith("transfer_2.csv: replaces no file while it is held"))
        .anyMatch(notice -> notice.startsWith("transfer_5.csv: rejected whole (F02"));
    assertThat(Drops.silver(lake, Tx.CONTRACT, "transaction_id", "quarter").keySet())
        .containsExactly("A", "B", "C");
    assertThat(Drops.books(lake))
        .contains("transfer_1.csv ACCEPTED 1 1 0 0", "transfer_2.csv HELD 1 0 0 0");
  }

  /** 2024-04-01T12:00+05:00 is 07:00 in UTC. */
  @Test
  void whatAManifestSaysIsRecordedAndOneThatComesLaterIsTold() throws IOException {
    Path early =
        TransferFiles.file(drops, "transfer_1", List.of(transfer("A", "2024-01-10T10:00:00Z")));
    Files.writeString(
        early.resolveSibling("transfer_1.csv.manifest.json"),
        "{\"created_at\": \"2024-04-01T12:00:00+05:00\", \"delivery\": \"full\"}");
    Path late =
        TransferFiles.file(drops, "transfer_2", List.of(transfer("B", "2024-01-11T10:00:00Z")));
    Lake lake = drops.lake("a");
    drops.ingest(lake, early, late);
    Row recorded =
        lake.read(OpsFile.CONTRACT_OF)
            .where("file_name = 'transfer_1.csv'")
            .selectExpr("delivery", "cast(created_at as string)")
            .head();
    assertThat(recorded.mkString("|")).isEqualTo("FULL|2024-04-01 07:00:00");
    assertThat(drops.ingest(lake, early, late).notices()).isEmpty();

    Files.writeString(
        late.resolveSibling("transfer_2.csv.manifest.json"),
        "{\"created_at\": \"2024-04-01T12:00:00Z\"}");
    assertThat(drops.ingest(lake, early, late).notices())
        .singleElement()
        .asString()
        .startsWith("transfer_2.csv: its manifest came after the file");
  }
}
