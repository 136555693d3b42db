package org.remitlake.stats;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Weights of many samples made from one: the estimate is repeated under each, and {@code V = scale
 * Σ_r a_r (θ_r − c)²}. For estimators without an influence, and for files that come with such
 * weights. R's {@code as.svrepdesign}, {@code svrepdesign}.
 */
public final class ReplicateWeights {
  private final SurveyDesign design;
  private final List<SurveyDesign> replicates;
  private final double[] factors;
  private final double scale;
  private final int degreesOfFreedom;

  private ReplicateWeights(
      SurveyDesign design, List<double[]> weights, double scale, double[] factors) {
    this.design = design;
    this.replicates = weights.stream().map(design::withWeights).toList();
    this.scale = scale;
    this.factors = factors;
    this.degreesOfFreedom = Resampling.rank(weights) - 1;
  }

  /**
   * Jackknife without strata: every replicate leaves one PSU out and takes the others n/(n − 1)
   * times; scale (n − 1)/n times what is left of the population. In the order in which the PSUs
   * first appear.
   *
   * @throws IllegalArgumentException if the design has strata, or one PSU
   */
  public static ReplicateWeights jk1(SurveyDesign design) {
    if (design.strata() > 1) {
      throw new IllegalArgumentException(
          "The design has " + design.strata() + " strata. JK1 knows none: use JKn.");
    }
    double n = design.psus();
    double[] factors = new double[design.psus()];
    Arrays.fill(factors, 1);
    return new ReplicateWeights(
        design, Resampling.leavingOneOut(design), (n - 1) / n * design.unsampled(0), factors);
  }

  /**
   * Jackknife within strata: every replicate leaves one PSU out and takes the others of its stratum
   * n_s/(n_s − 1) times; its factor is (n_s − 1)/n_s times what is left of the stratum.
   *
   * @throws IllegalArgumentException if a stratum has a single PSU
   */
  public static ReplicateWeights jkn(SurveyDesign design) {
    PsuLayout layout = design.layout();
    double[] factors =
        java.util.stream.IntStream.range(0, layout.strata())
            .boxed()
            .flatMapToDouble(
                s -> {
                  double n = layout.psusOf(s).length;
                  double factor = (n - 1) / n * design.unsampled(s);
                  return Arrays.stream(layout.psusOf(s)).mapToDouble(p -> factor);
                })
            .toArray();
    return new ReplicateWeights(design, Resampling.leavingOneOut(design), 1, factors);
  }

  /**
   * Balanced half-samples: in every stratum one of two PSUs counts twice and the other not at all.
   * The halves follow Sylvester's Hadamard matrix of the smallest power of 2 above the strata; R
   * may use a smaller matrix, with the same variance of totals.
   *
   * @throws IllegalArgumentException unless every stratum has two PSUs
   */
  public static ReplicateWeights brr(SurveyDesign design) {
    return fay(design, 0);
  }

  /**
   * The same, with the factors 2 − ρ and ρ for 2 and 0 (Fay; Judkins 1990), so that no domain is
   * left empty.
   *
   * @param rho 0 to below 1
   */
  public static ReplicateWeights fay(SurveyDesign design, double rho) {
    if (!(rho >= 0 && rho < 1)) {
      throw new IllegalArgumentException("Fay's factor lies from 0 to below 1, such as 0.3.");
    }
    List<double[]> weights = Resampling.halves(design, rho);
    int order = weights.size();
    double[] factors = new double[order];
    Arrays.fill(factors, 1);
    return new ReplicateWeights(design, weights, 1 / (order * (1 - rho) * (1 - rho)), factors);
  }

  /**
   * Weights that came with the data, factors included.
   *
   * @param design the sample with its full weights
   * @param replicates one array per replicate, one weight per unit
   * @param scale of the sum
   * @param factors one per replicate, R's rscales
   * @throws IllegalArgumentException if sizes differ, a weight is negative or missing, or there are
   *     fewer than two replicates
   */
  public static ReplicateWeights supplied(
      SurveyDesign design, List<double[]> replicates, double scale, double[] factors) {
    if (replicates.size() < 2 || factors.length != replicates.size()) {
      throw new IllegalArgumentException(
          replicates.size()
              + " replicates with "
              + factors.length
              + " factors. Give at least two, and one factor for each.");
    }
    Arguments.finite(new double[] {scale}, "the scale");
    Arguments.weights(factors);
    return new ReplicateWeights(design, replicates, scale, factors.clone());
  }

  /** Number of replicates. */
  public int size() {
    return factors.length;
  }

  /** Factor of the whole sum. */
  public double scale() {
    return scale;
  }

  /** Factor of every replicate. */
  public double[] factors() {
    return factors.clone();
  }

  /** Weights of replicate r, counted from 0. */
  public double[] weights(int r) {
    return replicates.get(r).weights();
  }

  /** Rank of the replicate weights minus 1. R's {@code degf}. */
  public int degreesOfFreedom() {
    return degreesOfFreedom;
  }

  /**
   * An estimate whose error the replicates tell: {@code replicates.estimate(d -> SurveyMean.of(y,
   * d).value(), FULL_ESTIMATE)}.
   *
   * @param estimator any number that depends on the weights of the design it is given
   * @throws IllegalArgumentException if the estimator refuses the sample or a replicate, as it must
   *     where a replicate leaves a domain empty
   */
  public Estimate estimate(ToDoubleFunction<SurveyDesign> estimator, ReplicateCentre centre) {
    double full = estimator.applyAsDouble(design);
    double[] each = new double[size()];
    for (int r = 0; r < each.length; r++) {
      each[r] = one(estimator, r);
    }
    double from = centre == ReplicateCentre.FULL_ESTIMATE ? full : Sums.of(each) / each.length;
    double squares = Sums.over(each.length, r -> factors[r] * (each[r] - from) * (each[r] - from));
    return new Estimate(full, Math.sqrt(scale * squares), degreesOfFreedom);
  }

  private double one(ToDoubleFunction<SurveyDesign> estimator, int r) {
    try {
      return estimator.applyAsDouble(replicates.get(r));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "Replicate " + (r + 1) + " of " + size() + ": " + e.getMessage(), e);
    }
  }
}
