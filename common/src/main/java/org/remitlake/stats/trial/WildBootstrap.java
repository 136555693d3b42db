package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.OptionalLong;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Interval;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;

/**
 * Wild cluster bootstrap of one coefficient, t with CR1 errors in every replicate: indicator E60
 * (Cameron, Gelbach and Miller 2008). All combinations are gone through where they are few, else
 * seeded draws. Works on sums by cluster: a replicate costs G K however many rows there are.
 *
 * <p>With very few treated clusters the restricted form rejects too rarely and the unrestricted too
 * often: use {@link RandomisationInference}.
 */
public final class WildBootstrap {
  /** Relative; below it two statistics are a tie. */
  private static final double TIE = 1e-9;

  /** Whether residuals and fit come from the model without the coefficient. */
  public enum Null {
    /** It is zero in the model that is drawn from (WCR): the default. */
    IMPOSED,
    /** It is as estimated (WCU). */
    NOT_IMPOSED
  }

  /**
   * How to draw.
   *
   * @param weights factors of the residuals
   * @param hypothesis whether the null is imposed
   * @param draws number of draws where there are too many combinations
   * @param seed of the draws
   */
  public record Plan(BootstrapWeights weights, Null hypothesis, int draws, long seed) {
    /** Rademacher weights, null imposed, 9 999 draws. */
    public static Plan seeded(long seed) {
      return new Plan(BootstrapWeights.RADEMACHER, Null.IMPOSED, 9_999, seed);
    }
  }

  private final Plan plan;
  private final Estimate estimate;
  private final WildReplicates engine;
  private final double[] statistics;

  private WildBootstrap(Plan plan, Estimate estimate, WildReplicates engine) {
    this.plan = plan;
    this.estimate = estimate;
    this.engine = engine;
    this.statistics = engine.statistics(0);
  }

  /**
   * Runs it for the hypothesis that a coefficient is zero.
   *
   * @throws IllegalArgumentException if there are fewer than two clusters, or the coefficient's
   *     error is zero
   */
  public static WildBootstrap of(
      Regressors x, double[] y, String[] clusters, String name, Plan plan) {
    LinearModel model = LinearModel.fit(x, y);
    Estimate estimate = ClusterRobust.of(model, clusters, ClusterCovariance.CR1).estimate(name);
    if (estimate.standardError() == 0) {
      throw new IllegalArgumentException(
          "The error of " + name + " is zero: the outcome does not vary within the model.");
    }
    return new WildBootstrap(plan, estimate, WildReplicates.of(model, x, y, clusters, name, plan));
  }

  /** How it was drawn. */
  public Plan plan() {
    return plan;
  }

  /** The coefficient with its CR1 error, t with G − 1. */
  public Estimate estimate() {
    return estimate;
  }

  /** Units of the regression, N. */
  public int units() {
    return engine.units();
  }

  /** Its coefficients, K. */
  public int coefficients() {
    return engine.direction().size();
  }

  /** Number of clusters. */
  public int clusters() {
    return engine.clusters();
  }

  /** Replicates: combinations or draws. */
  public int replicates() {
    return statistics.length;
  }

  /** Seed of the draws; none if all combinations were gone through. */
  public OptionalLong seed() {
    return plan.weights().isExact(clusters()) ? OptionalLong.empty() : OptionalLong.of(plan.seed());
  }

  /** Statistics of the replicates, in the order drawn: the same for all outcomes of one seed. */
  public double[] statistics() {
    return statistics.clone();
  }

  /** Replicates with a larger |t|. */
  public int countAbove() {
    return (int) Arrays.stream(statistics).filter(t -> Math.abs(t) > observed() + tie()).count();
  }

  /** Replicates with the same |t|: at least the constant weights, where the null is imposed. */
  public int countTies() {
    return (int)
        Arrays.stream(statistics).filter(t -> Math.abs(Math.abs(t) - observed()) <= tie()).count();
  }

  /** Replicates at or below t. */
  public int countLower() {
    return (int) Arrays.stream(statistics).filter(t -> t <= estimate.t() + tie()).count();
  }

  /** Replicates at or above t. */
  public int countUpper() {
    return (int) Arrays.stream(statistics).filter(t -> t >= estimate.t() - tie()).count();
  }

  /** Share of replicates with {@code |t*| ≥ |t|}, ties counted: the valid one. */
  public double pValue() {
    return (countAbove() + countTies()) / (double) replicates();
  }

  /** Share with {@code |t*| > |t|}, as some software has it: too small by the ties. */
  public double pStrict() {
    return countAbove() / (double) replicates();
  }

  /** Twice the lesser tail, at most 1. */
  public double pEqualTailed() {
    return Math.min(1, 2.0 * Math.min(countLower(), countUpper()) / replicates());
  }

  /** Quantile of |t*|, the smallest value with at least a share at or below it (type 1). */
  public double quantile(double share) {
    double[] sorted = Arrays.stream(statistics).map(Math::abs).sorted().toArray();
    int rank = (int) Math.ceil(share * sorted.length - 1e-9);
    return sorted[Math.max(1, rank) - 1];
  }

  /**
   * The values that the bootstrap does not reject, found by bisection from the estimate outwards.
   *
   * @throws IllegalArgumentException if the null is not imposed
   */
  public Interval interval(double level) {
    if (plan.hypothesis() != Null.IMPOSED) {
      throw new IllegalArgumentException(
          "An interval inverts the test with the null imposed. Impose it.");
    }
    return new Interval(end(level, -1), end(level, 1));
  }

  private double end(double level, int side) {
    double inside = estimate.value();
    double step = estimate.standardError() * side;
    double outside = inside + step;
    for (int doubling = 0; pValueAt(outside) >= 1 - level; doubling++) {
      if (doubling == 20) {
        return side * Double.POSITIVE_INFINITY;
      }
      inside = outside;
      step *= 2;
      outside += step;
    }
    double close = 1e-9 * estimate.standardError();
    while (Math.abs(outside - inside) > close) {
      double middle = (inside + outside) / 2;
      if (pValueAt(middle) >= 1 - level) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return (inside + outside) / 2;
  }

  /** p value of the hypothesis that the coefficient has a value. */
  private double pValueAt(double value) {
    double t = Math.abs(estimate.value() - value) / estimate.standardError();
    double[] own = engine.statistics(value);
    return Arrays.stream(own).filter(s -> Math.abs(s) >= t * (1 - TIE)).count()
        / (double) own.length;
  }

  private double observed() {
    return Math.abs(estimate.t());
  }

  private double tie() {
    return TIE * observed();
  }
}
