package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A file of {@code sample-data/expected}, and a table compared with it cell by cell. */
record ExpectedValues(String file, List<Map<String, String>> rows) {

  static ExpectedValues read(String file) throws IOException {
    List<String> lines = Files.readAllLines(Bench.SAMPLE.resolve("expected").resolve(file));
    String[] names = lines.get(0).split(",", -1);
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < names.length; i++) {
        row.put(names[i], cells[i]);
      }
      rows.add(row);
    }
    return new ExpectedValues(file, rows);
  }

  /**
   * Asserts that a table has exactly these rows and, in columns of the same names, these values: an
   * empty cell is a null, a number agrees to 1e-9 of itself or to 1e-12.
   */
  void assertHolds(Dataset<Row> table, List<String> key) {
    List<String> columns = List.of(table.columns());
    Map<String, Row> found = new HashMap<>();
    for (Row row : table.collectAsList()) {
      String name =
          key.stream().map(k -> text(row.get(columns.indexOf(k)))).collect(Collectors.joining(" "));
      assertThat(found.put(name, row)).as("%s occurs once", name).isNull();
    }
    assertThat(found.keySet())
        .as(file)
        .containsExactlyInAnyOrderElementsOf(
            rows.stream()
                .map(e -> key.stream().map(e::get).collect(Collectors.joining(" ")))
                .toList());
    for (Map<String, String> expected : rows) {
      String name = key.stream().map(expected::get).collect(Collectors.joining(" "));
      expected.forEach(
          (column, cell) -> {
            if (columns.contains(column)) {
              assertCell(name + ": " + column, found.get(name).get(columns.indexOf(column)), cell);
            }
          });
    }
  }

  private static void assertCell(String where, Object value, String cell) {
    if (cell.isEmpty() || value == null) {
      assertThat(text(value)).as(where).isEqualTo(cell);
    } else if (value instanceof Double number) {
      double wanted = Double.parseDouble(cell);
      assertThat(number).as(where).isCloseTo(wanted, within(Math.abs(wanted) * 1e-9 + 1e-12));
    } else {
      assertThat(text(value)).as(where).isEqualTo(cell);
    }
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }
}
