package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.remitlake.stats.ClusterSums;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Replicates of a wild cluster bootstrap from sums by cluster; residuals are linear in the value
 * under the null.
 *
 * @param scores {@code Z_g′u_g} of the residuals that are drawn from
 * @param shifts the same of the regressor, for another value under the null
 * @param leverage {@code Z_g′Z_g r}
 * @param direction r, that turns whitened coefficients into the one tested
 * @param factor of CR1
 * @param units N
 * @param plan how to draw
 */
record WildReplicates(
    List<double[]> scores,
    List<double[]> shifts,
    List<double[]> leverage,
    List<Double> direction,
    double factor,
    int units,
    WildBootstrap.Plan plan) {

  static WildReplicates of(
      LinearModel model,
      Regressors x,
      double[] y,
      String[] clusters,
      String name,
      WildBootstrap.Plan plan) {
    ClusterSums sums = ClusterSums.of(model, clusters);
    double[] direction = sums.direction(name);
    double[] residuals = model.residuals();
    double[] shift = new double[y.length];
    if (plan.hypothesis() == WildBootstrap.Null.IMPOSED) {
      List<String> others = x.names().stream().filter(n -> !n.equals(name)).toList();
      Regressors rest = x.only(others);
      residuals = others.isEmpty() ? y.clone() : LinearModel.fit(rest, y).residuals();
      double[] own = x.column(name);
      shift = others.isEmpty() ? own : LinearModel.fit(rest, own).residuals();
    }
    double g = sums.size();
    double n = sums.units();
    double[][] leverage =
        Arrays.stream(sums.squares())
            .map(zz -> Arrays.stream(zz).mapToDouble(row -> Sums.dot(row, direction)).toArray())
            .toArray(double[][]::new);
    return new WildReplicates(
        List.of(sums.products(residuals)),
        List.of(sums.products(shift)),
        List.of(leverage),
        Arrays.stream(direction).boxed().toList(),
        g / (g - 1) * (n - 1) / (n - x.names().size()),
        sums.units(),
        plan);
  }

  int clusters() {
    return scores.size();
  }

  /** t* of every replicate under a value of the coefficient. */
  double[] statistics(double value) {
    int g = clusters();
    double[] r = direction.stream().mapToDouble(Double::doubleValue).toArray();
    double[][] s = new double[g][r.length];
    double[] own = new double[g];
    for (int c = 0; c < g; c++) {
      for (int k = 0; k < r.length; k++) {
        s[c][k] = scores.get(c)[k] - value * shifts.get(c)[k];
      }
      own[c] = Sums.dot(r, s[c]);
    }
    double[][] d = leverage.toArray(double[][]::new);
    var found = DoubleStream.builder();
    double[] shift = new double[r.length];
    plan.weights()
        .forEach(g, plan.draws(), plan.seed(), v -> found.add(one(v, s, own, d, r, shift)));
    return found.build().toArray();
  }

  private double one(
      double[] v, double[][] s, double[] own, double[][] d, double[] r, double[] shift) {
    Arrays.fill(shift, 0);
    for (int c = 0; c < v.length; c++) {
      for (int k = 0; k < r.length; k++) {
        shift[k] += v[c] * s[c][k];
      }
    }
    double variance = 0;
    for (int c = 0; c < v.length; c++) {
      double score = v[c] * own[c] - Sums.dot(d[c], shift);
      variance += score * score;
    }
    double t = Sums.dot(r, shift) / Math.sqrt(factor * variance);
    // No error, no statistic: it counts against the effect, which errs on the safe side.
    return Double.isNaN(t) ? Double.POSITIVE_INFINITY : t;
  }
}
