package org.remitlake.stats;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * One cluster, reduced from n_g rows to the at most 2K directions in which it touches the
 * regression.
 *
 * <p>With whitened rows (M = I), H_gg = Z Z′W differs from zero only in the space of Z and W Z. Let
 * Q be an orthonormal basis of it, Z = Q R₁, W Z = Q R₂. The adjustment is then {@code A = I + Q (T
 * − I) Q′} with a small T, and all that is needed of it are {@code R₁, R₂, T} and {@code Q′e}.
 */
final class ClusterBlock {
  /** A direction with less than this part of its length outside the basis adds nothing to it. */
  private static final double DEPENDENT = 1e-13;

  /** Eigenvalues of I − H_gg below it are zero (Moore–Penrose); clubSandwich's bound. */
  private static final double ZERO = 1e-12;

  private final RealMatrix r1;
  private final RealMatrix r2;
  private final double[] projected;
  private final RealMatrix adjustment;

  private ClusterBlock(RealMatrix r1, RealMatrix r2, double[] projected, RealMatrix adjustment) {
    this.r1 = r1;
    this.r2 = r2;
    this.projected = projected;
    this.adjustment = adjustment;
  }

  /**
   * Reduces a cluster.
   *
   * @param units its rows of positive weight
   * @param squares {@code Z′W²Z} over all clusters
   */
  static ClusterBlock of(
      LinearModel model, int[] units, ClusterCovariance type, RealMatrix squares) {
    int k = model.names().size();
    List<double[]> basis = new ArrayList<>();
    double[][] columns = new double[2 * k][];
    for (int c = 0; c < 2 * k; c++) {
      columns[c] = project(column(model, units, c), basis);
    }
    double[] residuals = new double[units.length];
    java.util.Arrays.setAll(residuals, i -> model.residual(units[i]));
    RealMatrix r1 = MatrixUtils.createRealMatrix(basis.size(), k);
    RealMatrix r2 = MatrixUtils.createRealMatrix(basis.size(), k);
    double[] projected = new double[basis.size()];
    for (int r = 0; r < projected.length; r++) {
      projected[r] = Sums.dot(basis.get(r), residuals);
      for (int c = 0; c < k; c++) {
        r1.setEntry(r, c, r < columns[c].length ? columns[c][r] : 0);
        r2.setEntry(r, c, r < columns[k + c].length ? columns[k + c][r] : 0);
      }
    }
    return new ClusterBlock(r1, r2, projected, adjustment(type, r1, r2, squares));
  }

  /** {@code Z_g′W_g A_g e_g}, in whitened coordinates. */
  double[] score() {
    return r2.transpose().operate(adjustment.operate(projected));
  }

  /** What a combination of coefficients takes from this cluster: {@code a = A_g′W_g Z_g d}. */
  Pull pull(double[] direction, RealMatrix squares) {
    double[] a = adjustment.transpose().operate(r2.operate(direction));
    double[] p = r1.transpose().operate(a);
    return new Pull(Sums.dot(a, a), p, r2.transpose().operate(a), squares.operate(p));
  }

  private static double[] column(LinearModel model, int[] units, int c) {
    int k = model.names().size();
    double[] column = new double[units.length];
    for (int i = 0; i < units.length; i++) {
      double z = model.whitened(units[i])[c % k];
      column[i] = c < k ? z : model.weight(units[i]) * z;
    }
    return column;
  }

  /** Coordinates of a column in the basis, which grows if the column needs it (Gram–Schmidt). */
  private static double[] project(double[] column, List<double[]> basis) {
    double[] rest = column.clone();
    double[] coordinates = new double[basis.size() + 1];
    for (int pass = 0; pass < 2; pass++) { // twice is enough for orthogonality to rounding
      for (int r = 0; r < basis.size(); r++) {
        double along = Sums.dot(basis.get(r), rest);
        coordinates[r] += along;
        for (int i = 0; i < rest.length; i++) {
          rest[i] -= along * basis.get(r)[i];
        }
      }
    }
    double length = Math.sqrt(Sums.dot(rest, rest));
    if (length > DEPENDENT * Math.sqrt(Sums.dot(column, column))) {
      coordinates[coordinates.length - 1] = length;
      for (int i = 0; i < rest.length; i++) {
        rest[i] /= length;
      }
      basis.add(rest);
    }
    return coordinates;
  }

  private static RealMatrix adjustment(
      ClusterCovariance type, RealMatrix r1, RealMatrix r2, RealMatrix squares) {
    RealMatrix identity = MatrixUtils.createRealIdentityMatrix(r1.getRowDimension());
    RealMatrix hat = r1.multiply(r2.transpose());
    return switch (type) {
      case CR0, CR1_G, CR1 -> identity;
      case CR2 ->
          inverseRoot(
              identity
                  .subtract(hat)
                  .subtract(hat.transpose())
                  .add(r1.multiply(squares).multiply(r1.transpose())));
      case CR3 -> inverse(identity.subtract(hat));
    };
  }

  private static RealMatrix inverseRoot(RealMatrix matrix) {
    RealMatrix symmetric = matrix.add(matrix.transpose()).scalarMultiply(0.5);
    EigenDecomposition eigen = new EigenDecomposition(symmetric);
    double[] roots = eigen.getRealEigenvalues();
    for (int i = 0; i < roots.length; i++) {
      roots[i] = roots[i] > ZERO ? 1 / Math.sqrt(roots[i]) : 0;
    }
    return eigen
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(eigen.getVT());
  }

  private static RealMatrix inverse(RealMatrix matrix) {
    LUDecomposition lu = new LUDecomposition(matrix, ZERO);
    if (!lu.getSolver().isNonSingular()) {
      throw new IllegalArgumentException(
          "CR3 does not exist: without one of the clusters a coefficient cannot be estimated."
              + " Use CR2, or merge clusters.");
    }
    return lu.getSolver().getInverse();
  }
}
