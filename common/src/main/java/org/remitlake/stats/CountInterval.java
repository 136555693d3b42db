package org.remitlake.stats;

/**
 * Confidence intervals of a share from counts, x of n independent units, by name.
 *
 * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001)</a>
 */
public enum CountInterval {
  /** {@code p ± z √(p(1−p)/n)}: leaves 0 to 1, and covers too rarely. */
  WALD,
  /** Wilson (1927), the score interval. R's {@code prop.test(correct = FALSE)}. */
  WILSON,
  /** Wilson with the continuity correction min(½, |x − n/2|). R's {@code prop.test}. */
  WILSON_CORRECTED,
  /** The exact one, never covering too rarely. R's {@code binom.test}. */
  CLOPPER_PEARSON,
  /** Wald around {@code (x + z²/2) / (n + z²)}: may leave 0 to 1. */
  AGRESTI_COULL,
  /** Quantiles of beta(x + ½, n − x + ½), as they are at 0 and n too. */
  JEFFREYS;

  /**
   * The interval of {@code x} of {@code n}.
   *
   * @throws IllegalArgumentException unless 0 &lt;= x &lt;= n and n &gt; 0
   */
  public Interval of(long x, long n, double level) {
    Estimate.checkLevel(level);
    Arguments.share(x, n);
    double tail = (1 - level) / 2;
    double z = -Distributions.tQuantile(tail, Double.POSITIVE_INFINITY);
    double p = (double) x / n;
    double units = (double) n;
    double yes = (double) x;
    return switch (this) {
      case WALD -> wald(p, units, z);
      case WILSON -> wilson(p, units, z);
      case WILSON_CORRECTED -> corrected(p, units, z);
      case CLOPPER_PEARSON -> clopperPearson(yes, units, tail);
      case AGRESTI_COULL -> wald((yes + z * z / 2) / (units + z * z), units + z * z, z);
      case JEFFREYS ->
          new Interval(
              Distributions.betaQuantile(tail, yes + 0.5, units - yes + 0.5),
              Distributions.betaQuantile(1 - tail, yes + 0.5, units - yes + 0.5));
    };
  }

  static Interval wilson(double p, double n, double z) {
    double centre = (p + z * z / (2 * n)) / (1 + z * z / n);
    double half = z / (1 + z * z / n) * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
    return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
  }

  static Interval clopperPearson(double x, double n, double tail) {
    double left = Math.max(0, n - x);
    return new Interval(
        Distributions.betaQuantile(tail, x, left + 1),
        Distributions.betaQuantile(1 - tail, x + 1, left));
  }

  private static Interval wald(double p, double n, double z) {
    double half = z * Math.sqrt(p * (1 - p) / n);
    return new Interval(p - half, p + half);
  }

  private static Interval corrected(double p, double n, double z) {
    double shift = Math.min(0.5, Math.abs(n * p - n / 2)) / n;
    double lower = p - shift <= 0 ? 0 : wilson(p - shift, n, z).lower();
    double upper = p + shift >= 1 ? 1 : wilson(p + shift, n, z).upper();
    return new Interval(lower, upper);
  }
}
