package org.remitlake.indicator;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

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
    return tx.where(exclusion().isNull())
        .select(
            col("corridor"),
            person("sender_pid").as("sender"),
            person("beneficiary_pid").as("beneficiary"),
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
    return tx.where(exclusion().isNull())
        .withColumn("receipt_on", coalesce(col("paid_on"), col("initiated_on")))
        .withColumn("receipt_quarter", receiptQuarter())
        .withColumn("beneficiary", person("beneficiary_pid"))
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
    return tx.where(exclusion().isNull())
        .where("beneficiary_pid is not null and not array_contains(flags, 'T15_SAME')")
        .withColumn("receipt_on", coalesce(col("paid_on"), col("initiated_on")))
        .where(receiptQuarter().isNotNull())
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
    Column isPerson = not(array_contains(col("flags"), "T15_SAME"));
    return tx.where(exclusion().isNull())
        .where("payout_partner_id is not null")
        .withColumn("receipt_on", coalesce(col("paid_on"), col("initiated_on")))
        .where(receiptQuarter().isNotNull())
        .select(
            col("payout_partner_id").as("bank_id"),
            col("receive_country").as("country"),
            concat(col("provider_id"), lit(" "), col("transaction_id")).as("transfer"),
            when(isPerson, col("beneficiary_pid")).as("beneficiary_pid"),
            col("beneficiary_sex"),
            col("receive_region"),
            col("payout_instrument"),
            col("receipt_on"),
            col("paid_at"),
            col("delivered"),
            coalesce(col("delivered_currency"), col("send_currency")).as("currency"));
  }

  /**
   * The quarter of the receipt, where it is the transfer's or the next: so a quarter rests on two
   * slices of transfers, and one computed alone equals one computed with all.
   */
  private static Column receiptQuarter() {
    Column late = serial("receipt_on").minus(serial("initiated_on"));
    return when(
        late.leq(1), concat(year(col("receipt_on")), lit("-Q"), quarter(col("receipt_on"))));
  }

  private static Column serial(String date) {
    return year(col(date)).multiply(4).plus(quarter(col(date)));
  }

  /** Why a transfer is not in the population COMPLETED; null when it is. */
  private static Column exclusion() {
    return expr(
        """
        case
          when final_state in ('INITIATED', 'SENT', 'AVAILABLE') then 'IN_FLIGHT'
          when final_state not in ('PAID', 'PARTIAL_REFUND') then final_state
          when array_contains(flags, 'T02') then 'DUPLICATE'
          when not is_p2p then 'NOT_P2P'
          when not (principal > 0 and delivered > 0) then 'AMT_NONPOS'
        end""");
  }

  private static Column has(String rule) {
    return array_contains(col("flags"), rule);
  }

  /** A hash means one person within its provider, unless the provider's hashes are linked. */
  private static Column person(String pid) {
    Column hash = unhex(col(pid));
    Column scope = col("provider_id").cast("binary");
    Column person = when(col("pid_scope").equalTo("LINKED"), hash).otherwise(concat(scope, hash));
    return when(not(has("T15_SAME")), person);
  }
}
