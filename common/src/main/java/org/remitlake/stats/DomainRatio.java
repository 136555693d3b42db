package org.remitlake.stats;

import java.util.OptionalDouble;

/**
 * A ratio, mean or proportion of a domain from totals by PSU.
 *
 * @param linearised value and influence, by PSU
 * @param units units in the domain: the unweighted n of a table
 * @param comparator variance of a simple random sample of as many units, with replacement; not a
 *     number for fewer than two
 */
public record DomainRatio(Linearised linearised, long units, double comparator) {
  /** Spread below this part of the value is rounding: sums of squares lose half the digits. */
  private static final double ROUNDING = 1e-13;

  /** Design effect as by {@link Deff#withReplacement}; empty where nothing varies. */
  public OptionalDouble deff() {
    double squares = comparator * (units - 1);
    return squares > ROUNDING * linearised.value() * linearised.value()
        ? OptionalDouble.of(linearised.variance() / comparator)
        : OptionalDouble.empty();
  }
}
