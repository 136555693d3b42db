package org.remitlake.savings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;

/**
 * Facts of accounts (C15 to C17).
 *
 * <p>Banks tell balances at the ends of months. The sum over days follows from one of them: each
 * posting after it adds its amount for the days that are left, each one up to it is taken back for
 * the days before.
 */
final class DepositFacts {
  private static final String[] ACCOUNT_AND_QUARTER = {BookFacts.BANK, "account_pid", "quarter"};
  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};

  /** What is on an account that no balance is told of, since nothing was ever paid in. */
  private static final String NOTHING =
      "if(tells_deposits and told is null and correction is null"
          + " and (first_deposit_on is null or first_deposit_on > last), 0, null)";

  /**
   * A sum of money, and days to divide it by: few digits, or Spark cuts the quotient's decimals.
   */
  private static final DataType SUM = DataTypes.createDecimalType(24, 4);

  private static final DataType DAYS = DataTypes.createDecimalType(3, 0);

  private final Lake lake;
  private final LoanBooks books;
  private final AccountBooks accounts;

  DepositFacts(Lake lake, LoanBooks books) {
    this.lake = lake;
    this.books = books;
    this.accounts = new AccountBooks(lake, books);
  }

  private Dataset<Row> postings(int before) {
    return lake.read(Postings.CONTRACT, books.slices(before))
        .withColumn("signed", expr("case direction when 'C' then amount else -amount end"))
        .select(
            BookFacts.BANK,
            "account_pid",
            "booked_on",
            "signed",
            "amount",
            "type",
            "flags",
            "reverses_posting_id");
  }

  /** Accounts that were open at the end of a day of a quarter, with its first and last such day. */
  private Dataset<Row> open() {
    return accounts
        .holders()
        .join(books.calendar(), expr("opened_on <= last"), "inner")
        .withColumn("from", expr("greatest(opened_on, add_months(date_add(last, 1), -3))"))
        .withColumn("to", expr("least(coalesce(date_sub(closed_on, 1), last), last)"))
        .withColumn("days", expr("datediff(to, from) + 1"))
        .where("days > 0");
  }

  Dataset<Row> all() {
    Dataset<Row> known =
        open()
            .join(accounts.told(), ACCOUNT_AND_QUARTER, "left")
            .join(accounts.covered(0), BANK_AND_QUARTER, "left")
            // A closed account holds nothing.
            .withColumn("anchor", expr("coalesce(told, if(closed_on <= last, 0, null))"))
            .withColumn("anchor_on", expr("coalesce(told_on, closed_on)"))
            .withColumn("end_balance", when(col("told_on").equalTo(col("last")), col("told")));
    Column weight =
        expr(
            """
            if(booked_on > anchor_on,
              greatest(0, datediff(to, greatest(booked_on, from)) + 1),
              -greatest(0, datediff(least(date_sub(booked_on, 1), to), from) + 1))""");
    Column flow =
        // A move to an own account in another currency is no withdrawal.
        when(
                expr(
                    AccountBooks.STANDS
                        + " and type not in ('INTEREST', 'TAX') and not array_contains(flags, 'K06')"),
                col("signed"))
            .otherwise(lit(0));
    Dataset<Row> moves =
        books
            .inQuarters(postings(0), "booked_on", 0)
            .drop("at", "last")
            .join(
                known.select(BookFacts.BANK, "account_pid", "quarter", "anchor_on", "from", "to"),
                ACCOUNT_AND_QUARTER,
                "inner")
            .groupBy(BookFacts.BANK, "account_pid", "quarter")
            .agg(sum(col("signed").multiply(weight)).as("correction"), sum(flow).as("flow"));
    Dataset<Row> credits =
        books
            .inQuarters(
                postings(LoanBooks.YEAR - 1)
                    .where("type = 'REMIT_CREDIT'")
                    .where(AccountBooks.STANDS),
                "booked_on",
                LoanBooks.YEAR - 1)
            .groupBy(BookFacts.BANK, "account_pid", "quarter")
            .agg(sum("signed").as("credited"));
    Column ofHolder =
        max("credited").over(Window.partitionBy(BookFacts.BANK, "customer_pid", "quarter"));
    Column average =
        coalesce(col("correction"), lit(0))
            .plus(col("anchor").multiply(col("days")))
            .cast(SUM)
            .divide(col("days").cast(DAYS));
    Dataset<Row> rows =
        known
            .join(moves, ACCOUNT_AND_QUARTER, "left")
            .join(credits, ACCOUNT_AND_QUARTER, "left")
            .withColumn("nothing", expr(NOTHING))
            .withColumn("anchor", coalesce(col("anchor"), col("nothing")))
            .withColumn("end_balance", coalesce(col("end_balance"), col("nothing")))
            .withColumn("is_home", AccountBooks.isHome())
            .withColumn("credited", when(col("is_home"), col("credited")))
            .withColumn("has_remittance", ofHolder.isNotNull())
            .withColumn("average", average);
    Column gap =
        when(expr("not is_home"), "FOREIGN_CURRENCY")
            .when(expr("covered_to is null or covered_to < last"), "WINDOW_OPEN");
    Column broken = when(expr("is_broken"), "LEDGER_BREAK");
    Column ofDays = coalesce(gap, broken, when(expr("anchor is null"), "NO_BALANCE"));
    Column ofYear =
        coalesce(
            gap,
            when(expr("closed_on <= last"), "CLOSED")
                .when(expr("not has_remittance"), "NO_REMITTANCE"),
            broken,
            when(expr("end_balance is null"), "NO_BALANCE"));
    return BookFacts.of(
        BookFacts.inCells(rows, AccountBooks.DIMENSIONS),
        List.of(
            BookFacts.fact(Deposit.C15, col("average"), lit(1), lit(true), ofDays),
            BookFacts.fact(Deposit.C15_MEDIAN, col("average"), lit(1), lit(true), ofDays),
            BookFacts.fact(
                Deposit.C16,
                col("end_balance"),
                coalesce(col("credited"), lit(0)),
                lit(true),
                ofYear),
            BookFacts.fact(
                Deposit.C17,
                coalesce(col("flow"), lit(0)),
                BookFacts.nothing(),
                lit(true),
                coalesce(gap, broken))));
  }
}
