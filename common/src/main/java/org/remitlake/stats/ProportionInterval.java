package org.remitlake.stats;

/**
 * Confidence intervals of a proportion under a survey design, by the names of R's {@code
 * svyciprop}. With 0 degrees of freedom all are 0 to 1.
 *
 * <p>A proportion of 0 or 1 has a linearised error of 0, which is not certainty: {@link #LOGIT} and
 * {@link #ASIN} refuse it, {@link #BETA} and {@link #WILSON} then take the sample size for the
 * effective one.
 */
public enum ProportionInterval {
  /** {@code p ± t·SE}: may leave 0 to 1. R's {@code mean}. */
  WALD,
  /** Symmetric on the log odds. The default of R and of this project; R's {@code xlogit} too. */
  LOGIT,
  /** Symmetric on {@code arcsin √p}, cut off at 0 and 1 (R lets it turn round there). */
  ASIN,
  /**
   * Korn and Graubard (1998): Clopper and Pearson's with the effective sample size {@code p(1−p)/V
   * · (t(n−1)/t(df))²}, which is not cut off at n. R's {@code beta}.
   */
  BETA,
  /** Wilson's score interval with the effective sample size {@code p(1−p)/V} and t for z. */
  WILSON;

  /** The interval, with PSUs minus strata over the strata that the domain reaches. */
  public Interval of(Linearised proportion, double level) {
    return of(proportion.estimate(), proportion.sampleSize(), level);
  }

  /**
   * The interval.
   *
   * @param proportion 0 to 1, with its degrees of freedom
   * @param sampleSize units that answered
   * @param level such as 0.95
   * @throws IllegalArgumentException if the estimate is no proportion, or a LOGIT or ASIN interval
   *     is asked for a proportion of 0 or 1
   */
  public Interval of(Estimate proportion, int sampleSize, double level) {
    Estimate.checkLevel(level);
    double p = proportion.value();
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("An interval of a proportion needs one from 0 to 1.");
    }
    if (proportion.degreesOfFreedom() == 0) {
      return new Interval(0, 1);
    }
    return switch (this) {
      case WALD -> proportion.interval(level);
      case LOGIT -> proportion.logitInterval(level);
      case ASIN -> asin(proportion, level);
      case BETA -> beta(proportion, sampleSize, level);
      case WILSON ->
          CountInterval.wilson(
              p, effectiveSize(proportion, sampleSize), proportion.quantile(level));
    };
  }

  private static Interval asin(Estimate p, double level) {
    double value = p.value();
    if (!(value > 0 && value < 1)) {
      throw new IllegalArgumentException(
          "An arcsine interval needs a proportion strictly between 0 and 1; at 0 or 1 use BETA.");
    }
    double centre = Math.asin(Math.sqrt(value));
    double half = p.quantile(level) * p.standardError() / (2 * Math.sqrt(value * (1 - value)));
    double lower = Math.sin(Math.max(0, centre - half));
    double upper = Math.sin(Math.min(Math.PI / 2, centre + half));
    return new Interval(lower * lower, upper * upper);
  }

  private static Interval beta(Estimate p, int n, double level) {
    if (n < 2) {
      return new Interval(0, 1);
    }
    double tail = (1 - level) / 2;
    double ratio = Distributions.tQuantile(tail, n - 1) / p.quantile(level);
    double size = effectiveSize(p, n) * ratio * ratio;
    return CountInterval.clopperPearson(size * p.value(), size, tail);
  }

  private static double effectiveSize(Estimate p, int n) {
    double variance = p.standardError() * p.standardError();
    return variance == 0 ? n : p.value() * (1 - p.value()) / variance;
  }
}
