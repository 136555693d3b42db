package org.remitlake.microdata;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.remitlake.survey.SurveyWave;

/** A table of a survey's wave on its way out, by columns, and what was done with it. */
final class Answers {
  private final MicroTable table;
  private final SurveyWave wave;
  private final int size;
  private final Map<String, List<Cell>> columns = new LinkedHashMap<>();
  private final Map<String, Long> recoded = new HashMap<>();
  private final Map<String, Long> withheld = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();

  Answers(MicroTable table, SurveyWave wave, int size) {
    this.table = table;
    this.wave = wave;
    this.size = size;
  }

  MicroTable table() {
    return table;
  }

  SurveyWave wave() {
    return wave;
  }

  /** Number of rows. */
  int size() {
    return size;
  }

  List<Cell> column(Variable variable) {
    return columns.get(variable.name());
  }

  /** Puts a column in its place as it begins. */
  void put(Variable variable, List<Cell> cells) {
    columns.put(variable.name(), List.copyOf(cells));
  }

  /** Changes all values of a column, which need not be counted. */
  void change(Variable variable, UnaryOperator<Cell> change) {
    put(variable, column(variable).stream().map(c -> c.isKnown() ? change.apply(c) : c).toList());
  }

  /** Protects some cells of a column: those that changed, and those withheld, are counted. */
  void protect(Variable variable, List<Cell> after) {
    List<Cell> before = column(variable);
    for (int i = 0; i < size; i++) {
      if (!after.get(i).equals(before.get(i))) {
        Map<String, Long> counts = after.get(i).isWithheld() ? withheld : recoded;
        counts.merge(variable.name(), 1L, Long::sum);
      }
    }
    put(variable, after);
  }

  /** Remembers what a reader must know of a column, as where it was cut. */
  void note(Variable variable, String text) {
    notes.merge(variable.name(), text, (a, b) -> a + "; " + b);
  }

  String notes(Variable variable) {
    return notes.getOrDefault(variable.name(), "");
  }

  long recoded(Variable variable) {
    return recoded.getOrDefault(variable.name(), 0L);
  }

  long withheld(Variable variable) {
    return withheld.getOrDefault(variable.name(), 0L);
  }

  /** Name of its files, as AM_HH_2021_hh. */
  String fileName() {
    return wave.survey() + "_" + wave.wave() + "_" + table.name();
  }
}
