package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.TxEvent;

/** Status events of transfers: which of them hold (rule T01), and where each leads. */
final class TransferEvents {
  private static final String[] TRANSFER = {"provider_id", "transaction_id"};
  private static final List<String> EVENT =
      List.of("provider_id", "transaction_id", "reported_as", "event_seq");

  private TransferEvents() {}

  /** Keys of transfers that come in several rows, or that silver knows already. */
  static Dataset<Row> intricate(Dataset<Row> rows, Dataset<Row> events) {
    Dataset<Row> keys = rows.groupBy("provider_id", "transaction_id").agg(count(lit(1)).as("n"));
    Dataset<Row> known =
        events.select("provider_id", "transaction_id").distinct().withColumn("known", lit(true));
    return keys.join(known, TRANSFER, "left")
        .where(col("n").gt(1).or(col("known")))
        .select("provider_id", "transaction_id");
  }

  /**
   * Events of intricate transfers, old and new, each with its verdict, the transfer's last event,
   * and whether the transfer differs from what silver holds.
   */
  static Dataset<Row> resolved(
      Dataset<Row> rows, Dataset<Row> events, Dataset<Row> intricate, Set<String> files) {
    Dataset<Row> known =
        events
            .join(intricate, TRANSFER, "left_semi")
            .withColumn(Versions.ORIGIN, Versions.originInSilver(files))
            .withColumn("row_no", TxEvent.LINE_NO.column())
            .withColumn("was_changed", TxEvent.IS_CHANGED.column());
    Column[] columns =
        List.of(
                "provider_id",
                "transaction_id",
                "reported_as",
                "event_seq",
                "quarter",
                "status",
                "status_at",
                "refunded_amount",
                Versions.IS_CHANGED,
                Versions.PAYLOAD_HASH,
                "precedence",
                "file_id",
                "line_no",
                "row_no",
                Versions.ORIGIN,
                "was_changed")
            .stream()
            .map(c -> col(c))
            .toArray(Column[]::new);
    Dataset<Row> fresh =
        rows.withColumn(Versions.ORIGIN, lit(Versions.NEW))
            .withColumn(Versions.IS_CHANGED, lit(false))
            .withColumn("was_changed", lit(false));
    Dataset<Row> all = Versions.resolve(fresh.select(columns).union(known.select(columns)), EVENT);
    return withLastEvent(all);
  }

  private static Dataset<Row> withLastEvent(Dataset<Row> events) {
    var transfer = Window.partitionBy(col("provider_id"), col("transaction_id"));
    Column current = col(Versions.IS_CURRENT);
    Column newsOfEvent =
        current
            .and(col(Versions.ORIGIN).equalTo(Versions.NEW))
            .or(
                col(Versions.ORIGIN)
                    .equalTo(Versions.HISTORY)
                    .and(
                        col(Versions.IS_CURRENT)
                            .equalTo(false)
                            .or(col(Versions.IS_CHANGED).notEqual(col("was_changed")))));
    return events
        .withColumn("history", States.history(transfer))
        .withColumn("last", States.last(col("history")))
        .withColumn("own", States.own(col("history")))
        .withColumn("refunded_apart", States.refundedApart(col("history")))
        .withColumn("leads_back", States.leadsBack(col("history")))
        .withColumn("does_not_follow", States.doesNotFollow(col("history")))
        .drop("history")
        .withColumn("is_touched", max(newsOfEvent).over(transfer))
        .withColumn("has_changed_event", max(col(Versions.IS_CHANGED)).over(transfer));
  }

  /** How many new events of each file do not follow from those before them (rule T13). */
  static Map<String, Repeats> outOfOrder(Dataset<Row> resolved) {
    Column isOne =
        col(Versions.ORIGIN)
            .equalTo(Versions.NEW)
            .and(col(Versions.IS_CURRENT))
            .and(col("does_not_follow"));
    return Versions.byFile(resolved.where(isOne), lit(false), lit(false), array(lit(States.RULE)));
  }

  /** What {@code tx_event} is to hold of some quarters. */
  static Dataset<Row> inSilver(
      Lake lake,
      Dataset<Row> plain,
      Dataset<Row> touching,
      Set<String> quarters,
      Set<String> files) {
    Dataset<Row> current =
        touching.where(col(Versions.IS_CURRENT)).withColumn("quarter", col("own.quarter"));
    Dataset<Row> fresh =
        TxEvent.CONTRACT
            .conform(plain.withColumn(Versions.IS_CHANGED, lit(false)))
            .union(TxEvent.CONTRACT.conform(current));
    Dataset<Row> untouched =
        lake.read(TxEvent.CONTRACT, quarters)
            .where(not(TxEvent.FILE_ID.column().isInCollection(files)))
            .join(
                touching.select("provider_id", "transaction_id").distinct(), TRANSFER, "left_anti");
    return fresh.union(TxEvent.CONTRACT.conform(untouched));
  }
}
