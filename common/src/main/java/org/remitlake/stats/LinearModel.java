package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Ordinary or weighted least squares: {@code β̂ = M X′W y}, {@code M = (X′W X)⁻¹}, by Householder
 * QR of {@code √W X}. Knows nothing of errors: {@link ClusterRobust} and {@link #linearised} do.
 *
 * <p>Inside, rows are kept as {@code z_i = R⁻ᵀ x_i}, for which {@code Z′W Z = I}: badly scaled
 * regressors then cost no digits. Sums follow the order of the rows: sort by key where the last
 * digits matter.
 */
public final class LinearModel implements FittedModel {
  /** A column is collinear if this little of it is left beside the columns before it. As R's lm. */
  private static final double COLLINEAR = 1e-7;

  private final List<String> names;
  private final double[] coefficients;
  private final double[] residuals;
  private final double[] weights;
  private final double[][] whitened;
  private final RealMatrix inverseR;

  private LinearModel(Regressors x, double[] y, double[] weights) {
    this.names = x.names();
    this.weights = weights;
    int k = names.size();
    double[][] rows = x.rows();
    double[][] scaled = new double[rows.length][];
    for (int i = 0; i < rows.length; i++) {
      double root = Math.sqrt(weights[i]);
      scaled[i] = Arrays.stream(rows[i]).map(v -> root * v).toArray();
    }
    QRDecomposition qr = new QRDecomposition(MatrixUtils.createRealMatrix(scaled));
    RealMatrix r = qr.getR().getSubMatrix(0, k - 1, 0, k - 1);
    refuseCollinear(r);
    this.inverseR = MatrixUtils.inverse(r);
    double[] rootY = new double[y.length];
    Arrays.setAll(rootY, i -> Math.sqrt(weights[i]) * y[i]);
    this.coefficients = qr.getSolver().solve(MatrixUtils.createRealVector(rootY)).toArray();
    this.whitened = MatrixUtils.createRealMatrix(rows).multiply(inverseR).getData();
    this.residuals = new double[y.length];
    Arrays.setAll(residuals, i -> y[i] - Sums.dot(rows[i], coefficients));
  }

  private LinearModel(LinearModel like, double[] residuals) {
    this.names = like.names;
    this.coefficients = like.coefficients;
    this.weights = like.weights;
    this.whitened = like.whitened;
    this.inverseR = like.inverseR;
    this.residuals = residuals;
  }

  /** Ordinary least squares. */
  public static LinearModel fit(Regressors x, double[] y) {
    double[] one = new double[y.length];
    Arrays.fill(one, 1);
    return fit(x, y, one);
  }

  /**
   * Weighted least squares.
   *
   * @param y outcome, one per unit
   * @param weights 0 or more; a unit of weight 0 is left out but keeps its place, as a domain needs
   * @throws IllegalArgumentException if sizes differ, a number is missing, there are no more units
   *     than coefficients, or a column is a combination of the columns before it (named)
   */
  public static LinearModel fit(Regressors x, double[] y, double[] weights) {
    Arguments.sameLength(y.length, x.units(), "the outcome");
    Arguments.sameLength(weights.length, x.units(), "the weights");
    Arguments.finite(y, "the outcome");
    Arguments.weights(weights);
    long used = Arrays.stream(weights).filter(w -> w > 0).count();
    int k = x.names().size();
    if (k == 0 || used <= k) {
      throw new IllegalArgumentException(
          used
              + " units of positive weight for "
              + k
              + " coefficients. Use more units than"
              + " coefficients, and at least one coefficient.");
    }
    return new LinearModel(x, y, weights.clone());
  }

  /**
   * The same projection with residuals of one's own: two-stage least squares projects on fitted
   * regressors but errs by the true ones.
   */
  public LinearModel withResiduals(double[] others) {
    Arguments.sameLength(others.length, residuals.length, "the residuals");
    Arguments.finite(others, "the residuals");
    return new LinearModel(this, others.clone());
  }

  @Override
  public List<String> names() {
    return names;
  }

  /** All coefficients, in the unit of the outcome per unit of the regressor. */
  @Override
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** One coefficient. */
  public double coefficient(String name) {
    return coefficients[index(name)];
  }

  /** Outcome minus fitted value, of units of weight 0 too. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** As {@link #residuals}: the deviation is one for all. */
  @Override
  public double[] pearsonResiduals() {
    return residuals();
  }

  @Override
  public boolean isUsed(int unit) {
    return weights[unit] > 0;
  }

  /** {@code h_i = w_i x_i′ M x_i}: the weight of a unit in its own fitted value, 0 to 1. */
  public double[] leverages() {
    double[] h = new double[residuals.length];
    Arrays.setAll(h, i -> weights[i] * Sums.dot(whitened[i], whitened[i]));
    return h;
  }

  /** Units of positive weight minus coefficients. */
  public int residualDegreesOfFreedom() {
    return used().length - names.size();
  }

  /** Influence of every unit on every coefficient, {@code M x_i w_i e_i}: one array each. */
  @Override
  public double[][] influence() {
    double[][] influence = new double[names.size()][residuals.length];
    for (int i = 0; i < residuals.length; i++) {
      double[] column = inverseR.operate(whitened[i]);
      for (int k = 0; k < column.length; k++) {
        influence[k][i] = column[k] * weights[i] * residuals[i];
      }
    }
    return influence;
  }

  /**
   * A coefficient as a survey estimate, R's {@code svyglm}: fit with the design's weights (0
   * outside a domain), and use {@code degreesOfFreedom() + 1 − K} of the design for t.
   */
  public Linearised linearised(String name, SurveyDesign design) {
    boolean[] domain = new boolean[weights.length];
    for (int i : used()) {
      domain[i] = true;
    }
    return Linearised.of(coefficient(name), influence()[index(name)], domain, design);
  }

  /** Weight of every unit. */
  public double[] weights() {
    return weights.clone();
  }

  int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no regressor " + name + ". There are: " + String.join(", ", names) + ".");
    }
    return index;
  }

  /** Units of positive weight. */
  int[] used() {
    return java.util.stream.IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0)
        .toArray();
  }

  double[] whitened(int unit) {
    return whitened[unit];
  }

  double weight(int unit) {
    return weights[unit];
  }

  double residual(int unit) {
    return residuals[unit];
  }

  RealMatrix inverseR() {
    return inverseR;
  }

  private void refuseCollinear(RealMatrix r) {
    for (int k = 0; k < names.size(); k++) {
      double length = r.getColumnVector(k).getNorm();
      if (Math.abs(r.getEntry(k, k)) <= COLLINEAR * length) {
        throw new IllegalArgumentException(
            "Regressor "
                + names.get(k)
                + " (column "
                + (k + 1)
                + " of "
                + names.size()
                + ") is zero or a combination of the columns before it. Leave it out.");
      }
    }
  }
}
