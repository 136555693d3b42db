package org.remitlake.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Turns rows that are sorted by a key into other rows, key by key: one group is held at a time. */
public abstract class SortedGroups implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1;

  /**
   * Puts rows with the same key one after the other, in as many places as Spark thinks fit.
   *
   * <p>They are sorted by a hash first: it tells nearly all keys apart by one number, where the
   * keys themselves begin alike and are compared byte by byte.
   */
  public static Dataset<Row> together(Dataset<Row> rows, String... key) {
    Column[] columns = Arrays.stream(key).map(functions::col).toArray(Column[]::new);
    List<Column> order = new ArrayList<>(List.of(functions.xxhash64(columns)));
    order.addAll(List.of(columns));
    return rows.repartition(columns).sortWithinPartitions(order.toArray(Column[]::new));
  }

  /** What rows of a group have in common. */
  protected abstract List<Object> key(Row row);

  /** What becomes of a group, whose rows are in the order of the partition. */
  protected abstract List<Row> rows(List<Row> group);

  @Override
  public final Iterator<Row> call(Iterator<Row> sorted) {
    return new Iterator<>() {
      private Row next = sorted.hasNext() ? sorted.next() : null;
      private Iterator<Row> ready = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!ready.hasNext() && next != null) {
          ready = rows(group()).iterator();
        }
        return ready.hasNext();
      }

      @Override
      public Row next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        return ready.next();
      }

      private List<Row> group() {
        List<Row> group = new ArrayList<>();
        List<Object> key = key(next);
        while (next != null && key.equals(key(next))) {
          group.add(next);
          next = sorted.hasNext() ? sorted.next() : null;
        }
        return group;
      }
    };
  }
}
