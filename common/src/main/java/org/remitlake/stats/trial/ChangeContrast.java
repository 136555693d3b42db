package org.remitlake.stats.trial;

import java.util.Arrays;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Change of the treated less the change that units like them had, doubly robust (Sant'Anna and Zhao
 * 2020, panel): right if the logit or the linear model of the change is. With the constant alone
 * the plain difference of mean changes.
 *
 * @param value the contrast
 * @param influence of every unit on it, both models' estimation included
 */
record ChangeContrast(double value, java.util.List<Double> influence) {

  /**
   * Computes it.
   *
   * @param x the constant and covariates before the start
   */
  static ChangeContrast of(double[] change, boolean[] treated, Regressors x) {
    int n = change.length;
    double[] control = new double[n];
    Arrays.setAll(control, i -> treated[i] ? 0 : 1);
    LinearModel trend = LinearModel.fit(x, change, control);
    double[][] ofTrend = trend.influence();
    PropensityModel propensity = PropensityModel.fit(x, treated);
    double[][] ofPropensity = propensity.influence();
    double[] e = propensity.fitted();
    double[] rest = trend.residuals();
    double[][] rows = x.rows();
    double ones = Arms.count(treated);
    double[] odds = new double[n];
    Arrays.setAll(odds, i -> treated[i] ? 0 : e[i] / (1 - e[i]));
    double weight = Sums.of(odds);
    double one = Sums.over(n, i -> treated[i] ? rest[i] : 0) / ones;
    double none = Sums.over(n, i -> odds[i] * rest[i]) / weight;
    int k = x.names().size();
    double[] shiftTrend = new double[k];
    double[] shiftPropensity = new double[k];
    for (int c = 0; c < k; c++) {
      int column = c;
      shiftTrend[c] =
          Sums.over(n, i -> odds[i] * rows[i][column]) / weight
              - Sums.over(n, i -> treated[i] ? rows[i][column] : 0) / ones;
      shiftPropensity[c] =
          -Sums.over(n, i -> odds[i] * (rest[i] - none) * rows[i][column]) / weight;
    }
    Double[] influence = new Double[n];
    for (int i = 0; i < n; i++) {
      double own = treated[i] ? (rest[i] - one) / ones : -odds[i] * (rest[i] - none) / weight;
      for (int c = 0; c < k; c++) {
        own += ofTrend[c][i] * shiftTrend[c] + ofPropensity[i][c] * shiftPropensity[c];
      }
      influence[i] = own;
    }
    return new ChangeContrast(one - none, java.util.List.of(influence));
  }
}
