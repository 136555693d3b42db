package org.remitlake.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Completed transfers as the paths of persons through time need them. */
public final class PersonRecords {
  private PersonRecords() {}

  /**
   * The completed transfers with a known sender, as the paths of senders need them: corridor,
   * sender, beneficiary, {@code day} (of pricing, days since 1970), {@code at} (microseconds since
   * 1970), whether hashes are linked across providers, and what tells senders apart.
   */
  public static Dataset<Row> completed(Dataset<Row> tx) {
    return tx.where(TransferTerms.exclusion().isNull())
        .select(
            col("corridor"),
            TransferTerms.person("sender_pid").as("sender"),
            TransferTerms.person("beneficiary_pid").as("beneficiary"),
            unix_date(col("initiated_on")).as("day"),
            unix_micros(col("initiated_at")).as("at"),
            col("pid_scope").equalTo("LINKED").as("is_linked"),
            coalesce(col("provider_type"), lit(Dimension.UNKNOWN)).as("provider_type"),
            col("provider_id"),
            coalesce(col("sender_sex"), lit(Dimension.UNKNOWN)).as("sender_sex"))
        .where("sender is not null");
  }

  /**
   * What beneficiaries were paid, one row per corridor, beneficiary, quarter of receipt, provider
   * and send currency: {@code n} completed transfers, of which {@code cash} and {@code account}
   * (card and wallet too); {@code value}, of which {@code account_value}.
   *
   * <p>Why not one row per quarter: the first provider by name is a smallest text, for which Spark
   * sorts all rows instead of hashing them.
   */
  public static Dataset<Row> receipts(Dataset<Row> tx) {
    Column isToAccount = col("payout_instrument").isin("ACCOUNT", "CARD", "WALLET");
    return tx.where(TransferTerms.exclusion().isNull())
        .withColumn("receipt_quarter", TransferTerms.receiptQuarter())
        .withColumn("beneficiary", TransferTerms.person("beneficiary_pid"))
        .where("beneficiary is not null and receipt_quarter is not null")
        .groupBy(
            "corridor",
            "beneficiary",
            "receipt_quarter",
            "provider_type",
            "provider_id",
            "send_currency")
        .agg(
            count(lit(1)).as("n"),
            count(when(col("payout_instrument").equalTo("CASH"), 1)).as("cash"),
            count(when(isToAccount, 1)).as("account"),
            sum("principal").as("value"),
            sum(when(isToAccount, col("principal")).otherwise(0)).as("account_value"));
  }

  /**
   * What completed transfers brought to beneficiaries: the hash as delivered, country and day of
   * the receipt, amount, its currency (that of sending where the extract ends there).
   */
  public static Dataset<Row> received(Dataset<Row> tx) {
    return tx.where(TransferTerms.exclusion().isNull())
        .where(col("beneficiary_pid").isNotNull().and(TransferTerms.isPerson()))
        .withColumn("receipt_on", TransferTerms.receiptOn())
        .where(TransferTerms.receiptQuarter().isNotNull())
        .select(
            col("beneficiary_pid"),
            col("receive_country").as("country"),
            col("receipt_on"),
            col("delivered"),
            coalesce(col("delivered_currency"), col("send_currency")).as("currency"));
  }

  /**
   * Completed transfers of which it is told who paid them out: {@code bank_id}, what {@link
   * #received} has, instrument, instant (none where only its day is known), sex and region of the
   * beneficiary. Without a hash it is not known who that is.
   */
  public static Dataset<Row> paidOut(Dataset<Row> tx) {
    return tx.where(TransferTerms.exclusion().isNull())
        .where("payout_partner_id is not null")
        .withColumn("receipt_on", TransferTerms.receiptOn())
        .where(TransferTerms.receiptQuarter().isNotNull())
        .select(
            col("payout_partner_id").as("bank_id"),
            col("receive_country").as("country"),
            concat(col("provider_id"), lit(" "), col("transaction_id")).as("transfer"),
            when(TransferTerms.isPerson(), col("beneficiary_pid")).as("beneficiary_pid"),
            col("beneficiary_sex"),
            col("receive_region"),
            col("payout_instrument"),
            col("receipt_on"),
            col("paid_at"),
            col("delivered"),
            coalesce(col("delivered_currency"), col("send_currency")).as("currency"));
  }
}
