package org.remitlake.stats;

/**
 * Estimated quantile of a population with Woodruff's (1952) interval: that of the share of units up
 * to the quantile, read back through the same rule. R's {@code svyquantile} of survey 4.1 or later.
 */
public final class SurveyQuantile {
  private final Cumulated sample;
  private final QuantileRule rule;
  private final double value;
  private final Linearised share;

  private SurveyQuantile(Cumulated sample, QuantileRule rule, double value, Linearised share) {
    this.sample = sample;
    this.rule = rule;
    this.value = value;
    this.share = share;
  }

  /** The quantile of a variable, not missing in any unit. */
  public static SurveyQuantile of(double[] y, double p, SurveyDesign design, QuantileRule rule) {
    return of(y, p, Domains.all(design.size()), design, rule);
  }

  /**
   * The quantile within a domain.
   *
   * @param y one per unit of the design; not looked at outside the domain
   * @param p between 0 and 1: 0.5 for the median
   * @throws IllegalArgumentException if sizes differ, {@code y} is not finite in the domain, p is
   *     not between 0 and 1, or the domain holds no unit of positive weight
   */
  public static SurveyQuantile of(
      double[] y, double p, boolean[] domain, SurveyDesign design, QuantileRule rule) {
    Domains.check(y, "y", domain, design);
    if (!(p > 0 && p < 1)) {
      throw new IllegalArgumentException("A quantile needs a share between 0 and 1, such as 0.5.");
    }
    double[] weights = new double[y.length];
    java.util.Arrays.setAll(weights, j -> domain[j] ? design.weight(j) : 0);
    Arguments.somebody(weights);
    Cumulated sample = new Cumulated(y, weights);
    double value = rule.of(sample, p);
    double[] upTo = new double[y.length];
    java.util.Arrays.setAll(upTo, j -> domain[j] && y[j] <= value ? 1 : 0);
    return new SurveyQuantile(sample, rule, value, SurveyMean.of(upTo, domain, design));
  }

  /** The quantile, in the unit of the variable. */
  public double value() {
    return value;
  }

  /** Share of units up to the quantile: at least p for rule MATH. */
  public Linearised share() {
    return share;
  }

  /** Woodruff's interval, with degrees of freedom as {@link Linearised#estimate()}. */
  public Interval interval(ProportionInterval kind, double level) {
    return interval(kind, level, share.estimate());
  }

  /**
   * The same under a named rule for degrees of freedom. An end is infinite where the share's
   * interval leaves 0 to 1: the sample does not reach so far (R gives NaN).
   */
  public Interval interval(ProportionInterval kind, double level, DomainDf df) {
    return interval(kind, level, share.estimate(df));
  }

  /** Half the 95 % interval of kind WALD over t, R's {@code SE}; infinite if an end is. */
  public double standardError() {
    Estimate of = share.estimate();
    return of.degreesOfFreedom() == 0
        ? Double.POSITIVE_INFINITY
        : interval(ProportionInterval.WALD, 0.95, of).halfWidth() / of.quantile(0.95);
  }

  /**
   * The quantile with an influence, as differences of domains need it: the influence of the share
   * over minus the density that {@link #standardError} implies.
   *
   * @throws IllegalArgumentException if the sample is too small for its interval to have two ends
   */
  public Linearised linearised() {
    double error = standardError();
    if (Double.isInfinite(error)) {
      throw new IllegalArgumentException(
          "The interval of the quantile leaves the sample of "
              + share.sampleSize()
              + " units: its error is unknown. Take a wider domain.");
    }
    double of = Math.sqrt(share.variance());
    return share.times(of == 0 ? 0 : -error / of).withValue(value);
  }

  private Interval interval(ProportionInterval kind, double level, Estimate of) {
    boolean inside = of.value() > 0 && of.value() < 1 && of.degreesOfFreedom() > 0;
    Interval p =
        inside
            ? kind.of(of, share.sampleSize(), level)
            : new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    return new Interval(
        p.lower() < 0 ? Double.NEGATIVE_INFINITY : rule.of(sample, p.lower()),
        p.upper() > 1 ? Double.POSITIVE_INFINITY : rule.of(sample, p.upper()));
  }
}
