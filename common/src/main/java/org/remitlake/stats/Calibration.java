package org.remitlake.stats;

import java.util.Arrays;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/**
 * Weights fitted to known totals of the population, as near to the old ones as a distance allows
 * (Deville and Särndal 1992): post-stratification, regression estimator, raking. Variances of the
 * calibrated design are those of what the totals do not explain.
 *
 * <p>R's {@code calibrate}, whose residuals this has: regressed with the weights before
 * calibration. R's {@code rake} regresses with those after it; the difference vanishes in large
 * samples.
 */
public final class Calibration {
  private static final int ROUNDS = 100;
  private static final int HALVINGS = 30;

  /** A total is met when it is missed by this part of it, or less. */
  private static final double MET = 1e-11;

  /** Eigenvalues below this part of the largest belong to margins that overlap. */
  private static final double OVERLAP = 1e-11;

  private final SurveyDesign design;
  private final double[] ratios;

  private Calibration(SurveyDesign design, double[] ratios) {
    this.design = design;
    this.ratios = ratios;
  }

  /**
   * Calibrates a design.
   *
   * @throws IllegalArgumentException if sizes differ, the totals are not met (they contradict each
   *     other, or the bounds are too narrow), or a weight becomes negative
   */
  public static Calibration of(SurveyDesign design, Margins margins, CalibrationDistance distance) {
    Arguments.sameLength(margins.units(), design.size(), "the margins");
    int k = margins.names().size();
    if (k == 0) {
      throw new IllegalArgumentException("There are 0 totals to calibrate to. Give at least one.");
    }
    double[][] rows = margins.rows();
    double[] w = design.weights();
    double[] scale = scale(rows, w);
    double[] eta = new double[k];
    double[] miss = miss(rows, w, eta, margins, distance);
    for (int round = 0; round < ROUNDS && unmet(miss, margins) > 0; round++) {
      double[] step = step(rows, w, eta, miss, distance, scale);
      double[] next = eta;
      double[] left = miss;
      double part = 1;
      for (int half = 0; half < HALVINGS; half++, part /= 2) {
        double by = part;
        double[] from = eta;
        double[] tried = new double[k];
        Arrays.setAll(tried, a -> from[a] + by * step[a]);
        left = miss(rows, w, tried, margins, distance);
        next = tried;
        if (size(left, scale) < size(miss, scale)) {
          break;
        }
      }
      eta = next;
      miss = left;
    }
    return result(design, margins, distance, eta, miss);
  }

  private static Calibration result(
      SurveyDesign design,
      Margins margins,
      CalibrationDistance distance,
      double[] eta,
      double[] miss) {
    int unmet = unmet(miss, margins);
    if (unmet > 0) {
      throw new IllegalArgumentException(
          unmet
              + " of "
              + miss.length
              + " totals cannot be met: they contradict each other, or the bounds are too narrow."
              + " Compare what the margins add to, or widen the bounds.");
    }
    double[][] rows = margins.rows();
    double[] g = Arrays.stream(rows).mapToDouble(x -> distance.ratio(Sums.dot(x, eta))).toArray();
    long negative = Arrays.stream(g).filter(ratio -> ratio < 0).count();
    if (negative > 0) {
      throw new IllegalArgumentException(
          negative + " of " + g.length + " weights become negative. Rake, or give bounds from 0.");
    }
    double[] weights = design.weights();
    double[] calibrated = new double[g.length];
    Arrays.setAll(calibrated, j -> weights[j] * g[j]);
    return new Calibration(
        design.calibrated(calibrated, new CalibrationResiduals(rows, weights, calibrated)), g);
  }

  /** The design under its new weights; its variances know of the calibration. */
  public SurveyDesign design() {
    return design;
  }

  /** New weight over old, per unit. */
  public double[] ratios() {
    return ratios.clone();
  }

  private static double[] miss(
      double[][] rows, double[] w, double[] eta, Margins margins, CalibrationDistance distance) {
    double[] weight = new double[w.length];
    Arrays.setAll(weight, j -> w[j] * distance.ratio(Sums.dot(rows[j], eta)));
    double[] miss = new double[eta.length];
    Arrays.setAll(miss, a -> margins.total(a) - Sums.over(w.length, j -> weight[j] * rows[j][a]));
    return miss;
  }

  private static int unmet(double[] miss, Margins margins) {
    int unmet = 0;
    for (int a = 0; a < miss.length; a++) {
      unmet += Math.abs(miss[a]) <= MET * (1 + Math.abs(margins.total(a))) ? 0 : 1;
    }
    return unmet;
  }

  /** Newton's step by the pseudo-inverse of the derivative, in columns of length 1. */
  private static double[] step(
      double[][] rows,
      double[] w,
      double[] eta,
      double[] miss,
      CalibrationDistance distance,
      double[] scale) {
    int k = eta.length;
    double[][] slope = new double[k][k];
    for (int j = 0; j < w.length; j++) {
      double by = w[j] * distance.slope(Sums.dot(rows[j], eta));
      for (int a = 0; a < k; a++) {
        for (int b = 0; b < k; b++) {
          slope[a][b] += by * rows[j][a] / scale[a] * rows[j][b] / scale[b];
        }
      }
    }
    EigenDecomposition eigen = new EigenDecomposition(MatrixUtils.createRealMatrix(slope));
    double largest = Arrays.stream(eigen.getRealEigenvalues()).max().orElseThrow();
    double[] step = new double[k];
    for (int e = 0; e < k; e++) {
      double value = eigen.getRealEigenvalue(e);
      if (value > OVERLAP * largest) {
        double[] v = eigen.getEigenvector(e).toArray();
        double along = 0;
        for (int a = 0; a < k; a++) {
          along += v[a] * miss[a] / scale[a];
        }
        for (int a = 0; a < k; a++) {
          step[a] += along / value * v[a] / scale[a];
        }
      }
    }
    return step;
  }

  private static double[] scale(double[][] rows, double[] w) {
    double[] scale = new double[rows[0].length];
    Arrays.setAll(
        scale,
        a -> {
          double square = Sums.over(w.length, j -> w[j] * rows[j][a] * rows[j][a]);
          return square > 0 ? Math.sqrt(square) : 1;
        });
    return scale;
  }

  private static double size(double[] miss, double[] scale) {
    double size = 0;
    for (int a = 0; a < miss.length; a++) {
      size += miss[a] / scale[a] * miss[a] / scale[a];
    }
    return Double.isNaN(size) ? Double.POSITIVE_INFINITY : size;
  }
}
