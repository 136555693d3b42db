package org.remitlake.stats.trial;

import java.util.Arrays;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Sums;

/**
 * One covariate in two groups, weighted or matched.
 *
 * @param meanTreated weighted mean of the treated
 * @param meanControl weighted mean of the others
 * @param varianceTreated unweighted variance of the treated, divisor n − 1
 * @param varianceControl of the others
 * @param binomialTreated {@code p(1−p)} for a covariate of zeros and ones, else the variance
 * @param binomialControl of the others
 */
public record CovariateBalance(
    double meanTreated,
    double meanControl,
    double varianceTreated,
    double varianceControl,
    double binomialTreated,
    double binomialControl) {

  /** Unweighted. */
  public static CovariateBalance of(double[] x, boolean[] treated) {
    double[] equal = new double[x.length];
    Arrays.fill(equal, 1);
    return of(x, treated, equal);
  }

  /** Weighted means; variances stay those of the full sample. */
  public static CovariateBalance of(double[] x, boolean[] treated, double[] weights) {
    Arguments.finite(x, "the covariate");
    Arguments.sameLength(treated.length, x.length, "the treatment");
    Arguments.sameLength(weights.length, x.length, "the weights");
    Arguments.weights(weights);
    Arms.refuseEmpty(treated);
    boolean binary = Arrays.stream(x).allMatch(v -> v == 0 || v == 1);
    double one = variance(x, treated, true);
    double none = variance(x, treated, false);
    return new CovariateBalance(
        mean(x, treated, weights, true),
        mean(x, treated, weights, false),
        one,
        none,
        binary ? binomial(x, treated, true) : one,
        binary ? binomial(x, treated, false) : none);
  }

  /** The treated minus the others. */
  public double difference() {
    return meanTreated - meanControl;
  }

  /** The difference in standard deviations; 0 if there is none, whatever the deviation. */
  public double smd(SmdScale scale) {
    double variance =
        switch (scale) {
          case POOLED_SAMPLE -> (varianceTreated + varianceControl) / 2;
          case POOLED_BINOMIAL -> (binomialTreated + binomialControl) / 2;
          case TREATED_SAMPLE -> varianceTreated;
          case TREATED_BINOMIAL -> binomialTreated;
        };
    return difference() == 0 ? 0 : difference() / Math.sqrt(variance);
  }

  /** {@code s₁²/s₀²} of the full sample: 1 if the groups spread alike. */
  public double varianceRatio() {
    return varianceTreated / varianceControl;
  }

  private static double mean(double[] x, boolean[] treated, double[] w, boolean group) {
    double weight = Sums.over(x.length, i -> treated[i] == group ? w[i] : 0);
    if (weight == 0) {
      throw new IllegalArgumentException("All weights of one group are zero: it has no mean.");
    }
    return Sums.over(x.length, i -> treated[i] == group ? w[i] * x[i] : 0) / weight;
  }

  private static double variance(double[] x, boolean[] treated, boolean group) {
    double n = Sums.over(x.length, i -> treated[i] == group ? 1 : 0);
    double mean = Sums.over(x.length, i -> treated[i] == group ? x[i] : 0) / n;
    return Sums.over(x.length, i -> treated[i] == group ? (x[i] - mean) * (x[i] - mean) : 0)
        / (n - 1);
  }

  private static double binomial(double[] x, boolean[] treated, boolean group) {
    double n = Sums.over(x.length, i -> treated[i] == group ? 1 : 0);
    double p = Sums.over(x.length, i -> treated[i] == group ? x[i] : 0) / n;
    return p * (1 - p);
  }
}
