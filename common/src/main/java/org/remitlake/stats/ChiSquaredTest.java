package org.remitlake.stats;

/**
 * A statistic with chi-square for its distribution if there is no effect.
 *
 * @param statistic from 0
 * @param degreesOfFreedom positive
 */
public record ChiSquaredTest(double statistic, double degreesOfFreedom) {
  /** Probability of a statistic this large or larger if there is no effect. */
  public double pValue() {
    return Distributions.chiSquaredUpper(statistic, degreesOfFreedom);
  }
}
