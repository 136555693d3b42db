package org.remitlake.stats;

/**
 * A confidence interval, in the unit of its estimate.
 *
 * @param lower may be minus infinity
 * @param upper may be plus infinity
 */
public record Interval(double lower, double upper) {
  /** Refuses ends in the wrong order and ends that are no number. */
  public Interval {
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("An interval's lower end lies above its upper end.");
    }
  }

  /** Half its width. */
  public double halfWidth() {
    return (upper - lower) / 2;
  }
}
