package org.remitlake.stats;

/**
 * Running sums of two doubles each, about 106 bits, so that terms of ordinary size add without
 * loss: neither their order nor where they were added shows in the result.
 *
 * <p>They lie in arrays, the upper half of sum i at 2 i, since millions are held at once.
 *
 * @see <a href="https://doi.org/10.1007/BF01397083">Dekker (1971)</a>
 */
final class RunningSum {
  private RunningSum() {}

  /** Room for so many sums, all 0. */
  static double[] of(int sums) {
    return new double[2 * sums];
  }

  static void add(double[] sums, int i, double term) {
    double high = sums[2 * i];
    double sum = high + term;
    double of = sum - high;
    double lost = (high - (sum - of)) + (term - of);
    double low = sums[2 * i + 1] + lost;
    sums[2 * i] = sum + low;
    sums[2 * i + 1] = low - (sums[2 * i] - sum);
  }

  /** Adds all sums of another array of the same length. */
  static void addAll(double[] sums, double[] more) {
    for (int i = 0; i < sums.length / 2; i++) {
      add(sums, i, more[2 * i]);
      add(sums, i, more[2 * i + 1]);
    }
  }

  static double value(double[] sums, int i) {
    return sums[2 * i] + sums[2 * i + 1];
  }
}
