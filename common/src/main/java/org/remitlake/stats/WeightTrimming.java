package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Cuts off extreme weights and shares out what was cut, in equal amounts, among the others, so that
 * the total stays. Less variance for some bias: keep the untrimmed weights beside them.
 */
public final class WeightTrimming {
  private WeightTrimming() {}

  /**
   * Cuts once; what is shared out may lift a weight above the bound. R's {@code trimWeights(strict
   * = FALSE)}.
   *
   * @throws IllegalArgumentException if a weight is negative or missing, the bounds are in the
   *     wrong order, or no weight lies within them
   */
  public static double[] between(double[] weights, double lower, double upper) {
    Arguments.weights(weights);
    if (!(lower < upper)) {
      throw new IllegalArgumentException("The lower bound of weights lies below the upper one.");
    }
    double[] cut = Arrays.stream(weights).map(w -> Math.max(lower, Math.min(upper, w))).toArray();
    int inside = 0;
    for (int j = 0; j < cut.length; j++) {
      inside += cut[j] == weights[j] ? 1 : 0;
    }
    if (inside == 0) {
      throw new IllegalArgumentException(
          "All " + cut.length + " weights lie outside the bounds. Widen them.");
    }
    double each = (Sums.of(weights) - Sums.of(cut)) / inside;
    for (int j = 0; j < cut.length; j++) {
      cut[j] += cut[j] == weights[j] ? each : 0;
    }
    return cut;
  }

  /**
   * Cuts until all weights lie within the bounds; what is cut once stays at its bound. R's {@code
   * trimWeights(strict = TRUE)}.
   *
   * @throws IllegalArgumentException as {@link #between}, or if the mean weight lies outside
   */
  public static double[] strictlyBetween(double[] weights, double lower, double upper) {
    double[] cut = between(weights, lower, upper);
    boolean[] fixed = new boolean[cut.length];
    while (fix(cut, fixed, lower, upper)) {
      double[] bounded = cut.clone();
      int free = 0;
      for (int j = 0; j < cut.length; j++) {
        bounded[j] = Math.max(lower, Math.min(upper, cut[j]));
        free += fixed[j] ? 0 : 1;
      }
      if (free == 0) {
        throw new IllegalArgumentException(
            "No weight is left between the bounds to share what was cut: the mean of "
                + cut.length
                + " weights lies outside them. Widen them.");
      }
      double each = (Sums.of(weights) - Sums.of(bounded)) / free;
      for (int j = 0; j < cut.length; j++) {
        cut[j] = bounded[j] + (fixed[j] ? 0 : each);
      }
    }
    return cut;
  }

  /** Marks what lies outside, and says whether anything newly does. */
  private static boolean fix(double[] weights, boolean[] fixed, double lower, double upper) {
    boolean any = false;
    for (int j = 0; j < weights.length; j++) {
      boolean outside = weights[j] < lower || weights[j] > upper;
      any |= outside && !fixed[j];
      fixed[j] |= outside;
    }
    return any;
  }

  /**
   * Cuts once in every stratum at the median ± so many interquartile ranges (type 7, R's default).
   * A stratum whose quartiles are equal is left alone: there a range of 0 says nothing of the rest.
   *
   * @param ranges such as 5
   */
  public static double[] byStratum(double[] weights, String[] strata, double ranges) {
    Arguments.sameLength(strata.length, weights.length, "stratum");
    Arguments.labels(strata, "stratum");
    Arguments.weights(weights);
    Map<String, List<Integer>> members = new TreeMap<>();
    for (int j = 0; j < strata.length; j++) {
      members.computeIfAbsent(strata[j], s -> new ArrayList<>()).add(j);
    }
    double[] trimmed = weights.clone();
    for (List<Integer> units : members.values()) {
      double[] own = units.stream().mapToDouble(j -> weights[j]).toArray();
      double[] one = new double[own.length];
      Arrays.fill(one, 1);
      double range = QuantileRule.HF7.of(own, one, 0.75) - QuantileRule.HF7.of(own, one, 0.25);
      if (range > 0) {
        double median = QuantileRule.HF7.of(own, one, 0.5);
        double[] cut = between(own, median - ranges * range, median + ranges * range);
        for (int i = 0; i < cut.length; i++) {
          trimmed[units.get(i)] = cut[i];
        }
      }
    }
    return trimmed;
  }
}
