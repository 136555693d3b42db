package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.ingest.quality.Repeats;

/**
 * Rule T02: the same persons and amount again within ten minutes, under another reference. With one
 * {@code end_to_end_id} the later one is a duplicate, else it may be one. A transfer that was
 * cancelled or rejected before is no first one: what follows is a normal second try.
 *
 * <p>Transfers are compared within their quarter: each quarter's verdicts depend on it alone.
 */
final class Resends {
  /** A transfer that counts twice if it counts. */
  static final String DUPLICATE = "T02";

  /** A transfer that may have been sent twice; it counts. */
  static final String POSSIBLE = "T02_MAYBE";

  private static final String[] TRANSFER = {"provider_id", "transaction_id"};

  private Resends() {}

  /**
   * Those among whole quarters of transfers.
   *
   * @return provider, reference, and the rule's verdict
   */
  static Dataset<Row> among(Dataset<Row> transfers) {
    WindowSpec alike =
        Window.partitionBy("quarter", "alike").orderBy("initiated_at", "transaction_id");
    Column sameReference = col("end_to_end_id").equalTo(col("reference_before"));
    return transfers
        .where(
            col("final_state")
                .isin("PAID", "PARTIAL_REFUND")
                .and(col("sender_pid").isNotNull())
                .and(col("beneficiary_pid").isNotNull()))
        .select(
            col("quarter"),
            col("provider_id"),
            col("transaction_id"),
            col("initiated_at"),
            col("end_to_end_id"),
            // In place of five columns: half the bytes to sort.
            xxhash64(
                    col("provider_id"),
                    col("sender_pid"),
                    col("beneficiary_pid"),
                    col("send_amount"),
                    col("send_currency"))
                .as("alike"))
        .withColumn("sent_before", lag("initiated_at", 1).over(alike))
        .withColumn("reference_before", lag("end_to_end_id", 1).over(alike))
        .where(expr("initiated_at <= sent_before + interval 10 minutes"))
        .select(
            col("provider_id"),
            col("transaction_id"),
            when(sameReference, lit(DUPLICATE)).otherwise(lit(POSSIBLE)).as("resend"));
  }

  /** Transfers with the rule's flag where it holds, and without where it no longer does. */
  static Dataset<Row> flagged(Dataset<Row> transfers, Dataset<Row> resends) {
    Column own = array_remove(array_remove(col("flags"), DUPLICATE), POSSIBLE);
    return transfers
        .join(broadcast(resends), TRANSFER, "left")
        .withColumn("flags", concat(own, array_compact(array(col("resend")))))
        .drop("resend");
  }

  /** How many rows of each file are such. */
  static Map<String, Repeats> byFile(Dataset<Row> rows, Dataset<Row> resends) {
    return Versions.byFile(
        rows.join(broadcast(resends), TRANSFER), lit(false), lit(false), array(col("resend")));
  }
}
