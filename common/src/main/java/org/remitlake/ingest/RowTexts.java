package org.remitlake.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.apache.spark.sql.Row;

/** Rows compared by what they say. */
final class RowTexts {
  private RowTexts() {}

  /** Whether both hold the same rows, in whatever order. */
  static boolean same(List<Row> some, List<Row> others) {
    return new HashSet<>(of(some)).equals(new HashSet<>(of(others)));
  }

  static List<String> of(List<Row> rows) {
    return rows.stream().map(RowTexts::of).toList();
  }

  /** A list prints otherwise when it was read than when it was made; its elements do not. */
  static String of(Row row) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      boolean isList = row.get(i) instanceof scala.collection.Seq;
      cells.add(isList ? List.copyOf(row.getList(i)) : row.get(i));
    }
    return cells.toString();
  }
}
