package org.remitlake.stats;

/** Weighted variances by name: they differ in the divisor, and packages in their default. */
public enum Spread {
  /** {@code Σ w (y − ȳ)² / W}. */
  POPULATION,
  /** Times {@code W/(W − 1)}: weights count repeated observations. SPSS, Stata's fweight. */
  FREQUENCY,
  /** {@code Σ w (y − ȳ)² / (W − Σw²/W)}: weights tell how reliable a value is. R's cov.wt. */
  RELIABILITY,
  /** Times {@code n/(n − 1)}: R's {@code svyvar}; with equal weights the usual s². */
  SAMPLE;

  /**
   * The variance, in the square of the unit of the values.
   *
   * @param weights 0 or more; values of weight 0 do not count
   * @throws IllegalArgumentException if sizes differ, a number is missing, or the divisor is not
   *     positive, as with a single value
   */
  public double variance(double[] y, double[] weights) {
    double mean = mean(y, weights);
    int n = y.length;
    double whole = Sums.of(weights);
    double counted = java.util.Arrays.stream(weights).filter(w -> w > 0).count();
    double divisor =
        switch (this) {
          case POPULATION -> whole;
          case FREQUENCY -> whole - 1;
          case RELIABILITY -> whole - Sums.over(n, j -> weights[j] * weights[j]) / whole;
          case SAMPLE -> whole * (counted - 1) / counted;
        };
    if (!(divisor > 0)) {
      throw new IllegalArgumentException(
          "The variance of " + (int) counted + " values of weight " + whole + " has no divisor.");
    }
    return Sums.over(n, j -> weights[j] * (y[j] - mean) * (y[j] - mean)) / divisor;
  }

  /** Standard deviation over the mean, as a fraction. */
  public double cv(double[] y, double[] weights) {
    return Math.sqrt(variance(y, weights)) / mean(y, weights);
  }

  /** The weighted mean. */
  public static double mean(double[] y, double[] weights) {
    Arguments.sameLength(weights.length, y.length, "the weights");
    Arguments.finite(y, "the variable");
    Arguments.weights(weights);
    return Sums.over(y.length, j -> weights[j] * y[j]) / Sums.of(weights);
  }
}
