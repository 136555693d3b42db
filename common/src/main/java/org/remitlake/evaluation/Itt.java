package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;

/**
 * Effect of assignment on an outcome, of the units that were observed at the endline, as assigned.
 *
 * @param estimator E10 or E11
 * @param covariates columns beside the arm and the blocks
 * @param model the regression; the arm's coefficient is named {@link #ARM}
 * @param clusters cluster of each unit
 * @param rSquared share of variance explained
 */
record Itt(
    String estimator,
    List<String> covariates,
    LinearModel model,
    List<String> clusters,
    double rSquared) {
  static final String ARM = "arm";

  private static final double EXACT = 1e-12;

  /** E10: {@code y = α + τZ + blocks + ε}. */
  static Itt difference(Trial observed, String arm, Plan plan, String outcome) {
    return fit("E10", List.of(), regressors(observed, arm, plan), observed, plan, outcome);
  }

  /**
   * E11, the headline: {@code y = α + τZ + βy₀ + γ·1[y₀ missing] + blocks + ε}; a missing baseline
   * is the mean of its block, or of all where the block has none. A column that the blocks say
   * already, as of a block that lost its whole baseline, is left out.
   */
  static Itt ancova(Trial observed, String arm, Plan plan, String outcome) {
    double[] before = new double[observed.units().size()];
    double[] isMissing = new double[before.length];
    Map<String, Double> means = observed.blockMeans(plan.baselineWave(), outcome);
    double overall =
        observed.units().stream()
            .flatMap(u -> u.value(plan.baselineWave(), outcome).stream())
            .mapToDouble(Double::doubleValue)
            .average()
            .orElse(0);
    for (int i = 0; i < before.length; i++) {
      Trial.Unit unit = observed.units().get(i);
      var value = unit.value(plan.baselineWave(), outcome);
      isMissing[i] = value.isEmpty() ? 1 : 0;
      before[i] = value.orElse(means.getOrDefault(unit.block(), overall));
    }
    Regressors x = regressors(observed, arm, plan);
    List<String> names = new ArrayList<>();
    String[] groups = plan.blocks() ? observed.blocks() : new String[before.length];
    if (varies(before, groups)) {
      x = x.and("baseline", before);
      names.add("baseline");
    }
    if (varies(isMissing, groups)) {
      x = x.and("baseline_missing", isMissing);
      names.add("baseline_missing");
    }
    return fit("E11", names, x, observed, plan, outcome);
  }

  /** Whether a column is no constant within some group. */
  private static boolean varies(double[] column, String[] groups) {
    Map<String, Double> first = new HashMap<>();
    for (int i = 0; i < column.length; i++) {
      Double before = first.putIfAbsent(String.valueOf(groups[i]), column[i]);
      if (before != null && before != column[i]) {
        return true;
      }
    }
    return false;
  }

  private static Regressors regressors(Trial observed, String arm, Plan plan) {
    Regressors x = Regressors.intercept(observed.units().size()).and(ARM, observed.isIn(arm));
    return plan.blocks() ? x.andDummies("block", observed.blocks()) : x;
  }

  private static Itt fit(
      String estimator,
      List<String> names,
      Regressors x,
      Trial observed,
      Plan plan,
      String outcome) {
    double[] y = observed.values(plan.endlineWave(), outcome);
    LinearModel model = LinearModel.fit(x, y);
    double mean = Arrays.stream(y).average().orElseThrow();
    double total = Arrays.stream(y).map(v -> (v - mean) * (v - mean)).sum();
    double rest = Arrays.stream(model.residuals()).map(e -> e * e).sum();
    return new Itt(
        estimator, names, model, List.of(observed.clusters()), total == 0 ? 0 : 1 - rest / total);
  }

  /**
   * Whether the model leaves nothing but rounding, as where every block has one value: then the
   * standard error tells of rounding, too.
   */
  boolean isExact() {
    return 1 - rSquared < EXACT;
  }

  /** The effect with standard errors by cluster. */
  Estimate effect(ClusterCovariance type) {
    return ClusterRobust.of(model, clusters.toArray(String[]::new), type).estimate(ARM);
  }

  /**
   * Degrees of freedom that the clusters leave to the effect, by Satterthwaite, as CR2 has them.
   */
  double satterthwaite() {
    return effect(ClusterCovariance.CR2).degreesOfFreedom();
  }
}
