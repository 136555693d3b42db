package org.remitlake.stats;

/** The variance between PSU totals within strata: the one formula behind every standard error. */
final class PsuVariance {
  /** Below this share of PSUs left outside the sample, R takes a stratum for self-representing. */
  private static final double NONE_LEFT = 1e-7;

  private final PsuLayout layout;
  private final double[] unsampled;
  private final LonelyPsu lonely;

  /**
   * Joins a layout with what the formula needs beside it.
   *
   * @param unsampled by stratum, the share of its PSUs that was not drawn: {@code 1 − f_s}
   */
  PsuVariance(PsuLayout layout, double[] unsampled, LonelyPsu lonely) {
    this.layout = layout;
    this.unsampled = unsampled;
    this.lonely = lonely;
  }

  PsuVariance with(double[] newUnsampled) {
    return new PsuVariance(layout, newUnsampled, lonely);
  }

  PsuVariance with(LonelyPsu rule) {
    return new PsuVariance(layout, unsampled, rule);
  }

  int lonelyPsus() {
    int count = 0;
    for (int s = 0; s < layout.strata(); s++) {
      count += layout.psusOf(s).length == 1 && unsampled[s] >= NONE_LEFT ? 1 : 0;
    }
    return count;
  }

  /** {@code Σ_s (1 − f_s) n_s/(n_s − 1) Σ_k (z_sk − z̄_s)(u_sk − ū_s)} for every pair (z, u). */
  double[][] of(double[][] influence) {
    double scale = scale();
    double[][] centred = new double[influence.length][];
    for (int a = 0; a < centred.length; a++) {
      centred[a] = centred(totals(influence[a]));
    }
    double[][] covariance = new double[centred.length][centred.length];
    for (int a = 0; a < centred.length; a++) {
      for (int b = 0; b <= a; b++) {
        covariance[a][b] = scale * product(centred[a], centred[b]);
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  private double product(double[] a, double[] b) {
    return Sums.over(
        layout.strata(),
        s -> {
          int[] psus = layout.psusOf(s);
          double n = psus.length;
          double factor = unsampled[s] < NONE_LEFT ? 0 : unsampled[s] * (n > 1 ? n / (n - 1) : 1);
          return factor * Sums.over(psus.length, k -> a[psus[k]] * b[psus[k]]);
        });
  }

  private double[] totals(double[] influence) {
    double[] totals = new double[layout.psus()];
    for (int p = 0; p < totals.length; p++) {
      int[] units = layout.unitsOf(p);
      totals[p] = Sums.over(units.length, i -> influence[units[i]]);
    }
    return totals;
  }

  private double[] centred(double[] totals) {
    double[] centred = totals.clone();
    for (int s = 0; s < layout.strata(); s++) {
      int[] psus = layout.psusOf(s);
      double centre = psus.length > 1 ? mean(totals, psus) : centreOfLonely(totals, psus[0]);
      for (int p : psus) {
        centred[p] -= centre;
      }
    }
    return centred;
  }

  private double centreOfLonely(double[] totals, int psu) {
    return switch (lonely) {
      case ADJUST -> 0;
      case ADJUST_CENTERED -> Sums.of(totals) / totals.length;
      case FAIL, CERTAINTY, AVERAGE -> totals[psu];
    };
  }

  private static double mean(double[] totals, int[] psus) {
    return Sums.over(psus.length, k -> totals[psus[k]]) / psus.length;
  }

  /** What makes up for strata that add nothing; refuses what the rule cannot answer. */
  private double scale() {
    int alone = lonelyPsus();
    int strata = layout.strata();
    if ((lonely == LonelyPsu.FAIL && alone > 0)
        || (lonely == LonelyPsu.AVERAGE && alone == strata)) {
      throw new IllegalArgumentException(
          alone
              + " of "
              + strata
              + " strata have a single PSU: their variance is unknown."
              + " Merge strata, or name another rule for lonely PSUs.");
    }
    return lonely == LonelyPsu.AVERAGE ? strata / (double) (strata - alone) : 1;
  }
}
