package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * A quote, as averages need it.
 *
 * @param tier 200 or 500, USD equivalent
 * @param isDisclosed whether fee, rate and amount were told before payment
 * @param feePct fee in percent of principal
 * @param fxMarginPct margin in percent
 * @param totalCostPct total cost in percent
 * @param fee fee in send currency
 * @param speedClass as LT1H
 * @param coverage HIGH, MEDIUM, LOW
 * @param needsPlace whether sender or beneficiary must go somewhere
 * @param provider provider or firm
 */
public record QuoteRecord(
    int tier,
    boolean isDisclosed,
    Optional<BigDecimal> feePct,
    Optional<BigDecimal> fxMarginPct,
    Optional<BigDecimal> totalCostPct,
    Optional<BigDecimal> fee,
    String speedClass,
    Optional<String> coverage,
    boolean needsPlace,
    String provider) {

  /** Parts of the cost. */
  public enum Part {
    /** Fee. */
    FEE,
    /** Exchange-rate margin. */
    FX_MARGIN,
    /** Both. */
    TOTAL_COST
  }

  /** A part of the cost, in percent of principal. */
  public Optional<BigDecimal> percent(Part part) {
    return switch (part) {
      case FEE -> feePct;
      case FX_MARGIN -> fxMarginPct;
      case TOTAL_COST -> totalCostPct;
    };
  }

  static QuoteRecord of(Row row) {
    String payout = text(row, "payout_instrument");
    // Where it is not known how money is paid out, it may have to be fetched.
    boolean place =
        "CASH".equals(text(row, "funding_instrument")) || payout == null || payout.equals("CASH");
    return new QuoteRecord(
        row.getInt(row.fieldIndex("amount_tier")),
        row.getBoolean(row.fieldIndex("is_disclosed")),
        number(row, "fee_pct"),
        number(row, "fx_margin_pct"),
        number(row, "total_cost_pct"),
        number(row, "fee"),
        text(row, "speed_class"),
        Optional.ofNullable(text(row, "coverage")),
        place,
        Optional.ofNullable(text(row, "provider_id")).orElse(""));
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }

  private static Optional<BigDecimal> number(Row row, String column) {
    return Optional.ofNullable(row.getDecimal(row.fieldIndex(column)));
  }
}
