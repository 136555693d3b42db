package org.remitlake.stats;

import java.util.List;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularMatrixException;

/** {@code b′V⁻¹b}: how far several estimates together lie from zero, in their own errors. */
final class Quadratic {
  /** A correlation matrix with a pivot below this has lost all its digits. */
  private static final double SINGULAR = 1e-12;

  private Quadratic() {}

  static double form(List<Linearised> estimates, boolean[] domain) {
    double[][] influence = estimates.stream().map(Linearised::influence).toArray(double[][]::new);
    double[] values = estimates.stream().mapToDouble(Linearised::value).toArray();
    return form(values, estimates.get(0).design().covariance(influence, domain));
  }

  /** By way of correlations, so that units of measurement do not decide what is singular. */
  static double form(double[] values, double[][] covariance) {
    int k = values.length;
    double[][] correlation = new double[k][k];
    double[] scaled = new double[k];
    for (int a = 0; a < k; a++) {
      double error = Math.sqrt(covariance[a][a]);
      if (error == 0) {
        throw noInverse(k);
      }
      scaled[a] = values[a] / error;
      for (int b = 0; b < k; b++) {
        correlation[a][b] = covariance[a][b] / (error * Math.sqrt(covariance[b][b]));
      }
    }
    RealVector t = MatrixUtils.createRealVector(scaled);
    try {
      return t.dotProduct(
          new LUDecomposition(MatrixUtils.createRealMatrix(correlation), SINGULAR)
              .getSolver()
              .solve(t));
    } catch (SingularMatrixException e) {
      throw noInverse(k);
    }
  }

  private static IllegalArgumentException noInverse(int k) {
    return new IllegalArgumentException(
        "The covariance of "
            + k
            + " estimates has no inverse: the design has too few PSUs, or an estimate does not"
            + " vary.");
  }
}
