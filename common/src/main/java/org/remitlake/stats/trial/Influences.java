package org.remitlake.stats.trial;

import java.util.Map;
import java.util.TreeMap;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Sums;

/** Errors from one influence number per unit: {@code V = Σ ψ²}, or of the sums by cluster. */
final class Influences {
  private Influences() {}

  /** Independent units, no small-sample factor; normal reference. */
  static Estimate independent(double value, double[] influence) {
    double variance = Sums.over(influence.length, i -> influence[i] * influence[i]);
    return new Estimate(value, Math.sqrt(variance), Double.POSITIVE_INFINITY);
  }

  /** CR1_G: sums by cluster, {@code G/(G−1)}, t with G − 1. */
  static Estimate clustered(double value, double[] influence, String[] clusters) {
    Arguments.sameLength(clusters.length, influence.length, "the cluster");
    Arguments.labels(clusters, "cluster");
    Map<String, Double> sums = new TreeMap<>();
    for (int i = 0; i < influence.length; i++) {
      sums.merge(clusters[i], influence[i], Double::sum);
    }
    double g = sums.size();
    if (g < 2) {
      throw new IllegalArgumentException(
          "There is 1 cluster. Errors between clusters need at least 2, and better 50.");
    }
    double variance = sums.values().stream().mapToDouble(s -> s * s).sum() * g / (g - 1);
    return new Estimate(value, Math.sqrt(variance), g - 1);
  }
}
