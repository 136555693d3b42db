package org.remitlake.savings;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/**
 * Facts of remittances that a bank paid (C73): days on which some came on an account, and cash.
 * What is put in again is of the last of them before it: so money comes back once.
 */
final class WalkAway {
  private static final String[] ACCOUNT = {BookFacts.BANK, "account_pid"};
  private static final String[] ACCOUNT_AND_QUARTER = {BookFacts.BANK, "account_pid", "quarter"};
  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};
  private static final String[] PAYMENT = {BookFacts.BANK, "payment"};
  private static final int SOON = 7;

  private final Lake lake;
  private final LoanBooks asked;

  /** With the quarter after each, in which money may come back, or be paid once more before. */
  private final LoanBooks books;

  private final AccountBooks accounts;
  private final BankLinks links;
  private final DollarRates rates;

  WalkAway(Lake lake, Collection<Quarter> quarters, DollarRates rates) {
    Set<Quarter> both = new TreeSet<>(quarters);
    quarters.forEach(q -> both.add(q.plus(1)));
    this.lake = lake;
    this.asked = new LoanBooks(lake, List.copyOf(quarters));
    this.books = new LoanBooks(lake, List.copyOf(both));
    this.accounts = new AccountBooks(lake, books);
    this.links = new BankLinks(lake, books);
    this.rates = rates;
  }

  Dataset<Row> all() {
    Dataset<Row> paid = onAccounts().unionByName(inCash(), true);
    Dataset<Row> rows =
        paid.join(returned(paid), PAYMENT, "left")
            .where(col("quarter").isInCollection(asked.slices(0)))
            .join(links.linked(), BANK_AND_QUARTER, "left")
            .join(accounts.covered(1), BANK_AND_QUARTER, "left")
            .join(
                accounts.told().select(BookFacts.BANK, "account_pid", "quarter", "is_broken"),
                ACCOUNT_AND_QUARTER,
                "left")
            // Money of more digits, times a rate, would lose decimals.
            .withColumn(
                "gone", expr("cast(taken - least(taken, coalesce(returned, 0)) as decimal(19,4))"));
    Dataset<Row> priced = worth(worth(rows, "gone"), "amount");
    Column gap =
        when(expr("is_broken"), "LEDGER_BREAK")
            .when(
                expr("covered_to is null or covered_to < date_add(paid_on, " + SOON + ")"),
                "WINDOW_OPEN")
            .when(expr("amount_usd is null or gone_usd is null"), "FX_STALE");
    return fact(
            Intermediation.C73,
            priced.withColumn("pilot_code", lit(null).cast("string")),
            List.of(BookFacts.BANK),
            coalesce(when(col("is_linked").isNull(), "NO_LINK"), gap))
        .union(
            fact(
                Intermediation.C73_CREDITED,
                priced.where("account_pid is not null"),
                AccountBooks.DIMENSIONS,
                gap));
  }

  private static Dataset<Row> fact(
      Intermediation indicator, Dataset<Row> rows, List<String> dimensions, Column reason) {
    return BookFacts.of(
        BookFacts.inCells(rows, dimensions),
        List.of(BookFacts.fact(indicator, col("gone_usd"), col("amount_usd"), lit(true), reason)));
  }

  private Dataset<Row> worth(Dataset<Row> rows, String amount) {
    return rates.priced(
        rows,
        asked.reach(0),
        col(amount),
        new DollarRates.Pricing(col("currency"), col("paid_on")),
        amount + "_usd");
  }

  /** Days of accounts with remittances: what came, and what of it was taken in cash after it. */
  private Dataset<Row> onAccounts() {
    Dataset<Row> days =
        postings("type = 'REMIT_CREDIT' and direction = 'C'")
            .groupBy("country", BookFacts.BANK, "account_pid", "booked_on")
            .agg(min("booked_at").as("since"), sum("amount").as("credited"));
    Dataset<Row> withdrawn =
        days.select(BookFacts.BANK, "account_pid", "booked_on", "since")
            .join(
                postings("type in ('ATM', 'CASH_OUT') and direction = 'D'")
                    .select(BookFacts.BANK, "account_pid", "booked_on", "booked_at", "amount"),
                new String[] {BookFacts.BANK, "account_pid", "booked_on"},
                "inner")
            .where("booked_at >= since")
            .groupBy(BookFacts.BANK, "account_pid", "booked_on")
            .agg(sum("amount").as("withdrawn"));
    Dataset<Row> known =
        days.join(withdrawn, new String[] {BookFacts.BANK, "account_pid", "booked_on"}, "left")
            .join(accounts.holders().drop("country"), ACCOUNT, "inner")
            .withColumn("paid_on", col("booked_on"))
            .withColumn("payment", expr("concat('account ', account_pid, ' ', booked_on)"))
            .withColumn("amount", expr("cast(credited as decimal(19,4))"))
            .withColumn(
                "taken", expr("cast(least(credited, coalesce(withdrawn, 0)) as decimal(19,4))"));
    return books
        .inQuarters(known, "paid_on", 0)
        .drop("at", "last", "credited", "withdrawn", "booked_on");
  }

  /** Transfers that the bank paid in cash. */
  private Dataset<Row> inCash() {
    return links
        .paid()
        .where("payout_instrument = 'CASH'")
        .selectExpr(
            "country",
            BookFacts.BANK,
            "quarter",
            "coalesce(customer_pid, beneficiary_pid) as customer_pid",
            "receipt_on as paid_on",
            "coalesce(paid_at, timestamp(receipt_on)) as since",
            "concat('transfer ', transfer) as payment",
            "delivered as amount",
            "delivered as taken",
            "currency");
  }

  /** What came back of each payment, in its currency. */
  private Dataset<Row> returned(Dataset<Row> paid) {
    Dataset<Row> back =
        postings("type = 'CASH_IN' and direction = 'C'")
            .join(
                accounts.holders().select(BookFacts.BANK, "account_pid", "customer_pid"),
                ACCOUNT,
                "inner")
            .select(
                BookFacts.BANK,
                "customer_pid",
                "currency",
                "posting_id",
                "booked_at",
                "booked_on",
                "amount");
    Dataset<Row> taken =
        paid.where("taken > 0")
            .select(BookFacts.BANK, "customer_pid", "currency", "payment", "since", "paid_on");
    return back.join(taken, new String[] {BookFacts.BANK, "customer_pid", "currency"}, "inner")
        .where("booked_at >= since and booked_on <= date_add(paid_on, " + SOON + ")")
        .groupBy(BookFacts.BANK, "posting_id", "amount")
        .agg(max_by(col("payment"), struct("since", "payment")).as("payment"))
        .groupBy(PAYMENT[0], PAYMENT[1])
        .agg(sum("amount").as("returned"));
  }

  private Dataset<Row> postings(String which) {
    return lake.read(Postings.CONTRACT, books.slices(0))
        .where(AccountBooks.STANDS)
        .where(which)
        .drop("quarter");
  }
}
