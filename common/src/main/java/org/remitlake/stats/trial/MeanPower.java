package org.remitlake.stats.trial;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.remitlake.stats.Distributions;

/**
 * Power of a t test of means of independent units; R's {@code power.t.test} with {@code strict =
 * FALSE}: the chance of rejecting in the wrong direction does not count.
 *
 * @param n units in each group, or pairs; fractional where it was solved for
 * @param delta true difference, positive, in the unit of the outcome
 * @param sd standard deviation within groups, or of the differences of pairs
 * @param alpha level of the test
 * @param design groups or pairs
 * @param sides alternatives
 */
public record MeanPower(
    double n, double delta, double sd, double alpha, Design design, Sides sides) {
  private static final int PANELS = 24;
  private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

  /** What is compared. */
  public enum Design {
    /** Two groups of n. */
    TWO_SAMPLE,
    /** n differences of pairs, or n values, with zero. */
    ONE_SAMPLE
  }

  /** Refuses what no trial has. */
  public MeanPower {
    if (!(n > 1) || !(delta > 0) || !(sd > 0) || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "Power needs n above 1, a positive difference and deviation, and a level between 0 and"
              + " 1.");
    }
  }

  /** Two groups, two-sided. */
  public static MeanPower twoGroups(double n, double delta, double sd, double alpha) {
    return new MeanPower(n, delta, sd, alpha, Design.TWO_SAMPLE, Sides.TWO_SIDED);
  }

  /** The chance to reject. */
  public double power() {
    double samples = design == Design.TWO_SAMPLE ? 2 : 1;
    double df = (n - 1) * samples;
    double bound = -Distributions.tQuantile(sides.tail(alpha), df);
    return noncentralUpper(bound, df, Math.sqrt(n / samples) * delta / sd);
  }

  /** The same with as many units as a power takes; not rounded. */
  public MeanPower sized(double power) {
    checkPower(power);
    return withN(solve(value -> withN(value).power() - power, 2, 1e7));
  }

  /** The same with the smallest difference that a power finds. */
  public MeanPower detectable(double power) {
    checkPower(power);
    return withDelta(solve(value -> withDelta(value).power() - power, sd * 1e-7, sd * 1e7));
  }

  /**
   * {@code P(T > t)} of the noncentral t: the normal tail averaged over {@code s = √(χ²/df)}, as T
   * is {@code (Z + ncp)/s}. The density of s needs no constant: its integral divides.
   */
  static double noncentralUpper(double t, double df, double ncp) {
    double spread = 1 / Math.sqrt(2 * df);
    double from = Math.max(0, 1 - 10 * spread);
    double to = 1 + 14 * spread;
    double sum = 0;
    double all = 0;
    for (int p = 0; p < PANELS; p++) {
      GaussIntegrator panel =
          GAUSS.legendreHighPrecision(
              20, from + (to - from) * p / PANELS, from + (to - from) * (p + 1) / PANELS);
      sum += panel.integrate(s -> Distributions.normalLower(ncp - t * s) * density(s, df));
      all += panel.integrate(s -> density(s, df));
    }
    return sum / all;
  }

  private static double density(double s, double df) {
    return Math.exp((df - 1) * Math.log(s) - df * (s - 1) * (s + 1) / 2);
  }

  /** Root by its logarithm: sizes span magnitudes. */
  static double solve(
      org.apache.commons.math3.analysis.UnivariateFunction excess, double from, double to) {
    if (excess.value(from) > 0 || excess.value(to) < 0) {
      throw new IllegalArgumentException(
          "The power asked for is reached by the smallest design already, or by none.");
    }
    double root =
        new BrentSolver(1e-14, 1e-13)
            .solve(500, x -> excess.value(Math.exp(x)), Math.log(from), Math.log(to));
    return Math.exp(root);
  }

  static void checkPower(double power) {
    if (!(power > 0 && power < 1)) {
      throw new IllegalArgumentException("A power lies between 0 and 1, such as 0.8.");
    }
  }

  private MeanPower withN(double other) {
    return new MeanPower(other, delta, sd, alpha, design, sides);
  }

  private MeanPower withDelta(double other) {
    return new MeanPower(n, other, sd, alpha, design, sides);
  }
}
