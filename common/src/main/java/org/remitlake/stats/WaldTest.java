package org.remitlake.stats;

/**
 * A joint test of coefficients.
 *
 * @param f {@code b′V⁻¹b / q}
 * @param df1 q, the number of coefficients
 * @param df2 degrees of freedom of the errors; infinite for a chi-squared test
 * @param pValue {@code P(F > f)}
 */
public record WaldTest(double f, double df1, double df2, double pValue) {
  /** The test of a statistic. */
  public static WaldTest of(double f, double df1, double df2) {
    return new WaldTest(f, df1, df2, Distributions.fUpper(f, df1, df2));
  }
}
