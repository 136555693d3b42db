package org.remitlake.ingest;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;

/**
 * Amounts beside the reference rates of their day. Of transfers, for rules T09 and T10: {@code
 * sent_usd}, {@code to_rate} (received per sent, as a multiple of the reference rate) and {@code
 * to_inverse} (the same of the rate turned); null where no rate is known.
 *
 * <p>The day of a transfer is that in UTC: an hour's difference matters to no rule, and zones would
 * cost more than all the rest.
 */
final class AmountsAtRates {
  private static final List<String> SENT = List.of("RUB", "KZT", "USD", "EUR");
  private static final List<String> RECEIVED = List.of("TJS", "AMD", "RUB", "USD", "EUR");

  private static final StructType IN_DOLLARS =
      new StructType()
          .add("rate_day", DateType)
          .add("rate_from", StringType)
          .add("usd_rate", DoubleType);

  private static final StructType SCHEMA =
      IN_DOLLARS.add("rate_to", StringType).add("reference_rate", DoubleType);

  private AmountsAtRates() {}

  /** Adds them to judged rows, to rows with what silver derives, or to transfers of silver. */
  static Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    List<Row> table = table(ReferenceRates.of(lake.read(FxMid.CONTRACT)));
    if (table.isEmpty()) {
      Column unknown = lit(null).cast("double");
      return rows.withColumn("sent_usd", unknown)
          .withColumn("to_rate", unknown)
          .withColumn("to_inverse", unknown);
    }
    boolean isDerived = List.of(rows.columns()).contains("delivered");
    Column received =
        isDerived ? col("delivered") : coalesce(col("payout_amount"), col("receive_amount"));
    Column currency =
        isDerived
            ? coalesce(col("delivered_currency"), col("send_currency"))
            : coalesce(col("payout_currency"), col("receive_currency"));
    Column sent = col("send_amount").cast("double");
    Column ratio = try_divide(received.cast("double"), sent);
    return rows.join(
            broadcast(rows.sparkSession().createDataFrame(table, SCHEMA)),
            to_date(col("initiated_at"))
                .equalTo(col("rate_day"))
                .and(col("send_currency").equalTo(col("rate_from")))
                .and(currency.equalTo(col("rate_to"))),
            "left")
        .withColumn("sent_usd", sent.multiply(col("usd_rate")))
        .withColumn("to_rate", try_divide(ratio, col("reference_rate")))
        .withColumn("to_inverse", ratio.multiply(col("reference_rate")))
        .drop(SCHEMA.fieldNames());
  }

  /**
   * Adds to quotes {@code tier_ratio}: the amount asked for, as a multiple of its tier (Q03), in
   * every currency that has a rate, since quotes are of all the world.
   */
  static Dataset<Row> besideQuotes(Lake lake, Dataset<Row> quotes) {
    List<Row> table = inDollars(ReferenceRates.of(lake.read(FxMid.CONTRACT)));
    if (table.isEmpty()) {
      return quotes.withColumn("tier_ratio", lit(null).cast("double"));
    }
    return quotes
        .join(
            broadcast(quotes.sparkSession().createDataFrame(table, IN_DOLLARS)),
            col("collected_on")
                .equalTo(col("rate_day"))
                .and(col("send_currency").equalTo(col("rate_from"))),
            "left")
        .withColumn(
            "tier_ratio",
            try_divide(
                col("send_amount").cast("double").multiply(col("usd_rate")), col("amount_tier")))
        .drop(IN_DOLLARS.fieldNames());
  }

  private static List<Row> inDollars(ReferenceRates rates) {
    List<Row> table = new ArrayList<>();
    for (LocalDate day : rates.days()) {
      for (String from : rates.currencies()) {
        rate(rates, from, "USD", day)
            .ifPresent(usd -> table.add(RowFactory.create(day, from, usd)));
      }
    }
    return table;
  }

  private static List<Row> table(ReferenceRates rates) {
    List<Row> table = new ArrayList<>();
    for (LocalDate day : rates.days()) {
      for (String from : SENT) {
        Optional<Double> usd = rate(rates, from, "USD", day);
        for (String to : RECEIVED) {
          Optional<Double> rate = rate(rates, from, to, day);
          if (usd.isPresent() || rate.isPresent()) {
            table.add(RowFactory.create(day, from, usd.orElse(null), to, rate.orElse(null)));
          }
        }
      }
    }
    return table;
  }

  private static Optional<Double> rate(
      ReferenceRates rates, String from, String to, LocalDate day) {
    return rates.rate(from, to, day).map(BigDecimal::doubleValue);
  }
}
