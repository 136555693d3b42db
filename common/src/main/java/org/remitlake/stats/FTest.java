package org.remitlake.stats;

/**
 * A statistic with Fisher's F for its distribution if there is no effect.
 *
 * @param statistic from 0
 * @param numerator degrees of freedom, fractional after a correction
 * @param denominator degrees of freedom, likewise
 */
public record FTest(double statistic, double numerator, double denominator) {
  /** Refuses degrees of freedom that leave no distribution. */
  public FTest {
    if (!(statistic >= 0) || !(numerator > 0) || !(denominator > 0)) {
      throw new IllegalArgumentException(
          "An F test needs positive degrees of freedom: the design has too few PSUs for it.");
    }
  }

  /** Probability of a statistic this large or larger if there is no effect. */
  public double pValue() {
    return Distributions.fUpper(statistic, numerator, denominator);
  }
}
