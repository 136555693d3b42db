package org.remitlake.stats;

import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Two independent shares from counts and how far they differ, first minus second.
 *
 * @param first how many of the first {@code of}
 * @param ofFirst size of the first group
 * @param second how many of the second group
 * @param ofSecond size of the second group
 */
public record TwoShares(long first, long ofFirst, long second, long ofSecond) {
  /** R's {@code fisher.test} takes tables this little more likely for as likely. */
  private static final double TIE = 1 + 1e-7;

  /** Refuses counts below 0 or above their group. */
  public TwoShares {
    Arguments.share(first, ofFirst);
    Arguments.share(second, ofSecond);
  }

  /** {@code p₁ − p₂}. */
  public double difference() {
    return p(first, ofFirst) - p(second, ofSecond);
  }

  /** Newcombe (1998), method 10: both Wilson intervals, squared and added. */
  public Interval newcombe(double level) {
    Interval a = CountInterval.WILSON.of(first, ofFirst, level);
    Interval b = CountInterval.WILSON.of(second, ofSecond, level);
    double p = p(first, ofFirst);
    double q = p(second, ofSecond);
    return new Interval(
        difference() - Math.hypot(p - a.lower(), b.upper() - q),
        difference() + Math.hypot(a.upper() - p, q - b.lower()));
  }

  /** {@code d ± z √(p₁(1−p₁)/n₁ + p₂(1−p₂)/n₂)}. */
  public Interval wald(double level) {
    double p = p(first, ofFirst);
    double q = p(second, ofSecond);
    double error = Math.sqrt(p * (1 - p) / ofFirst + q * (1 - q) / ofSecond);
    return new Estimate(difference(), error, Double.POSITIVE_INFINITY).interval(level);
  }

  /** Test statistic of "no difference" with the pooled share, without correction; 0 of 0/0. */
  public double z() {
    double pooled = p(first + second, ofFirst + ofSecond);
    double variance = pooled * (1 - pooled) * (1.0 / ofFirst + 1.0 / ofSecond);
    return variance == 0 ? 0 : difference() / Math.sqrt(variance);
  }

  /** Two-sided p value of {@link #z}. */
  public double pValue() {
    return Distributions.tTwoSided(z(), Double.POSITIVE_INFINITY);
  }

  /** Two-sided p value of Fisher's exact test: of all tables that are no more likely. */
  public double fisherExact() {
    int all = Math.toIntExact(ofFirst + ofSecond);
    HypergeometricDistribution law =
        new HypergeometricDistribution(
            null, all, Math.toIntExact(first + second), Math.toIntExact(ofFirst));
    double observed = law.probability((int) first) * TIE;
    double p = 0;
    for (int x = law.getSupportLowerBound(); x <= law.getSupportUpperBound(); x++) {
      double one = law.probability(x);
      p += one <= observed ? one : 0;
    }
    return Math.min(1, p);
  }

  private static double p(long x, long n) {
    return (double) x / n;
  }
}
