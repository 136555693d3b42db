package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.remitlake.stats.ClusterSums;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * What the effect would look like if the treatment did nothing, over every assignment that the
 * design could have produced (Fisher): indicator E62. Holds its level however few clusters there
 * are. The observed assignment is one of all; drawn ones are added to it, {@code (1+#)/(1+B)}.
 *
 * @param statistic that was computed
 * @param observed its value
 * @param assignments number gone through
 * @param seed of the draws; none if all assignments were gone through
 * @param countAbs assignments with at least the observed absolute value
 * @param pTwoSided two-sided p value
 * @param pUpper p value against a positive effect
 * @param pLower p value against a negative one
 * @param mean of the statistic over the assignments
 * @param deviation its standard deviation, divisor n
 */
public record RandomisationInference(
    Statistic statistic,
    double observed,
    int assignments,
    OptionalLong seed,
    int countAbs,
    double pTwoSided,
    double pUpper,
    double pLower,
    double mean,
    double deviation) {
  /** Relative; below it two values are a tie. */
  private static final double TIE = 1e-9;

  /** What is compared between assignments. */
  public enum Statistic {
    /** Coefficient of the arm: difference in means of units if there are no controls. */
    COEFFICIENT,
    /** The same on means of clusters, each counting once. */
    CLUSTER_MEANS,
    /** Coefficient over its CR0 error: also where arms differ in size or spread. */
    CLUSTER_T
  }

  /**
   * Goes through all assignments if there are at most 20 000, else through draws.
   *
   * @param y outcome
   * @param controls the constant, baseline variables, blocks; never what came after the draw
   * @param clusters cluster of every unit
   * @param lottery the draw, of the same units
   * @param draws number of draws where there are too many assignments
   * @param seed of the draws
   * @throws IllegalArgumentException if the controls tell the assignment
   */
  public static RandomisationInference of(
      double[] y,
      Regressors controls,
      String[] clusters,
      Lottery lottery,
      Statistic statistic,
      int draws,
      long seed) {
    Reduced sums = Reduced.of(y, controls, clusters, statistic);
    if (!sums.labels().equals(lottery.clusters())) {
      throw new IllegalArgumentException(
          "The outcome has "
              + sums.labels().size()
              + " clusters and the draw "
              + lottery.clusters().size()
              + ". Give the draw of the clusters in the sample.");
    }
    double observed = sums.statistic(lottery.observed());
    if (Double.isNaN(observed)) {
      throw new IllegalArgumentException(
          "The controls tell which clusters were treated: no contrast is left. Leave out controls"
              + " that are constant within arms.");
    }
    List<Double> values = new ArrayList<>();
    boolean exact = lottery.isExact();
    if (exact) {
      lottery.enumerate(z -> values.add(sums.statistic(z)));
    } else {
      lottery.draw(draws, seed, z -> values.add(sums.statistic(z)));
    }
    return summary(
        statistic, observed, values, exact ? OptionalLong.empty() : OptionalLong.of(seed));
  }

  /** Twice the lesser one-sided p value, at most 1. */
  public double pEqualTailed() {
    return Math.min(1, 2 * Math.min(pUpper, pLower));
  }

  /** Whether all assignments were gone through. */
  public boolean isExact() {
    return seed.isEmpty();
  }

  private static RandomisationInference summary(
      Statistic statistic, double observed, List<Double> values, OptionalLong seed) {
    double tie = TIE * Math.max(1, Math.abs(observed));
    int extra = seed.isPresent() ? 1 : 0;
    int abs = 0;
    int upper = 0;
    int lower = 0;
    for (double v : values) {
      // An assignment without a statistic counts against the effect: that errs on the safe side.
      boolean none = Double.isNaN(v);
      abs += none || Math.abs(v) >= Math.abs(observed) - tie ? 1 : 0;
      upper += none || v >= observed - tie ? 1 : 0;
      lower += none || v <= observed + tie ? 1 : 0;
    }
    double n = values.size() + extra;
    double[] finite =
        values.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).toArray();
    double mean = Sums.of(finite) / finite.length;
    double squares = Sums.over(finite.length, i -> (finite[i] - mean) * (finite[i] - mean));
    return new RandomisationInference(
        statistic,
        observed,
        values.size(),
        seed,
        abs,
        (abs + extra) / n,
        (upper + extra) / n,
        (lower + extra) / n,
        mean,
        Math.sqrt(squares / finite.length));
  }

  /** Sums by cluster: an assignment costs G K² however many rows there are. */
  private record Reduced(
      List<String> labels,
      Statistic statistic,
      List<Double> weights,
      List<Double> residuals,
      List<double[]> regressors,
      List<double[]> products,
      List<double[][]> squares) {
    /** Below this part of the treated weight an assignment is a combination of the controls. */
    private static final double COLLINEAR = 1e-9;

    static Reduced of(double[] y, Regressors controls, String[] clusters, Statistic statistic) {
      LinearModel model = LinearModel.fit(controls, y);
      if (statistic == Statistic.CLUSTER_MEANS) {
        return reduced(collapsed(y, controls, clusters), statistic);
      }
      return reduced(new Fitted(model, clusters), statistic);
    }

    private static Reduced reduced(Fitted fitted, Statistic statistic) {
      ClusterSums sums = ClusterSums.of(fitted.model(), fitted.clusters());
      double[] residuals = fitted.model().residuals();
      return new Reduced(
          sums.labels(),
          statistic,
          Arrays.stream(sums.weights()).boxed().toList(),
          Arrays.stream(sums.sums(residuals)).boxed().toList(),
          List.of(sums.regressors()),
          List.of(sums.products(residuals)),
          List.of(sums.squares()));
    }

    double statistic(boolean[] z) {
      int k = regressors.get(0).length;
      double[] gamma = new double[k];
      double own = 0;
      double cross = 0;
      for (int g = 0; g < z.length; g++) {
        if (z[g]) {
          own += weights.get(g);
          cross += residuals.get(g);
          for (int a = 0; a < k; a++) {
            gamma[a] += regressors.get(g)[a];
          }
        }
      }
      double left = own - Sums.dot(gamma, gamma);
      if (left <= COLLINEAR * own) {
        return Double.NaN;
      }
      double effect = cross / left;
      return statistic == Statistic.CLUSTER_T ? effect / error(z, gamma, effect, left) : effect;
    }

    /** CR0 error: scores of the assignment with the controls swept out. */
    private double error(boolean[] z, double[] gamma, double effect, double left) {
      double sum = 0;
      for (int g = 0; g < z.length; g++) {
        double swept = Sums.dot(gamma, regressors.get(g));
        double inner = 0;
        for (int a = 0; a < gamma.length; a++) {
          inner += gamma[a] * Sums.dot(squares.get(g)[a], gamma);
        }
        double score = -Sums.dot(gamma, products.get(g)) - effect * inner;
        if (z[g]) {
          score += residuals.get(g) - effect * (weights.get(g) - 2 * swept);
        }
        sum += score * score;
      }
      return Math.sqrt(sum) / left;
    }

    private static Fitted collapsed(double[] y, Regressors controls, String[] clusters) {
      String[] labels = Arrays.stream(clusters).distinct().sorted().toArray(String[]::new);
      int[] group = Arrays.stream(clusters).mapToInt(c -> Arrays.binarySearch(labels, c)).toArray();
      Regressors means = Regressors.none(labels.length);
      for (String name : controls.names()) {
        means = means.and(name, means(controls.column(name), group, labels.length));
      }
      return new Fitted(LinearModel.fit(means, means(y, group, labels.length)), labels);
    }

    private static double[] means(double[] values, int[] group, int groups) {
      double[] means = new double[groups];
      double[] size = new double[groups];
      for (int i = 0; i < values.length; i++) {
        means[group[i]] += values[i];
        size[group[i]]++;
      }
      Arrays.setAll(means, g -> means[g] / size[g]);
      return means;
    }
  }

  /** A regression and the cluster of its units. */
  private record Fitted(LinearModel model, List<String> clusterOf) {
    Fitted(LinearModel model, String[] clusters) {
      this(model, List.of(clusters));
    }

    String[] clusters() {
      return clusterOf.toArray(String[]::new);
    }
  }
}
