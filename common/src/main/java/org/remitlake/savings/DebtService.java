package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.PersonRecords;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Tx;

/**
 * Facts of borrowers (C64): what is due in the 12 months that end with a quarter, and what they
 * received in them. A borrower of two banks is one borrower; each cell knows what is due in it.
 */
final class DebtService {
  private static final String[] BORROWER = {"country", "quarter", "customer_pid"};
  private static final int AFTER = LoanBooks.YEAR - 1;

  private final Lake lake;
  private final LoanBooks books;
  private final DollarRates rates;

  DebtService(Lake lake, LoanBooks books, DollarRates rates) {
    this.lake = lake;
    this.books = books;
    this.rates = rates;
  }

  Dataset<Row> all() {
    Dataset<Row> borrowers =
        due()
            .join(received(), BORROWER, "left")
            .join(credited(), BORROWER, "left")
            .join(
                books
                    .beneficiaries()
                    .select("country", "customer_pid")
                    .distinct()
                    .withColumn("is_linked", lit(true)),
                new String[] {"country", "customer_pid"},
                "left");
    Column gap =
        when(col("unreported").gt(0), "NO_REPORT")
            .when(col("mismatched").gt(0), "CURRENCY_MISMATCH")
            .when(col("unpriced").gt(0), "FX_STALE");
    Column link =
        when(col("is_linked").isNull(), "NOT_LINKED")
            .when(coalesce(col("received_n"), lit(0)).equalTo(0), "NO_REMITTANCE")
            .when(gap.isNotNull(), gap)
            .when(col("received_unpriced").gt(0), "FX_STALE");
    Column account =
        when(coalesce(col("credited_n"), lit(0)).equalTo(0), "NO_REMITTANCE")
            .when(gap.isNotNull(), gap)
            .when(col("credited_unpriced").gt(0), "FX_STALE");
    Column isOver = col("due_usd").multiply(2).gt(col("received_usd"));
    return BookFacts.of(
        borrowers,
        List.of(
            BookFacts.fact(Credit.C64, col("due_usd"), col("received_usd"), lit(true), link),
            BookFacts.fact(
                Credit.C64_OVER50, when(isOver, 1).otherwise(0), lit(1), lit(true), link),
            BookFacts.fact(
                Credit.C64_CREDITED, col("due_usd"), col("credited_usd"), lit(true), account)));
  }

  /** By borrower and cell: instalments due before a write-off, paid or not. */
  private Dataset<Row> due() {
    Dataset<Row> reports =
        books
            .inQuarters(
                books
                    .reported(AFTER)
                    .selectExpr(
                        BookFacts.BANK,
                        "make_date(int(left(quarter, 4)), int(right(quarter, 1)) * 3 - 2, 1)"
                            + " as first"),
                "first",
                AFTER)
            .groupBy(BookFacts.BANK, "quarter")
            .agg(count(lit(1)).as("reports"));
    Dataset<Row> due =
        books
            .inQuarters(
                books.instalments().where("written_off_on is null or due_on < written_off_on"),
                "due_on",
                AFTER)
            .join(broadcast(reports), new String[] {BookFacts.BANK, "quarter"}, "left")
            .drop("beneficiary_pid");
    return BookFacts.inCells(
            priced(due, "due_amount", "due_currency", "due_on"), LoanFacts.DIMENSIONS)
        .groupBy("country", "quarter", "customer_pid", "cell")
        .agg(
            sum("due_amount_usd").as("due_usd"),
            count_if(coalesce(col("reports"), lit(0)).lt(LoanBooks.YEAR)).as("unreported"),
            count_if(not(col("is_in_currency"))).as("mismatched"),
            count_if(col("due_amount_usd").isNull()).as("unpriced"));
  }

  /** By borrower: what transfers brought to any of the names that the banks know. */
  private Dataset<Row> received() {
    Dataset<Row> transfers =
        PersonRecords.received(lake.read(Tx.CONTRACT, books.slices(LoanBooks.YEAR)))
            .join(books.beneficiaries(), new String[] {"country", "beneficiary_pid"}, "inner");
    return sums(
        priced(
            books.inQuarters(transfers, "receipt_on", AFTER),
            "delivered",
            "currency",
            "receipt_on"),
        "delivered_usd",
        "received");
  }

  /** By borrower: what was credited to accounts. */
  private Dataset<Row> credited() {
    return sums(
        priced(
            books.inQuarters(books.credits(AFTER), "booked_on", AFTER),
            "amount",
            "currency",
            "booked_on"),
        "amount_usd",
        "credited");
  }

  private static Dataset<Row> sums(Dataset<Row> rows, String amount, String name) {
    return rows.groupBy("country", "quarter", "customer_pid")
        .agg(
            sum(amount).as(name + "_usd"),
            count(lit(1)).as(name + "_n"),
            count_if(col(amount).isNull()).as(name + "_unpriced"));
  }

  private Dataset<Row> priced(Dataset<Row> rows, String amount, String currency, String day) {
    return rates.priced(
        rows,
        books.reach(AFTER),
        col(amount),
        new DollarRates.Pricing(col(currency), col(day)),
        amount + "_usd");
  }
}
