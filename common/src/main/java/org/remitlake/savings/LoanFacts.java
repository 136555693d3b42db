package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Facts of loans (C60 to C63): what is lent, what is outstanding, what is repaid. */
final class LoanFacts {
  static final List<String> DIMENSIONS =
      List.of(BookFacts.BANK, "loan_type", "customer_sex", "region");

  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};
  private static final int LATE = 30;

  /** Days after a remittance in which what is repaid is taken to come from it. */
  private static final int SOON = 3;

  private final LoanBooks books;
  private final DollarRates rates;

  LoanFacts(LoanBooks books, DollarRates rates) {
    this.books = books;
    this.rates = rates;
  }

  Dataset<Row> all() {
    return lent().union(outstanding()).union(repaid());
  }

  private Dataset<Row> reported(Dataset<Row> rows) {
    return rows.join(broadcast(books.reported(0)), BANK_AND_QUARTER, "left")
        .withColumn("has_report", coalesce(col("has_report"), lit(false)));
  }

  private Dataset<Row> priced(Dataset<Row> rows, String amount, String currency, String day) {
    return rates.priced(
        rows,
        books.reach(0),
        col(amount),
        new DollarRates.Pricing(col(currency), col(day)),
        amount + "_usd");
  }

  /** C60, C63: loans disbursed. */
  private Dataset<Row> lent() {
    Dataset<Row> loans =
        reported(books.inQuarters(books.loans(), "disbursed_on", 0))
            .join(
                books
                    .beneficiaries()
                    .select("country", "customer_pid")
                    .distinct()
                    .withColumn("is_beneficiary", lit(true)),
                new String[] {"country", "customer_pid"},
                "left");
    Column isBacked = col("is_remittance_backed");
    Column isRoad = col("loan_type").equalTo("ROAD");
    Column isMigrant = isRoad.or(isBacked).or(coalesce(col("is_beneficiary"), lit(false)));
    Column untold = when(not(col("has_report")), "NO_REPORT");
    Column value = when(isBacked, col("principal_usd")).otherwise(lit(0));
    return BookFacts.of(
        BookFacts.inCells(priced(loans, "principal", "currency", "disbursed_on"), DIMENSIONS),
        List.of(
            BookFacts.fact(
                Credit.C60_N, isBacked.cast("int"), BookFacts.nothing(), isBacked, untold),
            BookFacts.fact(
                Credit.C60_VALUE,
                value,
                BookFacts.nothing(),
                isBacked,
                coalesce(untold, when(value.isNull(), "FX_STALE"))),
            BookFacts.fact(
                Credit.C63,
                isRoad.cast("int"),
                lit(1),
                lit(true),
                when(col("loan_type").equalTo("BUSINESS"), "NOT_RETAIL")
                    .when(not(isMigrant), "NOT_MIGRANT")
                    .otherwise(untold))));
  }

  /** C61: what was outstanding of each loan as last told, before a write-off if there was one. */
  private Dataset<Row> outstanding() {
    Dataset<Row> told =
        books
            .inQuarters(books.balances(1), "as_of_on", 1)
            .join(
                books.loans().select(BookFacts.BANK, "loan_pid", "written_off_on"),
                new String[] {BookFacts.BANK, "loan_pid"},
                "inner")
            .where("written_off_on is null or as_of_on < written_off_on")
            .groupBy(BookFacts.BANK, "loan_pid", "quarter", "last")
            .agg(
                max_by(struct("as_of_on", "outstanding", "arrears_days"), col("as_of_on"))
                    .as("told"))
            .select(
                col(BookFacts.BANK), col("loan_pid"), col("quarter"), col("last"), col("told.*"));
    Column isWrittenOff = coalesce(col("written_off_on").leq(col("last")), lit(false));
    Column isWrittenOffNow =
        isWrittenOff.and(expr("trunc(written_off_on, 'QUARTER') = trunc(last, 'QUARTER')"));
    // Of a bank that told the quarter's end, a loan that is not in it was repaid.
    Dataset<Row> loans =
        reported(told.join(books.loans(), new String[] {BookFacts.BANK, "loan_pid"}, "inner"))
            .where(isWrittenOff.or(not(col("has_report"))).or(col("as_of_on").equalTo(col("last"))))
            .where(not(isWrittenOff).or(isWrittenOffNow))
            .where("outstanding > 0");
    Column whole = col("outstanding_usd");
    Column isLate = col("arrears_days").gt(LATE);
    Column isRescheduled = coalesce(col("rescheduled_on").leq(col("last")), lit(false));
    Column gap = when(not(col("has_report")), "NO_REPORT").when(whole.isNull(), "FX_STALE");
    Column gapOfLive = when(isWrittenOff, "WRITTEN_OFF").otherwise(gap);
    return BookFacts.of(
        BookFacts.inCells(priced(loans, "outstanding", "currency", "last"), DIMENSIONS),
        List.of(
            share(Credit.C61, isLate, whole, gapOfLive),
            share(Credit.C61_RESCHEDULED, isRescheduled.and(not(isLate)), whole, gapOfLive),
            share(Credit.C61_WRITTEN_OFF, isWrittenOff, whole, gap)));
  }

  private static Column share(Credit indicator, Column isIn, Column amount, Column reason) {
    return BookFacts.fact(
        indicator, when(isIn, amount).otherwise(lit(0)), amount, lit(true), reason);
  }

  /** C62: what was paid of instalments, and whether a remittance had just come. */
  private Dataset<Row> repaid() {
    Dataset<Row> soon =
        books
            .credits(1)
            .select(
                col(BookFacts.BANK),
                col("customer_pid"),
                explode(expr("sequence(booked_on, date_add(booked_on, " + SOON + "))"))
                    .as("paid_on"))
            .distinct()
            .withColumn("is_soon", lit(true));
    Dataset<Row> paid =
        reported(books.inQuarters(books.instalments(), "paid_on", 0))
            .join(broadcast(books.ledgers()), BANK_AND_QUARTER, "left")
            .join(soon, new String[] {BookFacts.BANK, "customer_pid", "paid_on"}, "left");
    Column amount = col("paid_amount_usd");
    Column gap =
        when(not(col("has_report")), "NO_REPORT")
            .when(col("has_ledger").isNull(), "NO_LEDGER")
            .when(col("paid_amount").isNull(), "PAID_UNKNOWN")
            .when(not(col("is_in_currency")), "CURRENCY_MISMATCH")
            .when(amount.isNull(), "FX_STALE");
    return BookFacts.of(
        BookFacts.inCells(priced(paid, "paid_amount", "due_currency", "paid_on"), DIMENSIONS),
        List.of(share(Credit.C62, col("is_soon").isNotNull(), amount, gap)));
  }
}
