package org.remitlake.stats;

/**
 * A number from a sample with what is known about its error.
 *
 * @param value the estimate, in the unit of the variable
 * @param standardError in the same unit, not negative
 * @param degreesOfFreedom of Student's t; fractional if Satterthwaite's, infinite for the normal; 0
 *     says that nothing is known about the error, and intervals are then unbounded
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {
  /** Refuses what is no number, and negative errors or degrees of freedom. */
  public Estimate {
    if (!Double.isFinite(value) || !(standardError >= 0) || !(degreesOfFreedom >= 0)) {
      throw new IllegalArgumentException(
          "An estimate needs a finite value, a standard error and degrees of freedom from 0.");
    }
  }

  /**
   * {@code value ± t(df, (1 + level) / 2) · SE}.
   *
   * @param level between 0 and 1, such as 0.95
   */
  public Interval interval(double level) {
    checkLevel(level);
    if (degreesOfFreedom == 0) {
      return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
    double half = quantile(level) * standardError;
    return new Interval(value - half, value + half);
  }

  /**
   * For a proportion: {@code logit(p) ± t · SE / (p (1 − p))}, transformed back; it stays within 0
   * and 1. R's {@code svyciprop(method = "logit")}.
   *
   * @throws IllegalArgumentException unless {@code 0 < value < 1}: at the ends linearisation knows
   *     no error, and an exact interval is needed
   */
  public Interval logitInterval(double level) {
    checkLevel(level);
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "A logit interval needs a proportion strictly between 0 and 1; at 0 or 1 use an exact"
              + " one.");
    }
    if (degreesOfFreedom == 0) {
      return new Interval(0, 1);
    }
    double half = quantile(level) * standardError / (value * (1 - value));
    double centre = Math.log(value / (1 - value));
    return new Interval(inverseLogit(centre - half), inverseLogit(centre + half));
  }

  /** {@code value / SE}: infinite when only the error is zero, 0 when both are. */
  public double t() {
    return value == 0 ? 0 : value / standardError;
  }

  /** Two-sided p value of "the true value is zero"; 1 if nothing is known about the error. */
  public double pValue() {
    double t = t();
    if (degreesOfFreedom == 0 || t == 0) {
      return 1;
    }
    return Double.isInfinite(t) ? 0 : Distributions.tTwoSided(t, degreesOfFreedom);
  }

  /**
   * Coefficient of variation, {@code SE / |value|}, as a fraction; infinite for a value of zero.
   */
  public double cv() {
    return value == 0 ? Double.POSITIVE_INFINITY : standardError / Math.abs(value);
  }

  double quantile(double level) {
    // The lower tail keeps its digits where 1 - tail would not.
    return -Distributions.tQuantile((1 - level) / 2, degreesOfFreedom);
  }

  static void checkLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("A confidence level lies between 0 and 1, such as 0.95.");
    }
  }

  private static double inverseLogit(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
