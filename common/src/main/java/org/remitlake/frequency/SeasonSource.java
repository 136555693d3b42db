package org.remitlake.frequency;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.BaseValue;
import org.remitlake.indicator.BaseValues;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Derivation;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.stats.Seasonality;
import org.remitlake.time.Quarter;

/**
 * Values of {@link Season}, {@link MonthSeason} and {@link Adjusted}: each quarter's from the
 * numbers and volumes of all quarters up to it.
 */
public final class SeasonSource implements ValueSource {
  private static final List<MonthlyVolume> MONTHS_SENT =
      List.of(MonthlyVolume.B03_M1, MonthlyVolume.B03_M2, MonthlyVolume.B03_M3);
  private static final List<MonthlyVolume> MONTHS_PAID =
      List.of(MonthlyVolume.B05_M1, MonthlyVolume.B05_M2, MonthlyVolume.B05_M3);
  private static final List<Indicator> BASES = bases();

  private final Lake lake;
  private final BaseValues bases;

  private SeasonSource(Lake lake, BaseValues bases) {
    this.lake = lake;
    this.bases = bases;
  }

  private static List<Indicator> bases() {
    List<Indicator> all = new ArrayList<>(List.of(Frequency.B03, Frequency.B05));
    all.addAll(MONTHS_SENT);
    all.addAll(MONTHS_PAID);
    return List.copyOf(all);
  }

  /** From the numbers of transfers, of their senders, and from their volume. */
  public static Derivation derivation(Lake lake) {
    return new Derivation(BASES, bases -> new SeasonSource(lake, bases));
  }

  @Override
  public List<? extends Indicator> indicators() {
    List<Indicator> all = new ArrayList<>(List.of(Season.values()));
    all.addAll(List.of(MonthSeason.values()));
    all.addAll(List.of(Adjusted.values()));
    return all;
  }

  @Override
  public Map<String, String> inputs() {
    String prices = ConsumerPrices.version(lake);
    Map<String, String> inputs = new TreeMap<>();
    bases.inputsUntil(BASES).forEach((quarter, text) -> inputs.put(quarter + "", text + prices));
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    ConsumerPrices prices = ConsumerPrices.read(lake);
    List<ValueRow> values = new ArrayList<>();
    bases
        .of(Frequency.B03)
        .forEach(
            (corridor, quarters) -> {
              NavigableMap<Quarter, BaseValue> sent = withTransfers(quarters);
              NavigableMap<Quarter, BaseValue> paid =
                  new TreeMap<>(bases.of(Frequency.B05, corridor));
              paid.keySet().retainAll(sent.keySet());
              sent.keySet().stream()
                  .filter(q -> periods.contains(q.toString()))
                  .forEach(
                      q -> {
                        values.addAll(ofNumbers(corridor, sent.headMap(q, true)));
                        values.addAll(ofVolumes(corridor, paid.headMap(q, true), prices));
                      });
            });
    return values;
  }

  /** A quarter may have a row and no transfer: others were refused, or received. */
  private static NavigableMap<Quarter, BaseValue> withTransfers(
      NavigableMap<Quarter, BaseValue> quarters) {
    NavigableMap<Quarter, BaseValue> sent = new TreeMap<>(quarters);
    sent.values().removeIf(v -> v.n() == 0);
    return sent;
  }

  private List<ValueRow> ofNumbers(String corridor, NavigableMap<Quarter, BaseValue> transfers) {
    SeasonalSeries series = SeasonalSeries.ofNumbers(corridor, transfers);
    Optional<Seasonality> index = series.index();
    List<ValueRow> rows = seasons(series, Season.Sent.NUMBER, index);
    rows.addAll(
        months(
            SeasonalSeries.ofNumbers(corridor, transfers, months(MONTHS_SENT, corridor, transfers)),
            Season.Sent.NUMBER));
    rows.add(series.row(Adjusted.B17_N, index.flatMap(series::adjusted)));
    return rows;
  }

  private List<ValueRow> ofVolumes(
      String corridor, NavigableMap<Quarter, BaseValue> volumes, ConsumerPrices prices) {
    SeasonalSeries series = SeasonalSeries.ofVolumes(corridor, volumes, prices, List.of());
    List<ValueRow> rows = seasons(series, Season.Sent.VOLUME, series.index());
    rows.addAll(
        months(
            SeasonalSeries.ofVolumes(
                corridor, volumes, months(MONTHS_PAID, corridor, volumes), prices),
            Season.Sent.VOLUME));
    SeasonalSeries constant =
        SeasonalSeries.ofVolumes(
            corridor, volumes, prices, ConsumerPrices.year(ConsumerPrices.BASE_YEAR));
    rows.add(constant.row(Adjusted.B17, constant.index().flatMap(constant::adjusted)));
    return rows;
  }

  private static List<ValueRow> seasons(
      SeasonalSeries series, Season.Sent sent, Optional<Seasonality> index) {
    List<ValueRow> rows = new ArrayList<>();
    for (Season indicator : Season.values()) {
      if (indicator.sent() == sent) {
        rows.add(series.row(indicator, index.map(indicator::of)));
      }
    }
    return rows;
  }

  private static List<ValueRow> months(SeasonalSeries series, Season.Sent sent) {
    Optional<Seasonality> index = series.index();
    return Arrays.stream(MonthSeason.values())
        .filter(indicator -> indicator.sent() == sent)
        .map(indicator -> series.row(indicator, index.map(indicator::of)))
        .toList();
  }

  /** The months of quarters, in order. */
  private List<BaseValue> months(
      List<MonthlyVolume> ofQuarter, String corridor, NavigableMap<Quarter, BaseValue> quarters) {
    List<BaseValue> months = new ArrayList<>();
    for (Quarter quarter : quarters.keySet()) {
      for (MonthlyVolume month : ofQuarter) {
        Optional.ofNullable(bases.of(month, corridor).get(quarter)).ifPresent(months::add);
      }
    }
    return months;
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    Quarter last = Quarter.parse(cell.quarter());
    return bases.rows(
        lake.spark(),
        BASES,
        (corridor, q) -> corridor.equals(cell.corridor()) && q.compareTo(last) <= 0);
  }
}
