package org.remitlake.microdata;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.contract.SettledTable;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Quarter;

/**
 * Rows of silver as columns, with new keys and numbers in the place of names; in the order of the
 * keys, which tells nothing.
 */
final class RawAnswers {
  private final MicroTable table;
  private final Keys keys;
  private final Optional<Answers> parent;

  RawAnswers(MicroTable table, Keys keys, Optional<Answers> parent) {
    this.table = table;
    this.keys = keys;
    this.parent = parent;
  }

  /** The rows; of a roster those whose household is among its answers. */
  Answers of(SurveyWave wave, List<Row> rows) {
    Map<String, Integer> places = places();
    TreeMap<String, Row> sorted = new TreeMap<>();
    for (Row row : rows) {
      String own = key(row, table.unitKey().size());
      boolean isKept = parent.isEmpty() || places.containsKey(parentKey(row));
      if (isKept && sorted.put(own, row) != null) {
        throw new IllegalStateException(table.silver().table() + ": two rows have one key.");
      }
    }
    List<Row> kept = List.copyOf(sorted.values());
    Answers answers = new Answers(table, wave, kept.size());
    for (Variable variable : table.variables()) {
      answers.put(
          variable, table.isOwn(variable) ? own(variable, kept) : carried(variable, kept, places));
    }
    return answers;
  }

  private Map<String, Integer> places() {
    Map<String, Integer> places = new HashMap<>();
    parent.ifPresent(
        p -> {
          List<String> unit = p.table().unitKey();
          Variable key = p.table().bySource(unit.get(unit.size() - 1)).orElseThrow();
          List<Cell> cells = p.column(key);
          for (int i = 0; i < cells.size(); i++) {
            places.put(cells.get(i).text(), i);
          }
        });
    return places;
  }

  private String parentKey(Row row) {
    return key(row, parent.orElseThrow().table().unitKey().size());
  }

  /** The key made of the first parts of a row's number. */
  private String key(Row row, int parts) {
    List<String> names = table.unitKey().subList(0, parts);
    return keys.of(names, names.stream().map(n -> row.getAs(n).toString()).toList());
  }

  private List<Cell> carried(Variable variable, List<Row> rows, Map<String, Integer> places) {
    List<Cell> from = parent.orElseThrow().column(variable);
    return rows.stream().map(r -> from.get(places.get(parentKey(r)))).toList();
  }

  private List<Cell> own(Variable variable, List<Row> rows) {
    return switch (variable.as()) {
      case KEY -> {
        int at = table.unitKey().indexOf(variable.source());
        yield rows.stream().map(r -> Cell.of(key(r, at + 1))).toList();
      }
      case OPAQUE -> shuffled(variable, rows);
      case NEVER -> throw new IllegalStateException(variable.name() + " does not leave.");
      default -> rows.stream().map(r -> cell(variable, r)).toList();
    };
  }

  private List<Cell> shuffled(Variable variable, List<Row> rows) {
    List<String> names = new ArrayList<>();
    for (Row row : rows) {
      String within = variable.handling().with();
      String outer = within.isEmpty() ? "" : row.getAs(within) + "\u0001";
      names.add(outer + row.getAs(variable.source()));
    }
    Map<String, Integer> numbers = keys.shuffled(variable.name(), new TreeSet<>(names));
    return names.stream().map(n -> Cell.of(numbers.get(n))).toList();
  }

  private static Cell cell(Variable variable, Row row) {
    Object value = row.getAs(variable.source());
    if (value == null) {
      return Cell.missing(reason(variable, row));
    }
    if (value.equals(variable.handling().unknown())) {
      return Cell.missing("DK");
    }
    if (variable.as() == Treatment.GROUP) {
      String group = value.toString().substring(0, Math.min(1, value.toString().length()));
      // Words in the place of a code must not leave, not even their first letter.
      return variable.codes().contains(group) ? Cell.of(group) : Cell.missing("UNMAPPED");
    }
    return Cell.of(
        value instanceof LocalDate day && variable.as() == Treatment.QUARTER
            ? Quarter.of(day).toString()
            : value);
  }

  private static String reason(Variable variable, Row row) {
    int at = row.fieldIndex(SettledTable.REASONS.name());
    if (row.isNullAt(at)) {
      return "";
    }
    String prefix = variable.source() + ":";
    return row.<String>getList(at).stream()
        .filter(r -> r.startsWith(prefix))
        .map(r -> r.substring(prefix.length()))
        .findFirst()
        .orElse("");
  }
}
