package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Errors of a regression whose units come in clusters: villages, branches, persons over time.
 *
 * <p>CR0, CR1_G and CR1 are {@link SurveyDesign#covariance} with one stratum and PSU = cluster,
 * times their factors. CR2 and CR3 first adjust the residuals of each cluster for its leverage.
 *
 * @see <a href="https://doi.org/10.1080/07350015.2016.1247004">Pustejovsky and Tipton (2018)</a>;
 *     Bell and McCaffrey (2002)
 */
public final class ClusterRobust {
  private final LinearModel model;
  private final ClusterCovariance type;
  private final RealMatrix squares;
  private final List<ClusterBlock> blocks = new ArrayList<>();
  private final double[][] covariance;

  private ClusterRobust(LinearModel model, String[] clusters, ClusterCovariance type) {
    this.model = model;
    this.type = type;
    this.squares = squares(model);
    for (int[] units : members(model, clusters).values()) {
      blocks.add(ClusterBlock.of(model, units, type, squares));
    }
    if (blocks.size() < 2) {
      throw new IllegalArgumentException(
          "There is 1 cluster. Errors between clusters need at least 2, and better 50.");
    }
    this.covariance =
        switch (type) {
          case CR0, CR1_G, CR1 -> byDesign(clusters);
          case CR2, CR3 -> byScores();
        };
  }

  /**
   * Computes one covariance of a fitted model.
   *
   * @param clusters label of every unit's cluster; units of weight 0 do not count
   * @throws IllegalArgumentException if sizes differ, there are fewer than two clusters, or CR3 is
   *     asked for where one cluster alone identifies a coefficient
   */
  public static ClusterRobust of(LinearModel model, String[] clusters, ClusterCovariance type) {
    Arguments.sameLength(clusters.length, model.residuals().length, "cluster");
    Arguments.labels(clusters, "cluster");
    return new ClusterRobust(model, clusters, type);
  }

  /** Number of clusters with a unit of positive weight. */
  public int clusters() {
    return blocks.size();
  }

  /** Covariance of the coefficients, in the order of the model's names. */
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /** All coefficients with the convention of their errors; df as in {@link #estimate}. */
  public Inference inference() {
    boolean own = type == ClusterCovariance.CR2;
    double[] df = new double[model.names().size()];
    Arrays.setAll(df, k -> own ? satterthwaite(model.names().get(k)) : clusters() - 1.0);
    return inference(df, own ? "t(Satterthwaite)" : "t(G-1)");
  }

  /** The same with G − 1 degrees of freedom, for CR2 too. */
  public Inference naiveInference() {
    double[] df = new double[model.names().size()];
    Arrays.fill(df, clusters() - 1.0);
    return inference(df, "t(G-1)");
  }

  private Inference inference(double[] df, String reference) {
    Convention named =
        new Convention(
            type.name(),
            KRule.ALL_EFFECTS,
            model.used().length,
            model.names().size(),
            clusters(),
            reference);
    return new Inference(model.names(), model.coefficients(), covariance, df, named);
  }

  /** A coefficient, with G − 1 degrees of freedom; Satterthwaite's for CR2. */
  public Estimate estimate(String name) {
    return contrast(unit(name));
  }

  /** A linear combination of coefficients, such as one arm minus another; df as for one. */
  public Estimate contrast(double[] combination) {
    double df = type == ClusterCovariance.CR2 ? satterthwaite(combination) : clusters() - 1.0;
    return contrast(combination, df);
  }

  /** A linear combination of coefficients under degrees of freedom of one's own. */
  public Estimate contrast(double[] combination, double degreesOfFreedom) {
    Arguments.sameLength(combination.length, model.names().size(), "the combination");
    double value = Sums.dot(combination, model.coefficients());
    double variance = 0;
    for (int a = 0; a < combination.length; a++) {
      variance += combination[a] * Sums.dot(covariance[a], combination);
    }
    return new Estimate(value, Math.sqrt(Math.max(0, variance)), degreesOfFreedom);
  }

  /** Satterthwaite's degrees of freedom of one coefficient. */
  public double satterthwaite(String name) {
    return satterthwaite(unit(name));
  }

  /**
   * {@code ν = (tr P)² / tr P²}: those of the chi-square nearest to the variance estimate if errors
   * are independent with one variance. {@code P_gh = g_g′g_h}, {@code g_g} the weights of all
   * errors in cluster g's part of the combination. Below 5, no t interval deserves trust.
   */
  public double satterthwaite(double[] combination) {
    Arguments.sameLength(combination.length, model.names().size(), "the combination");
    double[] direction = model.inverseR().transpose().operate(combination);
    List<Pull> pulls = blocks.stream().map(b -> b.pull(direction, squares)).toList();
    double trace = 0;
    double squared = 0;
    for (int g = 0; g < pulls.size(); g++) {
      double own = pulls.get(g).own();
      trace += own;
      squared += own * own;
      for (int h = 0; h < g; h++) {
        double other = pulls.get(g).with(pulls.get(h));
        squared += 2 * other * other;
      }
    }
    return squared == 0 ? 0 : trace * trace / squared;
  }

  /** Clusters in the order of their labels, so that sums do not follow the order of the rows. */
  static Map<String, int[]> members(LinearModel model, String[] clusters) {
    Map<String, List<Integer>> found = new TreeMap<>();
    for (int i : model.used()) {
      found.computeIfAbsent(clusters[i], c -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> members = new TreeMap<>();
    found.forEach((c, units) -> members.put(c, units.stream().mapToInt(i -> i).toArray()));
    return members;
  }

  private static RealMatrix squares(LinearModel model) {
    int k = model.names().size();
    double[][] sum = new double[k][k];
    for (int i : model.used()) {
      double[] z = model.whitened(i);
      double square = model.weight(i) * model.weight(i);
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          sum[a][b] += square * z[a] * z[b];
        }
      }
    }
    return MatrixUtils.createRealMatrix(sum);
  }

  private double[][] byDesign(String[] clusters) {
    int[] used = model.used();
    String[] psus = Arrays.stream(used).mapToObj(i -> clusters[i]).toArray(String[]::new);
    double[] one = new double[used.length];
    Arrays.fill(one, 1);
    double[][] influence = model.influence();
    for (int k = 0; k < influence.length; k++) {
      double[] all = influence[k];
      influence[k] = Arrays.stream(used).mapToDouble(i -> all[i]).toArray();
    }
    double[][] design = SurveyDesign.clusters(psus, one).covariance(influence);
    return MatrixUtils.createRealMatrix(design).scalarMultiply(factor(used.length)).getData();
  }

  private double factor(double n) {
    double g = clusters();
    return switch (type) {
      case CR0 -> (g - 1) / g;
      case CR1 -> (n - 1) / (n - model.names().size());
      case CR1_G, CR2, CR3 -> 1;
    };
  }

  private double[][] byScores() {
    int k = model.names().size();
    RealMatrix sum = MatrixUtils.createRealMatrix(k, k);
    for (ClusterBlock block : blocks) {
      RealMatrix score =
          model.inverseR().multiply(MatrixUtils.createColumnRealMatrix(block.score()));
      sum = sum.add(score.multiply(score.transpose()));
    }
    return sum.getData();
  }

  private double[] unit(String name) {
    double[] unit = new double[model.names().size()];
    unit[model.index(name)] = 1;
    return unit;
  }
}
