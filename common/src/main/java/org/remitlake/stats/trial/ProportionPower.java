package org.remitlake.stats.trial;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.remitlake.stats.Distributions;

/**
 * Power of a test of two proportions of independent units; R's {@code power.prop.test} with equal
 * groups, and the usual forms where groups differ.
 *
 * @param n1 units of the first group; fractional where it was solved for
 * @param n2 units of the second
 * @param p1 proportion of the first, 0 to 1
 * @param p2 of the second
 * @param alpha level of the test
 * @param sides alternatives
 */
public record ProportionPower(
    double n1, double n2, double p1, double p2, double alpha, Sides sides) {

  /** Refuses what no trial has. */
  public ProportionPower {
    boolean proportions = p1 >= 0 && p1 <= 1 && p2 >= 0 && p2 <= 1;
    if (!(n1 >= 1) || !(n2 >= 1) || !proportions || !(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException(
          "Power needs units in both groups, proportions from 0 to 1, and a level between 0 and"
              + " 1.");
    }
  }

  /** Two groups of n. */
  public static ProportionPower equalGroups(
      double n, double p1, double p2, double alpha, Sides sides) {
    return new ProportionPower(n, n, p1, p2, alpha, sides);
  }

  /** One variance under the null, two under the alternative. */
  public double power() {
    double pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
    double none = Math.sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
    return Distributions.normalLower((Math.abs(p1 - p2) - bound() * none) / error());
  }

  /** The same with the variance of the alternative throughout. */
  public double unpooledPower() {
    return Distributions.normalLower(Math.abs(p1 - p2) / error() - bound());
  }

  /** Cohen's {@code h = 2 asin√p1 − 2 asin√p2}. */
  public double cohenH() {
    return 2 * Math.asin(Math.sqrt(p1)) - 2 * Math.asin(Math.sqrt(p2));
  }

  /** Power on the arcsine scale, both tails: R's {@code pwr.2p2n.test}. */
  public double arcsinePower() {
    double shift = Math.abs(cohenH()) * Math.sqrt(n1 * n2 / (n1 + n2));
    double upper = Distributions.normalLower(shift - bound());
    return sides == Sides.TWO_SIDED ? upper + Distributions.normalLower(-bound() - shift) : upper;
  }

  /** Equal groups of as many units as a power takes; not rounded. */
  public ProportionPower sized(double power) {
    MeanPower.checkPower(power);
    double n = MeanPower.solve(value -> withN(value).power() - power, 2, 1e10);
    return withN(n);
  }

  /** The same with the nearest larger second proportion that a power finds. */
  public ProportionPower detectable(double power) {
    MeanPower.checkPower(power);
    if (!(withP2(1).power() > power)) {
      throw new IllegalArgumentException("No proportion up to 1 is found with that power.");
    }
    double root =
        new BrentSolver(1e-15, 1e-15)
            .solve(500, value -> withP2(value).power() - power, p1 + 1e-9, 1);
    return withP2(root);
  }

  private double bound() {
    return -Distributions.normalQuantile(sides.tail(alpha));
  }

  private double error() {
    return Math.sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
  }

  private ProportionPower withN(double n) {
    return new ProportionPower(n, n, p1, p2, alpha, sides);
  }

  private ProportionPower withP2(double other) {
    return new ProportionPower(n1, n2, p1, other, alpha, sides);
  }
}
