package org.remitlake.stats;

/**
 * Ratio of two estimated totals: {@code R̂ = Σ w y / Σ w x}. Influence of unit j: {@code w_j (y_j −
 * R̂ x_j) / Σ w x}. R's {@code svyratio}.
 */
public final class SurveyRatio {
  private SurveyRatio() {}

  /** The ratio of two variables, neither missing in any unit. */
  public static Linearised of(double[] y, double[] x, SurveyDesign design) {
    return of(y, x, Domains.all(design.size()), design);
  }

  /**
   * The ratio within a domain. All PSUs of the design count in its variance.
   *
   * @param y numerator, one per unit of the design; not looked at outside the domain
   * @param x denominator, likewise
   * @return value in the unit of {@code y} per unit of {@code x}
   * @throws IllegalArgumentException if sizes differ, a value is not finite in the domain, or the
   *     denominator adds to zero (an empty domain among others)
   */
  public static Linearised of(double[] y, double[] x, boolean[] domain, SurveyDesign design) {
    Domains.check(y, "the numerator", domain, design);
    Domains.check(x, "the denominator", domain, design);
    int n = y.length;
    double[] w = new double[n];
    java.util.Arrays.setAll(w, j -> domain[j] ? design.weight(j) : 0);
    double whole = Sums.over(n, j -> domain[j] ? w[j] * x[j] : 0);
    if (whole == 0) {
      throw new IllegalArgumentException(
          "The denominator adds to zero over " + count(w) + " units: there is no ratio.");
    }
    double ratio = Sums.over(n, j -> domain[j] ? w[j] * y[j] : 0) / whole;
    double[] influence = new double[n];
    for (int j = 0; j < n; j++) {
      influence[j] = domain[j] ? w[j] * (y[j] - ratio * x[j]) / whole : 0;
    }
    return Linearised.of(ratio, influence, domain, design);
  }

  private static long count(double[] weights) {
    return java.util.Arrays.stream(weights).filter(w -> w > 0).count();
  }
}
