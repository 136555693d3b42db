package org.remitlake.frequency;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.time.Quarter;

/** Numbers of senders by the quarter of their first transfer, for all cells. */
final class Cohorts {
  /** By cell, whose own quarter is of no account here, and quarter of the first transfer. */
  private final Map<CellKey, NavigableMap<Quarter, Long>> starts = new TreeMap<>();

  private final Map<String, Quarter> firstOfCorridor = new TreeMap<>();

  /** Adds numbers of starts: each counts in the total and in one cell of each dimension. */
  static Cohorts of(List<Row> starts) {
    Cohorts cohorts = new Cohorts();
    for (Row row : starts) {
      RhythmSource.keys(row).forEach(key -> cohorts.add(key, row.getLong(row.length() - 1)));
    }
    return cohorts;
  }

  private void add(CellKey key, long senders) {
    Quarter quarter = Quarter.parse(key.quarter());
    starts.computeIfAbsent(key.at(""), k -> new TreeMap<>()).merge(quarter, senders, Long::sum);
    firstOfCorridor.merge(key.corridor(), quarter, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }

  /** Cells of quarters that any sender belongs to: those whose senders are all gone, too. */
  Set<CellKey> cells(List<Quarter> quarters) {
    Set<CellKey> cells = new TreeSet<>();
    starts.forEach(
        (cell, cohorts) ->
            quarters.stream()
                .filter(q -> q.compareTo(cohorts.firstKey()) >= 0)
                .forEach(q -> cells.add(cell.at(q.toString()))));
    return cells;
  }

  /** Senders like those of a cell, by quarters from their first transfer to it. */
  Map<Integer, Long> byAge(CellKey cell) {
    Quarter now = Quarter.parse(cell.quarter());
    Map<Integer, Long> byAge = new TreeMap<>();
    starts
        .get(cell.at(""))
        .headMap(now, true)
        .forEach((quarter, senders) -> byAge.put(quarter.until(now), senders));
    return byAge;
  }

  /** Quarters from the corridor's first transfer to a cell's. */
  int history(CellKey cell) {
    return firstOfCorridor.get(cell.corridor()).until(Quarter.parse(cell.quarter()));
  }
}
