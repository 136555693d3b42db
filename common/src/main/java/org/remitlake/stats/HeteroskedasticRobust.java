package org.remitlake.stats;

import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/** Errors of a regression whose units are independent; t with N − K degrees of freedom. */
public final class HeteroskedasticRobust {
  private HeteroskedasticRobust() {}

  /**
   * The covariance of a fitted model.
   *
   * @throws IllegalArgumentException for HC2 and HC3 if a unit alone identifies a coefficient
   */
  public static Inference of(LinearModel model, HeteroskedasticCovariance type) {
    return of(model, type, 0);
  }

  /** With {@code absorbed} further coefficients that were swept out before the fit. */
  static Inference of(LinearModel model, HeteroskedasticCovariance type, int absorbed) {
    int[] used = model.used();
    int n = used.length;
    int k = model.names().size() + absorbed;
    int size = model.names().size();
    RealMatrix middle = MatrixUtils.createRealMatrix(size, size);
    double rss = 0;
    for (int i : used) {
      double e = model.residual(i);
      double w = model.weight(i);
      rss += w * e * e;
      double square = w * w * e * e * leverageFactor(model, i, type);
      double[] z = model.whitened(i);
      for (int a = 0; a < size; a++) {
        for (int b = 0; b < size; b++) {
          middle.addToEntry(a, b, square * z[a] * z[b]);
        }
      }
    }
    double df = n - (double) k;
    RealMatrix v =
        type == HeteroskedasticCovariance.CLASSICAL
            ? MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(rss / df)
            : middle.scalarMultiply(type == HeteroskedasticCovariance.HC1 ? n / df : 1);
    RealMatrix covariance = model.inverseR().multiply(v).multiply(model.inverseR().transpose());
    return Inference.of(
        model,
        covariance.getData(),
        df,
        new Convention(type.name(), KRule.ALL_EFFECTS, n, k, 0, "t(N-K)"));
  }

  private static double leverageFactor(
      LinearModel model, int unit, HeteroskedasticCovariance type) {
    if (type != HeteroskedasticCovariance.HC2 && type != HeteroskedasticCovariance.HC3) {
      return 1;
    }
    double[] z = model.whitened(unit);
    double left = 1 - model.weight(unit) * Sums.dot(z, z);
    if (left < 1e-12) {
      throw new IllegalArgumentException(
          type
              + " does not exist: a unit alone identifies a coefficient (leverage 1). Use HC1, or"
              + " leave the regressor out.");
    }
    return type == HeteroskedasticCovariance.HC2 ? 1 / left : 1 / (left * left);
  }
}
