package org.remitlake.stats;

/**
 * How well a regression fits; R's {@code summary.lm}.
 *
 * @param n units of positive weight
 * @param k coefficients
 * @param residualDf N − K
 * @param rss {@code Σ w e²}
 * @param sigma {@code √(rss / (N−K))}
 * @param rSquared share of the weighted variance of the outcome about its mean that is explained
 * @param adjustedRSquared the same per degree of freedom
 */
public record FitSummary(
    int n,
    int k,
    int residualDf,
    double rss,
    double sigma,
    double rSquared,
    double adjustedRSquared) {

  /** Summarises a model with a constant. */
  public static FitSummary of(LinearModel model, double[] y) {
    double[] w = model.weights();
    double[] e = model.residuals();
    Arguments.sameLength(y.length, w.length, "the outcome");
    double total = Sums.of(w);
    double mean = Sums.over(y.length, i -> w[i] * y[i]) / total;
    double rss = Sums.over(y.length, i -> w[i] * e[i] * e[i]);
    double all = Sums.over(y.length, i -> w[i] * (y[i] - mean) * (y[i] - mean));
    int df = model.residualDegreesOfFreedom();
    int k = model.names().size();
    double r2 = all == 0 ? 0 : 1 - rss / all;
    double adjusted = 1 - (1 - r2) * (df + k - 1) / df;
    return new FitSummary(df + k, k, df, rss, Math.sqrt(rss / df), r2, adjusted);
  }
}
