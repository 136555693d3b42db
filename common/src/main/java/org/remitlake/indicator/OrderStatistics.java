package org.remitlake.indicator;

import java.util.Arrays;
import java.util.stream.LongStream;

/**
 * Picks quantiles out of values that pass by in order, whose number is known before: nothing is
 * kept but what lies at the ranks asked for. Quantiles are R's type 7; a median of two values in
 * the middle is their mean.
 */
final class OrderStatistics {
  private final double[] at;
  private final long[] ranks;
  private final double[] found;
  private long passed;
  private int next;

  /**
   * Awaits values.
   *
   * @param n how many will pass, at least one
   * @param shares of the values below a quantile, 0 to 1
   */
  OrderStatistics(long n, double... shares) {
    at = Arrays.stream(shares).map(share -> (n - 1) * share).toArray();
    ranks =
        Arrays.stream(at)
            .mapToObj(h -> LongStream.of((long) Math.floor(h), (long) Math.ceil(h)))
            .flatMapToLong(r -> r)
            .sorted()
            .distinct()
            .toArray();
    found = new double[ranks.length];
  }

  /** The next value, not smaller than the one before. */
  void pass(double value) {
    if (next < ranks.length && ranks[next] == passed) {
      found[next] = value;
      next++;
    }
    passed++;
  }

  /** A quantile, once all have passed. */
  double quantile(int which) {
    double h = at[which];
    double below = found[Arrays.binarySearch(ranks, (long) Math.floor(h))];
    double above = found[Arrays.binarySearch(ranks, (long) Math.ceil(h))];
    double part = h - Math.floor(h);
    return part == 0.5 ? (below + above) / 2 : below + part * (above - below);
  }
}
