package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Sums;

/**
 * How alike the units of one cluster are, by one-way analysis of variance: indicator E04.
 *
 * @param between mean square between clusters
 * @param within mean square within
 * @param meanSize {@code n₀ = (N − Σn_g²/N)/(G−1)}
 * @param clusters number of them
 */
public record IntraclassCorrelation(double between, double within, double meanSize, int clusters) {

  /**
   * Computes both mean squares.
   *
   * @throws IllegalArgumentException if there are fewer than two clusters or no cluster of two
   */
  public static IntraclassCorrelation of(double[] y, String[] clusters) {
    Arguments.finite(y, "the outcome");
    Arguments.sameLength(clusters.length, y.length, "the cluster");
    Arguments.labels(clusters, "cluster");
    Map<String, double[]> groups = new TreeMap<>();
    for (int i = 0; i < y.length; i++) {
      double[] before = groups.getOrDefault(clusters[i], new double[0]);
      double[] more = Arrays.copyOf(before, before.length + 1);
      more[before.length] = y[i];
      groups.put(clusters[i], more);
    }
    double n = y.length;
    double g = groups.size();
    if (g < 2 || n <= g) {
      throw new IllegalArgumentException(
          (int) g
              + " clusters of "
              + (int) n
              + " units: at least two clusters, and one of two units, are needed.");
    }
    double mean = Sums.of(y) / n;
    double between = 0;
    double within = 0;
    double squares = 0;
    for (double[] own : groups.values()) {
      double centre = Sums.of(own) / own.length;
      between += own.length * (centre - mean) * (centre - mean);
      within += Sums.over(own.length, i -> (own[i] - centre) * (own[i] - centre));
      squares += (double) own.length * own.length;
    }
    return new IntraclassCorrelation(
        between / (g - 1), within / (n - g), (n - squares / n) / (g - 1), (int) g);
  }

  /** {@code (MSB − MSW)/(MSB + (n₀−1)MSW)}; 0 where the estimate is negative or nothing varies. */
  public double value() {
    double total = between + (meanSize - 1) * within;
    return total == 0 ? 0 : Math.max(0, (between - within) / total);
  }
}
