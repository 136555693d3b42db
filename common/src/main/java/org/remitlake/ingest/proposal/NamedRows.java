package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows whose cells have names, as they come from xml and json. */
final class NamedRows {
  private final Set<String> document = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final List<Map<String, String>> rows = new ArrayList<>();
  private final List<Long> lines = new ArrayList<>();

  void add(long line, Map<String, String> beside, Map<String, String> cells) {
    if (isFull()) {
      return;
    }
    document.addAll(beside.keySet());
    names.addAll(cells.keySet());
    Map<String, String> all = new LinkedHashMap<>(beside);
    all.putAll(cells);
    rows.add(all);
    lines.add(line);
  }

  boolean isFull() {
    return rows.size() >= Table.MOST_ROWS;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  Table table(String format, String record) {
    Set<String> header = new LinkedHashSet<>(document);
    header.addAll(names);
    List<Table.Row> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Map<String, String> row = rows.get(i);
      cells.add(
          new Table.Row(
              lines.get(i),
              header.stream().map(n -> DialectGuess.trimmed(row.getOrDefault(n, ""))).toList()));
    }
    Finding evidence =
        new Finding(record, Certainty.LIKELY, "the most frequent record: " + rows.size());
    document.removeAll(names);
    return new Table(
        format, "", record, List.copyOf(header), List.copyOf(document), cells, List.of(), evidence);
  }
}
