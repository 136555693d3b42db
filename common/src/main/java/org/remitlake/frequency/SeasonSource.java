package org.remitlake.frequency;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.PersonRecords;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.stats.Seasonality;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Values of {@link Season}: each quarter's from the numbers of all quarters up to it. */
public final class SeasonSource implements ValueSource {
  private static final int SEASONS = 4;

  private final Lake lake;

  /** Completed transfers of a quarter, and their senders. */
  private record Quantity(long transfers, long senders) {}

  /** A source. */
  public SeasonSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Season.values());
  }

  @Override
  public Map<String, String> inputs() {
    return History.inputs(lake);
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<ValueRow> values = new ArrayList<>();
    if (History.isOfAny(lake, periods)) {
      quantities()
          .forEach(
              (corridor, quarters) ->
                  quarters.keySet().stream()
                      .filter(q -> periods.contains(q.toString()))
                      .forEach(q -> values.addAll(values(corridor, quarters.headMap(q, true)))));
    }
    return values;
  }

  private Map<String, NavigableMap<Quarter, Quantity>> quantities() {
    Map<String, NavigableMap<Quarter, Quantity>> all = new TreeMap<>();
    for (Row row : PersonRecords.quantities(lake.read(Tx.CONTRACT)).collectAsList()) {
      all.computeIfAbsent(row.getString(0), c -> new TreeMap<>())
          .put(Quarter.parse(row.getString(1)), new Quantity(row.getLong(2), row.getLong(3)));
    }
    return all;
  }

  private static List<ValueRow> values(String corridor, NavigableMap<Quarter, Quantity> until) {
    Quarter first = until.firstKey();
    Quarter last = until.lastKey();
    // A quarter that is missing was not delivered, or nobody sent: neither is a season.
    boolean hasGap = first.until(last) + 1 > until.size();
    double[] numbers = until.values().stream().mapToDouble(Quantity::transfers).toArray();
    Optional<Seasonality> index =
        hasGap ? Optional.empty() : Seasonality.of(numbers, first.number() - 1, SEASONS);
    String nullReason = hasGap ? "GAP" : index.isEmpty() ? "HISTORY_SHORT" : "";
    long senders = until.values().stream().mapToLong(Quantity::senders).min().orElse(0);
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
              until.values().stream().mapToLong(Quantity::transfers).sum(),
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
