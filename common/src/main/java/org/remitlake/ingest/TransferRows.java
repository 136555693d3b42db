package org.remitlake.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.time.Zones;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Judged transfer rows with the derived columns of {@code tx} and {@code tx_event}. */
public final class TransferRows {
  private TransferRows() {}

  /**
   * Adds them to typed rows of contract 1, and leaves out delivered fields that silver does not
   * hold. Rows that broke a rule may have any values, or none.
   */
  public static Dataset<Row> of(Dataset<Row> rows) {
    Column pricedOn = Zones.localDate(col("initiated_at"), col("send_country"));
    return rows.withColumn(Versions.PAYLOAD_HASH, Versions.payloadHash(Transfers.CONTRACT))
        .withColumn("reported_as", lit(null).cast("string"))
        .withColumn("initiated_on", pricedOn)
        .withColumn("quarter", quarterLabel(col("initiated_on")))
        .withColumn("paid_on", Zones.localDate(col("paid_at"), col("receive_country")))
        .withColumn("corridor", concat(col("send_country"), lit("-"), col("receive_country")))
        .withColumn("final_state", col("status"))
        .withColumn("principal", net(principal()))
        .withColumn("fee", net(col("fee_amount")))
        .withColumn("delivered", net(coalesce(col("payout_amount"), col("receive_amount"))))
        .withColumn("delivered_currency", coalesce(col("payout_currency"), unlessPaidOtherwise()))
        .withColumn("received_currency", col("receive_currency"))
        .withColumn("payout_rate", payoutRate())
        .drop(notInSilver());
  }

  private static String[] notInSilver() {
    Set<String> names = new TreeSet<>();
    Transfers.CONTRACT.fields().forEach(f -> names.add(f.name()));
    Tx.CONTRACT.fields().forEach(f -> names.remove(f.name()));
    TxEvent.CONTRACT.fields().forEach(f -> names.remove(f.name()));
    names.remove(Orphans.NAMED);
    return names.toArray(String[]::new);
  }

  /**
   * The receive currency, unless the extract ends in the send currency: then what was paid out, and
   * at which rate, is not known (catalogue A05).
   */
  private static Column unlessPaidOtherwise() {
    return when(col("receive_currency").notEqual(col("send_currency")), col("receive_currency"));
  }

  /** A part refunded leaves it as it is (catalogue A05). */
  private static Column payoutRate() {
    return when(
        col("payout_currency").notEqual(col("receive_currency")).and(col("receive_amount").gt(0)),
        col("payout_amount").divide(col("receive_amount")).try_cast(Field.RATE));
  }

  private static Column principal() {
    Column gross = col("fee_included").and(col("fee_currency").equalTo(col("send_currency")));
    return when(gross, col("send_amount").minus(col("fee_amount"))).otherwise(col("send_amount"));
  }

  /** Reduced pro rata where a part was refunded (catalogue 2.4). */
  private static Column net(Column amount) {
    Column kept = expr("1 - coalesce(try_divide(refunded_amount, send_amount), 0)");
    return when(
            col("status").equalTo("PARTIAL_REFUND"), amount.multiply(kept).try_cast(Field.MONEY))
        .otherwise(amount.try_cast(Field.MONEY));
  }

  /** A date's quarter, as 2024-Q1. */
  static Column quarterLabel(Column date) {
    return concat(year(date), lit("-Q"), quarter(date));
  }
}
