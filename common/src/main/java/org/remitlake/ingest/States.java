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
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.contract.Field;

/**
 * The state of a transfer from its events in source time (catalogue 2.4): each leads on, none back
 * (rule T13). Events that were not delivered may lie between two; a state said twice is no step.
 */
final class States {
  static final String RULE = "T13";

  /** The way of a transfer; from an end none leads on. */
  private static final String[] WAY = {"INITIATED", "SENT", "AVAILABLE", "PAID", "PARTIAL_REFUND"};

  private States() {}

  /** The current events of a transfer in source time; of equal times the higher number is later. */
  static Column history(WindowSpec transfer) {
    return sort_array(collect_list(when(col(Versions.IS_CURRENT), event())).over(transfer));
  }

  private static Column event() {
    return struct(
        col("status_at"),
        col("reported_as").isNotNull().as("is_reported_apart"),
        col("event_seq"),
        col("reported_as"),
        col("quarter"),
        col("status"),
        col("refunded_amount"));
  }

  /** The event that gives the state: the last that leads on from the state before it. */
  static Column last(Column history) {
    return aggregate(
        history,
        get(history, lit(0)),
        (last, next) -> when(leadsOn(last, next), next).otherwise(last));
  }

  /** The last event that the transfer's own reference reports: what it was like. */
  static Column own(Column history) {
    return last(filter(history, event -> not(event.getField("is_reported_apart"))));
  }

  /** What partial refunds under references of their own gave back. */
  static Column refundedApart(Column history) {
    Column refunds =
        filter(
            history,
            event ->
                event
                    .getField("is_reported_apart")
                    .and(event.getField("status").equalTo("PARTIAL_REFUND")));
    return aggregate(
        refunds,
        lit(BigDecimal.ZERO).cast(Field.MONEY),
        (sum, event) -> sum.plus(event.getField("refunded_amount")).cast(Field.MONEY));
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

  /** Whether a row's own event does not lead on from one before it. */
  static Column doesNotFollow(Column history) {
    Column own = event();
    return exists(
        history, earlier -> isLater(own, earlier).and(leadsOn(earlier, own).equalTo(false)));
  }

  /**
   * The row of a transfer's own last event, with what all its events together give: the state, the
   * flags T01, T03 and T13, and amounts net of what was refunded under other references.
   */
  static Dataset<Row> restated(Dataset<Row> rows) {
    Column own = array_remove(array_remove(array_remove(col("flags"), "T01"), Orphans.RULE), RULE);
    Column told =
        array(
            when(col("has_changed_event"), "T01"),
            when(col("is_reported_apart"), Orphans.RULE),
            when(col("leads_back"), RULE));
    Dataset<Row> stated =
        rows.withColumn("flags", concat(own, array_compact(told)))
            .withColumn("final_state", col("last_status"))
            .withColumn("status_at", col("last_status_at"))
            .withColumn("event_seq", col("last_event_seq"));
    if (!List.of(rows.columns()).contains("refunded_amount")) {
      return stated;
    }
    for (String amount : List.of("principal", "fee", "delivered")) {
      stated = stated.withColumn(amount, netOfRefunds(amount));
    }
    return stated;
  }

  /** The row's amount is net of the refund that it tells itself. */
  private static Column netOfRefunds(String amount) {
    Column left =
        expr(
            """
            try_divide(
              greatest(send_amount - own_refund - refunded_apart, 0), send_amount - own_refund)"""
                .replace(
                    "own_refund",
                    "if(status = 'PARTIAL_REFUND', coalesce(refunded_amount, 0), 0)"));
    return when(col("refunded_apart").gt(0), col(amount).multiply(left).try_cast(Field.MONEY))
        .otherwise(col(amount));
  }

  private static Column isLater(Column one, Column other) {
    return order(one).gt(order(other));
  }

  private static Column order(Column event) {
    return struct(
        event.getField("status_at"),
        event.getField("is_reported_apart"),
        event.getField("event_seq"));
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
