package org.remitlake.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.upper;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.quote.Quote;
import org.remitlake.quote.Quotes;

/** Quotes: costs stated and recomputed (rules Q02, Q04), the latest version of each (Q05). */
final class QuoteRows {
  static final Settlement SETTLEMENT =
      new QuoteSettlement(
          new SeriesSettlement(
              Quotes.CONTRACT,
              Quote.CONTRACT,
              List.of(Quote.QUOTE_ID.name()),
              "Q05",
              QuoteRows::of,
              List.of(),
              Revision.NONE));

  /** Stated and recomputed cost may differ by this many percentage points (rule Q04). */
  private static final double Q04_PP = 0.05;

  private QuoteRows() {}

  private static Dataset<Row> of(Dataset<Row> good) {
    Column fee = percent(try_divide(lit(100).multiply(col("fee_amount")), col("send_amount")));
    Column margin =
        percent(
            lit(100)
                .multiply(lit(1).minus(try_divide(col("applied_rate"), col("interbank_rate")))));
    Column undisclosed = array_contains(col("flags"), "Q02");
    Column stated = col("source").equalTo("RPW");
    Column recomputed = when(undisclosed.equalTo(false), fee.plus(margin)).try_cast(Field.PERCENT);
    Dataset<Row> rows =
        good.withColumn("provider_id", coalesce(col("provider_id"), provider(col("provider_name"))))
            .withColumn(Versions.PAYLOAD_HASH, Versions.payloadHash(Quotes.CONTRACT))
            .withColumn("quote_id", sha2(concat_ws("|", key()), 256))
            // RPW writes 2016_2Q.
            .withColumn("quarter", regexp_replace(col("period"), "^(\\d{4})_([1-4])Q$", "$1-Q$2"))
            .withColumn("corridor", concat(col("send_country"), lit("-"), col("receive_country")))
            .withColumn("fee", col("fee_amount"))
            .withColumn("fee_pct", fee)
            .withColumn("recomputed_cost_pct", recomputed)
            .withColumn("stated_cost_pct", when(undisclosed.equalTo(false), col("total_cost_pct")));
    Column own = coalesce(col("recomputed_cost_pct"), col("stated_cost_pct"));
    Column differs = abs(col("recomputed_cost_pct").minus(col("stated_cost_pct"))).gt(Q04_PP);
    // RPW's averages are of stated totals (17.718571 for RWA-KEN 2025-Q1): so are ours of RPW rows.
    return rows.withColumn(
            "fx_margin_pct",
            when(undisclosed.equalTo(false), when(stated, col("fx_margin_pct")).otherwise(margin))
                .try_cast(Field.PERCENT))
        .withColumn(
            "total_cost_pct",
            when(stated, coalesce(col("stated_cost_pct"), own))
                .otherwise(own)
                .try_cast(Field.PERCENT))
        .withColumn("is_disclosed", col("transparent").and(col("total_cost_pct").isNotNull()))
        .withColumn(
            "flags",
            when(differs, array_union(col("flags"), array(lit("Q04")))).otherwise(col("flags")));
  }

  /** A firm as it is spelled, but for capitals and blanks: Azimo and azimo are one. */
  private static Column provider(Column name) {
    return upper(regexp_replace(trim(name), "[\\s\u00A0]+", " "));
  }

  /**
   * What names a quote. The ids of RPW's rows change from one workbook to the next; services of a
   * firm whose codes agree differ in where the money is fetched, and in the note (USD service).
   */
  private static Column[] key() {
    List<Column> key = new ArrayList<>();
    Quotes.CONTRACT.key().forEach(k -> key.add(coalesce(col(k).cast("string"), lit("-"))));
    for (String more : List.of("payout_location", "note")) {
      key.add(when(col("source").equalTo("RPW"), col(more)));
    }
    return key.toArray(Column[]::new);
  }

  private static Column percent(Column value) {
    return value.try_cast(Field.PERCENT);
  }
}
