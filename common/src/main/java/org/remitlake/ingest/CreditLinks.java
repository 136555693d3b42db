package org.remitlake.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.remitlake.account.Accounts;
import org.remitlake.account.Postings;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;

/**
 * Rule K05: remittances credited without the transfer's reference are linked to the one transfer to
 * the account's beneficiary whose amount is within 0.5 % and whose day is within three. Where
 * several agree, or a transfer agrees with several credits, there is no link.
 */
final class CreditLinks {
  /** Of postings. */
  static final Revision OF_POSTINGS =
      new Revision(
          List.of("K05"), List.of(Accounts.DELIVERED, Transfers.CONTRACT), CreditLinks::linked);

  private static final String[] POSTING = {"bank_id", "posting_id"};
  private static final double NEAR = 0.005;
  private static final int DAYS = 3;

  private CreditLinks() {}

  private static Dataset<Row> linked(Lake lake, Dataset<Row> postings) {
    Dataset<Row> links =
        links(lake, postings)
            .select(
                col("bank_id"),
                col("posting_id"),
                col("provider_id").as("link_provider"),
                col("transaction_id").as("link_transfer"));
    Column without = array_remove(col("flags"), "K05");
    return postings
        .join(broadcast(links), POSTING, "left")
        .withColumn(Postings.LINKED_PROVIDER.name(), col("link_provider"))
        .withColumn(Postings.LINKED_TRANSACTION_ID.name(), col("link_transfer"))
        .withColumn(
            "flags",
            when(col("link_transfer").isNotNull(), array_union(without, array(lit("K05"))))
                .otherwise(without))
        .drop("link_provider", "link_transfer");
  }

  private static Dataset<Row> links(Lake lake, Dataset<Row> postings) {
    Dataset<Row> credits =
        postings
            .where(
                col("type")
                    .equalTo("REMIT_CREDIT")
                    .and(col("direction").equalTo("C"))
                    .and(col("end_to_end_id").isNull()))
            .select("bank_id", "posting_id", "account_pid", "booked_on", "amount", "currency")
            .join(
                lake.read(Accounts.CONTRACT).select("bank_id", "account_pid", "beneficiary_pid"),
                new String[] {"bank_id", "account_pid"},
                "inner")
            .withColumnRenamed("beneficiary_pid", "holder_pid");
    Dataset<Row> named =
        postings.where(col("end_to_end_id").isNotNull()).select("end_to_end_id").distinct();
    Dataset<Row> transfers =
        lake.read(Tx.CONTRACT)
            .where(
                col("final_state")
                    .isin("PAID", "PARTIAL_REFUND")
                    .and(not(array_contains(col("flags"), PersonCodes.CONSTANT))))
            .select(
                col("provider_id"),
                col("transaction_id"),
                col("end_to_end_id"),
                col("beneficiary_pid"),
                col("delivered"),
                col("delivered_currency"),
                coalesce(col("paid_on"), to_date(col("status_at"))).as("paid_on"));
    Column agrees =
        col("holder_pid")
            .equalTo(col("beneficiary_pid"))
            .and(col("currency").equalTo(col("delivered_currency")))
            .and(
                abs(col("amount").minus(col("delivered")).cast("double"))
                    .leq(col("delivered").cast("double").multiply(NEAR)))
            .and(abs(datediff(col("booked_on"), col("paid_on"))).leq(DAYS));
    return transfers
        .join(broadcast(credits), agrees)
        .join(named, new String[] {"end_to_end_id"}, "left_anti")
        .withColumn("transfers", count(lit(1)).over(Window.partitionBy("bank_id", "posting_id")))
        .withColumn(
            "credits", count(lit(1)).over(Window.partitionBy("provider_id", "transaction_id")))
        .where(col("transfers").equalTo(1).and(col("credits").equalTo(1)));
  }
}
