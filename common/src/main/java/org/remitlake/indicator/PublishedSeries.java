package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.time.Quarter;

/**
 * A published series of a country, from one publisher and in one unit: figures of others are never
 * put between its own.
 *
 * @param country ISO 3166-1 alpha-3
 * @param source publisher
 * @param unit unit of the figures, as published
 * @param figures by period as published: 2024-01, 2024-Q1 or 2024
 */
public record PublishedSeries(
    String country, String source, String unit, Map<String, BigDecimal> figures) {
  private static final int MONTHS = 3;
  private static final int QUARTERS = 4;

  /** Dollars in one of a unit. */
  private static final Map<String, BigDecimal> DOLLARS =
      Map.of(
          "USD", BigDecimal.ONE,
          "USD thousand", BigDecimal.valueOf(1_000),
          "USD million", BigDecimal.valueOf(1_000_000),
          "USD billion", BigDecimal.valueOf(1_000_000_000));

  private static final Comparator<PublishedSeries> ORDER =
      Comparator.comparing(PublishedSeries::country)
          .thenComparing(PublishedSeries::source)
          .thenComparing(PublishedSeries::unit);

  /** All series of a code of {@code silver.ref_series}, by country, publisher and unit. */
  public static List<PublishedSeries> read(Lake lake, String code) {
    Map<List<String>, Map<String, BigDecimal>> figures = new TreeMap<>(byText());
    for (Row row :
        lake.read(ReferenceSeries.CONTRACT, List.of(code))
            .select("country", "source", "unit", "period", "value")
            .collectAsList()) {
      List<String> key = List.of(row.getString(0), row.getString(1), row.getString(2));
      figures
          .computeIfAbsent(key, k -> new TreeMap<>())
          .put(row.getString(3).trim(), row.getDecimal(4));
    }
    List<PublishedSeries> all = new ArrayList<>();
    figures.forEach((k, v) -> all.add(new PublishedSeries(k.get(0), k.get(1), k.get(2), v)));
    return all.stream().sorted(ORDER).toList();
  }

  private static Comparator<List<String>> byText() {
    return Comparator.comparing((List<String> k) -> String.join("\n", k));
  }

  /** A text that changes when, and only when, the series of a code were rewritten. */
  public static String version(Lake lake, String code) {
    return lake.sliceVersions(ReferenceSeries.CONTRACT).getOrDefault(code, "");
  }

  /**
   * The level of a quarter, of series that have levels, as prices: mean of its three months, else
   * its own figure. A year's figure is no quarter's.
   */
  public Optional<Double> level(Quarter quarter) {
    List<BigDecimal> months = present(months(quarter));
    return months.size() == MONTHS
        ? Optional.of(sum(months).doubleValue() / MONTHS)
        : Optional.ofNullable(figures.get(quarter.toString())).map(BigDecimal::doubleValue);
  }

  /** The levels of a quarter's months, of those that were published. */
  public List<Double> monthlyLevels(Quarter quarter) {
    return present(months(quarter)).stream().map(BigDecimal::doubleValue).toList();
  }

  /**
   * The total of a year, of series that add up, as flows: its own figure, else the sum of its
   * quarters, else of its months, all of them.
   */
  public Optional<BigDecimal> total(int year) {
    BigDecimal own = figures.get(Integer.toString(year));
    if (own != null) {
      return Optional.of(own);
    }
    List<Quarter> all = IntStream.rangeClosed(1, 4).mapToObj(q -> new Quarter(year, q)).toList();
    List<BigDecimal> quarters = present(all.stream().map(Quarter::toString));
    if (quarters.size() == QUARTERS) {
      return Optional.of(sum(quarters));
    }
    List<BigDecimal> months = present(all.stream().flatMap(PublishedSeries::months));
    return months.size() == QUARTERS * MONTHS ? Optional.of(sum(months)) : Optional.empty();
  }

  /** Dollars in one of the unit; empty of other currencies. */
  public Optional<BigDecimal> dollars() {
    return Optional.ofNullable(DOLLARS.get(unit));
  }

  private static Stream<String> months(Quarter quarter) {
    return IntStream.rangeClosed(3 * quarter.number() - 2, 3 * quarter.number())
        .mapToObj(month -> quarter.year() + (month < 10 ? "-0" : "-") + month);
  }

  private List<BigDecimal> present(Stream<String> periods) {
    return periods.filter(figures::containsKey).map(figures::get).toList();
  }

  private static BigDecimal sum(List<BigDecimal> figures) {
    return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
