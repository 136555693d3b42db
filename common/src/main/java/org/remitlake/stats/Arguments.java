package org.remitlake.stats;

import java.util.function.DoublePredicate;

/** Refusals in one wording: what is wrong, in how many units, what to do. Never a value. */
public final class Arguments {
  private Arguments() {}

  /** Refuses an array of another length than the units. */
  public static void sameLength(int actual, int expected, String what) {
    if (actual != expected) {
      throw new IllegalArgumentException(
          what + " has " + actual + " entries for " + expected + " units. Give one per unit.");
    }
  }

  /** Refuses weights that are negative, not finite, or all zero. */
  public static void weights(double[] weights) {
    refuse(
        weights,
        w -> !(w >= 0) || Double.isInfinite(w),
        "weights are negative or not finite. Give every unit a weight; 0 leaves it out.");
    somebody(weights);
  }

  static void somebody(double[] weights) {
    boolean positive = false;
    for (double w : weights) {
      positive |= w > 0;
    }
    if (!positive) {
      throw new IllegalArgumentException(
          "None of " + weights.length + " weights is positive: nothing is represented.");
    }
  }

  static void share(long x, long n) {
    if (x < 0 || n < 1 || x > n) {
      throw new IllegalArgumentException(x + " of " + n + " is no share. Count 0 to n, of 1 up.");
    }
  }

  /** Refuses values that are missing or infinite. */
  public static void finite(double[] values, String what) {
    refuse(values, v -> !Double.isFinite(v), "values of " + what + " are missing or not finite.");
  }

  /** Values outside the domain are never looked at: they may be NaN. */
  public static void finiteWithin(double[] values, boolean[] domain, String what) {
    int broken = 0;
    for (int j = 0; j < values.length; j++) {
      broken += domain[j] && !Double.isFinite(values[j]) ? 1 : 0;
    }
    if (broken > 0) {
      throw new IllegalArgumentException(
          broken
              + " values of "
              + what
              + " within the domain are missing or not finite."
              + " Take them out of the domain.");
    }
  }

  /** Refuses empty labels. */
  public static void labels(String[] labels, String what) {
    int blank = 0;
    for (String label : labels) {
      blank += label == null || label.isBlank() ? 1 : 0;
    }
    if (blank > 0) {
      throw new IllegalArgumentException(
          blank + " of " + labels.length + " units have no " + what + ". Every unit needs one.");
    }
  }

  private static void refuse(double[] values, DoublePredicate bad, String words) {
    long broken = java.util.Arrays.stream(values).filter(bad).count();
    if (broken > 0) {
      throw new IllegalArgumentException(broken + " of " + values.length + " " + words);
    }
  }
}
