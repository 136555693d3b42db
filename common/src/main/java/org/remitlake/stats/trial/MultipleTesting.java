package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusted p values of a family of tests, in the order given: indicators E70 and E71. */
public enum MultipleTesting {
  /** False discovery rate under independence (Benjamini and Hochberg 1995). */
  BENJAMINI_HOCHBERG,
  /** False discovery rate under any dependence (Benjamini and Yekutieli 2001). */
  BENJAMINI_YEKUTIELI,
  /** Familywise, step-down (Holm 1979): at least as many rejections as Bonferroni. */
  HOLM,
  /** Familywise: p times the number of tests. */
  BONFERRONI,
  /** Familywise, step-up (Hochberg 1988); needs independence or positive dependence. */
  HOCHBERG,
  /** Familywise, {@code 1 − (1−p)^m}; needs independence. */
  SIDAK,
  /**
   * Sharpened two-stage q values of Benjamini, Krieger and Yekutieli (2006) as Anderson (2008)
   * computes them, in steps of 0.001. May lie below the p value.
   */
  SHARPENED_Q;

  private static final int STEPS = 1000;

  /**
   * Adjusts the p values of one family.
   *
   * @throws IllegalArgumentException if there is none, or one is not between 0 and 1
   */
  public double[] adjust(double[] p) {
    long broken = Arrays.stream(p).filter(v -> !(v >= 0 && v <= 1)).count();
    if (p.length == 0 || broken > 0) {
      throw new IllegalArgumentException(
          broken
              + " of "
              + p.length
              + " p values are missing or not between 0 and 1. A family needs at least one, and"
              + " all of them.");
    }
    int[] order =
        IntStream.range(0, p.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(i -> i)
            .toArray();
    double[] sorted = Arrays.stream(order).mapToDouble(i -> p[i]).toArray();
    double[] adjusted = ascending(sorted);
    double[] result = new double[p.length];
    for (int r = 0; r < order.length; r++) {
      result[order[r]] = adjusted[r];
    }
    return result;
  }

  private double[] ascending(double[] p) {
    double m = p.length;
    double[] raw = new double[p.length];
    return switch (this) {
      case BONFERRONI -> Arrays.stream(p).map(v -> Math.min(1, m * v)).toArray();
      case SIDAK -> Arrays.stream(p).map(v -> 1 - Math.pow(1 - v, m)).toArray();
      case HOLM -> {
        Arrays.setAll(raw, i -> (m - i) * p[i]);
        yield runningMaximum(raw);
      }
      case HOCHBERG -> {
        Arrays.setAll(raw, i -> (m - i) * p[i]);
        yield runningMinimum(raw);
      }
      case BENJAMINI_HOCHBERG -> {
        Arrays.setAll(raw, i -> m / (i + 1) * p[i]);
        yield runningMinimum(raw);
      }
      case BENJAMINI_YEKUTIELI -> {
        double harmonic = IntStream.rangeClosed(1, p.length).mapToDouble(i -> 1.0 / i).sum();
        Arrays.setAll(raw, i -> harmonic * m / (i + 1) * p[i]);
        yield runningMinimum(raw);
      }
      case SHARPENED_Q -> sharpened(p);
    };
  }

  private static double[] runningMaximum(double[] raw) {
    double most = 0;
    for (int i = 0; i < raw.length; i++) {
      most = Math.max(most, Math.min(1, raw[i]));
      raw[i] = most;
    }
    return raw;
  }

  private static double[] runningMinimum(double[] raw) {
    double least = 1;
    for (int i = raw.length - 1; i >= 0; i--) {
      least = Math.min(least, raw[i]);
      raw[i] = least;
    }
    return raw;
  }

  private static double[] sharpened(double[] p) {
    double[] q = new double[p.length];
    Arrays.fill(q, 1);
    for (int step = STEPS; step >= 1; step--) {
      double level = step / (double) STEPS;
      double first = level / (1 + level);
      int rejected = rejections(p, first);
      double second =
          rejected == p.length
              ? Double.POSITIVE_INFINITY
              : first * p.length / (p.length - rejected);
      Arrays.fill(q, 0, rejections(p, second), level);
    }
    return q;
  }

  /** How many a step-up test rejects at a level of the false discovery rate. */
  private static int rejections(double[] p, double level) {
    for (int r = p.length; r >= 1; r--) {
      if (p[r - 1] <= level * r / p.length) {
        return r;
      }
    }
    return 0;
  }
}
