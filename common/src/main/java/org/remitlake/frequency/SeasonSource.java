package org.remitlake.frequency;

import java.util.ArrayList;
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
 * Values of {@link Season} and {@link Adjusted}: each quarter's from the numbers and volumes of all
 * quarters up to it.
 */
public final class SeasonSource implements ValueSource {
  private static final List<Indicator> BASES = List.of(Frequency.B03, Frequency.B05);

  private final Lake lake;
  private final BaseValues bases;

  private SeasonSource(Lake lake, BaseValues bases) {
    this.lake = lake;
    this.bases = bases;
  }

  /** From the numbers of transfers, of their senders, and from their volume. */
  public static Derivation derivation(Lake lake) {
    return new Derivation(BASES, bases -> new SeasonSource(lake, bases));
  }

  @Override
  public List<? extends Indicator> indicators() {
    List<Indicator> all = new ArrayList<>(List.of(Season.values()));
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

  private static List<ValueRow> ofNumbers(
      String corridor, NavigableMap<Quarter, BaseValue> transfers) {
    QuarterlySeries series = QuarterlySeries.ofNumbers(corridor, transfers);
    Optional<Seasonality> index = series.seasons();
    List<ValueRow> rows = seasons(series, Season.Sent.NUMBER, index);
    rows.add(series.row(Adjusted.B17_N, index.flatMap(series::adjusted)));
    return rows;
  }

  private static List<ValueRow> ofVolumes(
      String corridor, NavigableMap<Quarter, BaseValue> volumes, ConsumerPrices prices) {
    QuarterlySeries series = QuarterlySeries.ofVolumes(corridor, volumes, prices, List.of());
    List<ValueRow> rows = seasons(series, Season.Sent.VOLUME, series.seasons());
    QuarterlySeries constant =
        QuarterlySeries.ofVolumes(
            corridor, volumes, prices, ConsumerPrices.year(ConsumerPrices.BASE_YEAR));
    rows.add(constant.row(Adjusted.B17, constant.seasons().flatMap(constant::adjusted)));
    return rows;
  }

  private static List<ValueRow> seasons(
      QuarterlySeries series, Season.Sent sent, Optional<Seasonality> index) {
    List<ValueRow> rows = new ArrayList<>();
    for (Season indicator : Season.values()) {
      if (indicator.sent() == sent) {
        rows.add(series.row(indicator, index.map(indicator::of)));
      }
    }
    return rows;
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
