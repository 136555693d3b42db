package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.TransferFiles.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Reversals under references of their own (T03), and transfers that came twice (T02). */
@SparkTest
class ReversalsTest {
  private Drops drops;

  @BeforeEach
  void begin(SparkSession spark, @TempDir Path folder) throws IOException {
    drops = new Drops(spark, folder);
  }

  @SafeVarargs
  private Path file(String name, Map<String, String>... transfers) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    for (Map<String, String> transfer : transfers) {
      rows.add(transfer);
    }
    return TransferFiles.file(drops, name, rows);
  }

  @Test
  void reversalsUnderOwnReferencesRestateTheirTransferInWhateverOrderFilesCome()
      throws IOException {
    Path winter =
        file(
            "transfer_winter",
            transfer("A", "2024-01-10T10:00:00Z"),
            transfer("B", "2024-01-11T10:00:00Z"),
            transfer("C", "2024-01-12T10:00:00Z"));
    Path spring =
        file(
            "transfer_spring",
            transfer(
                "R1", "2024-04-05T10:00:00Z", "status", "REVERSED", "original_transaction_id", "A"),
            transfer(
                "R2",
                "2024-04-06T10:00:00Z",
                "status",
                "PARTIAL_REFUND",
                "original_transaction_id",
                "B",
                "refunded_amount",
                "2000"),
            transfer(
                "R3",
                "2024-05-06T10:00:00Z",
                "status",
                "PARTIAL_REFUND",
                "original_transaction_id",
                "B",
                "refunded_amount",
                "500"),
            transfer(
                "R4", "2024-05-07T10:00:00Z", "status", "REFUNDED", "original_transaction_id", "Z"),
            transfer("D", "2024-05-08T10:00:00Z"));
    Path late = file("transfer_late", transfer("Z", "2024-02-10T10:00:00Z"));

    Lake lake = drops.lake("a");
    drops.ingest(lake, winter);
    drops.ingest(lake, spring);
    assertThat(Drops.aside(lake)).containsExactly("transfer 5 T03");
    assertThat(Drops.books(lake)).contains("transfer_spring.csv ACCEPTED 5 4 0 1");
    drops.ingest(lake, late);
    assertThat(Drops.aside(lake)).isEmpty();
    assertThat(Drops.books(lake)).contains("transfer_spring.csv ACCEPTED 5 5 0 0");
    // Of B a quarter was given back: 7,500 of 10,000, 75 of 100, 975 of 1,300.
    assertThat(
            Drops.silver(
                lake,
                Tx.CONTRACT,
                "transaction_id",
                "concat_ws(' ', quarter, final_state, principal, fee, delivered, array_join(flags, ' '))"))
        .isEqualTo(
            Map.of(
                "A", "2024-Q1 REVERSED 10000.0000 100.0000 1300.0000 T03",
                "B", "2024-Q1 PARTIAL_REFUND 7500.0000 75.0000 975.0000 T03",
                "C", "2024-Q1 PAID 10000.0000 100.0000 1300.0000 ",
                "D", "2024-Q2 PAID 10000.0000 100.0000 1300.0000 ",
                "Z", "2024-Q1 REFUNDED 10000.0000 100.0000 1300.0000 T03"));

    List<List<List<Path>>> orders =
        List.of(
            List.of(List.of(spring), List.of(late, winter)),
            List.of(List.of(late, spring, winter)));
    for (List<List<Path>> order : orders) {
      Lake other = drops.lake("b" + orders.indexOf(order));
      order.forEach(files -> drops.ingest(other, files.toArray(Path[]::new)));
      assertThat(Drops.aside(other)).isEmpty();
      assertThat(Drops.books(other)).isEqualTo(Drops.books(lake));
      assertThat(ContentHash.of(other, Tx.CONTRACT)).isEqualTo(ContentHash.of(lake, Tx.CONTRACT));
      assertThat(ContentHash.of(other, TxEvent.CONTRACT))
          .isEqualTo(ContentHash.of(lake, TxEvent.CONTRACT));
    }
  }

  @Test
  void aCorrectionThatMakesAnEarlierEventTheLastBringsItsRowBack() throws IOException {
    Lake lake = drops.lake("a");
    drops.ingest(
        lake,
        file(
            "transfer_1",
            transfer(
                "H", "2024-01-10T12:00:00Z", "status", "SENT", "payout_instrument", "ACCOUNT")));
    String[] second = {"event_seq", "2", "initiated_at", "2024-01-10T12:00:00Z"};
    Map<String, String> paid = transfer("H", "2024-01-10T13:00:00Z", second);
    drops.ingest(lake, file("transfer_2", paid));
    assertThat(Drops.silver(lake, Tx.CONTRACT, "final_state", "payout_instrument"))
        .isEqualTo(Map.of("PAID", "CASH"));
    Map<String, String> ordered = transfer("H", "2024-01-10T11:00:00Z", second);
    ordered.put("status", "INITIATED");
    drops.ingest(lake, file("transfer_3", ordered));
    assertThat(Drops.silver(lake, Tx.CONTRACT, "final_state", "payout_instrument"))
        .isEqualTo(Map.of("SENT", "ACCOUNT"));
  }

  @Test
  void transfersSentTwiceWithinTenMinutesAreFlagged() throws IOException {
    String[] same = {"sender_pid", "s", "beneficiary_pid", "b"};
    Path first =
        file(
            "transfer_1",
            transfer(
                "D1",
                "2024-01-10T10:00:00Z",
                "status",
                "CANCELLED",
                "sender_pid",
                "d",
                "beneficiary_pid",
                "d2"),
            transfer("D2", "2024-01-10T10:05:00Z", "sender_pid", "d", "beneficiary_pid", "d2"),
            transfer(
                "E1",
                "2024-01-11T10:00:00Z",
                "end_to_end_id",
                "e",
                "sender_pid",
                "e",
                "beneficiary_pid",
                "e2"),
            transfer(
                "E2",
                "2024-01-11T10:10:00Z",
                "end_to_end_id",
                "e",
                "sender_pid",
                "e",
                "beneficiary_pid",
                "e2"),
            transfer("F1", "2024-01-12T10:00:00Z", same),
            transfer("F3", "2024-01-12T10:20:01Z", same));
    Lake lake = drops.lake("a");
    drops.ingest(lake, first);
    assertThat(Drops.flags(lake, Tx.CONTRACT, "transaction_id"))
        .containsEntry("D2", "")
        .containsEntry("E1", "")
        .containsEntry("E2", "T02")
        .containsEntry("F3", "");
    // Ten minutes after F1, and ten minutes and a second before F3.
    drops.ingest(lake, file("transfer_2", transfer("F2", "2024-01-12T10:10:00Z", same)));
    assertThat(Drops.flags(lake, Tx.CONTRACT, "transaction_id"))
        .containsEntry("F1", "")
        .containsEntry("F2", "T02_MAYBE")
        .containsEntry("F3", "");
    assertThat(
            Drops.silver(
                lake,
                DataQuality.CONTRACT_OF,
                "rule_id",
                "concat_ws(' ', action, rows_caught, example_line_no)"))
        .isEqualTo(Map.of("T02", "FLAG 1 5", "T02_MAYBE", "FLAG 1 2"));
  }
}
