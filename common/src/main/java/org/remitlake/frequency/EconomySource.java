package org.remitlake.frequency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.PublishedSeries;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Values of {@link Economy}: from published series, of years. */
public final class EconomySource implements ValueSource {
  private static final String INFLOW = "OFFICIAL_INFLOW";
  private static final String OUTPUT = "GDP";
  private static final int LAST = 4;

  private final Lake lake;

  /** Inflow and output of a country and year, of one publisher in one unit. */
  private record Parts(BigDecimal inflow, BigDecimal output) {}

  /** A source. */
  public EconomySource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Economy.values());
  }

  @Override
  public Map<String, String> inputs() {
    String version =
        PublishedSeries.version(lake, INFLOW) + '\n' + PublishedSeries.version(lake, OUTPUT);
    Map<String, String> inputs = new TreeMap<>();
    if (!version.isBlank()) {
      Stream.of(INFLOW, OUTPUT)
          .flatMap(code -> PublishedSeries.read(lake, code).stream())
          .flatMap(series -> years(series).stream())
          .forEach(year -> inputs.put(new Quarter(year, LAST).toString(), version));
    }
    return inputs;
  }

  /** The years that a series has a whole figure of. */
  private static Set<Integer> years(PublishedSeries series) {
    Set<Integer> years = new TreeSet<>();
    series.figures().keySet().stream()
        .filter(period -> period.matches("\\d{4}(-.*)?"))
        .map(period -> Integer.valueOf(period.substring(0, 4)))
        .filter(year -> series.total(year).isPresent())
        .forEach(years::add);
    return years;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<PublishedSeries> inflows = PublishedSeries.read(lake, INFLOW);
    List<PublishedSeries> outputs = PublishedSeries.read(lake, OUTPUT);
    Map<String, Set<Integer>> years = new TreeMap<>();
    Stream.concat(inflows.stream(), outputs.stream())
        .forEach(s -> years.computeIfAbsent(s.country(), c -> new TreeSet<>()).addAll(years(s)));
    List<ValueRow> values = new ArrayList<>();
    years.forEach(
        (country, all) ->
            all.stream()
                .map(year -> new Quarter(year, LAST))
                .filter(quarter -> periods.contains(quarter.toString()))
                .forEach(quarter -> values.add(value(country, quarter, inflows, outputs))));
    return values;
  }

  private static ValueRow value(
      String country,
      Quarter quarter,
      List<PublishedSeries> inflows,
      List<PublishedSeries> outputs) {
    Optional<Parts> parts =
        inflows.stream()
            .filter(s -> s.country().equals(country))
            .flatMap(s -> parts(s, outputs, quarter.year()).stream())
            .findFirst();
    return new ValueRow(
        Economy.B28,
        CellKey.total(country, quarter.toString()),
        parts.map(p -> 100 * p.inflow().doubleValue() / p.output().doubleValue()),
        parts.isPresent() ? "" : "NO_OFFICIAL",
        parts.map(Parts::inflow),
        parts.map(Parts::output),
        0,
        0,
        0,
        Map.of(),
        "VALUE",
        Optional.empty(),
        "A",
        Optional.empty());
  }

  private static Optional<Parts> parts(
      PublishedSeries inflow, List<PublishedSeries> outputs, int year) {
    return outputs.stream()
        .filter(s -> s.country().equals(inflow.country()))
        .filter(s -> s.source().equals(inflow.source()) && s.unit().equals(inflow.unit()))
        .findFirst()
        .flatMap(s -> s.total(year))
        .filter(total -> total.signum() > 0)
        .flatMap(output -> inflow.total(year).map(total -> new Parts(total, output)));
  }
}
