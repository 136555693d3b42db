package org.remitlake.indicator;

import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * The value of an indicator that other indicators rest on.
 *
 * @param value the number, in the indicator's unit; empty with a reason
 * @param nullReason why there is no value; empty when there is one
 * @param n records in the value
 * @param units persons or services in the value
 * @param fxSource source of reference rates, or empty
 * @param grade A to D
 */
public record BaseValue(
    Optional<Double> value,
    String nullReason,
    long n,
    long units,
    Optional<String> fxSource,
    String grade) {

  /** Of a row in the order of {@link IndicatorValues#CONTRACT}. */
  static BaseValue of(Row row) {
    Object number = GoldRow.of(row, IndicatorValues.VALUE);
    Object reason = GoldRow.of(row, IndicatorValues.NULL_REASON);
    Object source = GoldRow.of(row, IndicatorValues.FX_SOURCE);
    return new BaseValue(
        Optional.ofNullable((Double) number),
        reason == null ? "" : (String) reason,
        (Long) GoldRow.of(row, IndicatorValues.N_UNWEIGHTED),
        (Long) GoldRow.of(row, IndicatorValues.N_UNITS),
        Optional.ofNullable((String) source),
        (String) GoldRow.of(row, IndicatorValues.QUALITY_GRADE));
  }
}
