package org.remitlake.savings;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Loans;
import org.remitlake.account.Policies;
import org.remitlake.account.Postings;
import org.remitlake.indicator.Dimension;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import org.remitlake.time.Zones;

/** Registers and ledgers of banks as they were known at the ends of some quarters. */
final class BankBooks {
  private final Lake lake;
  private final Set<String> slices;
  private final Dataset<Row> quarters;

  BankBooks(Lake lake, Collection<Quarter> quarters) {
    this.lake = lake;
    this.slices = new TreeSet<>(lake.sliceVersions(Postings.CONTRACT).keySet());
    slices.addAll(lake.sliceVersions(Balances.CONTRACT).keySet());
    String latest = quarters.stream().max(Quarter::compareTo).orElseThrow().toString();
    slices.removeIf(s -> s.compareTo(latest) > 0);
    StructType schema =
        new StructType()
            .add("quarter", DataTypes.StringType)
            .add("first", DataTypes.DateType)
            .add("last", DataTypes.DateType);
    this.quarters =
        lake.spark()
            .createDataFrame(
                quarters.stream()
                    .map(
                        q ->
                            RowFactory.create(
                                q.toString(), q.firstDay(), q.endExclusive().minusDays(1)))
                    .toList(),
                schema);
  }

  /**
   * By quarter, what its values rest on: all of the registers, which are not cut by quarters, and
   * the ledgers up to its end.
   */
  static Map<String, String> inputs(Lake lake) {
    Map<String, String> postings = lake.sliceVersions(Postings.CONTRACT);
    Map<String, String> balances = lake.sliceVersions(Balances.CONTRACT);
    Set<String> all = new TreeSet<>(postings.keySet());
    all.addAll(balances.keySet());
    StringBuilder before =
        new StringBuilder()
            .append(lake.sliceVersions(Accounts.CONTRACT))
            .append(lake.sliceVersions(Loans.CONTRACT))
            .append(lake.sliceVersions(Policies.CONTRACT));
    Map<String, String> inputs = new TreeMap<>();
    for (String quarter : all) {
      before
          .append(quarter)
          .append(postings.getOrDefault(quarter, ""))
          .append(balances.getOrDefault(quarter, ""));
      inputs.put(quarter, before.toString());
    }
    return inputs;
  }

  /** Accounts and quarters, from the first day that the bank's books tell of to their last. */
  Dataset<Row> accounts() {
    Dataset<Row> accounts =
        lake.read(Accounts.CONTRACT)
            .withColumn("pilot_code", coalesce(col("pilot_code"), lit(Dimension.TOTAL)))
            .withColumn("customer_sex", coalesce(col("customer_sex"), lit("U")))
            .withColumn("region", coalesce(col("region"), lit("U")))
            .withColumn("decided_on", Zones.localDate(col("decision_at"), col("country")))
            .withColumn(
                "is_undated", col("status").equalTo("CLOSED").and(col("closed_on").isNull()));
    return accounts
        .join(broadcast(quarters))
        .join(broadcast(covered()), new String[] {"bank_id", "quarter"}, "left");
  }

  /** Books come by the month: a month is told of where any of its days is. */
  private Dataset<Row> covered() {
    Dataset<Row> days =
        lake.read(Postings.CONTRACT, slices)
            .selectExpr("bank_id", "quarter as slice", "booked_on as day")
            .union(
                lake.read(Balances.CONTRACT, slices)
                    .selectExpr("bank_id", "quarter as slice", "as_of_on as day"))
            .groupBy("bank_id", "slice")
            .agg(min("day").as("from_day"), max("day").as("to_day"));
    return days.join(broadcast(quarters), col("slice").leq(col("quarter")))
        .groupBy("bank_id", "quarter")
        .agg(
            trunc(min("from_day"), "month").as("books_from"),
            last_day(max("to_day")).as("books_to"));
  }

  /** Postings, but those that were taken back, with what takes them back: they never happened. */
  Dataset<Row> postings() {
    Column isTakenBack = col("reverses_posting_id").isNotNull().or(col("type").equalTo("REVERSAL"));
    return lake.read(Postings.CONTRACT, slices)
        .where(not(isTakenBack.or(coalesce(isPaired(), lit(false)))));
  }

  private static Column isPaired() {
    return array_contains(col("flags"), "K04");
  }

  /** What the bank told of balances at the ends of days. */
  Dataset<Row> balances() {
    return lake.read(Balances.CONTRACT, slices);
  }

  /** Whether an account was opened: an application that was refused is none. */
  static Column wasOpened() {
    return coalesce(col("decision").equalTo("APPROVED"), lit(true));
  }

  /** Why it is not known whether an account is open at the quarter's end. */
  static Column unknownState() {
    return when(col("is_undated"), "NO_CLOSING_DAY")
        .when(not(coalesce(isTold(col("last")), lit(false))), "NO_BOOKS");
  }

  /** Whether the bank's books reach as far as a day. */
  static Column isTold(Column day) {
    return day.leq(col("books_to"));
  }

  /** Whether an account is open at the end of a day. */
  static Column isOpen(Column day) {
    return col("opened_on").leq(day).and(col("closed_on").isNull().or(col("closed_on").gt(day)));
  }
}
