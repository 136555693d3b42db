package org.remitlake.stats;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;

/**
 * Design effect: the variance under the design over the variance of a simple random sample of the
 * same n units. Works for totals, means and ratios alike, within domains too, for it needs only the
 * influence: with {@code u_j = z_j / w_j}, {@code V_srs = (Σw)² s²_u / n} and {@code s²_u = n/(n−1)
 * Σ w (u − ū)² / Σw}. For a mean that is {@code s²_y / n}.
 *
 * <p>Empty where the variable does not vary among the units, or there are fewer than two.
 */
public final class Deff {
  /** Spread below this part of the value is rounding. */
  private static final double ROUNDING = 1e-13;

  private Deff() {}

  /** Against a sample with replacement: R's {@code deff = "replace"}, the one of this project. */
  public static OptionalDouble withReplacement(Linearised estimate) {
    double comparator = simpleRandomVariance(estimate);
    double rounding = ROUNDING * Math.abs(estimate.value());
    return comparator <= rounding * rounding || Double.isNaN(comparator)
        ? OptionalDouble.empty()
        : OptionalDouble.of(estimate.variance() / comparator);
  }

  /**
   * Against a sample without replacement, {@code V_srs (1 − n/N)} with N = Σw: R's {@code deff =
   * TRUE}. Empty also if the weights do not add to more than n.
   */
  public static OptionalDouble withoutReplacement(Linearised estimate) {
    double population = sum(estimate, estimate.design()::weight);
    double left = 1 - estimate.sampleSize() / population;
    OptionalDouble deff = withReplacement(estimate);
    return deff.isPresent() && left > 0
        ? OptionalDouble.of(deff.getAsDouble() / left)
        : OptionalDouble.empty();
  }

  /** Size of the simple random sample that would be as precise: {@code n / DEFF}. */
  public static OptionalDouble effectiveSampleSize(Linearised estimate) {
    OptionalDouble deff = withReplacement(estimate);
    return deff.isPresent() && deff.getAsDouble() > 0
        ? OptionalDouble.of(estimate.sampleSize() / deff.getAsDouble())
        : OptionalDouble.empty();
  }

  /** What unequal weights alone cost (Kish 1965): {@code n Σw² / (Σw)²}, over positive weights. */
  public static double kish(SurveyDesign design) {
    int n = design.size();
    long positive =
        java.util.stream.IntStream.range(0, n).filter(j -> design.weight(j) > 0).count();
    return positive * Sums.over(n, j -> design.share(j) * design.share(j));
  }

  private static double simpleRandomVariance(Linearised estimate) {
    double[] z = estimate.influence();
    IntToDoubleFunction weight = estimate.design()::weight;
    double total = sum(estimate, weight);
    double mean = sum(estimate, j -> z[j]) / total;
    double squares =
        sum(
            estimate,
            j -> {
              double u = z[j] / weight.applyAsDouble(j) - mean;
              return weight.applyAsDouble(j) * u * u;
            });
    return total * squares / (estimate.sampleSize() - 1.0);
  }

  private static double sum(Linearised estimate, IntToDoubleFunction term) {
    return Sums.over(
        estimate.design().size(), j -> estimate.isCounted(j) ? term.applyAsDouble(j) : 0);
  }
}
