package org.remitlake.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * A sum of decimals of one scale, exact whatever their order: 128 bits, room for 10^10 amounts of
 * 28 digits.
 */
final class ExactSum implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int HALF = 64;

  private long high;
  private long low;

  /** Adds the two halves of a number's units. */
  void add(long moreHigh, long moreLow) {
    low += moreLow;
    boolean carries = Long.compareUnsigned(low, moreLow) < 0;
    high += moreHigh + (carries ? 1 : 0);
  }

  void add(ExactSum other) {
    add(other.high, other.low);
  }

  /** The upper half of a number's units. */
  static long high(BigInteger units) {
    return units.bitLength() < HALF
        ? units.longValue() >> (HALF - 1)
        : units.shiftRight(HALF).longValue();
  }

  BigDecimal value(int scale) {
    BigInteger units =
        BigInteger.valueOf(high)
            .shiftLeft(HALF)
            .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
            .add(BigInteger.valueOf(low & 1));
    return new BigDecimal(units, scale);
  }
}
