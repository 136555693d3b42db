package org.remitlake.ingest;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * The state of a transfer from its events in source time (catalogue 2.4): each leads on, none back
 * (rule T13). Events that were not delivered may lie between two; a state said twice is no step.
 */
final class States {
  /** The way of a transfer; from an end none leads on. */
  private static final String[] WAY = {"INITIATED", "SENT", "AVAILABLE", "PAID", "PARTIAL_REFUND"};

  private States() {}

  /** The current events of a transfer in source time; of equal times the higher number is later. */
  static Column history(WindowSpec transfer) {
    Column event = struct(col("status_at"), col("event_seq"), col("quarter"), col("status"));
    return sort_array(collect_list(when(col(Versions.IS_CURRENT), event)).over(transfer));
  }

  /** The event that gives the state: the last that leads on from the state before it. */
  static Column last(Column history) {
    return aggregate(
        history,
        get(history, lit(0)),
        (last, next) -> when(leadsOn(last, next), next).otherwise(last));
  }

  /** Whether some event leads back: the state before it holds. */
  static Column leadsBack(Column history) {
    return exists(
        history,
        earlier ->
            exists(
                history,
                later -> isLater(later, earlier).and(leadsOn(earlier, later).equalTo(false))));
  }

  /** Flags that all events of a transfer together give: T01 and T13. */
  static Dataset<Row> flagged(Dataset<Row> rows) {
    Column own = array_remove(array_remove(col("flags"), "T01"), "T13");
    Column told = array(when(col("has_changed_event"), "T01"), when(col("leads_back"), "T13"));
    return rows.withColumn("flags", concat(own, array_compact(told)));
  }

  private static Column isLater(Column one, Column other) {
    return struct(one.getField("status_at"), one.getField("event_seq"))
        .gt(struct(other.getField("status_at"), other.getField("event_seq")));
  }

  private static Column leadsOn(Column from, Column to) {
    Column before = from.getField("status");
    Column after = to.getField("status");
    return before
        .equalTo(after)
        .or(stage(before).lt(stage(after)).and(stage(before).leq(WAY.length)));
  }

  /** 1 and so on; ends come after the way. */
  private static Column stage(Column status) {
    Column at = array_position(lit(WAY), status);
    return when(at.equalTo(0), lit(WAY.length + 1)).otherwise(at);
  }
}
