package org.remitlake.stats;

import java.util.Arrays;

/** Parts of a sample, as one flag per unit. The rows stay: a domain is no subset of the design. */
public final class Domains {
  private Domains() {}

  /** All units. */
  public static boolean[] all(int units) {
    boolean[] all = new boolean[units];
    Arrays.fill(all, true);
    return all;
  }

  /** The units that answered: where a value is not NaN. R's {@code na.rm = TRUE} under a design. */
  public static boolean[] answered(double[] values) {
    boolean[] answered = new boolean[values.length];
    for (int j = 0; j < values.length; j++) {
      answered[j] = !Double.isNaN(values[j]);
    }
    return answered;
  }

  /** The units of both domains. */
  public static boolean[] both(boolean[] one, boolean[] other) {
    Arguments.sameLength(other.length, one.length, "domain");
    boolean[] both = one.clone();
    for (int j = 0; j < both.length; j++) {
      both[j] &= other[j];
    }
    return both;
  }

  static void check(double[] values, String what, boolean[] domain, SurveyDesign design) {
    Arguments.sameLength(domain.length, design.size(), "domain");
    Arguments.sameLength(values.length, design.size(), what);
    Arguments.finiteWithin(values, domain, what);
  }
}
