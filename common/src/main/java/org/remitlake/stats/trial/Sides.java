package org.remitlake.stats.trial;

/** Against which alternatives a test is made. */
public enum Sides {
  /** The effect may go either way. */
  TWO_SIDED,
  /** The effect is known to be positive if there is one. */
  ONE_SIDED;

  /** The probability left in the upper tail. */
  double tail(double alpha) {
    return this == TWO_SIDED ? alpha / 2 : alpha;
  }
}
