package org.remitlake.stats;

/**
 * Estimated total of a population: {@code Ŷ = Σ w y}. Influence of unit j: {@code w_j y_j}. R's
 * {@code svytotal}.
 */
public final class SurveyTotal {
  private SurveyTotal() {}

  /**
   * The total of a variable.
   *
   * @param y one per unit of the design; missing values are refused, not skipped
   */
  public static Linearised of(double[] y, SurveyDesign design) {
    return of(y, Domains.all(design.size()), design);
  }

  /**
   * The total over a domain. All PSUs of the design count in its variance.
   *
   * @param y one per unit of the design; not looked at outside the domain
   * @return value in the unit of {@code y}; a total over no unit is 0 with standard error 0 and 0
   *     degrees of freedom
   * @throws IllegalArgumentException if sizes differ, or {@code y} is not finite in the domain
   */
  public static Linearised of(double[] y, boolean[] domain, SurveyDesign design) {
    Domains.check(y, "y", domain, design);
    double[] influence = new double[y.length];
    for (int j = 0; j < y.length; j++) {
      influence[j] = domain[j] ? design.weight(j) * y[j] : 0;
    }
    return Linearised.of(Sums.of(influence), influence, domain, design);
  }
}
