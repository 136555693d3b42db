package org.remitlake.stats.trial;

import java.util.Arrays;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Sums;

/**
 * Inverse probability weighting by an estimated propensity: indicator E33. Unbiased only if no
 * unobserved differences remain.
 *
 * @param estimand whose effect
 * @param contrast weighted means, with errors that take the weights as known
 * @param influence of every unit on the difference, the estimated propensity included
 */
public record InverseProbability(
    Estimand estimand, WeightedContrast contrast, java.util.List<Double> influence) {

  /** Weights by the fitted probabilities and compares the means. */
  public static InverseProbability of(PropensityModel model, double[] y, Estimand estimand) {
    boolean[] treated = model.treated();
    double[] w = weights(model, estimand);
    double[] e = model.fitted();
    WeightedContrast contrast = WeightedContrast.of(y, treated, w);
    double[][] rows = model.covariates().rows();
    double[] shift = new double[model.names().size()];
    for (int k = 0; k < shift.length; k++) {
      int column = k;
      shift[k] =
          Sums.over(
              y.length,
              i ->
                  estimand.slope(treated[i], e[i])
                      * centred(contrast, treated[i], y[i])
                      * rows[i][column]);
    }
    double[][] ofModel = model.influence();
    double[] influence = new double[y.length];
    Arrays.setAll(
        influence, i -> w[i] * centred(contrast, treated[i], y[i]) + Sums.dot(ofModel[i], shift));
    return new InverseProbability(estimand, contrast, Arrays.stream(influence).boxed().toList());
  }

  /** Weight of every unit. */
  public static double[] weights(PropensityModel model, Estimand estimand) {
    boolean[] treated = model.treated();
    double[] e = model.fitted();
    double[] weights = new double[e.length];
    Arrays.setAll(weights, i -> estimand.weight(treated[i], e[i]));
    return weights;
  }

  /** Horvitz–Thompson: weighted totals over n, not normalised. Average effect on all. */
  public static double horvitzThompson(PropensityModel model, double[] y) {
    boolean[] treated = model.treated();
    double[] w = weights(model, Estimand.ATE);
    return Sums.over(y.length, i -> (treated[i] ? 1 : -1) * w[i] * y[i]) / y.length;
  }

  /** With errors of stacked estimating equations: the propensity is estimated, too. */
  public Estimate estimate() {
    return Influences.independent(contrast.difference(), influenceArray());
  }

  /** The same by cluster (CR1_G). */
  public Estimate estimate(String[] clusters) {
    return Influences.clustered(contrast.difference(), influenceArray(), clusters);
  }

  /**
   * The difference among units with probabilities from {@code low} to {@code high}, which are not
   * estimated again.
   */
  public static Trimmed trimmed(
      PropensityModel model, double[] y, Estimand estimand, double low, double high) {
    Arguments.sameLength(y.length, model.fitted().length, "the outcome");
    double[] e = model.fitted();
    double[] w = weights(model, estimand);
    int kept = 0;
    for (int i = 0; i < w.length; i++) {
      boolean keep = low <= e[i] && e[i] <= high;
      kept += keep ? 1 : 0;
      w[i] = keep ? w[i] : 0;
    }
    return new Trimmed(
        low, high, kept, 1 - kept / (double) w.length, WeightedContrast.of(y, model.treated(), w));
  }

  /**
   * A difference among those whose probability is neither too low nor too high.
   *
   * @param low lowest probability kept
   * @param high highest
   * @param kept units kept
   * @param shareDropped share of the units dropped
   * @param contrast their weighted means
   */
  public record Trimmed(
      double low, double high, int kept, double shareDropped, WeightedContrast contrast) {}

  /** Deviation from the own group's mean over its weight; negative for the control. */
  private static double centred(WeightedContrast c, boolean treated, double y) {
    return treated
        ? (y - c.meanTreated()) / c.weightTreated()
        : -(y - c.meanControl()) / c.weightControl();
  }

  private double[] influenceArray() {
    return influence.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
