package org.remitlake.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Errors that are alike within units and within periods: {@code V = V_a + V_b − V_ab} of Cameron,
 * Gelbach and Miller (2011). t with min(G) − 1 degrees of freedom.
 *
 * <p>The difference need not be positive: where it has negative eigenvalues, {@link #repaired} sets
 * them to zero, and {@link #negativeEigenvalues} tells how many there were.
 *
 * @see <a href="https://doi.org/10.1198/jbes.2010.07136">Cameron, Gelbach and Miller</a>
 */
public final class TwoWayCluster {
  /** Relative to the largest; below it an eigenvalue is rounding. */
  private static final double ROUNDING = 1e-12;

  private final LinearModel model;
  private final RealMatrix covariance;
  private final Convention convention;

  private TwoWayCluster(LinearModel model, RealMatrix covariance, Convention convention) {
    this.model = model;
    this.covariance = covariance;
    this.convention = convention;
  }

  /**
   * Computes the covariance.
   *
   * @param a cluster of every unit in the first dimension, such as the village
   * @param b in the second, such as the quarter
   * @throws IllegalArgumentException if a dimension has fewer than two clusters
   */
  public static TwoWayCluster of(
      LinearModel model, String[] a, String[] b, TwoWayCorrection correction) {
    Arguments.labels(a, "cluster");
    Arguments.labels(b, "cluster");
    Arguments.sameLength(b.length, a.length, "the second cluster");
    String[] both = new String[a.length];
    Arrays.setAll(both, i -> a[i].length() + ":" + a[i] + b[i]);
    ClusterRobust one = ClusterRobust.of(model, a, ClusterCovariance.CR0);
    ClusterRobust two = ClusterRobust.of(model, b, ClusterCovariance.CR0);
    ClusterRobust cells = ClusterRobust.of(model, both, ClusterCovariance.CR0);
    int least = Math.min(one.clusters(), two.clusters());
    int n = model.used().length;
    int k = model.names().size();
    double size = (n - 1.0) / (n - k);
    RealMatrix v =
        switch (correction) {
          case TWOWAY_CR0 -> sum(one, two, cells, false);
          case TWOWAY_CR1_EACH -> sum(one, two, cells, true).scalarMultiply(size);
          case TWOWAY_CR1_MIN ->
              sum(one, two, cells, false).scalarMultiply(size * least / (least - 1.0));
        };
    Convention named =
        new Convention(correction.name(), KRule.ALL_EFFECTS, n, k, least, "t(min G-1)");
    return new TwoWayCluster(model, v, named);
  }

  /** The difference as it is; a variance may be negative, and its error is then 0. */
  public Inference unrepaired() {
    return inference(covariance, convention);
  }

  /** With negative eigenvalues set to zero; the same as {@link #unrepaired} if there are none. */
  public Inference repaired() {
    int negative = negativeEigenvalues();
    if (negative == 0) {
      return unrepaired();
    }
    EigenDecomposition eigen = new EigenDecomposition(covariance);
    double[] values = eigen.getRealEigenvalues();
    RealMatrix positive =
        MatrixUtils.createRealDiagonalMatrix(
            Arrays.stream(values).map(v -> Math.max(v, 0)).toArray());
    Convention named =
        new Convention(
            convention.errors() + "_PSD",
            convention.kRule(),
            convention.n(),
            convention.k(),
            convention.clusters(),
            convention.reference());
    return inference(eigen.getV().multiply(positive).multiply(eigen.getVT()), named);
  }

  /** How many eigenvalues of the covariance are negative. */
  public int negativeEigenvalues() {
    double[] values = new EigenDecomposition(covariance).getRealEigenvalues();
    double largest = Arrays.stream(values).map(Math::abs).max().orElse(0);
    return (int) Arrays.stream(values).filter(v -> v < -ROUNDING * largest).count();
  }

  private Inference inference(RealMatrix v, Convention named) {
    return Inference.of(model, v.getData(), convention.clusters() - 1.0, named);
  }

  private static RealMatrix sum(
      ClusterRobust one, ClusterRobust two, ClusterRobust cells, boolean each) {
    return part(one, each).add(part(two, each)).subtract(part(cells, each));
  }

  private static RealMatrix part(ClusterRobust robust, boolean each) {
    double g = robust.clusters();
    return MatrixUtils.createRealMatrix(robust.covariance()).scalarMultiply(each ? g / (g - 1) : 1);
  }
}
