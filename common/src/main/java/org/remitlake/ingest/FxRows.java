package org.remitlake.ingest;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log10;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pow;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.try_divide;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.contract.Field;
import org.remitlake.money.FxMid;
import org.remitlake.money.FxRates;

/**
 * Reference rates: the latest published value of a date (rule X04), wrong nominals (X01) and pairs
 * the other way round (X05) repaired, and what is then a power of ten off the others flagged
 * ({@link CrossRates}).
 *
 * <p>Why X01 looks at the whole series each time: whether a rate is ten times too high shows only
 * beside its neighbours, and neighbours may arrive later. The series is small; the answer is the
 * same in whatever order files arrive.
 */
final class FxRows {
  static final Settlement SETTLEMENT =
      new SeriesSettlement(
          FxRates.CONTRACT,
          FxMid.CONTRACT,
          FxRates.CONTRACT.key(),
          "X04",
          FxRows::of,
          List.of(),
          new Revision(
              List.of("X01", CrossRates.OFF, "X05"),
              List.of(),
              (lake, rows) -> CrossRates.flagged(repaired(rows))));

  /** Rates before and after that a rate is compared with. */
  private static final int NEIGHBOURS = 10;

  /** No nominal is above a million: a rate that is further off is wrong in another way. */
  static final int LARGEST_POWER = 6;

  /** How far a rate may lie from a power of ten of its neighbours' median, as a power of ten. */
  static final double TOLERANCE = Math.log10(1.25);

  /** How far a rate may lie from the inverse of its neighbours' median to be one (rule X05). */
  private static final double TURNED = 0.02;

  private FxRows() {}

  private static Dataset<Row> of(Dataset<Row> good) {
    return good.withColumn(Versions.PAYLOAD_HASH, Versions.payloadHash(FxRates.CONTRACT))
        .withColumn("quarter", TransferRows.quarterLabel(col("rate_date")))
        .withColumn("unit_rate", asDelivered());
  }

  private static Column asDelivered() {
    return col("value").divide(col("nominal")).cast(Field.RATE);
  }

  /**
   * Rule X01: a rate 10, 100, … times its neighbours' median has lost or gained a nominal. Rule
   * X05: one within 2 % of the inverse of that median, and no power of ten off it, is turned.
   */
  private static Dataset<Row> repaired(Dataset<Row> rows) {
    WindowSpec around =
        Window.partitionBy("fx_source", "base_currency", "quote_currency")
            .orderBy("rate_date")
            .rowsBetween(-NEIGHBOURS, NEIGHBOURS);
    Column rate = asDelivered();
    Column jump = log10(rate.cast("double").divide(col("median_around")));
    Column power = round(jump);
    Column isSlip =
        power
            .notEqual(0)
            .and(abs(power).leq(LARGEST_POWER))
            .and(abs(jump.minus(power)).lt(TOLERANCE));
    Column ofNominal =
        rate.divide(pow(lit(10.0), power).cast("decimal(18,6)")).try_cast(Field.RATE);
    // The other way round only where it cannot be the rate itself.
    Column isTurned =
        abs(rate.cast("double").multiply(col("median_around")).minus(1))
            .lt(TURNED)
            .and(abs(jump).gt(TOLERANCE))
            .and(not(isSlip));
    Column turned = try_divide(lit(1).cast(Field.RATE), rate).try_cast(Field.RATE);
    Column own = array_remove(array_remove(col("flags"), "X01"), "X05");
    return rows.withColumn("median_around", expr("percentile(value / nominal, 0.5)").over(around))
        .withColumn("unit_rate", when(isSlip, ofNominal).when(isTurned, turned).otherwise(rate))
        .withColumn(
            "flags", concat(own, array_compact(array(when(isSlip, "X01"), when(isTurned, "X05")))));
  }
}
