package org.remitlake.stats;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far two arms differ in a covariate, in standard deviations: indicator E01. Binary covariates
 * are treated alike. Above 0.10 look, above 0.25 act.
 *
 * <p>Two definitions are in use; they differ by √2. Variances have divisor n − 1. A covariate that
 * does not vary within either arm gives 0 if the arms agree, else plus or minus infinity.
 */
public final class Balance {
  private Balance() {}

  /**
   * Standardised mean difference, {@code (x̄₁ − x̄₀) / √((s₁² + s₀²) / 2)}: the headline. Rosenbaum
   * and Rubin (1985), Imbens and Rubin (2015).
   *
   * @param x covariate, one per unit
   * @param treated arm of every unit
   * @throws IllegalArgumentException if sizes differ, a value is missing, or an arm has fewer than
   *     two units
   */
  public static double smd(double[] x, boolean[] treated) {
    double[] equal = new double[x.length];
    Arrays.fill(equal, 1);
    return smd(x, treated, equal);
  }

  /**
   * The same after weighting: weighted means over the unweighted deviation of the full sample, as
   * R's {@code cobalt} with {@code binary = "std"}.
   */
  public static double smd(double[] x, boolean[] treated, double[] weights) {
    check(x, treated);
    Arguments.sameLength(weights.length, x.length, "the weights");
    Arguments.weights(weights);
    double difference = mean(x, weights, treated, true) - mean(x, weights, treated, false);
    return over(
        difference, Math.sqrt((variance(x, treated, true) + variance(x, treated, false)) / 2));
  }

  /**
   * Normalised difference, {@code (x̄₁ − x̄₀) / √(s₁² + s₀²)}: the older form of Imbens and
   * Wooldridge (2009), smaller than {@link #smd} by √2.
   */
  public static double normalisedDifference(double[] x, boolean[] treated) {
    return smd(x, treated) / Math.sqrt(2);
  }

  private static void check(double[] x, boolean[] treated) {
    Arguments.sameLength(treated.length, x.length, "the arm");
    Arguments.finite(x, "the covariate");
    long ones = IntStream.range(0, x.length).filter(j -> treated[j]).count();
    if (ones < 2 || x.length - ones < 2) {
      throw new IllegalArgumentException(
          "The arms have " + ones + " and " + (x.length - ones) + " units. Both need at least 2.");
    }
  }

  private static double mean(double[] x, double[] w, boolean[] treated, boolean arm) {
    double weight = Sums.over(x.length, j -> treated[j] == arm ? w[j] : 0);
    if (weight == 0) {
      throw new IllegalArgumentException("All weights of one arm are zero: it has no mean.");
    }
    return Sums.over(x.length, j -> treated[j] == arm ? w[j] * x[j] : 0) / weight;
  }

  private static double variance(double[] x, boolean[] treated, boolean arm) {
    double[] own =
        IntStream.range(0, x.length)
            .filter(j -> treated[j] == arm)
            .mapToDouble(j -> x[j])
            .toArray();
    double mean = Sums.of(own) / own.length;
    return Sums.over(own.length, j -> (own[j] - mean) * (own[j] - mean)) / (own.length - 1);
  }

  private static double over(double difference, double deviation) {
    return difference == 0 ? 0 : difference / deviation;
  }
}
