package org.remitlake.savings;

import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Loans;
import org.remitlake.account.Policies;
import org.remitlake.indicator.Dimension;
import org.remitlake.lake.Lake;

/**
 * What holders of pilots' accounts say of other products: one row per bank, holder, pilot and
 * quarter, with what their oldest open account of the pilot says of them.
 */
final class ClientFacts {
  private static final int DAYS = 90;

  private ClientFacts() {}

  static List<Row> of(Lake lake, BankBooks books) {
    Dataset<Row> holders =
        books
            .accounts()
            .where(col("pilot_code").notEqual(Dimension.TOTAL))
            .where(BankBooks.wasOpened().and(BankBooks.isOpen(col("last"))))
            .withColumn("unknown", BankBooks.unknownState())
            .groupBy("bank_id", "country", "customer_pid", "pilot_code", "quarter", "last")
            .agg(
                min_by(
                        struct("product_code", "customer_sex", "region", "opened_on", "unknown"),
                        struct("opened_on", "account_pid"))
                    .as("oldest"))
            .select(
                "bank_id", "country", "customer_pid", "pilot_code", "quarter", "last", "oldest.*");
    Dataset<Row> records =
        holders
            .join(accounts(lake), new String[] {"bank_id", "customer_pid"}, "left")
            .join(
                days(lake.read(Loans.CONTRACT), "bank_id", "disbursed_on", "loans"),
                new String[] {"bank_id", "customer_pid"},
                "left")
            .join(
                days(lake.read(Policies.CONTRACT), "country", "valid_from", "policies"),
                new String[] {"country", "customer_pid"},
                "left")
            .join(
                telling(lake.read(Loans.CONTRACT), "bank_id", "tells_loans"),
                new String[] {"bank_id"},
                "left")
            .join(
                telling(lake.read(Policies.CONTRACT), "country", "tells_policies"),
                new String[] {"country"},
                "left");
    Column account =
        exists(
            "accounts",
            "a -> a.opened_on > opened_on and a.opened_on <= last"
                + " and a.product_code <> product_code");
    Column loan = exists("loans", "d -> d > opened_on and d <= last");
    Column policy = exists("policies", "d -> d > opened_on and d <= last");
    Column noLoans = when(col("tells_loans").isNull(), "NO_LOANS_TOLD");
    Column noPolicies = when(col("tells_policies").isNull(), "NO_POLICIES_TOLD");
    Column none = lit(null).cast("string");
    return UseFact.cells(
        records,
        List.of(
            crossSold(AccountUse.C28, none, account.or(loan).or(policy)),
            crossSold(AccountUse.C28_ACCOUNT, none, account),
            crossSold(AccountUse.C28_CREDIT, noLoans, loan),
            crossSold(AccountUse.C28_INSURANCE, noPolicies, policy),
            new UseFact(AccountUse.C29, lit(true), col("unknown"), products())));
  }

  private static UseFact crossSold(AccountUse indicator, Column untold, Column part) {
    Column isYoung = col("opened_on").gt(date_sub(col("last"), DAYS));
    return new UseFact(
        indicator, lit(true), coalesce(col("unknown"), when(isYoung, "WINDOW_OPEN"), untold), part);
  }

  /** All accounts of a holder, as a list. */
  private static Dataset<Row> accounts(Lake lake) {
    return lake.read(Accounts.CONTRACT)
        .where(BankBooks.wasOpened())
        .groupBy("bank_id", "customer_pid")
        .agg(
            collect_list(struct("product_code", "opened_on", "closed_on", "status"))
                .as("accounts"));
  }

  private static Dataset<Row> days(Dataset<Row> table, String at, String day, String as) {
    return table.groupBy(at, "customer_pid").agg(collect_list(col(day)).as(as));
  }

  private static Dataset<Row> telling(Dataset<Row> table, String at, String as) {
    return broadcast(table.select(at).distinct().withColumn(as, lit(true)));
  }

  private static Column exists(String list, String isSuch) {
    return coalesce(expr("exists(" + list + ", " + isSuch + ")"), lit(false));
  }

  private static Column products() {
    return size(
        array_distinct(
            expr(
                "transform(filter(accounts, a -> a.opened_on <= last and (a.closed_on > last"
                    + " or a.closed_on is null and a.status <> 'CLOSED')), a -> a.product_code)")));
  }
}
