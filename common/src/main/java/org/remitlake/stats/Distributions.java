package org.remitlake.stats;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.distribution.RealDistribution;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.special.Beta;
import org.apache.commons.math3.special.Gamma;

/**
 * Tails and quantiles of the test distributions to 10 digits, in the far tails too: commons-math's
 * functions, asked on the side where no digit is lost.
 */
public final class Distributions {
  /** commons-math's own 1e-9 is too coarse for reference values. */
  private static final double ACCURACY = 1e-14;

  private static final int ROUNDS = 50;

  private Distributions() {}

  /** Student's t, or the normal for infinite degrees of freedom: {@code P(T <= t)}. */
  public static double tLower(double t, double degreesOfFreedom) {
    return t(degreesOfFreedom).cumulativeProbability(t);
  }

  /** {@code P(|T| >= |t|)}. */
  public static double tTwoSided(double t, double degreesOfFreedom) {
    return 2 * tLower(-Math.abs(t), degreesOfFreedom);
  }

  /**
   * Quantile of Student's t, or of the normal for infinite degrees of freedom.
   *
   * @param p between 0 and 1, both excluded
   */
  public static double tQuantile(double p, double degreesOfFreedom) {
    checkProbability(p);
    if (p >= 0.5) {
      return p == 0.5 ? 0 : -tQuantile(1 - p, degreesOfFreedom);
    }
    return Double.isInfinite(degreesOfFreedom)
        ? lowerNormalQuantile(p)
        : t(degreesOfFreedom).inverseCumulativeProbability(p);
  }

  /** {@code Φ(z)}. */
  public static double normalLower(double z) {
    return tLower(z, Double.POSITIVE_INFINITY);
  }

  /** {@code Φ⁻¹(p)}. */
  public static double normalQuantile(double p) {
    return tQuantile(p, Double.POSITIVE_INFINITY);
  }

  /**
   * {@code P(T <= t)} of the noncentral t: {@code ∫ Φ(t s − δ) dF(s)}, {@code s² ~ χ²(ν)/ν}, by
   * Gauss–Legendre over 40 standard deviations of s. Good to 1e-8 where the power of a test is
   * wanted.
   */
  public static double noncentralT(double t, double degreesOfFreedom, double noncentrality) {
    ChiSquaredDistribution chi = new ChiSquaredDistribution(null, degreesOfFreedom, ACCURACY);
    double spread = 20 / Math.sqrt(2 * degreesOfFreedom);
    return new IterativeLegendreGaussIntegrator(30, 1e-12, 1e-15)
        .integrate(
            1_000_000,
            s ->
                tLower(t * s - noncentrality, Double.POSITIVE_INFINITY)
                    * 2
                    * degreesOfFreedom
                    * s
                    * chi.density(degreesOfFreedom * s * s),
            Math.max(1e-300, 1 - spread),
            1 + spread);
  }

  /** {@code P(X >= x)} of chi-square. */
  public static double chiSquaredUpper(double x, double degreesOfFreedom) {
    return x <= 0 ? 1 : Gamma.regularizedGammaQ(degreesOfFreedom / 2, x / 2);
  }

  /** Quantile of chi-square. */
  public static double chiSquaredQuantile(double p, double degreesOfFreedom) {
    checkProbability(p);
    return new ChiSquaredDistribution(null, degreesOfFreedom, ACCURACY)
        .inverseCumulativeProbability(p);
  }

  /** {@code P(X >= x)} of Fisher's F; infinite denominator degrees of freedom are allowed. */
  public static double fUpper(double x, double numerator, double denominator) {
    if (x <= 0) {
      return 1;
    }
    return Double.isInfinite(denominator)
        ? chiSquaredUpper(numerator * x, numerator)
        : Beta.regularizedBeta(
            denominator / (denominator + numerator * x), denominator / 2, numerator / 2);
  }

  /** Quantile of Fisher's F. */
  public static double fQuantile(double p, double numerator, double denominator) {
    checkProbability(p);
    return new FDistribution(null, numerator, denominator, ACCURACY)
        .inverseCumulativeProbability(p);
  }

  /** {@code P(X <= x)} of the beta distribution. */
  public static double betaLower(double x, double alpha, double beta) {
    return Beta.regularizedBeta(x, alpha, beta);
  }

  /** Quantile of the beta distribution; 0 and 1 where a parameter is 0, as R. */
  public static double betaQuantile(double p, double alpha, double beta) {
    checkProbability(p);
    if (alpha == 0 || beta == 0) {
      return alpha == 0 ? 0 : 1;
    }
    return new BetaDistribution(null, alpha, beta, ACCURACY).inverseCumulativeProbability(p);
  }

  /** Newton's steps on the logarithm of the tail: commons-math's erfInv ends where 2p rounds. */
  private static double lowerNormalQuantile(double p) {
    RealDistribution normal = new NormalDistribution();
    double x = -Math.sqrt(-2 * Math.log(p)) / (p > 0.1 ? 2 : 1);
    for (int i = 0; i < ROUNDS; i++) {
      double tail = normal.cumulativeProbability(x);
      double step = Math.log(tail / p) * tail / normal.density(x);
      x -= step;
      if (Math.abs(step) <= 1e-15 * Math.abs(x)) {
        break;
      }
    }
    return x;
  }

  private static RealDistribution t(double degreesOfFreedom) {
    return Double.isInfinite(degreesOfFreedom)
        ? new NormalDistribution()
        : new TDistribution(null, degreesOfFreedom, ACCURACY);
  }

  private static void checkProbability(double p) {
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("A quantile needs a probability between 0 and 1.");
    }
  }
}
