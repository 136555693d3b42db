package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.account.Accounts;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** What partner banks tell of loans and borrowers, as the numbers of some quarters need it. */
final class LoanBooks {
  /** A year, counted from its last quarter. */
  static final int YEAR = 4;

  private final Lake lake;
  private final List<Quarter> quarters;

  LoanBooks(Lake lake, List<Quarter> quarters) {
    this.lake = lake;
    this.quarters = List.copyOf(quarters);
  }

  /** The quarters and some before each, as slices. */
  Set<String> slices(int before) {
    Set<String> slices = new TreeSet<>();
    for (Quarter quarter : quarters) {
      Quarter.range(quarter.plus(-before), quarter).forEach(q -> slices.add(q.toString()));
    }
    return slices;
  }

  /** The quarters and some after each, as slices. */
  Set<String> slicesAfter(int after) {
    Set<String> slices = new TreeSet<>();
    for (Quarter quarter : quarters) {
      Quarter.range(quarter, quarter.plus(after)).forEach(q -> slices.add(q.toString()));
    }
    return slices;
  }

  List<Quarter> reach(int before) {
    return slices(before).stream().map(Quarter::parse).toList();
  }

  /** The quarters: label, number on a line of quarters, last day. */
  Dataset<Row> calendar() {
    List<Row> rows = new ArrayList<>();
    quarters.forEach(
        q ->
            rows.add(
                RowFactory.create(
                    q.toString(),
                    q.year() * YEAR + q.number() - 1,
                    q.endExclusive().minusDays(1))));
    StructType schema =
        new StructType()
            .add("quarter", DataTypes.StringType)
            .add("at", DataTypes.IntegerType)
            .add("last", DataTypes.DateType);
    return broadcast(lake.spark().createDataFrame(rows, schema));
  }

  /** Rows in each quarter that they count in: that of a day, and some after it. */
  Dataset<Row> inQuarters(Dataset<Row> rows, String day, int after) {
    return rows.join(
        calendar(),
        expr("at - (year(%1$s) * 4 + quarter(%1$s) - 1) between 0 and %2$d".formatted(day, after)),
        "inner");
  }

  /** Loans with a name for each dimension of cells. */
  Dataset<Row> loans() {
    return lake.read(Loans.CONTRACT)
        .select(
            col("country"),
            col(BookFacts.BANK),
            col("loan_pid"),
            col("customer_pid"),
            col("beneficiary_pid"),
            col("disbursed_on"),
            col("principal"),
            col("currency"),
            col("type").as("loan_type"),
            col("is_remittance_backed"),
            col("pilot_code"),
            col("written_off_on"),
            col("rescheduled_on"),
            col("customer_sex"),
            col("region"));
  }

  /** Instalments with what is known of their loans; whether they bear its currency. */
  Dataset<Row> instalments() {
    Dataset<Row> due =
        lake.read(Instalments.CONTRACT)
            .select(
                col(BookFacts.BANK),
                col("loan_pid"),
                col("due_on"),
                col("due_amount"),
                col("currency").as("due_currency"),
                col("paid_on"),
                col("paid_amount"));
    return due.join(loans(), new String[] {BookFacts.BANK, "loan_pid"}, "inner")
        .withColumn("is_in_currency", col("due_currency").equalTo(col("currency")));
  }

  /** What was outstanding at the ends of months, so many quarters back. */
  Dataset<Row> balances(int before) {
    return lake.read(LoanBalances.CONTRACT, slices(before))
        .select(BookFacts.BANK, "loan_pid", "as_of_on", "outstanding", "arrears_days");
  }

  /** Banks by quarter that told what was outstanding at its end; before that it is not over. */
  Dataset<Row> reported(int before) {
    return lake.read(LoanBalances.CONTRACT, slices(before))
        .where(
            last_day(col("as_of_on")).equalTo(col("as_of_on")).and(expr("month(as_of_on) % 3 = 0")))
        .select(col(BookFacts.BANK), col("quarter"))
        .distinct()
        .withColumn("has_report", lit(true));
  }

  /** Customers of a bank by the names that they bear as beneficiaries. */
  Dataset<Row> beneficiaries() {
    return loans()
        .select("country", "customer_pid", "beneficiary_pid")
        .union(lake.read(Accounts.CONTRACT).select("country", "customer_pid", "beneficiary_pid"))
        .where("beneficiary_pid is not null")
        .distinct();
  }

  /** Remittances on accounts, so many quarters back; what was taken back never came. */
  Dataset<Row> credits(int before) {
    Dataset<Row> holders =
        lake.read(Accounts.CONTRACT).select(BookFacts.BANK, "account_pid", "customer_pid");
    return lake.read(Postings.CONTRACT, slices(before))
        .where("type = 'REMIT_CREDIT' and direction = 'C' and reverses_posting_id is null")
        .where("not array_contains(flags, 'K04')")
        .join(holders, new String[] {BookFacts.BANK, "account_pid"}, "inner")
        .select(
            col(BookFacts.BANK),
            col("country"),
            col("customer_pid"),
            col("booked_on"),
            col("amount"),
            col("currency"));
  }

  /** Banks by quarter of whose accounts there are postings. */
  Dataset<Row> ledgers() {
    return lake.read(Postings.CONTRACT, slices(0))
        .select(col(BookFacts.BANK), col("quarter"))
        .distinct()
        .withColumn("has_ledger", lit(true));
  }
}
