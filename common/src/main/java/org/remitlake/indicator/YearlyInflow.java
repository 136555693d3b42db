package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.remitlake.lake.Lake;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.time.Quarter;

/**
 * What was sent through corridors in a year, as published, in USD.
 *
 * <p>Why two ways: some central banks publish by partner country, others one inflow of the country.
 * One inflow is shared evenly by the country's corridors; where a bank publishes by partner for
 * some of them only, the country's inflow stands for all, so that no two sources are mixed.
 */
public final class YearlyInflow {
  private static final String CODE = "OFFICIAL_INFLOW";
  private static final int QUARTERS = 4;

  private final List<PublishedSeries> ofCountries;

  /** By year and corridor. */
  private final Map<Integer, Map<String, BigDecimal>> byPartner;

  private YearlyInflow(
      List<PublishedSeries> ofCountries, Map<Integer, Map<String, BigDecimal>> byPartner) {
    this.ofCountries = ofCountries;
    this.byPartner = byPartner;
  }

  /** Reads what is published of some years. */
  public static YearlyInflow read(Lake lake, Set<Integer> years) {
    Set<String> quarters = new TreeSet<>();
    years.forEach(year -> quarters.addAll(quarters(year)));
    Map<Integer, Map<String, List<BigDecimal>>> found = new TreeMap<>();
    OfficialInflow.read(lake, quarters)
        .forEach(
            (cell, concepts) ->
                Optional.ofNullable(concepts.get(OfficialInflow.Concept.TOTAL))
                    .ifPresent(
                        usd ->
                            found
                                .computeIfAbsent(
                                    Quarter.parse(cell.quarter()).year(), y -> new TreeMap<>())
                                .computeIfAbsent(cell.corridor(), c -> new ArrayList<>())
                                .add(usd)));
    Map<Integer, Map<String, BigDecimal>> whole = new TreeMap<>();
    found.forEach((year, corridors) -> whole.put(year, whole(corridors)));
    return new YearlyInflow(PublishedSeries.read(lake, CODE), whole);
  }

  private static Map<String, BigDecimal> whole(Map<String, List<BigDecimal>> corridors) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    corridors.forEach(
        (corridor, quarters) -> {
          if (quarters.size() == QUARTERS) {
            sums.put(corridor, quarters.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
          }
        });
    return sums;
  }

  /** A text that changes when anything does that a year's inflows rest on. */
  public static String version(Lake lake, int year) {
    Map<String, String> flows = lake.sliceVersions(OfficialFlows.CONTRACT);
    return quarters(year).stream()
        .map(quarter -> flows.getOrDefault(quarter, ""))
        .collect(Collectors.joining("\n", PublishedSeries.version(lake, CODE) + "\n", ""));
  }

  private static Set<String> quarters(int year) {
    return IntStream.rangeClosed(1, QUARTERS)
        .mapToObj(q -> new Quarter(year, q).toString())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The inflow of a year through those of some corridors where it is published. */
  public Map<String, BigDecimal> of(int year, Set<String> corridors) {
    Map<String, Set<String>> byCountry = new TreeMap<>();
    for (String corridor : corridors) {
      String country = corridor.substring(corridor.indexOf('-') + 1);
      byCountry.computeIfAbsent(country, c -> new TreeSet<>()).add(corridor);
    }
    Map<String, BigDecimal> inflows = new TreeMap<>();
    byCountry.forEach((country, own) -> inflows.putAll(into(country, year, own)));
    return inflows;
  }

  private Map<String, BigDecimal> into(String country, int year, Set<String> corridors) {
    Map<String, BigDecimal> own = new TreeMap<>(byPartner.getOrDefault(year, Map.of()));
    own.keySet().retainAll(corridors);
    Optional<BigDecimal> whole = ofCountry(country, year);
    if (own.size() < corridors.size() && whole.isPresent()) {
      BigDecimal number = BigDecimal.valueOf(corridors.size());
      BigDecimal share = whole.get().divide(number, MathContext.DECIMAL64);
      corridors.forEach(corridor -> own.put(corridor, share));
    }
    return own;
  }

  private Optional<BigDecimal> ofCountry(String country, int year) {
    return ofCountries.stream()
        .filter(s -> s.country().equals(country))
        .flatMap(s -> usd(s, year).stream())
        .findFirst();
  }

  private static Optional<BigDecimal> usd(PublishedSeries series, int year) {
    return series
        .dollars()
        .flatMap(dollars -> series.total(year).map(total -> total.multiply(dollars)));
  }
}
