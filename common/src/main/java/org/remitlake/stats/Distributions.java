package org.remitlake.stats;

import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Gamma;

/** Tails and quantiles of the reference distributions, far out too; commons-math does the work. */
public final class Distributions {
  /** commons-math's own 1e-9 is too coarse for reference values. */
  private static final double ACCURACY = 1e-14;

  private Distributions() {}

  /** {@code P(F > x)} with {@code df1, df2}; df2 may be infinite. */
  public static double upperF(double x, double df1, double df2) {
    if (!(x > 0)) {
      return 1;
    }
    if (Double.isInfinite(x)) {
      return 0;
    }
    return Double.isInfinite(df2)
        ? upperChiSquared(x * df1, df1)
        // The lower tail of 1/F keeps the digits that one minus its upper tail would lose.
        : new FDistribution(null, df2, df1).cumulativeProbability(1 / x);
  }

  /** The value that F exceeds with probability {@code tail}. */
  public static double quantileF(double tail, double df1, double df2) {
    return 1 / new FDistribution(null, df2, df1, ACCURACY).inverseCumulativeProbability(tail);
  }

  /** {@code P(χ² > x)}. */
  public static double upperChiSquared(double x, double df) {
    return x > 0 ? Gamma.regularizedGammaQ(df / 2, x / 2) : 1;
  }

  /** {@code P(T ≤ t)}; the normal distribution if df is infinite. */
  public static double lowerT(double t, double df) {
    return t(df).cumulativeProbability(t);
  }

  /** {@code 2 P(T > |t|)}. */
  public static double twoSidedT(double t, double df) {
    return 2 * lowerT(-Math.abs(t), df);
  }

  /** Quantile of t; the normal one if df is infinite. */
  public static double quantileT(double p, double df) {
    // The lower tail keeps its digits where one minus it would not.
    return p <= 0.5
        ? t(df).inverseCumulativeProbability(p)
        : -t(df).inverseCumulativeProbability(1 - p);
  }

  /** {@code Φ(z)}. */
  public static double lowerNormal(double z) {
    return lowerT(z, Double.POSITIVE_INFINITY);
  }

  /** {@code Φ⁻¹(p)}. */
  public static double quantileNormal(double p) {
    return quantileT(p, Double.POSITIVE_INFINITY);
  }

  private static RealDistribution t(double df) {
    return Double.isInfinite(df)
        ? new NormalDistribution(null, 0, 1, ACCURACY)
        : new TDistribution(null, df, ACCURACY);
  }
}
