package org.remitlake.savings;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/**
 * Facts of accounts (C70, C72): what customers of a bank have on them at the ends of quarters. A
 * closed account holds nothing; where a bank tells first deposits, one without any neither.
 */
final class ClientDeposits {
  private static final String[] ACCOUNT_AND_QUARTER = {BookFacts.BANK, "account_pid", "quarter"};
  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};
  private static final int BEFORE = LoanBooks.YEAR - 1;

  private static final WindowSpec OF_CUSTOMER =
      Window.partitionBy(BookFacts.BANK, "customer_pid", "quarter");

  private static final Column IS_REMITTANCE = col("type").equalTo("REMIT_CREDIT");

  private static final String STOCK =
      """
      cast(case
        when is_closed then 0
        when told_on = last then told
        when tells_deposits and told is null
          and (first_deposit_on is null or first_deposit_on > last) then 0
      end as decimal(19,4))""";

  private static final String GAP =
      """
      case
        when covered_to is null or covered_to < last then 'WINDOW_OPEN'
        when is_closed then null
        when is_broken then 'LEDGER_BREAK'
        when stock is null then 'NO_BALANCE'
      end""";

  private final Lake lake;
  private final LoanBooks now;
  private final LoanBooks then;
  private final DollarRates rates;

  ClientDeposits(Lake lake, List<Quarter> quarters, DollarRates rates) {
    this.lake = lake;
    this.now = new LoanBooks(lake, quarters);
    this.then = new LoanBooks(lake, quarters.stream().map(q -> q.plus(-LoanBooks.YEAR)).toList());
    this.rates = rates;
  }

  Dataset<Row> all() {
    return perRemittance().union(growth());
  }

  /** Accounts that were opened by the end of a quarter, with what they held then, or why not. */
  private Dataset<Row> stocks(LoanBooks books) {
    AccountBooks accounts = new AccountBooks(lake, books);
    Column isClosed = coalesce(expr("closed_on <= last"), lit(false));
    return accounts
        .holders()
        .join(books.calendar(), expr("opened_on <= last"), "inner")
        .join(accounts.told(), ACCOUNT_AND_QUARTER, "left")
        .join(accounts.covered(0), BANK_AND_QUARTER, "left")
        .withColumn("is_closed", isClosed)
        .withColumn("stock", expr(STOCK))
        .withColumn("gap", expr(GAP));
  }

  /** In dollars; nothing is worth nothing on days without a rate too. */
  private Dataset<Row> worth(Dataset<Row> rows, LoanBooks of, String amount, String day) {
    String name = amount + "_usd";
    return rates
        .priced(
            rows,
            of.reach(0),
            col(amount),
            new DollarRates.Pricing(col("currency"), col(day)),
            name)
        .withColumn(name, when(col(amount).equalTo(0), lit(0)).otherwise(col(name)));
  }

  /** C70: deposits and credits of customers who got any. */
  private Dataset<Row> perRemittance() {
    Dataset<Row> credits = now.inQuarters(credits(), "booked_on", BEFORE).drop("at", "last");
    Dataset<Row> credited =
        rates
            .priced(
                credits,
                now.reach(BEFORE),
                col("amount"),
                new DollarRates.Pricing(col("credit_currency"), col("booked_on")),
                "credit_usd")
            .groupBy(BookFacts.BANK, "account_pid", "quarter")
            .agg(
                count(when(IS_REMITTANCE, lit(1))).as("remittances"),
                sum(when(IS_REMITTANCE, col("credit_usd"))).as("credited_usd"),
                count_if(IS_REMITTANCE.and(col("credit_usd").isNull())).as("unpriced"),
                count(when(not(IS_REMITTANCE), lit(1))).as("wages"));
    Dataset<Row> rows =
        worth(stocks(now), now, "stock", "last")
            .join(credited, ACCOUNT_AND_QUARTER, "left")
            .where(expr("not is_closed or remittances > 0"))
            .withColumn("gets_remittances", sum(col("remittances")).over(OF_CUSTOMER).gt(0))
            .withColumn("gets_wages", sum(col("wages")).over(OF_CUSTOMER).gt(0));
    Column reason =
        when(not(coalesce(col("gets_remittances"), lit(false))), "NO_REMITTANCE")
            .when(col("gap").isNotNull(), col("gap"))
            .when(col("stock_usd").isNull().or(col("unpriced").gt(0)), "FX_STALE");
    Column ofRetail = when(col("gets_wages"), "WAGE_OR_PENSION").otherwise(reason);
    Column credit = coalesce(col("credited_usd"), lit(0));
    return BookFacts.of(
        BookFacts.inCells(rows, AccountBooks.DIMENSIONS),
        List.of(
            BookFacts.fact(Intermediation.C70, col("stock_usd"), credit, lit(true), reason),
            BookFacts.fact(
                Intermediation.C70_RETAIL, col("stock_usd"), credit, lit(true), ofRetail)));
  }

  private Dataset<Row> credits() {
    return lake.read(Postings.CONTRACT, now.slices(BEFORE))
        .where("direction = 'C' and type in ('REMIT_CREDIT', 'SALARY', 'PENSION')")
        .where(AccountBooks.STANDS)
        .selectExpr(
            "country",
            BookFacts.BANK,
            "account_pid",
            "booked_on",
            "amount",
            "currency as credit_currency",
            "type");
  }

  /** C72: deposits of the customers of a year before, then and now, at the rates of then. */
  private Dataset<Row> growth() {
    Dataset<Row> clients =
        then.inQuarters(then.credits(BEFORE), "booked_on", BEFORE)
            .select(BookFacts.BANK, "customer_pid", "at")
            .distinct()
            .withColumn("is_remittance_client", lit(true));
    Dataset<Row> before =
        stocks(then)
            .selectExpr(
                BookFacts.BANK,
                "account_pid",
                "at",
                "last as then_on",
                "is_closed as was_closed",
                "stock as then_stock",
                "gap as then_gap");
    Dataset<Row> accounts =
        stocks(now)
            .withColumn("at", col("at").minus(LoanBooks.YEAR))
            .withColumn("then_on", expr("last_day(add_months(last, -12))"))
            .join(
                before.drop("then_on"), new String[] {BookFacts.BANK, "account_pid", "at"}, "left")
            .join(clients, new String[] {BookFacts.BANK, "customer_pid", "at"}, "left")
            .where(not(coalesce(col("was_closed"), lit(false))))
            // Opened since: nothing was on it.
            .withColumn("is_new", col("was_closed").isNull())
            .withColumn("then_stock", expr("if(is_new, cast(0 as decimal(19,4)), then_stock)"));
    Dataset<Row> rows =
        worth(worth(accounts, then, "stock", "then_on"), then, "then_stock", "then_on")
            .withColumn("is_of_panel", bool_or(not(col("is_new"))).over(OF_CUSTOMER));
    Column gap =
        coalesce(
            when(col("gap").equalTo("WINDOW_OPEN"), col("gap")),
            // The books begin after it, or have a hole.
            when(col("then_gap").equalTo("WINDOW_OPEN"), "NO_REPORT").otherwise(col("then_gap")),
            col("gap"),
            when(col("stock_usd").isNull().or(col("then_stock_usd").isNull()), "FX_STALE"));
    Column isClient = coalesce(col("is_remittance_client"), lit(false));
    return BookFacts.of(
        BookFacts.inCells(rows, AccountBooks.DIMENSIONS),
        List.of(
            grown(Intermediation.C72, when(not(isClient), "NO_REMITTANCE"), gap),
            grown(Intermediation.C72_OTHER, when(isClient, "REMITTANCE_CLIENT"), gap)));
  }

  private static Column grown(Intermediation indicator, Column other, Column gap) {
    return BookFacts.fact(
        indicator,
        col("stock_usd").minus(col("then_stock_usd")),
        col("then_stock_usd"),
        lit(true),
        coalesce(when(not(col("is_of_panel")), "NEW_CUSTOMER"), other, gap));
  }
}
