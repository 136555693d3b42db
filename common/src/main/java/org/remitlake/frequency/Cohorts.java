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
  private final NavigableMap<CellKey, Long> senders = new TreeMap<>();

  /** Adds numbers of starts: each counts in the total and in one cell of each dimension. */
  static Cohorts of(List<Row> starts) {
    Cohorts cohorts = new Cohorts();
    for (Row row : starts) {
      RhythmSource.keys(row)
          .forEach(key -> cohorts.senders.merge(key, row.getLong(row.length() - 1), Long::sum));
    }
    return cohorts;
  }

  /** Cells of quarters that any sender belongs to: those whose senders are all gone, too. */
  Set<CellKey> cells(List<Quarter> quarters) {
    Set<CellKey> cells = new TreeSet<>();
    for (CellKey cohort : senders.keySet()) {
      quarters.stream()
          .map(Quarter::toString)
          .filter(q -> q.compareTo(cohort.quarter()) >= 0)
          .forEach(q -> cells.add(cohort.at(q)));
    }
    return cells;
  }

  /** Senders like those of a cell, by quarters from their first transfer to it. */
  Map<Integer, Long> byAge(CellKey cell) {
    Quarter now = Quarter.parse(cell.quarter());
    Map<Integer, Long> byAge = new TreeMap<>();
    senders.forEach(
        (cohort, n) -> {
          int age = Quarter.parse(cohort.quarter()).until(now);
          if (age >= 0 && cohort.at(cell.quarter()).equals(cell)) {
            byAge.put(age, n);
          }
        });
    return byAge;
  }

  /** Quarters from the corridor's first transfer to a cell's. */
  int history(CellKey cell) {
    CellKey first =
        senders.keySet().stream()
            .filter(k -> k.corridor().equals(cell.corridor()))
            .findFirst()
            .orElseThrow();
    return Quarter.parse(first.quarter()).until(Quarter.parse(cell.quarter()));
  }
}
