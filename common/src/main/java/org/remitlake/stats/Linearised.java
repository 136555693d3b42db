package org.remitlake.stats;

import java.util.Arrays;

/**
 * An estimate before its error is known: its value, and for every unit its influence on that value
 * (the linearised value {@code z_j}, weight included; 0 outside the domain).
 *
 * <p>Differences of estimates from one sample are differences of both: {@code SurveyMean.of(y,
 * women, design).minus(SurveyMean.of(y, men, design)).estimate()}. The covariance from common PSUs
 * is then right without further work.
 *
 * @see <a href="https://doi.org/10.2307/1402588">Binder (1983)</a>
 */
public final class Linearised {
  private final double value;
  private final double[] influence;
  private final boolean[] domain;
  private final SurveyDesign design;

  private Linearised(double value, double[] influence, boolean[] domain, SurveyDesign design) {
    this.value = value;
    this.influence = influence;
    this.domain = domain;
    this.design = design;
  }

  /**
   * An estimate of one's own making.
   *
   * @param influence one number per unit of the design, 0 outside the domain
   * @param domain which units the estimate speaks of
   * @throws IllegalArgumentException if sizes differ or a number is not finite
   */
  public static Linearised of(
      double value, double[] influence, boolean[] domain, SurveyDesign design) {
    Arguments.finite(new double[] {value}, "the estimate");
    Arguments.sameLength(influence.length, design.size(), "influence");
    Arguments.finite(influence, "influence");
    Arguments.sameLength(domain.length, design.size(), "domain");
    return new Linearised(value, influence.clone(), domain.clone(), design);
  }

  /** The value, in the unit of the variable. */
  public double value() {
    return value;
  }

  /** The influence of every unit, in the order of the design. */
  public double[] influence() {
    return influence.clone();
  }

  /** The design that turns influence into variance. */
  public SurveyDesign design() {
    return design;
  }

  /** Units of positive weight in the domain: the unweighted n of a table. */
  public int sampleSize() {
    int n = 0;
    for (int j = 0; j < domain.length; j++) {
      n += isCounted(j) ? 1 : 0;
    }
    return n;
  }

  /** This estimate minus another one from the same design object. */
  public Linearised minus(Linearised other) {
    return plus(other.times(-1));
  }

  /**
   * This estimate plus another one.
   *
   * @throws IllegalArgumentException if the other was made with another design object
   */
  public Linearised plus(Linearised other) {
    if (design != other.design) {
      throw new IllegalArgumentException(
          "Two estimates of different designs have no known covariance. Use one design for both.");
    }
    double[] sum = new double[influence.length];
    Arrays.setAll(sum, j -> influence[j] + other.influence[j]);
    boolean[] either = domain.clone();
    for (int j = 0; j < either.length; j++) {
      either[j] |= other.domain[j];
    }
    return of(value + other.value, sum, either, design);
  }

  /** This estimate in another unit, such as 100 for per cent. */
  public Linearised times(double factor) {
    return of(
        factor * value, Arrays.stream(influence).map(z -> factor * z).toArray(), domain, design);
  }

  /** Another value with the same influence. */
  Linearised withValue(double newValue) {
    return of(newValue, influence, domain, design);
  }

  /** Its variance under the design. */
  public double variance() {
    return design.covariance(new double[][] {influence}, domain)[0][0];
  }

  /** By PSU of a design whose units they are, what it adds to the variance before squaring. */
  double[] deviations() {
    return design.deviations(influence, domain);
  }

  /** With PSUs minus strata over the strata that the domain reaches as degrees of freedom. */
  public Estimate estimate() {
    return estimate(DomainDf.STRATA_PRESENT);
  }

  /** With degrees of freedom under a named rule. */
  public Estimate estimate(DomainDf rule) {
    return estimate(design.degreesOfFreedom(domain, rule));
  }

  /** With degrees of freedom of one's own: {@code + 1 − K} for regressions as R's svyglm. */
  public Estimate estimate(double degreesOfFreedom) {
    return new Estimate(value, Math.sqrt(variance()), degreesOfFreedom);
  }

  boolean isCounted(int j) {
    return domain[j] && design.weight(j) > 0;
  }
}
