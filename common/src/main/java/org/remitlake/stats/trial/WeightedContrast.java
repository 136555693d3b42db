package org.remitlake.stats.trial;

import org.remitlake.stats.Arguments;
import org.remitlake.stats.Sums;

/**
 * Difference of two weighted means, normalised within groups (Hájek).
 *
 * @param meanTreated weighted mean of the treated
 * @param meanControl weighted mean of the others
 * @param hc0 standard error as if the weights were known: sandwich of the weighted regression
 * @param hc1 the same times {@code √(n/(n−2))}
 * @param essTreated effective sample size {@code (Σw)²/Σw²} of the treated
 * @param essControl of the others
 * @param weightTreated sum of the weights of the treated
 * @param weightControl of the others
 */
public record WeightedContrast(
    double meanTreated,
    double meanControl,
    double hc0,
    double hc1,
    double essTreated,
    double essControl,
    double weightTreated,
    double weightControl) {

  /**
   * Computes both means.
   *
   * @param weights 0 leaves a unit out
   */
  public static WeightedContrast of(double[] y, boolean[] treated, double[] weights) {
    Arguments.finite(y, "the outcome");
    Arguments.sameLength(treated.length, y.length, "the treatment");
    Arguments.sameLength(weights.length, y.length, "the weights");
    Arguments.weights(weights);
    Arms.refuseEmpty(treated);
    Side one = Side.of(y, treated, weights, true);
    Side none = Side.of(y, treated, weights, false);
    double n = Sums.over(y.length, i -> weights[i] > 0 ? 1 : 0);
    double variance = one.variance + none.variance;
    return new WeightedContrast(
        one.mean,
        none.mean,
        Math.sqrt(variance),
        Math.sqrt(variance * n / (n - 2)),
        one.weight * one.weight / one.squares,
        none.weight * none.weight / none.squares,
        one.weight,
        none.weight);
  }

  /** The treated minus the others. */
  public double difference() {
    return meanTreated - meanControl;
  }

  private record Side(double weight, double squares, double mean, double variance) {
    static Side of(double[] y, boolean[] treated, double[] w, boolean own) {
      double weight = Sums.over(y.length, i -> treated[i] == own ? w[i] : 0);
      if (weight == 0) {
        throw new IllegalArgumentException("All weights of one group are zero: it has no mean.");
      }
      double squares = Sums.over(y.length, i -> treated[i] == own ? w[i] * w[i] : 0);
      double mean = Sums.over(y.length, i -> treated[i] == own ? w[i] * y[i] : 0) / weight;
      double spread =
          Sums.over(
              y.length, i -> treated[i] == own ? w[i] * w[i] * (y[i] - mean) * (y[i] - mean) : 0);
      return new Side(weight, squares, mean, spread / (weight * weight));
    }
  }
}
