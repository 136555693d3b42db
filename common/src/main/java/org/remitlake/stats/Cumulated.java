package org.remitlake.stats;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values of positive weight in order, with the weight up to each. Equal values keep their order.
 */
final class Cumulated {
  private final double[] values;
  private final double[] weights;
  private final double[] sums;

  Cumulated(double[] values, double[] weights) {
    int[] order =
        IntStream.range(0, values.length)
            .filter(j -> weights[j] > 0)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer j) -> values[j]))
            .mapToInt(j -> j)
            .toArray();
    this.values = Arrays.stream(order).mapToDouble(j -> values[j]).toArray();
    this.weights = Arrays.stream(order).mapToDouble(j -> weights[j]).toArray();
    this.sums = this.weights.clone();
    double lost = 0;
    for (int k = 1; k < sums.length; k++) {
      // Kahan's compensation.
      double term = this.weights[k] - lost;
      sums[k] = sums[k - 1] + term;
      lost = (sums[k] - sums[k - 1]) - term;
    }
  }

  int size() {
    return values.length;
  }

  double value(int k) {
    return values[k];
  }

  double weight(int k) {
    return weights[k];
  }

  double total() {
    return sums[sums.length - 1];
  }

  /** Weight of the values 0 to k; 0 for k below 0. */
  double upTo(int k) {
    return k < 0 ? 0 : sums[k];
  }
}
