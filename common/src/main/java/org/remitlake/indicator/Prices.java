package org.remitlake.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;

/**
 * What stands beside transfers: reference rates by day, their means by quarter, and SmaRT prices.
 * Null where there is none: this is asked several times for each of millions of transfers.
 */
final class Prices implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int SCALE = 12;

  /** Decimals of a share of principal. */
  static final int SHARE_SCALE = 14;

  /** Rates of one pair of currencies, by day since 1970. */
  private static final class Series implements Serializable {
    private static final long serialVersionUID = 1;
    private final Map<Integer, BigDecimal> first = new HashMap<>();
    private final Map<Integer, BigDecimal> second = new HashMap<>();
    private final Map<String, BigDecimal> means = new HashMap<>();
  }

  private final Map<String, Map<String, Map<String, Series>>> byCorridor = new HashMap<>();
  private final Map<String, BigDecimal> smart;

  /**
   * Prices.
   *
   * @param rates of all corridors and days
   * @param smart SmaRT price of a corridor and quarter, joined by a blank, as a share of principal
   */
  Prices(List<ReferenceRates.Daily> rates, Map<String, BigDecimal> smart) {
    this.smart = new HashMap<>(smart);
    Map<Series, Map<String, List<BigDecimal>>> ofQuarters = new HashMap<>();
    for (ReferenceRates.Daily r : rates) {
      Series series =
          byCorridor
              .computeIfAbsent(r.corridor(), c -> new HashMap<>())
              .computeIfAbsent(r.from(), f -> new HashMap<>())
              .computeIfAbsent(r.to(), t -> new Series());
      int day = (int) r.date().toEpochDay();
      series.first.put(day, r.rate());
      r.second().ifPresent(rate -> series.second.put(day, rate));
      ofQuarters
          .computeIfAbsent(series, s -> new HashMap<>())
          .computeIfAbsent(Quarter.of(r.date()).toString(), q -> new ArrayList<>())
          .add(r.rate());
    }
    ofQuarters.forEach(
        (series, quarters) -> quarters.forEach((q, all) -> series.means.put(q, mean(all))));
  }

  private static BigDecimal mean(List<BigDecimal> rates) {
    return rates.stream()
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .divide(BigDecimal.valueOf(rates.size()), SCALE, RoundingMode.HALF_UP);
  }

  private Optional<Series> series(String corridor, String from, String to) {
    return Optional.ofNullable(byCorridor.get(corridor)).map(c -> c.get(from)).map(f -> f.get(to));
  }

  /** Units of {@code to} per 1 {@code from}; null where there is no rate. */
  BigDecimal rate(String corridor, String from, String to, int day) {
    return series(corridor, from, to).map(s -> s.first.get(day)).orElse(null);
  }

  /** The same by the second source. */
  BigDecimal second(String corridor, String from, String to, int day) {
    return series(corridor, from, to).map(s -> s.second.get(day)).orElse(null);
  }

  /** USD per 1 {@code from}, mean over the days of a quarter that have a rate. */
  BigDecimal meanUsd(String corridor, String from, String quarter) {
    return series(corridor, from, "USD").map(s -> s.means.get(quarter)).orElse(null);
  }

  /** SmaRT price, as a share of principal. */
  BigDecimal smart(String corridor, String quarter) {
    return smart.get(corridor + " " + quarter);
  }
}
