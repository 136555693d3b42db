package org.remitlake.savings;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Pilots;

/**
 * Facts of credits (C18): remittances on accounts of other products, and moves to pilots' products
 * after them. Of which kind a product is no table tells; that of a pilot is for savings.
 */
final class SavingMoves {
  private static final String[] ACCOUNT = {BookFacts.BANK, "account_pid"};
  private static final String[] ACCOUNT_AND_QUARTER = {BookFacts.BANK, "account_pid", "quarter"};
  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};
  private static final int SOON = 7;

  private final Lake lake;
  private final LoanBooks books;
  private final AccountBooks accounts;

  SavingMoves(Lake lake, LoanBooks books) {
    this.lake = lake;
    this.books = books;
    this.accounts = new AccountBooks(lake, books);
  }

  Dataset<Row> all() {
    Dataset<Row> products = lake.read(Pilots.CONTRACT).select("product_code").distinct();
    Dataset<Row> savings = broadcast(products.withColumn("is_saving", lit(true)));
    Dataset<Row> postings =
        lake.read(Postings.CONTRACT, books.slicesAfter(1)).where(AccountBooks.STANDS);
    Dataset<Row> arrivals =
        postings
            .where("direction = 'C' and own_transfer_group is not null")
            .where("type <> 'REMIT_CREDIT'")
            .join(accounts.holders().join(products, "product_code"), ACCOUNT, "inner")
            .select(BookFacts.BANK, "own_transfer_group")
            .distinct();
    Dataset<Row> moves =
        postings
            .where("direction = 'D' and own_transfer_group is not null")
            .join(arrivals, new String[] {BookFacts.BANK, "own_transfer_group"}, "inner")
            .selectExpr(
                BookFacts.BANK,
                "account_pid",
                "booked_at as moved_at",
                "booked_on as moved_on",
                "amount as moved");
    Dataset<Row> credits =
        postings
            .where(col("quarter").isInCollection(books.slices(0)))
            .where("type = 'REMIT_CREDIT' and direction = 'C'")
            .select(
                BookFacts.BANK,
                "account_pid",
                "quarter",
                "posting_id",
                "booked_at",
                "booked_on",
                "amount");
    Dataset<Row> followed =
        credits
            .join(moves, ACCOUNT, "inner")
            .where("moved_at >= booked_at and moved_on <= date_add(booked_on, " + SOON + ")")
            .where("moved * 10 >= amount")
            .select(BookFacts.BANK, "posting_id")
            .distinct()
            .withColumn("is_followed", lit(true));
    Dataset<Row> rows =
        credits
            .join(followed, new String[] {BookFacts.BANK, "posting_id"}, "left")
            .join(accounts.holders(), ACCOUNT, "inner")
            .join(savings, new String[] {"product_code"}, "left")
            .join(accounts.covered(1), BANK_AND_QUARTER, "left")
            .join(accounts.told(), ACCOUNT_AND_QUARTER, "left")
            .withColumn("is_home", AccountBooks.isHome());
    Column gap =
        when(expr("not is_home"), "FOREIGN_CURRENCY")
            .when(expr("is_saving"), "ON_SAVINGS")
            .when(expr("is_broken"), "LEDGER_BREAK")
            .when(
                expr("covered_to is null or covered_to < date_add(booked_on, " + SOON + ")"),
                "WINDOW_OPEN");
    return BookFacts.of(
        BookFacts.inCells(rows, AccountBooks.DIMENSIONS),
        List.of(
            BookFacts.fact(
                Deposit.C18, when(expr("is_followed"), 1).otherwise(0), lit(1), lit(true), gap)));
  }
}
