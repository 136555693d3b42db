package org.remitlake.synthetic;

import java.util.function.IntPredicate;
import org.remitlake.synthetic.Planted.Outcome;

/** Plants flaws on rows of a {@link Grid}, never two on one row. */
final class Blemishes {
  private static final int TRIES = 2_000;

  private final Grid grid;
  private final Draw draw;
  private final IntPredicate where;
  private final boolean wanted;

  /**
   * @param key of the random numbers
   * @param where rows that may be spoilt
   */
  Blemishes(Request request, Grid grid, long key, IntPredicate where) {
    this.grid = grid;
    this.draw = Draw.of(key);
    this.where = where;
    this.wanted = request.defects() != Defects.NONE;
  }

  /** A cell too many. */
  Blemishes wider() {
    int row = row();
    if (row >= 0) {
      grid.widen(row);
      grid.plant(row, "F04", Outcome.QUARANTINE, "one cell too many");
    }
    return this;
  }

  /** An empty mandatory cell. */
  Blemishes empty(String field) {
    return replace("M01", field, "", Outcome.QUARANTINE, "no " + field);
  }

  /** A number with a letter in it. */
  Blemishes unreadable(String field) {
    return replace("F05", field, "1O0", Outcome.QUARANTINE, "a letter in " + field);
  }

  /** A code that is in no code book. */
  Blemishes unmapped(String field, String code, Outcome outcome) {
    return replace("S09", field, code, outcome, field + " " + code);
  }

  /** A word that stands for no code. */
  Blemishes unknown(String field, String word) {
    return replace("M02", field, word, Outcome.QUARANTINE, field + " " + word);
  }

  /** A cell in which a rule finds something. */
  Blemishes replace(String rule, String field, String text, Outcome outcome, String note) {
    int row = row();
    if (row >= 0) {
      grid.replace(row, field, text);
      grid.plant(row, rule, outcome, note);
    }
    return this;
  }

  /** The row above again. */
  Blemishes repeated(String rule) {
    int row = row();
    if (row >= 0 && (row + 1 == grid.size() || grid.sound(row + 1))) {
      grid.repeat(row, rule);
    }
    return this;
  }

  /** A sound row that may be spoilt, or -1. */
  private int row() {
    for (int i = 0; wanted && grid.size() > 0 && i < TRIES; i++) {
      int row = draw.below(grid.size());
      if (grid.sound(row) && where.test(row)) {
        return row;
      }
    }
    return -1;
  }
}
