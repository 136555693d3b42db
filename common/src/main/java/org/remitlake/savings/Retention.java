package org.remitlake.savings;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Postings;
import org.remitlake.contract.Field;
import org.remitlake.indicator.Dimension;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.time.Quarter;

/**
 * Remittances credited to accounts, by cell: number, value, and what is left after 30 days.
 *
 * <p>A quarter rests on the postings up to the end of the next one: 30 days reach no further, and
 * the oldest-first comparison needs all that came before.
 */
final class Retention {
  /** Why a credit is not in the value. */
  static final List<String> REASONS = List.of("LEDGER_BREAK", "FOREIGN_CURRENCY", "WINDOW_OPEN");

  private static final String[] ACCOUNT = {"bank_id", "account_pid"};
  private static final List<String> DIMENSIONS =
      List.of("bank_id", "product_code", "customer_sex", "region");

  private Retention() {}

  /** One row per quarter and cell: see {@link #cells}. */
  static List<Row> of(Lake lake, Set<String> quarters) {
    Set<String> slices = new TreeSet<>(lake.sliceVersions(Postings.CONTRACT).keySet());
    slices.addAll(lake.sliceVersions(Balances.CONTRACT).keySet());
    Quarter last = quarters.stream().map(Quarter::parse).max(Quarter::compareTo).orElseThrow();
    slices.removeIf(s -> Quarter.parse(s).compareTo(last.plus(1)) > 0);
    Dataset<Row> postings =
        lake.read(Postings.CONTRACT, slices).join(accounts(lake), ACCOUNT, "inner");
    Dataset<Row> left = left(postings);
    Dataset<Row> balances = lake.read(Balances.CONTRACT, slices);
    Dataset<Row> credits =
        postings
            .where(col("quarter").isInCollection(quarters))
            .join(left, new String[] {"bank_id", "account_pid", "posting_id"}, "inner")
            .join(broken(balances), new String[] {"bank_id", "account_pid", "quarter"}, "left")
            .join(
                broadcast(covered(lake, postings, balances, quarters)),
                new String[] {"bank_id", "quarter"},
                "left");
    return cells(credits.withColumn("reason", reason()));
  }

  private static Dataset<Row> accounts(Lake lake) {
    return lake.read(Accounts.CONTRACT)
        .select(
            col("bank_id"),
            col("account_pid"),
            col("customer_pid"),
            col("product_code"),
            coalesce(col("pilot_code"), lit(Dimension.TOTAL)).as("pilot_code"),
            coalesce(col("customer_sex"), lit("U")).as("customer_sex"),
            coalesce(col("region"), lit("U")).as("region"),
            col("currency").as("account_currency"));
  }

  private static Dataset<Row> left(Dataset<Row> postings) {
    StructType schema =
        new StructType()
            .add("bank_id", DataTypes.StringType)
            .add("account_pid", DataTypes.StringType)
            .add("posting_id", DataTypes.StringType)
            .add("kept_lifo", Field.MONEY)
            .add("kept_fifo", Field.MONEY)
            .add("kept_90", Field.MONEY);
    return postings
        .select(
            "bank_id",
            "customer_pid",
            "account_pid",
            "booked_on",
            "booked_at",
            "posting_id",
            "direction",
            "amount",
            "type",
            "reverses_posting_id",
            "own_transfer_group")
        .repartition(col("bank_id"), col("customer_pid"))
        .sortWithinPartitions("bank_id", "customer_pid", "booked_at", "posting_id")
        .mapPartitions(new Holder(), Encoders.row(schema));
  }

  /** Accounts whose ledger breaks (K03) in a quarter or the one after it. */
  private static Dataset<Row> broken(Dataset<Row> balances) {
    Dataset<Row> flagged =
        balances.where("array_contains(flags, 'K03')").select("bank_id", "account_pid", "as_of_on");
    Column before = add_months(col("as_of_on"), -3);
    return flagged
        .select(
            col("bank_id"), col("account_pid"), explode(array(col("as_of_on"), before)).as("day"))
        .selectExpr("bank_id", "account_pid", "concat(year(day), '-Q', quarter(day)) as quarter")
        .distinct()
        .withColumn("is_broken", lit(true));
  }

  /** Until when a bank's books reach, as far as a quarter looks. */
  private static Dataset<Row> covered(
      Lake lake, Dataset<Row> postings, Dataset<Row> balances, Set<String> quarters) {
    List<Row> ends =
        postings
            .selectExpr("bank_id", "quarter", "booked_on as day")
            .union(balances.selectExpr("bank_id", "quarter", "as_of_on as day"))
            .groupBy("bank_id", "quarter")
            .agg(max("day"))
            .collectAsList();
    Map<String, TreeMap<Quarter, LocalDate>> byBank = new TreeMap<>();
    ends.forEach(
        r ->
            byBank
                .computeIfAbsent(r.getString(0), b -> new TreeMap<>())
                .put(Quarter.parse(r.getString(1)), r.getAs(2)));
    List<Row> rows = new ArrayList<>();
    byBank.forEach(
        (bank, days) ->
            quarters.forEach(
                q -> {
                  var end = days.floorEntry(Quarter.parse(q).plus(1));
                  rows.add(RowFactory.create(bank, q, end == null ? null : end.getValue()));
                }));
    StructType schema =
        new StructType()
            .add("bank_id", DataTypes.StringType)
            .add("quarter", DataTypes.StringType)
            .add("covered_to", DataTypes.DateType);
    return lake.spark().createDataFrame(rows, schema);
  }

  /** Whether 90 days after a credit lie in the bank's books. */
  private static Column isLongClosed() {
    return date_add(col("booked_on"), Holder.LONG_DAYS).leq(col("covered_to"));
  }

  private static Column reason() {
    Column home = CentralBanks.homeCurrency(col("country"));
    return when(col("is_broken"), REASONS.get(0))
        .when(col("account_currency").notEqual(home), REASONS.get(1))
        .when(date_add(col("booked_on"), Holder.DAYS).gt(col("covered_to")), REASONS.get(2));
  }

  /**
   * Cells: country, quarter, dimension, value, pilot, then by name counts and sums of credits that
   * have no reason to be left out, their holders, and credits by reason.
   */
  private static List<Row> cells(Dataset<Row> credits) {
    List<Column> cells = new ArrayList<>();
    for (Column pilot : List.of(lit(Dimension.TOTAL), col("pilot_code"))) {
      cells.add(cell(lit(Dimension.TOTAL), lit(Dimension.TOTAL), pilot));
      DIMENSIONS.forEach(d -> cells.add(cell(lit(d), col(d), pilot)));
    }
    Column isIn = col("reason").isNull();
    Column isInLong = isIn.and(isLongClosed());
    List<Column> measures =
        new ArrayList<>(
            List.of(
                count_if(isIn).as("n"),
                sum(when(isIn, col("amount"))).as("amount"),
                sum(when(isIn, col("kept_lifo"))).as("kept_lifo"),
                sum(when(isIn, col("kept_fifo"))).as("kept_fifo"),
                countDistinct(when(isIn, col("customer_pid"))).as("holders"),
                count_if(isIn.and(col("kept_lifo").multiply(10).geq(col("amount")))).as("n_kept"),
                count_if(isInLong).as("n_90"),
                sum(when(isInLong, col("amount"))).as("amount_90"),
                sum(when(isInLong, col("kept_90"))).as("kept_90"),
                countDistinct(when(isInLong, col("customer_pid"))).as("holders_90")));
    REASONS.forEach(r -> measures.add(count_if(col("reason").equalTo(r)).as(r)));
    return credits
        .withColumn("cell", explode(array_distinct(array(cells.toArray(Column[]::new)))))
        .groupBy("country", "quarter", "cell.dimension", "cell.value", "cell.pilot")
        .agg(count(lit(1)).as("credits"), measures.toArray(Column[]::new))
        .collectAsList();
  }

  private static Column cell(Column dimension, Column value, Column pilot) {
    return struct(dimension.as("dimension"), value.as("value"), pilot.as("pilot"));
  }
}
