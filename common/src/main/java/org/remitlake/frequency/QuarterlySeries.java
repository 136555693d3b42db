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
 * What a corridor sent in all quarters up to one.
 *
 * @param corridor corridor
 * @param quarters the quarters and what they rest on, in order
 * @param numbers number or volume of each quarter; none where there is a problem
 * @param problem why the numbers make no series: GAP, NO_CPI; empty when they do
 */
record QuarterlySeries(
    String corridor,
    NavigableMap<Quarter, BaseValue> quarters,
    List<Double> numbers,
    String problem) {
  private static final int SEASONS = 4;

  /** Numbers of transfers. */
  static QuarterlySeries ofNumbers(String corridor, NavigableMap<Quarter, BaseValue> transfers) {
    return hasGap(transfers)
        ? new QuarterlySeries(corridor, transfers, List.of(), "GAP")
        : new QuarterlySeries(
            corridor, transfers, transfers.values().stream().map(v -> (double) v.n()).toList(), "");
  }

  /**
   * Volumes at prices of {@link ConsumerPrices#BASE_YEAR}, or of no matter which time.
   *
   * @param volumes in the currency of the receive country, at current prices
   * @param base quarters whose mean prices are the constant ones; none where it does not matter
   */
  static QuarterlySeries ofVolumes(
      String corridor,
      NavigableMap<Quarter, BaseValue> volumes,
      ConsumerPrices prices,
      List<Quarter> base) {
    if (hasGap(volumes) || volumes.values().stream().anyMatch(v -> v.value().isEmpty())) {
      return new QuarterlySeries(corridor, volumes, List.of(), "GAP");
    }
    Set<Quarter> priced = new TreeSet<>(volumes.keySet());
    priced.addAll(base);
    Optional<Map<Quarter, Double>> index = prices.of(corridor, priced);
    if (index.isEmpty()) {
      return new QuarterlySeries(corridor, volumes, List.of(), "NO_CPI");
    }
    double constant = base.stream().mapToDouble(index.get()::get).average().orElse(1);
    List<Double> real = new ArrayList<>();
    volumes.forEach((q, v) -> real.add(v.value().orElseThrow() / index.get().get(q) * constant));
    return new QuarterlySeries(corridor, volumes, real, "");
  }

  /** A quarter that is missing was not delivered, or nobody sent: neither is a season. */
  private static boolean hasGap(NavigableMap<Quarter, BaseValue> quarters) {
    return quarters.firstKey().until(quarters.lastKey()) + 1 > quarters.size();
  }

  /** The seasonal index; empty with a problem or without enough years. */
  Optional<Seasonality> seasons() {
    return problem.isEmpty()
        ? Seasonality.of(
            numbers.stream().mapToDouble(y -> y).toArray(),
            quarters.firstKey().number() - 1,
            SEASONS)
        : Optional.empty();
  }

  /** The last number without its season; empty where a season has no transfers at all. */
  Optional<Double> adjusted(Seasonality index) {
    double season = index.figures().get(quarters.lastKey().number() - 1);
    return season > 0 ? Optional.of(numbers.get(numbers.size() - 1) / season) : Optional.empty();
  }

  /** A value of the last quarter that rests on all of them. */
  ValueRow row(Indicator indicator, Optional<Double> value) {
    String whenNone = problem.isEmpty() ? "HISTORY_SHORT" : problem;
    return new ValueRow(
        indicator,
        CellKey.total(corridor, quarters.lastKey().toString()),
        value,
        value.isPresent() ? "" : seasons().isPresent() ? "DEN_ZERO" : whenNone,
        Optional.<BigDecimal>empty(),
        Optional.empty(),
        quarters.values().stream().mapToLong(BaseValue::n).sum(),
        quarters.values().stream().mapToLong(BaseValue::units).min().orElse(0),
        0,
        Map.of(),
        "UNIT",
        quarters.lastEntry().getValue().fxSource(),
        quarters.values().stream().map(BaseValue::grade).max(String::compareTo).orElse("A"),
        Optional.empty());
  }
}
