package org.remitlake.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a calibration leaves of an influence: with {@code z_j = w_j g_j u_j}, the residuals of the
 * regression of u on the calibration variables with weights w, times {@code w_j g_j}. The
 * estimator's variance is that of these residuals (Deville and Särndal 1992); R's {@code
 * calibrate}.
 */
final class CalibrationResiduals {
  /** As R's qr: a column of which this little is left beside the others adds nothing. */
  private static final double COLLINEAR = 1e-7;

  private final double[][] basis;
  private final double[] scale;

  /**
   * Prepares the regression.
   *
   * @param rows calibration variables of every unit; collinear ones do no harm
   * @param weights of the regression
   * @param calibrated the weights of the estimates
   */
  CalibrationResiduals(double[][] rows, double[] weights, double[] calibrated) {
    int n = rows.length;
    double[][] scaled = new double[n][];
    this.scale = new double[n];
    for (int j = 0; j < n; j++) {
      double root = Math.sqrt(weights[j]);
      scaled[j] = Arrays.stream(rows[j]).map(x -> root * x).toArray();
      scale[j] = root == 0 ? 0 : calibrated[j] / root;
    }
    RealMatrix all = MatrixUtils.createRealMatrix(scaled);
    RealMatrix r = new QRDecomposition(all).getR();
    int[] kept =
        java.util.stream.IntStream.range(0, Math.min(n, rows[0].length))
            .filter(k -> Math.abs(r.getEntry(k, k)) > COLLINEAR * all.getColumnVector(k).getNorm())
            .toArray();
    RealMatrix some = all.getSubMatrix(all(n), kept);
    RealMatrix upper =
        new QRDecomposition(some).getR().getSubMatrix(0, kept.length - 1, 0, kept.length - 1);
    this.basis = some.multiply(MatrixUtils.inverse(upper)).getData();
  }

  /** The residual influence. */
  double[] of(double[] influence) {
    int k = basis[0].length;
    double[] v = new double[influence.length];
    double[] explained = new double[k];
    for (int j = 0; j < v.length; j++) {
      v[j] = scale[j] == 0 ? 0 : influence[j] / scale[j];
    }
    for (int a = 0; a < k; a++) {
      int column = a;
      explained[a] = Sums.over(v.length, j -> basis[j][column] * v[j]);
    }
    double[] left = new double[v.length];
    Arrays.setAll(left, j -> scale[j] * (v[j] - Sums.dot(basis[j], explained)));
    return left;
  }

  private static int[] all(int n) {
    return java.util.stream.IntStream.range(0, n).toArray();
  }
}
