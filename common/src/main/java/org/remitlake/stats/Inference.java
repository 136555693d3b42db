package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularMatrixException;

/** Coefficients with one covariance and the convention it follows. */
public final class Inference {
  private final List<String> names;
  private final double[] coefficients;
  private final double[][] covariance;
  private final double[] degreesOfFreedom;
  private final Convention convention;

  /** Takes what an estimator found; df may differ by coefficient (Satterthwaite). */
  Inference(
      List<String> names,
      double[] coefficients,
      double[][] covariance,
      double[] degreesOfFreedom,
      Convention convention) {
    this.names = List.copyOf(names);
    this.coefficients = coefficients.clone();
    this.covariance = Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
    this.degreesOfFreedom = degreesOfFreedom.clone();
    this.convention = convention;
  }

  /** The same degrees of freedom for every coefficient. */
  static Inference of(
      LinearModel model, double[][] covariance, double degreesOfFreedom, Convention convention) {
    double[] df = new double[covariance.length];
    Arrays.fill(df, degreesOfFreedom);
    return new Inference(model.names(), model.coefficients(), covariance, df, convention);
  }

  /** Names of the coefficients, in order. */
  public List<String> names() {
    return names;
  }

  /** How the errors were computed. */
  public Convention convention() {
    return convention;
  }

  /** Covariance of the coefficients, in the order of the names. */
  public double[][] covariance() {
    return Arrays.stream(covariance).map(double[]::clone).toArray(double[][]::new);
  }

  /** A coefficient with its error and degrees of freedom. */
  public Estimate estimate(String name) {
    int k = index(name);
    return new Estimate(
        coefficients[k], Math.sqrt(Math.max(0, covariance[k][k])), degreesOfFreedom[k]);
  }

  /** A coefficient under the normal distribution. */
  public Estimate asymptotic(String name) {
    Estimate t = estimate(name);
    return new Estimate(t.value(), t.standardError(), Double.POSITIVE_INFINITY);
  }

  /** A coefficient minus another, with the lesser of their degrees of freedom. */
  public Estimate difference(String name, String minus) {
    int a = index(name);
    int b = index(minus);
    double variance = covariance[a][a] + covariance[b][b] - 2 * covariance[a][b];
    return new Estimate(
        coefficients[a] - coefficients[b],
        Math.sqrt(Math.max(0, variance)),
        Math.min(degreesOfFreedom[a], degreesOfFreedom[b]));
  }

  /**
   * Whether coefficients are jointly zero.
   *
   * @throws IllegalArgumentException if their covariance has no inverse, as with as many
   *     coefficients as clusters
   */
  public WaldTest wald(List<String> jointly) {
    int[] at = jointly.stream().mapToInt(this::index).toArray();
    RealMatrix v = MatrixUtils.createRealMatrix(covariance).getSubMatrix(at, at);
    double[] b = Arrays.stream(at).mapToDouble(k -> coefficients[k]).toArray();
    double[] scale = new double[at.length];
    Arrays.setAll(scale, k -> Math.sqrt(v.getEntry(k, k)));
    for (int r = 0; r < at.length; r++) {
      for (int c = 0; c < at.length; c++) {
        v.multiplyEntry(r, c, 1 / (scale[r] * scale[c]));
      }
      b[r] /= scale[r];
    }
    double df = Arrays.stream(at).mapToDouble(k -> degreesOfFreedom[k]).min().orElse(0);
    try {
      RealMatrix inverse = new LUDecomposition(v).getSolver().getInverse();
      return WaldTest.of(Sums.dot(b, inverse.operate(b)) / at.length, at.length, df);
    } catch (SingularMatrixException e) {
      throw new IllegalArgumentException(
          "The covariance of "
              + at.length
              + " coefficients is singular: there are too few clusters for a joint test of so"
              + " many. Test fewer.",
          e);
    }
  }

  /** Some of the coefficients. */
  Inference only(List<String> some) {
    int[] at = some.stream().mapToInt(this::index).toArray();
    return new Inference(
        some,
        Arrays.stream(at).mapToDouble(k -> coefficients[k]).toArray(),
        MatrixUtils.createRealMatrix(covariance).getSubMatrix(at, at).getData(),
        Arrays.stream(at).mapToDouble(k -> degreesOfFreedom[k]).toArray(),
        convention);
  }

  /** The same with the covariance times a factor, under another name. */
  Inference scaled(double factor, Convention other) {
    double[][] more = MatrixUtils.createRealMatrix(covariance).scalarMultiply(factor).getData();
    return new Inference(names, coefficients, more, degreesOfFreedom, other);
  }

  private int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "There is no coefficient " + name + ". There are: " + String.join(", ", names) + ".");
    }
    return index;
  }
}
