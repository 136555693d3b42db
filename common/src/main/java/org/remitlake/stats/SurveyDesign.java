package org.remitlake.stats;

import java.util.Arrays;
import java.util.Map;

/**
 * How a sample was drawn: strata, primary sampling units (PSUs) within them, weights. All variances
 * of the project come from {@link #covariance}.
 *
 * <p>Immutable. Results do not depend on the order of the units nor on the labels, to the last
 * digit.
 *
 * @see <a href="https://doi.org/10.18637/jss.v009.i08">Lumley (2004)</a>; Särndal et al. (1992)
 */
public final class SurveyDesign {
  private final PsuLayout layout;
  private final double[] weights;
  private final double totalWeight;
  private final SampleVariance variance;

  private SurveyDesign(PsuLayout layout, double[] weights, SampleVariance variance) {
    this.layout = layout;
    this.weights = weights;
    this.totalWeight = Sums.of(weights);
    this.variance = variance;
  }

  /**
   * A stratified cluster sample whose PSU labels are unique in the whole design.
   *
   * @param weights inverse inclusion probabilities, 0 or more
   * @throws IllegalArgumentException if sizes differ, a weight is negative or not finite, a label
   *     is missing or a PSU lies in two strata
   */
  public static SurveyDesign of(String[] strata, String[] psus, double[] weights) {
    return create(strata, psus, weights, false);
  }

  /** As {@link #of}, with PSU labels that start anew in every stratum. R's {@code nest = TRUE}. */
  public static SurveyDesign nested(String[] strata, String[] psus, double[] weights) {
    return create(strata, psus, weights, true);
  }

  /** A cluster sample without strata. */
  public static SurveyDesign clusters(String[] psus, double[] weights) {
    String[] one = new String[psus.length];
    Arrays.fill(one, "all");
    return create(one, psus, weights, false);
  }

  /** A sample of units, each its own PSU, within strata. R's {@code id = ~1}. */
  public static SurveyDesign elements(String[] strata, double[] weights) {
    String[] own = new String[weights.length];
    Arrays.setAll(own, Integer::toString);
    return create(strata, own, weights, false);
  }

  private static SurveyDesign create(String[] strata, String[] psus, double[] w, boolean nested) {
    Arguments.sameLength(strata.length, w.length, "stratum");
    Arguments.sameLength(psus.length, w.length, "psu");
    Arguments.weights(w);
    PsuLayout layout = new PsuLayout(strata, psus, nested);
    return new SurveyDesign(layout, w.clone(), new SampleVariance(new PsuVariance(layout)));
  }

  /**
   * The same design with the finite-population factor {@code 1 − n_s / N_s}: worth it when more
   * than a tenth of the PSUs were drawn.
   *
   * @param psusInPopulation {@code N_s} by stratum label
   * @throws IllegalArgumentException if a stratum is missing or has fewer PSUs than were drawn
   */
  public SurveyDesign withPopulationPsus(Map<String, ? extends Number> psusInPopulation) {
    double[] left = new double[layout.strata()];
    int broken = 0;
    for (Map.Entry<String, Integer> stratum : layout.stratumNumbers().entrySet()) {
      Number all = psusInPopulation.get(stratum.getKey());
      double drawn = layout.psusOf(stratum.getValue()).length;
      if (all == null || !(all.doubleValue() >= drawn)) {
        broken++;
      } else {
        left[stratum.getValue()] = 1 - drawn / all.doubleValue();
      }
    }
    if (broken > 0) {
      throw new IllegalArgumentException(
          broken
              + " of "
              + left.length
              + " strata have no number of PSUs in the population, or one"
              + " below the PSUs drawn.");
    }
    return new SurveyDesign(layout, weights, variance.with(left));
  }

  /** A cluster sample without strata, drawn from a finite number of clusters. */
  public SurveyDesign withPopulationPsus(double psusInPopulation) {
    String only = layout.stratumNumbers().keySet().iterator().next();
    return withPopulationPsus(Map.of(only, psusInPopulation));
  }

  /**
   * The same design under another rule for strata of one PSU. Strata that a domain does not reach
   * never need it, and a stratum of which a domain reaches one PSU of several does not either: the
   * others count with a total of 0. R's default.
   */
  public SurveyDesign withLonelyPsus(LonelyPsu rule) {
    return new SurveyDesign(layout, weights, variance.with(rule, false));
  }

  /**
   * The same, with the rule also for strata of which a domain reaches a single PSU. R's {@code
   * survey.adjust.domain.lonely = TRUE}.
   */
  public SurveyDesign withLonelyPsusInDomains(LonelyPsu rule) {
    return new SurveyDesign(layout, weights, variance.with(rule, true));
  }

  /**
   * The same design with a second stage, drawn at random within PSUs: its variance counts times the
   * share of PSUs drawn, so {@link #withPopulationPsus} is needed for it to count at all.
   *
   * @param ssus label of every unit's second-stage unit, anew in every PSU
   * @param ssusInPsu for every unit, how many such units its PSU has in the population
   * @throws IllegalArgumentException if sizes differ, a label is missing, or a PSU has different
   *     numbers or one below the units drawn
   */
  public SurveyDesign withSecondStage(String[] ssus, double[] ssusInPsu) {
    Arguments.sameLength(ssusInPsu.length, size(), "the number of second-stage units");
    Arguments.sameLength(ssus.length, size(), "ssu");
    String[] psus = new String[size()];
    Arrays.setAll(psus, j -> Integer.toString(layout.psuOf(j)));
    PsuLayout within = new PsuLayout(psus, ssus, true);
    return new SurveyDesign(
        layout, weights, variance.withSecond(within, within.unsampled(ssusInPsu)));
  }

  /** The same sample under other weights. A calibration is forgotten: calibrate last. */
  public SurveyDesign withWeights(double[] newWeights) {
    Arguments.sameLength(newWeights.length, size(), "the weights");
    Arguments.weights(newWeights);
    return new SurveyDesign(layout, newWeights.clone(), variance.uncalibrated());
  }

  SurveyDesign calibrated(double[] newWeights, CalibrationResiduals residuals) {
    return new SurveyDesign(layout, newWeights, variance.with(residuals));
  }

  /** Number of units (rows). */
  public int size() {
    return weights.length;
  }

  /** Number of PSUs. */
  public int psus() {
    return layout.psus();
  }

  /** Number of strata. */
  public int strata() {
    return layout.strata();
  }

  /** By PSU, what it adds to a variance before squaring; PSUs are the units. */
  double[] deviations(double[] influence, boolean[] domain) {
    return variance.deviations(influence, domain);
  }

  /** Strata of a single PSU, whose variance the rule for lonely PSUs decides. */
  public int lonelyPsus() {
    return variance.lonelyPsus();
  }

  PsuLayout layout() {
    return layout;
  }

  /** {@code 1 − f} of a stratum, by number. */
  double unsampled(int stratum) {
    return variance.unsampled(stratum);
  }

  /** All weights. */
  public double[] weights() {
    return weights.clone();
  }

  /** Weight of unit j. */
  public double weight(int j) {
    return weights[j];
  }

  /** Part of unit j in the total weight. */
  public double share(int j) {
    return weights[j] / totalWeight;
  }

  /** PSUs minus strata, over units of positive weight. R's {@code degf}. */
  public int degreesOfFreedom() {
    boolean[] all = new boolean[size()];
    Arrays.fill(all, true);
    return degreesOfFreedom(all, DomainDf.UNITS_PRESENT);
  }

  /** Degrees of freedom of an estimate for a domain, under a named rule. */
  public int degreesOfFreedom(boolean[] domain, DomainDf rule) {
    Arguments.sameLength(domain.length, size(), "domain");
    if (rule == DomainDf.DESIGN) {
      return degreesOfFreedom();
    }
    boolean[] counted = domain.clone();
    for (int j = 0; j < counted.length; j++) {
      counted[j] &= weights[j] > 0;
    }
    return layout.degreesOfFreedom(counted, rule == DomainDf.STRATA_PRESENT);
  }

  /**
   * Variance of an estimate: {@code Σ_s (1 − f_s) n_s/(n_s − 1) Σ_k (z_sk − z̄_s)²}, where z_sk
   * adds the influence of the units of PSU k and n_s counts the PSUs of stratum s.
   *
   * @param influence one number per unit; 0 outside a domain
   * @throws IllegalArgumentException if sizes differ, an influence is not finite, or a stratum has
   *     one PSU and no rule was named
   */
  public double variance(double[] influence) {
    return covariance(new double[][] {influence})[0][0];
  }

  /**
   * Covariance of several estimates, by the same formula.
   *
   * @param influence one array per estimate, each with one number per unit
   */
  public double[][] covariance(double[][] influence) {
    return covariance(influence, Domains.all(size()));
  }

  /** The same, of estimates that speak of a domain: it matters to rules for lonely PSUs. */
  public double[][] covariance(double[][] influence, boolean[] domain) {
    Arguments.sameLength(domain.length, size(), "domain");
    for (double[] z : influence) {
      Arguments.sameLength(z.length, size(), "influence");
      Arguments.finite(z, "influence");
    }
    return variance.of(influence, domain);
  }
}
