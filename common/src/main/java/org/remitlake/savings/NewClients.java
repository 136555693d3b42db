package org.remitlake.savings;

import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Loans;
import org.remitlake.lake.Lake;

/** Facts of beneficiaries whom a bank paid (C71): whether they became its customers. */
final class NewClients {
  private static final String[] CUSTOMER = {BookFacts.BANK, "customer_pid"};
  private static final String[] BANK_AND_QUARTER = {BookFacts.BANK, "quarter"};

  private final Lake lake;
  private final LoanBooks books;
  private final BankLinks links;

  NewClients(Lake lake, LoanBooks books) {
    this.lake = lake;
    this.books = books;
    this.links = new BankLinks(lake, books);
  }

  Dataset<Row> all() {
    Column isCustomer = expr("opened_on < first and (closed_on is null or closed_on >= first)");
    Dataset<Row> persons =
        served()
            .withColumn("first", expr("add_months(date_add(last, 1), -3)"))
            .join(products(), CUSTOMER, "left")
            .groupBy("country", BookFacts.BANK, "quarter", "last", "customer_pid")
            .agg(
                coalesce(bool_or(isCustomer), lit(false)).as("was_customer"),
                coalesce(bool_or(expr("opened_on between first and last")), lit(false))
                    .as("is_new"),
                coalesce(min("customer_sex"), min("beneficiary_sex")).as("customer_sex"),
                coalesce(min("region"), min("receive_region")).as("region"))
            .join(links.linked(), BANK_AND_QUARTER, "left")
            .join(new AccountBooks(lake, books).covered(1), BANK_AND_QUARTER, "left")
            .withColumn("pilot_code", lit(null).cast("string"));
    Column reason =
        when(col("is_linked").isNull(), "NO_LINK")
            .when(expr("covered_to is null or covered_to < last"), "WINDOW_OPEN")
            .when(col("was_customer"), "WAS_CUSTOMER");
    return BookFacts.of(
        BookFacts.inCells(persons, List.of(BookFacts.BANK, "customer_sex", "region")),
        List.of(
            BookFacts.fact(
                Intermediation.C71, col("is_new").cast("int"), lit(1), lit(true), reason)));
  }

  /** Whom a bank paid in a quarter, by transfers that name it or by its own credits. */
  private Dataset<Row> served() {
    Dataset<Row> paid =
        links
            .paid()
            .where("beneficiary_pid is not null")
            .selectExpr(
                "country",
                BookFacts.BANK,
                "quarter",
                "last",
                "coalesce(customer_pid, beneficiary_pid) as customer_pid",
                "beneficiary_sex",
                "receive_region");
    Dataset<Row> credited =
        books
            .inQuarters(books.credits(0), "booked_on", 0)
            .selectExpr(
                "country",
                BookFacts.BANK,
                "quarter",
                "last",
                "customer_pid",
                "cast(null as string) as beneficiary_sex",
                "cast(null as string) as receive_region");
    return paid.union(credited);
  }

  /** Of loans it is not told when they were repaid: who had one is a customer. */
  private Dataset<Row> products() {
    return lake.read(Accounts.CONTRACT)
        .where(BankBooks.wasOpened())
        .select(BookFacts.BANK, "customer_pid", "opened_on", "closed_on", "customer_sex", "region")
        .union(
            lake.read(Loans.CONTRACT)
                .selectExpr(
                    BookFacts.BANK,
                    "customer_pid",
                    "disbursed_on as opened_on",
                    "cast(null as date) as closed_on",
                    "customer_sex",
                    "region"));
  }
}
