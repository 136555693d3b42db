package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.not;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/**
 * Transfers: events by version (rule T01), transfers by their last event (catalogue 2.4).
 *
 * <p>Most transfers come once, in one event. They go to silver without a shuffle; only the others,
 * <em>intricate</em> ones, are compared with each other and with history.
 *
 * <p>Why {@code tx} is written before {@code tx_event}: the events decide what is new. Until they
 * are written, a run that died decides everything again, and the same way.
 */
final class TransferSettlement implements Settlement {
  private static final String[] TRANSFER = {"provider_id", "transaction_id"};
  private static final List<String> EVENT = Transfers.CONTRACT.key();

  @Override
  public List<TableContract> tables() {
    return List.of(Tx.CONTRACT, TxEvent.CONTRACT);
  }

  @Override
  public DeliveryContract contract() {
    return Transfers.CONTRACT;
  }

  @Override
  public Dataset<Row> derived(Dataset<Row> judged) {
    return TransferRows.of(judged);
  }

  @Override
  public Map<String, Repeats> settle(
      Lake lake, Dataset<Row> rows, Set<String> files, Set<String> left) {
    Dataset<Row> events = lake.read(TxEvent.CONTRACT);
    Dataset<Row> intricate = intricate(rows, events);
    Dataset<Row> resolved =
        resolved(rows.join(intricate, TRANSFER, "left_semi"), events, intricate, files)
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<String, Repeats> repeats = Versions.repeats(resolved);
      Dataset<Row> plain = rows.join(intricate, TRANSFER, "left_anti");
      Dataset<Row> touching = resolved.where(col("is_touched"));
      Set<String> quarters = quarters(plain, touching);
      quarters.addAll(quartersInSilver(lake, left));
      lake.replace(Tx.CONTRACT, quarters, tx(lake, plain, rows, touching, quarters, files));
      lake.replace(TxEvent.CONTRACT, quarters, events(lake, plain, touching, quarters, files));
      return repeats;
    } finally {
      resolved.unpersist();
      intricate.unpersist();
    }
  }

  /** Keys of transfers that come in several rows, or that silver knows already. */
  private static Dataset<Row> intricate(Dataset<Row> rows, Dataset<Row> events) {
    Dataset<Row> keys = rows.groupBy("provider_id", "transaction_id").agg(count(lit(1)).as("n"));
    Dataset<Row> known =
        events.select("provider_id", "transaction_id").distinct().withColumn("known", lit(true));
    return keys.join(known, TRANSFER, "left")
        .where(col("n").gt(1).or(col("known")))
        .select("provider_id", "transaction_id")
        .persist(StorageLevel.MEMORY_AND_DISK());
  }

  /**
   * Events of intricate transfers, old and new, each with its verdict, the transfer's last event,
   * and whether the transfer differs from what silver holds.
   */
  private static Dataset<Row> resolved(
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
                "event_seq",
                "quarter",
                "status",
                "status_at",
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
        .withColumn("leads_back", States.leadsBack(col("history")))
        .drop("history")
        .withColumn("is_touched", max(newsOfEvent).over(transfer))
        .withColumn("has_changed_event", max(col(Versions.IS_CHANGED)).over(transfer));
  }

  private static Set<String> quarters(Dataset<Row> plain, Dataset<Row> touching) {
    Set<String> quarters = new TreeSet<>();
    plain
        .select("quarter")
        .union(touching.select("quarter"))
        .union(touching.select("last.quarter"))
        .distinct()
        .collectAsList()
        .forEach(row -> quarters.add(row.getString(0)));
    return quarters;
  }

  /**
   * Where rows of files lie that an earlier run settled, be it in part: they may not come again.
   */
  private static Set<String> quartersInSilver(Lake lake, Set<String> files) {
    Set<String> quarters = new TreeSet<>();
    if (!files.isEmpty()) {
      for (TableContract table : List.of(Tx.CONTRACT, TxEvent.CONTRACT)) {
        lake.read(table)
            .where(col("file_id").isInCollection(files))
            .select("quarter")
            .distinct()
            .collectAsList()
            .forEach(row -> quarters.add(row.getString(0)));
      }
    }
    return quarters;
  }

  private static Dataset<Row> tx(
      Lake lake,
      Dataset<Row> plain,
      Dataset<Row> rows,
      Dataset<Row> touching,
      Set<String> quarters,
      Set<String> files) {
    Dataset<Row> last =
        touching
            .where(col(Versions.IS_CURRENT).and(col("event_seq").equalTo(col("last.event_seq"))))
            .select(
                col("provider_id"),
                col("transaction_id"),
                col("file_id"),
                col("row_no"),
                col(Versions.ORIGIN),
                col("has_changed_event"),
                col("leads_back"));
    Dataset<Row> taken =
        rows.join(
            last.where(col(Versions.ORIGIN).equalTo(Versions.NEW))
                .select("file_id", "row_no", "has_changed_event", "leads_back"),
            new String[] {"file_id", "row_no"});
    Dataset<Row> fresh =
        Tx.CONTRACT.conform(plain).union(Tx.CONTRACT.conform(States.flagged(taken)));
    Dataset<Row> known = lake.read(Tx.CONTRACT);
    // What a run of these very files left before it died is derived again, not kept beside.
    Dataset<Row> untouched =
        known
            .where(Tx.QUARTER.column().isInCollection(quarters))
            .where(not(Tx.FILE_ID.column().isInCollection(files)))
            .join(last, TRANSFER, "left_anti");
    Dataset<Row> kept =
        known.join(
            last.where(col(Versions.ORIGIN).equalTo(Versions.HISTORY))
                .select("provider_id", "transaction_id", "has_changed_event", "leads_back"),
            TRANSFER);
    return fresh
        .union(Tx.CONTRACT.conform(untouched))
        .union(Tx.CONTRACT.conform(States.flagged(kept)));
  }

  private static Dataset<Row> events(
      Lake lake,
      Dataset<Row> plain,
      Dataset<Row> touching,
      Set<String> quarters,
      Set<String> files) {
    Dataset<Row> current =
        touching.where(col(Versions.IS_CURRENT)).withColumn("quarter", col("last.quarter"));
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
