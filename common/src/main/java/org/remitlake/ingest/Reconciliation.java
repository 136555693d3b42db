package org.remitlake.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.account.Accounts;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;

/** Balances held against the postings between them (rule K03). */
final class Reconciliation {
  /** Of balances. */
  static final Revision OF_BALANCES =
      new Revision(
          List.of("K03"),
          List.of(Accounts.DELIVERED, Postings.DELIVERED),
          Reconciliation::reconciled);

  /** Balances may miss their postings by rounding only. */
  private static final String TOLERANCE = "0.01";

  private Reconciliation() {}

  /**
   * Rule K03: opening balance and postings must give the closing balance. An account's first
   * balance is checked only where the bank's postings reach back to the account's opening: then it
   * opened with nothing.
   */
  private static Dataset<Row> reconciled(Lake lake, Dataset<Row> balances) {
    WindowSpec account = Window.partitionBy("bank_id", "account_pid").orderBy("as_of_on");
    Dataset<Row> spans =
        balances
            .withColumn("since", lag("as_of_on", 1).over(account))
            .withColumn("opening", lag("closing_balance", 1).over(account));
    Column signed =
        when(col("direction").equalTo("C"), col("amount")).otherwise(col("amount").multiply(-1));
    Dataset<Row> moves =
        lake.read(Postings.CONTRACT)
            .groupBy("bank_id", "account_pid", "booked_on")
            .agg(sum(signed).as("moved"));
    Dataset<Row> opened =
        lake.read(Accounts.CONTRACT)
            .join(
                moves.groupBy("bank_id").agg(min("booked_on").as("books_from")),
                new String[] {"bank_id"},
                "inner")
            .select(
                col("bank_id"),
                col("account_pid"),
                col("opened_on").geq(col("books_from")).as("is_new"));
    Column inSpan =
        col("b.bank_id")
            .equalTo(col("m.bank_id"))
            .and(col("b.account_pid").equalTo(col("m.account_pid")))
            .and(col("m.booked_on").leq(col("b.as_of_on")))
            .and(col("b.since").isNull().or(col("m.booked_on").gt(col("b.since"))));
    Dataset<Row> moved =
        spans
            .as("b")
            .join(moves.as("m"), inSpan)
            .groupBy("b.bank_id", "b.account_pid", "b.as_of_on")
            .agg(sum("m.moved").as("moved"));
    String[] day = {"bank_id", "account_pid", "as_of_on"};
    Column isFirst = col("since").isNull();
    Column miss =
        abs(
            coalesce(col("opening"), lit(0))
                .plus(coalesce(col("moved"), lit(0)))
                .minus(col("closing_balance")));
    Column isBroken =
        miss.gt(lit(TOLERANCE).cast("decimal(4,2)"))
            .and(isFirst.and(col("is_new")).or(not(isFirst)));
    Column without = array_remove(col("flags"), "K03");
    return spans
        .join(moved, day, "left")
        .join(opened, new String[] {"bank_id", "account_pid"}, "left")
        .withColumn(
            "flags", when(isBroken, array_union(without, array(lit("K03")))).otherwise(without))
        .drop("since", "opening", "moved", "is_new");
  }
}
