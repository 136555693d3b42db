package org.remitlake.frequency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.remitlake.indicator.BaseValue;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.stats.Seasonality;
import org.remitlake.time.Quarter;

/**
 * What a corridor sent in all quarters, or months, up to the end of a quarter.
 *
 * @param corridor corridor
 * @param first its first quarter
 * @param last the quarter that it ends with
 * @param parts what the numbers rest on, in order
 * @param numbers number or volume of each quarter or month; none where there is a problem
 * @param seasons of a year: 4 or 12
 * @param problem why the numbers make no series: GAP, NO_CPI; empty when they do
 */
record SeasonalSeries(
    String corridor,
    Quarter first,
    Quarter last,
    List<BaseValue> parts,
    List<Double> numbers,
    int seasons,
    String problem) {
  private static final int QUARTERS = 4;
  private static final int MONTHS = 12;

  /**
   * A series before it is known whether it is one.
   *
   * @param quarters that the corridor sent in
   * @param parts one or three of each; fewer where something is missing
   * @param perQuarter one or three
   */
  private static SeasonalSeries of(
      String corridor,
      NavigableMap<Quarter, BaseValue> quarters,
      List<BaseValue> parts,
      int perQuarter) {
    Quarter first = quarters.firstKey();
    Quarter last = quarters.lastKey();
    // One that is missing was not delivered, or nobody sent: neither is a season.
    boolean isWhole =
        (first.until(last) + 1) * perQuarter == parts.size()
            && parts.stream().allMatch(p -> p.n() > 0);
    return new SeasonalSeries(
        corridor, first, last, parts, List.of(), QUARTERS * perQuarter, isWhole ? "" : "GAP");
  }

  private SeasonalSeries with(List<Double> all, String why) {
    return new SeasonalSeries(corridor, first, last, parts, all, seasons, why);
  }

  /** Numbers of transfers by quarter. */
  static SeasonalSeries ofNumbers(String corridor, NavigableMap<Quarter, BaseValue> transfers) {
    return of(corridor, transfers, List.copyOf(transfers.values()), 1).numbered();
  }

  /**
   * Numbers of transfers by month.
   *
   * @param months of the quarters, in order
   */
  static SeasonalSeries ofNumbers(
      String corridor, NavigableMap<Quarter, BaseValue> transfers, List<BaseValue> months) {
    return of(corridor, transfers, months, MONTHS / QUARTERS).numbered();
  }

  private SeasonalSeries numbered() {
    return problem.isEmpty() ? with(parts.stream().map(p -> (double) p.n()).toList(), "") : this;
  }

  /**
   * Volumes at prices of {@link ConsumerPrices#BASE_YEAR}, or of no matter which time.
   *
   * @param volumes by quarter in the currency of the receive country, at current prices
   * @param base quarters whose mean prices are the constant ones; none where it does not matter
   */
  static SeasonalSeries ofVolumes(
      String corridor,
      NavigableMap<Quarter, BaseValue> volumes,
      ConsumerPrices prices,
      List<Quarter> base) {
    SeasonalSeries series = of(corridor, volumes, List.copyOf(volumes.values()), 1);
    Set<Quarter> priced = new TreeSet<>(volumes.keySet());
    priced.addAll(base);
    return series.deflated(
        prices
            .of(corridor, priced)
            .map(
                index -> {
                  double constant = base.stream().mapToDouble(index::get).average().orElse(1);
                  return volumes.keySet().stream().map(q -> index.get(q) / constant).toList();
                }));
  }

  /**
   * Volumes by month, at prices of no matter which time.
   *
   * @param volumes by quarter
   * @param months of the quarters, in order
   */
  static SeasonalSeries ofVolumes(
      String corridor,
      NavigableMap<Quarter, BaseValue> volumes,
      List<BaseValue> months,
      ConsumerPrices prices) {
    return of(corridor, volumes, months, MONTHS / QUARTERS)
        .deflated(prices.ofMonths(corridor, volumes.keySet()));
  }

  private SeasonalSeries deflated(Optional<List<Double>> index) {
    if (!problem.isEmpty() || parts.stream().anyMatch(p -> p.value().isEmpty())) {
      return with(List.of(), "GAP");
    }
    if (index.isEmpty()) {
      return with(List.of(), "NO_CPI");
    }
    List<Double> real = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      real.add(parts.get(i).value().orElseThrow() / index.get().get(i));
    }
    return with(real, "");
  }

  /** The seasonal index; empty with a problem or without enough years. */
  Optional<Seasonality> index() {
    return problem.isEmpty()
        ? Seasonality.of(
            numbers.stream().mapToDouble(y -> y).toArray(),
            (first.number() - 1) * seasons / QUARTERS,
            seasons)
        : Optional.empty();
  }

  /** The last quarter's number without its season; empty where a season has no transfers at all. */
  Optional<Double> adjusted(Seasonality index) {
    double season = index.figures().get(last.number() - 1);
    return season > 0 ? Optional.of(numbers.get(numbers.size() - 1) / season) : Optional.empty();
  }

  /** A value of the last quarter that rests on all of them. */
  ValueRow row(Indicator indicator, Optional<Double> value) {
    String whenNone = problem.isEmpty() ? "HISTORY_SHORT" : problem;
    return new ValueRow(
        indicator,
        CellKey.total(corridor, last.toString()),
        value,
        value.isPresent() ? "" : index().isPresent() ? "DEN_ZERO" : whenNone,
        Optional.<BigDecimal>empty(),
        Optional.empty(),
        parts.stream().mapToLong(BaseValue::n).sum(),
        parts.stream().mapToLong(BaseValue::units).min().orElse(0),
        0,
        Map.of(),
        "UNIT",
        parts.stream().reduce((one, next) -> next).flatMap(BaseValue::fxSource),
        parts.stream().map(BaseValue::grade).max(String::compareTo).orElse("A"),
        Optional.empty());
  }
}
