package org.remitlake.funder;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How far a figure is on the way from its baseline to its target (catalogue 8.1); rising and
 * falling indicators alike. From the rounded figure, so that a reader can repeat it.
 */
final class Achievement {
  private static final BigDecimal GREEN = BigDecimal.valueOf(90);
  private static final BigDecimal AMBER = BigDecimal.valueOf(60);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Achievement() {}

  /** In percent, to one decimal; empty if the target is the baseline. */
  static Optional<BigDecimal> percent(BigDecimal actual, Targeted target) {
    BigDecimal way = target.target().subtract(target.baseline());
    if (way.signum() == 0) {
      return Optional.empty();
    }
    BigDecimal gone = HUNDRED.multiply(actual.subtract(target.baseline()));
    return Optional.of(gone.divide(way, 1, RoundingMode.HALF_UP));
  }

  /** The light; grey where the figure is too weak to judge. */
  static String light(
      BigDecimal percent, Targeted target, String grade, Optional<Figure.Precision> precision) {
    if (grade.equals("D") || precision.filter(p -> coversBoth(p, target)).isPresent()) {
      return "grey";
    }
    if (percent.compareTo(GREEN) >= 0) {
      return "green";
    }
    return percent.compareTo(AMBER) >= 0 ? "amber" : "red";
  }

  private static boolean coversBoth(Figure.Precision precision, Targeted target) {
    if (precision.low().isEmpty() || precision.high().isEmpty()) {
      return false;
    }
    double low = precision.low().get();
    double high = precision.high().get();
    double least = target.baseline().min(target.target()).doubleValue();
    double most = target.baseline().max(target.target()).doubleValue();
    return low <= least && most <= high;
  }
}
