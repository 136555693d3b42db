package org.remitlake.stats;

import java.util.Arrays;

/** The variance between PSU totals within strata: the one formula behind every standard error. */
final class PsuVariance {
  /** Below this share of PSUs left outside the sample, R takes a stratum for self-representing. */
  private static final double NONE_LEFT = 1e-7;

  private final PsuLayout layout;
  private final double[] unsampled;
  private final LonelyPsu lonely;
  private final boolean alsoInDomains;

  private PsuVariance(PsuLayout layout, double[] unsampled, LonelyPsu lonely, boolean domains) {
    this.layout = layout;
    this.unsampled = unsampled;
    this.lonely = lonely;
    this.alsoInDomains = domains;
  }

  /** Of PSUs drawn with replacement; refuses lonely ones. */
  PsuVariance(PsuLayout layout) {
    this(layout, ones(layout.strata()), LonelyPsu.FAIL, false);
  }

  /**
   * Of PSUs drawn without replacement.
   *
   * @param newUnsampled by stratum, the share of its PSUs that was not drawn: {@code 1 − f_s}
   */
  PsuVariance with(double[] newUnsampled) {
    return new PsuVariance(layout, newUnsampled, lonely, alsoInDomains);
  }

  PsuVariance with(LonelyPsu rule, boolean domainsToo) {
    return new PsuVariance(layout, unsampled, rule, domainsToo);
  }

  PsuLayout layout() {
    return layout;
  }

  /** {@code 1 − f} of a stratum. */
  double unsampled(int stratum) {
    return unsampled[stratum];
  }

  int lonelyPsus() {
    return alone(layout.reach(Domains.all(layout.units())), ones(layout.strata()));
  }

  /**
   * {@code Σ_s (1 − f_s) n_s/(n_s − 1) Σ_k (z_sk − z̄_s)(u_sk − ū_s)} for every pair (z, u).
   *
   * @param domain what the estimates speak of: strata that it does not reach are never lonely
   */
  double[][] of(double[][] influence, boolean[] domain) {
    return of(influence, domain, ones(layout.strata()));
  }

  /** The same with every stratum's part times a factor; a stratum of factor 0 is left out. */
  double[][] of(double[][] influence, boolean[] domain, double[] factors) {
    int[] reach = layout.reach(domain);
    double scale = scale(reach, factors);
    double[][] centred = new double[influence.length][];
    for (int a = 0; a < centred.length; a++) {
      centred[a] = centred(totals(influence[a]), reach);
    }
    double[][] covariance = new double[centred.length][centred.length];
    for (int a = 0; a < centred.length; a++) {
      for (int b = 0; b <= a; b++) {
        double[] one = centred[a];
        double[] other = centred[b];
        covariance[a][b] =
            scale * Sums.over(layout.strata(), s -> factors[s] * part(s, reach[s], one, other));
        covariance[b][a] = covariance[a][b];
      }
    }
    return covariance;
  }

  /**
   * By PSU, {@code √((1 − f_s) n_s/(n_s − 1)) (z_sk − z̄_s)}: their squares add to the variance. Of
   * PSUs that are in two samples, products of both add to the covariance.
   */
  double[] deviations(double[] influence, boolean[] domain) {
    if (layout.psus() != layout.units()) {
      throw new IllegalArgumentException(
          layout.units() + " units in " + layout.psus() + " PSUs: a design of PSUs is needed.");
    }
    int[] reach = layout.reach(domain);
    scale(reach, ones(layout.strata()));
    double[] deviations = centred(totals(influence), reach);
    for (int s = 0; s < layout.strata(); s++) {
      double n = layout.psusOf(s).length;
      double factor = unsampled[s] < NONE_LEFT ? 0 : unsampled[s] * (n > 1 ? n / (n - 1) : 1);
      for (int p : layout.psusOf(s)) {
        deviations[p] *= Math.sqrt(factor);
      }
    }
    return deviations;
  }

  private double part(int s, int reach, double[] a, double[] b) {
    boolean left = unsampled[s] < NONE_LEFT || (lonely == LonelyPsu.AVERAGE && isAlone(s, reach));
    if (left) {
      return 0;
    }
    int[] psus = layout.psusOf(s);
    double n = psus.length;
    return unsampled[s]
        * (n > 1 ? n / (n - 1) : 1)
        * Sums.over(psus.length, k -> a[psus[k]] * b[psus[k]]);
  }

  private double[] totals(double[] influence) {
    double[] totals = new double[layout.psus()];
    for (int p = 0; p < totals.length; p++) {
      int[] units = layout.unitsOf(p);
      totals[p] =
          units.length == 1
              ? influence[units[0]]
              : Sums.over(units.length, i -> influence[units[i]]);
    }
    return totals;
  }

  private double[] centred(double[] totals, int[] reach) {
    double[] centred = totals.clone();
    for (int s = 0; s < layout.strata(); s++) {
      int[] psus = layout.psusOf(s);
      double centre = isAlone(s, reach[s]) ? centreOfLonely(totals, psus) : mean(totals, psus);
      for (int p : psus) {
        centred[p] -= centre;
      }
    }
    return centred;
  }

  private double centreOfLonely(double[] totals, int[] psus) {
    return switch (lonely) {
      case ADJUST -> 0;
      case ADJUST_CENTERED -> Sums.of(totals) / totals.length;
      case FAIL, CERTAINTY, AVERAGE -> mean(totals, psus);
    };
  }

  private static double mean(double[] totals, int[] psus) {
    return Sums.over(psus.length, k -> totals[psus[k]]) / psus.length;
  }

  /** What makes up for strata that add nothing; refuses what the rule cannot answer. */
  private double scale(int[] reach, double[] factors) {
    int alone = alone(reach, factors);
    int strata = (int) Arrays.stream(reach).filter(r -> r > 0).count();
    if ((lonely == LonelyPsu.FAIL && alone > 0)
        || (lonely == LonelyPsu.AVERAGE && alone > 0 && alone == strata)) {
      throw new IllegalArgumentException(
          alone
              + " of "
              + strata
              + " strata have a single PSU: their variance is unknown."
              + " Merge strata, or name another rule for lonely PSUs.");
    }
    return lonely == LonelyPsu.AVERAGE && alone > 0 ? strata / (double) (strata - alone) : 1;
  }

  private int alone(int[] reach, double[] factors) {
    int count = 0;
    for (int s = 0; s < reach.length; s++) {
      count += unsampled[s] >= NONE_LEFT && factors[s] > 0 && isAlone(s, reach[s]) ? 1 : 0;
    }
    return count;
  }

  private boolean isAlone(int stratum, int reach) {
    return reach == 1 && (alsoInDomains || layout.psusOf(stratum).length == 1);
  }

  private static double[] ones(int n) {
    double[] ones = new double[n];
    Arrays.fill(ones, 1);
    return ones;
  }
}
