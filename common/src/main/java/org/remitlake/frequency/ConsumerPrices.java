package org.remitlake.frequency;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.remitlake.indicator.PublishedSeries;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Consumer prices of receive countries, which turn volumes into volumes at constant prices. */
final class ConsumerPrices {
  /** The year whose mean prices are the constant ones (catalogue B10). */
  static final int BASE_YEAR = 2019;

  private static final int MONTHS_OF_QUARTER = 3;

  private static final String CODE = "CPI";

  private final List<PublishedSeries> series;

  private ConsumerPrices(List<PublishedSeries> series) {
    this.series = series;
  }

  static ConsumerPrices read(Lake lake) {
    return new ConsumerPrices(PublishedSeries.read(lake, CODE));
  }

  /** A text that changes when any price index does. */
  static String version(Lake lake) {
    return PublishedSeries.version(lake, CODE);
  }

  /** The quarters of a year. */
  static List<Quarter> year(int year) {
    return IntStream.rangeClosed(1, 4).mapToObj(q -> new Quarter(year, q)).toList();
  }

  /**
   * The price index of a corridor's receive country in all of some quarters: of the first publisher
   * by name that has them all in one unit; empty if none has.
   */
  Optional<Map<Quarter, Double>> of(String corridor, Collection<Quarter> quarters) {
    String country = corridor.substring(corridor.indexOf('-') + 1);
    return series.stream()
        .filter(s -> s.country().equals(country))
        .map(s -> levels(s, quarters))
        .filter(levels -> levels.keySet().containsAll(quarters))
        .findFirst();
  }

  /**
   * The price index of all months of some quarters, in order: of the first publisher by name that
   * has them all in one unit; empty if none has.
   */
  Optional<List<Double>> ofMonths(String corridor, Collection<Quarter> quarters) {
    String country = corridor.substring(corridor.indexOf('-') + 1);
    return series.stream()
        .filter(s -> s.country().equals(country))
        .map(s -> quarters.stream().sorted().flatMap(q -> s.monthlyLevels(q).stream()).toList())
        .filter(levels -> levels.size() == MONTHS_OF_QUARTER * quarters.size())
        .filter(levels -> levels.stream().allMatch(level -> level > 0))
        .findFirst();
  }

  private static Map<Quarter, Double> levels(PublishedSeries one, Collection<Quarter> quarters) {
    Map<Quarter, Double> levels = new TreeMap<>();
    quarters.forEach(
        q -> one.level(q).filter(level -> level > 0).ifPresent(level -> levels.put(q, level)));
    return levels;
  }
}
