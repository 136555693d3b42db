package org.remitlake.savings;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.remitlake.indicator.Dimension;

/** What accounts say of their use: one row per account and quarter, from one scan of postings. */
final class AccountFacts {
  private static final int YEAR = 12;
  private static final int RECENTLY = 90;
  private static final int HALF_YEAR = 180;
  private static final int DAYS_OF_YEAR = 365;
  private static final int MONTH = 31;
  private static final String[] ACCOUNT = {"bank_id", "account_pid"};
  private static final String[] ACCOUNT_AND_QUARTER = {"bank_id", "account_pid", "quarter"};

  private AccountFacts() {}

  static List<Row> of(BankBooks books) {
    Dataset<Row> accounts = books.accounts();
    Dataset<Row> records =
        accounts
            .join(used(accounts, books.postings()), ACCOUNT_AND_QUARTER, "left")
            .join(told(accounts, books.balances()), ACCOUNT_AND_QUARTER, "left")
            .withColumn(
                "has_refusals",
                max(col("decision").equalTo("REJECTED")).over(Window.partitionBy("bank_id")));
    return UseFact.cells(
        records,
        List.of(
            inactive(AccountUse.C03, lit(true), add_months(col("last"), -YEAR)),
            inactive(
                AccountUse.C03_D90,
                col("pilot_code").notEqual(Dimension.TOTAL),
                date_sub(col("last"), RECENTLY)),
            active(),
            persistent(AccountUse.C26_D180, HALF_YEAR),
            persistent(AccountUse.C26_D365, DAYS_OF_YEAR),
            closed(),
            goals(),
            approved()));
  }

  /** What the postings up to a quarter's end say of each account. */
  private static Dataset<Row> used(Dataset<Row> accounts, Dataset<Row> postings) {
    Column signed =
        when(col("direction").equalTo("C"), col("amount")).otherwise(col("amount").multiply(-1));
    Dataset<Row> opened = accounts.select("bank_id", "account_pid", "opened_on").distinct();
    Dataset<Row> bySlice =
        postings
            .join(opened, ACCOUNT)
            .withColumn("age", datediff(col("booked_on"), col("opened_on")))
            .groupBy(col("bank_id"), col("account_pid"), col("quarter").as("slice"))
            .agg(
                max(when(col("is_customer_initiated"), col("booked_on"))).as("used_on"),
                sum(when(col("age").leq(HALF_YEAR), signed)).as("balance_180"),
                sum(when(col("age").leq(DAYS_OF_YEAR), signed)).as("balance_365"),
                uses(HALF_YEAR).as("uses_180"),
                uses(DAYS_OF_YEAR).as("uses_365"));
    return bySlice
        .join(accounts.select("bank_id", "account_pid", "quarter"), ACCOUNT)
        .where(col("slice").leq(col("quarter")))
        .groupBy("bank_id", "account_pid", "quarter")
        .agg(
            max("used_on").as("used_on"),
            sum("balance_180").as("balance_180"),
            sum("balance_365").as("balance_365"),
            sum("uses_180").as("uses_180"),
            sum("uses_365").as("uses_365"));
  }

  /** Uses by the customer in the last days up to an age. */
  private static Column uses(int age) {
    return count_if(
        col("is_customer_initiated").and(col("age").leq(age)).and(col("age").gt(age - RECENTLY)));
  }

  /** What the balances up to a quarter's end say of each account. */
  private static Dataset<Row> told(Dataset<Row> accounts, Dataset<Row> balances) {
    Column isInTime = col("as_of_on").leq(col("goal_on"));
    return balances
        .select("bank_id", "account_pid", "as_of_on", "closing_balance", "flags")
        .join(accounts.select("bank_id", "account_pid", "quarter", "last", "goal_on"), ACCOUNT)
        .where(col("as_of_on").leq(col("last")))
        .groupBy("bank_id", "account_pid", "quarter")
        .agg(
            max(when(isInTime, col("closing_balance"))).as("most"),
            max(when(isInTime, col("as_of_on"))).as("most_told_on"),
            min(when(array_contains(col("flags"), "K03"), col("as_of_on"))).as("broken_on"));
  }

  /** Open accounts that were not used since a day before which they were opened. */
  private static UseFact inactive(AccountUse indicator, Column population, Column since) {
    return use(indicator, population, since, col("used_on").isNull().or(col("used_on").leq(since)));
  }

  private static UseFact active() {
    Column since = date_sub(col("last"), RECENTLY);
    return use(AccountUse.C25, lit(true), since, col("used_on").gt(since));
  }

  private static UseFact use(AccountUse indicator, Column population, Column since, Column part) {
    Column reason =
        coalesce(
            BankBooks.unknownState(),
            when(col("opened_on").gt(since), "WINDOW_OPEN")
                .when(col("books_from").gt(date_add(since, 1)), "HISTORY_SHORT"));
    return new UseFact(
        indicator,
        population.and(BankBooks.wasOpened()).and(BankBooks.isOpen(col("last"))),
        reason,
        coalesce(part, lit(false)));
  }

  /** Accounts on a day of their own: closed ones were not kept, and count. */
  private static UseFact persistent(AccountUse indicator, int age) {
    Column day = date_add(col("opened_on"), age);
    Column reason =
        when(day.gt(col("last")), "WINDOW_OPEN")
            .when(col("opened_on").lt(col("books_from")), "BEFORE_BOOKS")
            .when(col("is_undated"), "NO_CLOSING_DAY")
            .when(col("books_from").isNull().or(BankBooks.isTold(day).equalTo(false)), "NO_BOOKS")
            .when(col("broken_on").leq(add_months(day, 1)), "LEDGER_BREAK");
    Column isKept =
        BankBooks.isOpen(day).and(col("balance_" + age).gt(0)).and(col("uses_" + age).gt(0));
    return new UseFact(
        indicator,
        BankBooks.wasOpened().and(col("opened_on").leq(col("last"))),
        reason,
        coalesce(isKept, lit(false)));
  }

  private static UseFact closed() {
    Column wasOpenBefore = BankBooks.isOpen(date_sub(col("first"), 1));
    return new UseFact(
        AccountUse.C27,
        BankBooks.wasOpened().and(wasOpenBefore),
        BankBooks.unknownState(),
        coalesce(col("closed_on").leq(col("last")), lit(false)));
  }

  /** A goal is reached once, or not until its day; a balance of long before says neither. */
  private static UseFact goals() {
    Column isMet = coalesce(col("most").geq(col("goal_amount")), lit(false));
    Column isTold = col("most_told_on").geq(date_sub(col("goal_on"), MONTH));
    Column isKnown = coalesce(isTold.or(col("closed_on").leq(col("goal_on"))), lit(false));
    return new UseFact(
        AccountUse.C30,
        BankBooks.wasOpened()
            .and(col("goal_amount").isNotNull())
            .and(col("goal_on").between(col("first"), col("last"))),
        when(isMet.or(isKnown).equalTo(false), "NO_BALANCE"),
        isMet);
  }

  private static UseFact approved() {
    Column day = coalesce(col("decided_on"), col("opened_on"));
    return new UseFact(
        AccountUse.C44,
        col("decision").isNotNull().and(day.between(col("first"), col("last"))),
        when(col("decision").equalTo("WITHDRAWN"), "WITHDRAWN")
            .when(col("decided_on").isNull(), "NO_DECISION_DAY")
            .when(col("has_refusals").equalTo(false), "NO_REFUSALS"),
        col("decision").equalTo("APPROVED"));
  }
}
