package org.remitlake.microdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The rules of disclosure control, in their order, on the answers of one table. */
final class Protection {
  private final Answers answers;
  private final Rules rules;

  Protection(Answers answers, Rules rules) {
    this.answers = answers;
    this.rules = rules;
  }

  /**
   * Protects the answers.
   *
   * @return rows that fewer than k look like, after all
   */
  long apply() {
    List<Variable> own =
        answers.table().variables().stream().filter(answers.table()::isOwn).toList();
    own.stream().filter(v -> v.as() == Treatment.AREA).forEach(this::pool);
    for (Variable v : own) {
      if (v.as() == Treatment.CATEGORY
          || v.as() == Treatment.GROUP
          || v.as() == Treatment.QUARTER) {
        List<Cell> cells = answers.column(v);
        answers.protect(
            v,
            v.isOpenList()
                ? RareCodes.pooledOpen(cells, rules.leastUnits())
                : RareCodes.pooled(cells, rules.leastUnits(), v.takesOther()));
      }
    }
    own.stream().filter(v -> v.as() == Treatment.CUT).forEach(this::cut);
    return new Disguise(answers, rules).apply();
  }

  private void pool(Variable region) {
    Variable kind = answers.table().bySource(region.handling().with()).orElseThrow();
    Variable stratum = answers.table().bySource(kind.handling().with()).orElseThrow();
    Variable weight = answers.table().weight().orElseThrow();
    Areas areas =
        new Areas(
            answers.column(region),
            answers.column(kind),
            answers.column(stratum),
            answers.column(weight),
            rules);
    List<Cell> regions = areas.pooled();
    answers.protect(kind, areas.kinds(regions));
    answers.protect(region, regions);
  }

  /** Cuts a number at both ends, apart for each value of the variable that divides it. */
  private void cut(Variable variable) {
    List<Cell> cells = answers.column(variable);
    Optional<List<Cell>> by =
        answers.table().bySource(variable.handling().by()).map(answers::column);
    Map<String, List<BigDecimal>> numbers = new TreeMap<>();
    for (int i = 0; i < cells.size(); i++) {
      if (cells.get(i).isKnown()) {
        numbers.computeIfAbsent(group(by, i), g -> new ArrayList<>()).add(cells.get(i).number());
      }
    }
    Map<String, Ends> ends = new TreeMap<>();
    numbers.forEach(
        (group, all) -> Ends.of(all, rules.leastUnits()).ifPresent(e -> ends.put(group, e)));
    ends.remove(RareCodes.OTHER);
    ends.forEach((group, e) -> note(variable, group, e));
    List<Cell> after = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      after.add(cut(cells.get(i), Optional.ofNullable(ends.get(group(by, i)))));
    }
    answers.protect(variable, after);
  }

  private void note(Variable variable, String group, Ends ends) {
    String of = group.isEmpty() ? "" : group + " ";
    answers.note(variable, of + Cell.of(ends.low()).text() + " to " + Cell.of(ends.high()).text());
  }

  private static String group(Optional<List<Cell>> by, int row) {
    // What is in a currency that is not told has no unit.
    return by.map(cells -> cells.get(row))
        .map(cell -> cell.isWithheld() ? RareCodes.OTHER : cell.text())
        .orElse("");
  }

  private static Cell cut(Cell cell, Optional<Ends> ends) {
    if (!cell.isKnown()) {
      return cell;
    }
    if (ends.isEmpty()) {
      return Cell.withheld();
    }
    BigDecimal number = ends.get().cut(cell.number());
    boolean isWhole = cell.value().orElseThrow() instanceof Integer;
    if (number.compareTo(cell.number()) == 0) {
      return cell;
    }
    return Cell.of(isWhole ? (Object) number.intValueExact() : number);
  }

  /** What may single somebody out and can be withheld in this table, in the order of giving way. */
  static List<Variable> yielding(MicroTable table) {
    return table.variables().stream()
        .filter(v -> v.givesWay() && table.isOwn(v))
        .sorted(Comparator.comparingInt(v -> v.handling().yields()))
        .toList();
  }
}
