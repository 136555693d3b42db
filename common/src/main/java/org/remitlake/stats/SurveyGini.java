package org.remitlake.stats;

/**
 * Gini's coefficient of a population, 0 (all alike) to 1: {@code G = (2 Σ w_k y_k N_k − Σ w_k² y_k)
 * / (N Y) − 1}, y ascending, N_k the weight up to k. Influence of unit k: {@code w_k [2 (N_k y_k −
 * Y_k) + Y − N y_k − G (Y + N y_k)] / (N Y)}, its weight times the derivative by it. R's {@code
 * laeken::gini} over 100.
 *
 * @see <a href="https://doi.org/10.1111/j.1467-985X.2012.01048.x">Langel and Tillé (2013)</a>
 */
public final class SurveyGini {
  private SurveyGini() {}

  /** The coefficient of a variable, not missing in any unit. */
  public static Linearised of(double[] y, SurveyDesign design) {
    return of(y, Domains.all(design.size()), design);
  }

  /**
   * The coefficient within a domain.
   *
   * @param y income or the like, from 0; not looked at outside the domain
   * @throws IllegalArgumentException if sizes differ, {@code y} is not finite or negative in the
   *     domain, or adds to zero (an empty domain among others)
   */
  public static Linearised of(double[] y, boolean[] domain, SurveyDesign design) {
    Domains.check(y, "y", domain, design);
    int n = y.length;
    double[] w = new double[n];
    java.util.Arrays.setAll(w, j -> domain[j] ? design.weight(j) : 0);
    long below = java.util.stream.IntStream.range(0, n).filter(j -> domain[j] && y[j] < 0).count();
    double whole = Sums.over(n, j -> domain[j] ? w[j] * y[j] : 0);
    if (below > 0 || whole == 0) {
      throw new IllegalArgumentException(
          below > 0
              ? below + " values of y are below zero: Gini's coefficient has no scale for them."
              : "The variable adds to zero: there is nothing to share.");
    }
    double[] weightUpTo = new double[n];
    double[] amountUpTo = new double[n];
    double people = cumulate(y, w, weightUpTo, amountUpTo);
    double concentration =
        Sums.over(n, j -> domain[j] ? w[j] * y[j] * (2 * weightUpTo[j] - w[j]) : 0);
    double gini = concentration / (people * whole) - 1;
    double[] influence = new double[n];
    for (int j = 0; j < n; j++) {
      double u =
          2 * (weightUpTo[j] * y[j] - amountUpTo[j])
              + whole
              - people * y[j]
              - gini * (whole + people * y[j]);
      influence[j] = w[j] == 0 ? 0 : w[j] * u / (people * whole);
    }
    return Linearised.of(gini, influence, domain, design);
  }

  /** Sums of w and w y in ascending order of y; their order among equal y changes nothing. */
  private static double cumulate(double[] y, double[] w, double[] weights, double[] amounts) {
    int[] order =
        java.util.stream.IntStream.range(0, y.length)
            .filter(j -> w[j] > 0)
            .boxed()
            .sorted(java.util.Comparator.comparingDouble((Integer j) -> y[j]))
            .mapToInt(j -> j)
            .toArray();
    double weight = 0;
    double amount = 0;
    for (int j : order) {
      weight += w[j];
      amount += w[j] * y[j];
      weights[j] = weight;
      amounts[j] = amount;
    }
    return weight;
  }
}
