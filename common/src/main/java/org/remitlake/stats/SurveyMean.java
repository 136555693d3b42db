package org.remitlake.stats;

import java.util.Arrays;

/**
 * Estimated mean of a population, or proportion if {@code y} is 0 or 1: {@code ȳ = Σ w y / Σ w}.
 * Influence of unit j: {@code w_j (y_j − ȳ) / Σ w}. R's {@code svymean}.
 */
public final class SurveyMean {
  private SurveyMean() {}

  /**
   * The mean of a variable.
   *
   * @param y one per unit of the design; missing values are refused, not skipped
   */
  public static Linearised of(double[] y, SurveyDesign design) {
    return of(y, Domains.all(design.size()), design);
  }

  /**
   * The mean within a domain: a ratio whose denominator counts its units. All PSUs of the design
   * count in its variance.
   *
   * @param y one per unit of the design; not looked at outside the domain
   * @throws IllegalArgumentException if sizes differ, {@code y} is not finite in the domain, or the
   *     domain holds no unit of positive weight
   */
  public static Linearised of(double[] y, boolean[] domain, SurveyDesign design) {
    double[] one = new double[design.size()];
    Arrays.fill(one, 1);
    return SurveyRatio.of(y, one, domain, design);
  }
}
