package org.remitlake.frequency;

import java.math.BigDecimal;
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

/** Values of {@link Season}: each quarter's from the numbers of all quarters up to it. */
public final class SeasonSource implements ValueSource {
  private static final int SEASONS = 4;
  private static final List<Indicator> BASES = List.of(Frequency.B03);

  private final Lake lake;
  private final BaseValues bases;

  private SeasonSource(Lake lake, BaseValues bases) {
    this.lake = lake;
    this.bases = bases;
  }

  /** From the numbers of transfers and of their senders. */
  public static Derivation derivation(Lake lake) {
    return new Derivation(BASES, bases -> new SeasonSource(lake, bases));
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Season.values());
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> inputs = new TreeMap<>();
    bases.inputsUntil(BASES).forEach((quarter, text) -> inputs.put(quarter.toString(), text));
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<ValueRow> values = new ArrayList<>();
    bases
        .of(Frequency.B03)
        .forEach(
            (corridor, quarters) -> {
              // A quarter without a completed transfer, where others were refused or received.
              NavigableMap<Quarter, BaseValue> numbers = new TreeMap<>(quarters);
              numbers.values().removeIf(v -> v.n() == 0);
              numbers.keySet().stream()
                  .filter(q -> periods.contains(q.toString()))
                  .forEach(q -> values.addAll(values(corridor, numbers.headMap(q, true))));
            });
    return values;
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    Quarter last = Quarter.parse(cell.quarter());
    return bases.rows(
        lake.spark(), (corridor, q) -> corridor.equals(cell.corridor()) && q.compareTo(last) <= 0);
  }

  private static List<ValueRow> values(String corridor, NavigableMap<Quarter, BaseValue> until) {
    Quarter first = until.firstKey();
    Quarter last = until.lastKey();
    // A quarter that is missing was not delivered, or nobody sent: neither is a season.
    boolean hasGap = first.until(last) + 1 > until.size();
    double[] numbers = until.values().stream().mapToDouble(BaseValue::n).toArray();
    Optional<Seasonality> index =
        hasGap ? Optional.empty() : Seasonality.of(numbers, first.number() - 1, SEASONS);
    String nullReason = hasGap ? "GAP" : index.isEmpty() ? "HISTORY_SHORT" : "";
    long senders = until.values().stream().mapToLong(BaseValue::units).min().orElse(0);
    List<ValueRow> rows = new ArrayList<>();
    for (Season indicator : Season.values()) {
      rows.add(
          new ValueRow(
              indicator,
              CellKey.total(corridor, last.toString()),
              indicator.of(index),
              nullReason,
              Optional.<BigDecimal>empty(),
              Optional.empty(),
              until.values().stream().mapToLong(BaseValue::n).sum(),
              senders,
              0,
              Map.of(),
              "UNIT",
              Optional.empty(),
              "A",
              Optional.empty()));
    }
    return rows;
  }
}
