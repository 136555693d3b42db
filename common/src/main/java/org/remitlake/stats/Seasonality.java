package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Seasonal index by the ratio to a centred moving average, the classical multiplicative
 * decomposition (R's {@code decompose}).
 *
 * @param figures index of each season, from the first of the year; their mean is 1
 */
public record Seasonality(List<Double> figures) {
  private static final int LEAST_YEARS = 3;
  private static final int YEARS_FOR_MEDIANS = 5;

  /** How the ratios of a season become one. */
  private enum Middle {
    MEAN,
    MEDIAN
  }

  /**
   * The index of a series, as the catalogue (B16) has it: means of ratios, and from five years on
   * medians, which single years like 2020 do not move; empty with less than three full years, or
   * where an average is not above zero.
   *
   * @param values in order, without gaps
   * @param firstSeason season of the first value, from 0
   * @param seasons of a year: 4 or 12
   */
  public static Optional<Seasonality> of(double[] values, int firstSeason, int seasons) {
    if (values.length < LEAST_YEARS * seasons) {
      return Optional.empty();
    }
    boolean isLong = values.length >= YEARS_FOR_MEDIANS * seasons;
    return of(values, firstSeason, seasons, isLong ? Middle.MEDIAN : Middle.MEAN);
  }

  /** The index by means whatever the length, as R's {@code decompose} gives it. */
  static Optional<Seasonality> ofMeans(double[] values, int firstSeason, int seasons) {
    return of(values, firstSeason, seasons, Middle.MEAN);
  }

  private static Optional<Seasonality> of(
      double[] values, int firstSeason, int seasons, Middle middle) {
    List<List<Double>> ratios = new ArrayList<>();
    for (int k = 0; k < seasons; k++) {
      ratios.add(new ArrayList<>());
    }
    int half = seasons / 2;
    for (int t = half; t < values.length - half; t++) {
      double average = average(values, t, half) / seasons;
      if (average <= 0) {
        return Optional.empty();
      }
      ratios.get((firstSeason + t) % seasons).add(values[t] / average);
    }
    if (ratios.stream().anyMatch(List::isEmpty)) {
      return Optional.empty();
    }
    double[] figures = ratios.stream().mapToDouble(r -> middle(r, middle)).toArray();
    double mean = Arrays.stream(figures).sum() / seasons;
    return Optional.of(new Seasonality(Arrays.stream(figures).map(f -> f / mean).boxed().toList()));
  }

  /** Sum of a year around a value; both ends count by half. */
  private static double average(double[] values, int at, int half) {
    double sum = (values[at - half] + values[at + half]) / 2;
    for (int t = at - half + 1; t < at + half; t++) {
      sum += values[t];
    }
    return sum;
  }

  private static double middle(List<Double> ratios, Middle middle) {
    double[] sorted = ratios.stream().mapToDouble(r -> r).sorted().toArray();
    if (middle == Middle.MEAN) {
      return Arrays.stream(sorted).sum() / sorted.length;
    }
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** Largest less smallest index. */
  public double amplitude() {
    return figures.stream().max(Double::compare).orElseThrow()
        - figures.stream().min(Double::compare).orElseThrow();
  }
}
