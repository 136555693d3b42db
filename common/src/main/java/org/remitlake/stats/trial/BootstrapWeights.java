package org.remitlake.stats.trial;

import java.util.function.Consumer;
import org.apache.commons.math3.random.Well19937c;

/** The random factors by which the residuals of whole clusters are multiplied. */
public enum BootstrapWeights {
  /** −1 or 1. With G clusters at most {@code 2^(G−1)} different values of |t|. */
  RADEMACHER(-1, 1),
  /** ±√1.5, ±1, ±√0.5 (Webb 2014): for ten clusters or fewer. */
  WEBB(-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5));

  /** Up to here every combination is gone through: 15 clusters of two values, 6 of six. */
  private static final double LIMIT = 50_000;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out
  private final double[] values;

  BootstrapWeights(double... values) {
    this.values = values;
  }

  /** Number of combinations. */
  public double combinations(int clusters) {
    return Math.pow(values.length, clusters);
  }

  /** Whether all combinations are few enough to be gone through. */
  public boolean isExact(int clusters) {
    return combinations(clusters) <= LIMIT;
  }

  /** Every combination once, or draws with a seed. The array is used again. */
  void forEach(int clusters, int draws, long seed, Consumer<double[]> visitor) {
    double[] v = new double[clusters];
    if (isExact(clusters)) {
      long all = Math.round(combinations(clusters));
      for (long code = 0; code < all; code++) {
        long rest = code;
        for (int g = 0; g < clusters; g++) {
          v[g] = values[(int) (rest % values.length)];
          rest /= values.length;
        }
        visitor.accept(v);
      }
      return;
    }
    Well19937c random = new Well19937c(seed);
    for (int draw = 0; draw < draws; draw++) {
      for (int g = 0; g < clusters; g++) {
        v[g] = values[random.nextInt(values.length)];
      }
      visitor.accept(v);
    }
  }
}
