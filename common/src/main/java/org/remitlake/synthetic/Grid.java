package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.remitlake.synthetic.Planted.Outcome;

/**
 * A file of survey, ledger or registry rows: all of it in memory, cells as text, no line breaks in
 * them, so that row {@code i} stands on line {@code i + 2}.
 */
final class Grid {
  /** A row, and what is wrong with it. */
  private static final class Row {
    private String[] cells;
    private boolean wider;
    private String rule = "";
    private Outcome outcome = Outcome.FLAG;
    private String note = "";

    private Row(String... cells) {
      this.cells = cells;
    }
  }

  private final String file;
  private final String contract;
  private final String source;
  private final char delimiter;
  private final String keyField;
  private final List<String> fields = new ArrayList<>();
  private final List<String> headers = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final SortedMap<String, Long> natural = new TreeMap<>();

  /**
   * @param keyField the field that names a row in the truth
   * @param columns in order, as {@code field=Header}; a column that no contract knows has no field
   */
  Grid(
      String file,
      String contract,
      String source,
      char delimiter,
      String keyField,
      List<String> columns) {
    this.file = file;
    this.contract = contract;
    this.source = source;
    this.delimiter = delimiter;
    this.keyField = keyField;
    columns.forEach(this::addColumn);
  }

  void row(String... cells) {
    if (cells.length != headers.size()) {
      throw new IllegalStateException(file + ": " + cells.length + " of " + headers.size());
    }
    rows.add(new Row(cells));
  }

  /**
   * Adds columns at the end.
   *
   * @param columns as those of the constructor
   * @param cells of each row
   */
  void extend(List<String> columns, List<List<String>> cells) {
    if (cells.size() != rows.size()) {
      throw new IllegalStateException(file + ": cells of " + cells.size() + " rows");
    }
    columns.forEach(this::addColumn);
    for (int i = 0; i < rows.size(); i++) {
      List<String> all = new ArrayList<>(Arrays.asList(rows.get(i).cells));
      all.addAll(cells.get(i));
      rows.get(i).cells = all.toArray(String[]::new);
    }
  }

  private void addColumn(String column) {
    int mark = column.indexOf('=');
    fields.add(column.substring(0, mark));
    headers.add(column.substring(mark + 1));
  }

  String contract() {
    return contract;
  }

  int size() {
    return rows.size();
  }

  String cell(int row, String field) {
    return rows.get(row).cells[fields.indexOf(field)];
  }

  boolean has(String field) {
    return fields.contains(field);
  }

  /** Whether nothing has been done to a row yet. */
  boolean sound(int row) {
    return rows.get(row).rule.isEmpty();
  }

  /** Counts what the source always does and nobody planted. */
  void natural(String rule) {
    natural.merge(rule, 1L, Long::sum);
  }

  /** Says that a rule finds something in a row as it is. */
  void plant(int row, String rule, Outcome outcome, String note) {
    Row spoilt = rows.get(row);
    spoilt.rule = rule;
    spoilt.outcome = outcome;
    spoilt.note = note;
  }

  void replace(int row, String field, String text) {
    rows.get(row).cells[fields.indexOf(field)] = text;
  }

  void widen(int row) {
    rows.get(row).wider = true;
  }

  /** Writes a row once more below itself. */
  void repeat(int row, String rule) {
    String[] cells = rows.get(row).cells;
    rows.add(row + 1, new Row(Arrays.copyOf(cells, cells.length)));
    plant(row + 1, rule, Outcome.DUPLICATE, "the row above again");
  }

  Report save(Path folder) throws IOException {
    return save(folder, UTF_8);
  }

  Report save(Path folder, Charset charset) throws IOException {
    Text out = new Text();
    line(out, headers, false);
    List<Planted> planted = new ArrayList<>();
    int key = fields.indexOf(keyField);
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      line(out, Arrays.asList(row.cells), row.wider);
      if (!row.rule.isEmpty()) {
        planted.add(
            new Planted(row.rule, contract, file, i + 2, row.cells[key], row.outcome, row.note));
      }
    }
    Files.writeString(folder.resolve(file), out.toString(), charset);
    Written written = new Written(file, contract, source, rows.size(), natural);
    return new Report(List.of(written), planted, new Tally());
  }

  private void line(Text out, List<String> cells, boolean wider) {
    for (String cell : cells) {
      boolean quoted = cell.indexOf(delimiter) >= 0 || cell.indexOf('"') >= 0;
      out.append(quoted ? '"' + cell.replace("\"", "\"\"") + '"' : cell).append(delimiter);
    }
    if (wider) {
      out.append(delimiter);
    }
    out.setLast('\n');
  }
}
