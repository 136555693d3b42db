package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.remitlake.stats.ClusterSums;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;
import org.remitlake.stats.WaldTest;

/**
 * Whether all covariates together tell the assignment: indicator E02. Assignment on the clusters'
 * means of the covariates and block dummies; p from the assignments that could have been drawn, as
 * F has no meaning with few clusters.
 *
 * @param f test of all slopes with its F reference, for comparison
 * @param pValue share of the assignments with at least that f
 * @param assignments number gone through
 * @param seed of the draws; none if all were gone through
 */
public record JointBalance(WaldTest f, double pValue, int assignments, OptionalLong seed) {
  private static final double TIE = 1e-9;

  /**
   * Tests the covariates of one arm against the control.
   *
   * @param covariates of every unit, without a constant
   * @param design of the same units
   * @throws IllegalArgumentException if there are as many covariates and blocks as clusters, or one
   *     is collinear on the level of clusters (named)
   */
  public static JointBalance of(
      Regressors covariates, TrialDesign design, String arm, int draws, long seed) {
    int[] rows = design.rowsOf(arm);
    TrialDesign own = design.rows(rows);
    Lottery lottery = design.lottery(arm);
    Regressors means =
        ClusterMeans.of(covariates.rows(rows), own.clusters(), own.blocks(), own.isBlocked());
    int blocks = means.names().size() - covariates.names().size();
    String[] labels = lottery.clusters().toArray(String[]::new);
    LinearModel model = LinearModel.fit(means, Arrays.stream(labels).mapToDouble(l -> 0).toArray());
    double[][] q = ClusterSums.of(model, labels).regressors();
    int slopes = covariates.names().size();
    int left = labels.length - means.names().size();
    double observed = statistic(q, lottery.observed(), blocks, left);
    List<Double> values = new ArrayList<>();
    boolean exact = lottery.isExact();
    if (exact) {
      lottery.enumerate(z -> values.add(statistic(q, z, blocks, left)));
    } else {
      lottery.draw(draws, seed, z -> values.add(statistic(q, z, blocks, left)));
    }
    int extra = exact ? 0 : 1;
    long above = values.stream().filter(v -> !(v < observed * (1 - TIE))).count();
    return new JointBalance(
        WaldTest.of(observed, slopes, left),
        (above + extra) / (double) (values.size() + extra),
        values.size(),
        exact ? OptionalLong.empty() : OptionalLong.of(seed));
  }

  /** F of the slopes: the columns of Q after the blocks' span what the covariates add to them. */
  private static double statistic(double[][] q, boolean[] z, int blocks, int left) {
    double[] along = new double[q[0].length];
    double total = 0;
    for (int g = 0; g < z.length; g++) {
      if (z[g]) {
        total++;
        for (int k = 0; k < along.length; k++) {
          along[k] += q[g][k];
        }
      }
    }
    double explained = 0;
    for (int k = 0; k < along.length; k++) {
      total -= along[k] * along[k];
      explained += k < blocks ? 0 : along[k] * along[k];
    }
    return explained / (along.length - blocks) / (Math.max(total, 0) / left);
  }

  /** Means of the covariates by cluster, after the constant and the blocks. */
  private static final class ClusterMeans {
    private ClusterMeans() {}

    static Regressors of(
        Regressors covariates, String[] clusters, String[] blocks, boolean blocked) {
      String[] labels = Arrays.stream(clusters).distinct().sorted().toArray(String[]::new);
      int[] group = Arrays.stream(clusters).mapToInt(c -> Arrays.binarySearch(labels, c)).toArray();
      String[] blockOf = new String[labels.length];
      double[] size = new double[labels.length];
      for (int i = 0; i < group.length; i++) {
        blockOf[group[i]] = blocks[i];
        size[group[i]]++;
      }
      Regressors x = Regressors.intercept(labels.length);
      x = blocked ? x.andDummies("block:", blockOf) : x;
      for (String name : covariates.names()) {
        double[] column = covariates.column(name);
        double[][] members = new double[labels.length][];
        int[] filled = new int[labels.length];
        Arrays.setAll(members, g -> new double[(int) size[g]]);
        for (int i = 0; i < column.length; i++) {
          members[group[i]][filled[group[i]]++] = column[i];
        }
        x = x.and(name, Arrays.stream(members).mapToDouble(m -> Sums.of(m) / m.length).toArray());
      }
      return x;
    }
  }
}
