package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Loans;
import org.remitlake.indicator.PersonRecords;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Tx;

/**
 * What ties banks to transfers: those that name a bank as the one that paid, and customers whom a
 * bank matched to beneficiaries.
 */
final class BankLinks {
  private final Lake lake;
  private final LoanBooks books;

  BankLinks(Lake lake, LoanBooks books) {
    this.lake = lake;
    this.books = books;
  }

  /**
   * What {@link PersonRecords#paidOut} tells, of banks whose books there are and of the quarters,
   * with the customer where the beneficiary is known as one.
   */
  Dataset<Row> paid() {
    Dataset<Row> banks = lake.read(Accounts.CONTRACT).select(BookFacts.BANK, "country").distinct();
    Dataset<Row> paid = PersonRecords.paidOut(lake.read(Tx.CONTRACT, books.slices(1)));
    return books
        .inQuarters(paid, "receipt_on", 0)
        .drop("at")
        .join(broadcast(banks), new String[] {BookFacts.BANK, "country"}, "inner")
        .join(customers(), new String[] {BookFacts.BANK, "beneficiary_pid"}, "left");
  }

  private Dataset<Row> customers() {
    String[] names = {"beneficiary_pid", "customer_pid"};
    return lake.read(Accounts.CONTRACT)
        .select(BookFacts.BANK, names)
        .union(lake.read(Loans.CONTRACT).select(BookFacts.BANK, names))
        .where("beneficiary_pid is not null")
        .groupBy(BookFacts.BANK, "beneficiary_pid")
        .agg(min("customer_pid").as("customer_pid"));
  }

  /** Banks by quarter that have ties of both kinds: without one, who was paid is known in part. */
  Dataset<Row> linked() {
    Dataset<Row> matching = customers().select(BookFacts.BANK).distinct();
    return broadcast(
        paid()
            .select(col(BookFacts.BANK), col("quarter"))
            .distinct()
            .join(matching, BookFacts.BANK)
            .withColumn("is_linked", lit(true)));
  }
}
