package org.remitlake.indicator;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Exact medians of every cell, from one sort: values of a corridor and quarter pass in order, and
 * each cell picks those at the middle of its own count, which the sums have told before.
 */
final class Medians {
  private static final List<Dimension> DIMENSIONS = List.of(Dimension.values());

  private final Map<Dimension, List<String>> values;

  Medians(Map<Dimension, List<String>> values) {
    this.values = values;
  }

  /** Takes the median of a cell. */
  @FunctionalInterface
  interface Sink {
    void put(CellKey cell, Formula.MedianOf of, double median);
  }

  /** How many values each cell of a group has: [dimension, total last][value]. */
  private record Group(String corridor, String quarter, Formula.MedianOf of) {
    String name() {
      return corridor + " " + quarter + " " + of;
    }
  }

  /** A median found in a partition. */
  private record Found(String group, int dimension, int value, double median)
      implements Serializable {}

  void of(Dataset<Row> records, Map<CellKey, TransferCell> cells, Sink sink) {
    Map<String, Group> groups = new HashMap<>();
    Map<String, long[][]> counts = new HashMap<>();
    cells
        .keySet()
        .forEach(
            key -> {
              for (Formula.MedianOf of : Formula.MedianOf.values()) {
                Group group = new Group(key.corridor(), key.quarter(), of);
                groups.put(group.name(), group);
              }
            });
    groups.forEach((name, group) -> counts.put(name, counts(group, cells)));
    Dataset<Row> passed = null;
    for (Formula.MedianOf of : Formula.MedianOf.values()) {
      Dataset<Row> part = passing(records, of);
      passed = passed == null ? part : passed.union(part);
    }
    passed
        .repartition(col("group"))
        .sortWithinPartitions("group", "value")
        .javaRDD()
        .mapPartitions((FlatMapFunction<Iterator<Row>, Found>) rows -> pick(rows, counts))
        .collect()
        .forEach(found -> sink(found, groups.get(found.group()), sink));
  }

  private long[][] counts(Group group, Map<CellKey, TransferCell> cells) {
    Measure n =
        switch (group.of()) {
          case TOTAL_COST_PCT -> Measure.COSTED;
          case USD -> Measure.WITH_USD;
        };
    int dimensions = DIMENSIONS.size();
    long[][] counts = new long[dimensions + 1][];
    for (int i = 0; i < dimensions; i++) {
      Dimension d = DIMENSIONS.get(i);
      counts[i] =
          values.get(d).stream()
              .map(v -> CellKey.of(group.corridor(), group.quarter(), d, v))
              .mapToLong(key -> cells.containsKey(key) ? cells.get(key).count(n) : 0)
              .toArray();
    }
    TransferCell total = cells.get(CellKey.total(group.corridor(), group.quarter()));
    counts[dimensions] = new long[] {total == null ? 0 : total.count(n)};
    return counts;
  }

  private Dataset<Row> passing(Dataset<Row> records, Formula.MedianOf of) {
    List<Column> columns = new ArrayList<>();
    columns.add(
        functions.concat(col("corridor"), lit(" "), col("quarter"), lit(" " + of)).as("group"));
    columns.add(col(of.column()).cast("double").as("value"));
    for (Dimension d : Dimension.values()) {
      Column list = array(values.get(d).stream().map(functions::lit).toArray(Column[]::new));
      columns.add(array_position(list, col(d.column())).cast("int").as("at_" + d.column()));
    }
    return records.where(col(of.column()).isNotNull()).select(columns.toArray(Column[]::new));
  }

  /** Walks through sorted rows, group after group. */
  private static Iterator<Found> pick(Iterator<Row> rows, Map<String, long[][]> counts) {
    List<Found> found = new ArrayList<>();
    String group = "";
    long[][] n = {};
    long[][] seen = {};
    double[][] lower = {};
    while (rows.hasNext()) {
      Row row = rows.next();
      if (!row.getString(0).equals(group)) {
        group = row.getString(0);
        n = counts.get(group);
        seen = like(n);
        lower = new double[n.length][];
        for (int d = 0; d < n.length; d++) {
          lower[d] = new double[n[d].length];
        }
      }
      double value = row.getDouble(1);
      for (int d = 0; d < n.length; d++) {
        int at = d == n.length - 1 ? 0 : row.getInt(2 + d) - 1;
        long rank = ++seen[d][at];
        if (2 * rank == n[d][at]) {
          lower[d][at] = value;
        } else if (2 * rank == n[d][at] + 1) {
          found.add(new Found(group, d, at, value));
        } else if (2 * rank == n[d][at] + 2) {
          found.add(new Found(group, d, at, (lower[d][at] + value) / 2));
        }
      }
    }
    return found.iterator();
  }

  private static long[][] like(long[][] counts) {
    long[][] zeros = new long[counts.length][];
    for (int d = 0; d < counts.length; d++) {
      zeros[d] = new long[counts[d].length];
    }
    return zeros;
  }

  private void sink(Found found, Group group, Sink sink) {
    if (found.dimension() == DIMENSIONS.size()) {
      sink.put(CellKey.total(group.corridor(), group.quarter()), group.of(), found.median());
      return;
    }
    Dimension d = DIMENSIONS.get(found.dimension());
    String value = values.get(d).get(found.value());
    sink.put(CellKey.of(group.corridor(), group.quarter(), d, value), group.of(), found.median());
  }
}
