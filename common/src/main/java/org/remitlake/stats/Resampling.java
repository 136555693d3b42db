package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;

/** Samples made from one sample, as weights. */
final class Resampling {
  /** Squared, the 1e-5 beneath which R finds no further column independent. */
  private static final double DEPENDENT = 1e-10;

  private Resampling() {}

  /** Half-samples by the columns of Sylvester's Hadamard matrix, but the constant one. */
  static List<double[]> halves(SurveyDesign design, double rho) {
    PsuLayout layout = design.layout();
    long odd =
        java.util.stream.IntStream.range(0, layout.strata())
            .filter(s -> layout.psusOf(s).length != 2)
            .count();
    if (odd > 0) {
      throw new IllegalArgumentException(
          odd + " of " + layout.strata() + " strata do not have two PSUs. Use JKn, or pair them.");
    }
    int order = 2 * Integer.highestOneBit(layout.strata());
    List<double[]> weights = new ArrayList<>();
    for (int r = 0; r < order; r++) {
      double[] w = design.weights();
      for (int s = 0; s < layout.strata(); s++) {
        int chosen = Integer.bitCount(r & (s + 1)) % 2;
        multiply(w, layout.unitsOf(layout.psusOf(s)[chosen]), 2 - rho);
        multiply(w, layout.unitsOf(layout.psusOf(s)[1 - chosen]), rho);
      }
      weights.add(w);
    }
    return weights;
  }

  /** By stratum, then by PSU, each in the order of their first unit. */
  static List<double[]> leavingOneOut(SurveyDesign design) {
    PsuLayout layout = design.layout();
    List<double[]> weights = new ArrayList<>();
    for (int s = 0; s < layout.strata(); s++) {
      int[] psus = layout.psusOf(s);
      if (psus.length < 2) {
        throw new IllegalArgumentException(
            "A stratum has a single PSU: a jackknife cannot leave it out. Merge strata.");
      }
      for (int out : psus) {
        double[] w = design.weights();
        for (int p : psus) {
          multiply(w, layout.unitsOf(p), p == out ? 0 : psus.length / (psus.length - 1.0));
        }
        weights.add(w);
      }
    }
    return weights;
  }

  private static void multiply(double[] weights, int[] units, double factor) {
    for (int j : units) {
      weights[j] *= factor;
    }
  }

  static int rank(List<double[]> weights) {
    int n = weights.size();
    double[][] cosine = new double[n][n];
    for (int a = 0; a < n; a++) {
      for (int b = 0; b < n; b++) {
        double[] x = weights.get(a);
        double[] y = weights.get(b);
        cosine[a][b] = Sums.dot(x, y) / Math.sqrt(Sums.dot(x, x) * Sums.dot(y, y));
      }
    }
    double[] values =
        new EigenDecomposition(MatrixUtils.createRealMatrix(cosine)).getRealEigenvalues();
    double largest = Arrays.stream(values).max().orElseThrow();
    return (int) Arrays.stream(values).filter(v -> v > DEPENDENT * largest).count();
  }
}
