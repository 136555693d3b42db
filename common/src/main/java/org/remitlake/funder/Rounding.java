package org.remitlake.funder;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Rounding of what is published (catalogue 8.5): after suppression, half away from zero, from the
 * shortest decimal that stands for the double.
 *
 * @param step values are multiples of it
 */
record Rounding(BigDecimal step) {
  private static final Rounding COUNT = new Rounding(BigDecimal.valueOf(5));
  private static final Rounding MONEY_SUM = new Rounding(BigDecimal.valueOf(1000));
  private static final Rounding WHOLE = new Rounding(BigDecimal.ONE);
  private static final Rounding ONE_DECIMAL = new Rounding(new BigDecimal("0.1"));
  private static final Rounding TWO_DECIMALS = new Rounding(new BigDecimal("0.01"));
  private static final Rounding THREE_DECIMALS = new Rounding(new BigDecimal("0.001"));

  /** The rounding of an indicator's values. */
  static Rounding of(Register.Entry entry, String unit) {
    if (entry.isCount()) {
      return COUNT;
    }
    return switch (unit) {
      case "%", "pp", "days", "months", "per 100", "index" -> ONE_DECIMAL;
      case "USD", "LCU", "AMD", "TJS" -> entry.isSum() ? MONEY_SUM : WHOLE;
      case "0/1", "p", "q" -> THREE_DECIMALS;
      default -> TWO_DECIMALS;
    };
  }

  /** A number of records or persons: such numbers stand in more than one column. */
  static long count(long number) {
    return COUNT.of(BigDecimal.valueOf(number)).longValueExact();
  }

  /** A value, rounded. */
  BigDecimal of(double value) {
    return of(BigDecimal.valueOf(value));
  }

  private BigDecimal of(BigDecimal value) {
    return value.divide(step, 0, RoundingMode.HALF_UP).multiply(step);
  }

  /** Digits after the point. */
  int decimals() {
    return step.scale();
  }
}
