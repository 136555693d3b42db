package org.remitlake.savings;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;

/** What partner banks tell of accounts, as the numbers of some quarters need it. */
final class AccountBooks {
  static final List<String> DIMENSIONS =
      List.of(BookFacts.BANK, "product_code", "customer_sex", "region");

  /** Neither posted and taken back, nor the one that takes back. */
  static final String STANDS = "reverses_posting_id is null and not array_contains(flags, 'K04')";

  private final Lake lake;
  private final LoanBooks books;

  AccountBooks(Lake lake, LoanBooks books) {
    this.lake = lake;
    this.books = books;
  }

  Dataset<Row> holders() {
    return lake.read(Accounts.CONTRACT)
        .where(BankBooks.wasOpened())
        .select(
            "country",
            BookFacts.BANK,
            "account_pid",
            "customer_pid",
            "product_code",
            "pilot_code",
            "customer_sex",
            "region",
            "currency",
            "opened_on",
            "closed_on",
            "first_deposit_on")
        // Where a bank tells first deposits, an account without one holds nothing.
        .withColumn(
            "tells_deposits",
            max("first_deposit_on").over(Window.partitionBy(BookFacts.BANK)).isNotNull());
  }

  /** What each account told in a quarter; accounts whose ledger breaks (K03) in it. */
  Dataset<Row> told() {
    return lake.read(Balances.CONTRACT, books.slices(0))
        .groupBy(BookFacts.BANK, "account_pid", "quarter")
        .agg(
            max_by(col("closing_balance"), col("as_of_on")).as("told"),
            max("as_of_on").as("told_on"),
            bool_or(expr("array_contains(flags, 'K03')")).as("is_broken"));
  }

  /** Until when a bank's books of some quarters reach, seen from each quarter. */
  Dataset<Row> covered(int after) {
    Dataset<Row> days =
        lake.read(Balances.CONTRACT, books.slicesAfter(after))
            .selectExpr(BookFacts.BANK, "as_of_on as day")
            .union(
                lake.read(Postings.CONTRACT, books.slicesAfter(after))
                    .selectExpr(BookFacts.BANK, "booked_on as day"))
            .distinct();
    return broadcast(
        days.join(
                books.calendar(),
                expr("day <= last_day(add_months(last, %d))".formatted(3 * after)),
                "inner")
            .groupBy(BookFacts.BANK, "quarter")
            .agg(max("day").as("covered_to")));
  }

  static Column isHome() {
    return coalesce(col("currency").equalTo(CentralBanks.homeCurrency(col("country"))), lit(false));
  }
}
