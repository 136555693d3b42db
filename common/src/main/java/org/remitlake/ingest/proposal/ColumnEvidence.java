package org.remitlake.ingest.proposal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What the cells of one column show, counted. */
final class ColumnEvidence {
  /** As many words are kept; a list of countries is long. */
  private static final int MOST_WORDS = 250;

  /** A column with more distinct texts than this holds no code words. */
  private static final int FEW_WORDS = 40;

  private static final int LONGEST_WORD = 60;
  private static final int MOST_IDS = 5_000;

  private final String name;
  private final int index;
  private final Map<CellShape, Integer> shapes = new EnumMap<>(CellShape.class);
  private final Map<String, Word> words = new LinkedHashMap<>();
  private final Set<Integer> ids = new HashSet<>();
  private long cells;
  private long repeated;
  private boolean isWordy = true;

  /**
   * A distinct text of the column.
   *
   * @param count how many cells have it
   * @param line where the first is
   */
  record Word(int count, long line) {
    Word again() {
      return new Word(count + 1, line);
    }
  }

  private ColumnEvidence(String name, int index) {
    this.name = name;
    this.index = index;
  }

  /** The columns of a table, in their order. */
  static List<ColumnEvidence> of(Table table) {
    List<ColumnEvidence> columns = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      columns.add(new ColumnEvidence(table.header().get(i), i));
    }
    for (Table.Row row : table.rows()) {
      for (int i = 0; i < columns.size(); i++) {
        columns.get(i).add(row.cells().get(i), row.line());
      }
    }
    return columns;
  }

  private void add(String cell, long line) {
    if (cell.isEmpty()) {
      return;
    }
    cells++;
    shapes.merge(CellShape.of(cell), 1, Integer::sum);
    if (ids.size() < MOST_IDS && !ids.add(cell.hashCode())) {
      repeated++;
    }
    if (isWordy) {
      Word seen = words.get(cell);
      words.put(cell, seen == null ? new Word(1, line) : seen.again());
      isWordy = words.size() <= MOST_WORDS && cell.length() <= LONGEST_WORD;
      if (!isWordy) {
        words.clear();
      }
    }
  }

  String name() {
    return name;
  }

  int index() {
    return index;
  }

  /** Cells that are not empty. */
  long cells() {
    return cells;
  }

  long count(CellShape... some) {
    long count = 0;
    for (CellShape shape : some) {
      count += shapes.getOrDefault(shape, 0);
    }
    return count;
  }

  /** Share of the cells that are not empty. */
  double share(CellShape... some) {
    return cells == 0 ? 0 : (double) count(some) / cells;
  }

  /** Distinct texts with counts; none where there are too many for code words. */
  Map<String, Word> words() {
    return words;
  }

  boolean hasFewWords() {
    return cells > 0 && isWordy && words.size() <= FEW_WORDS;
  }

  /**
   * Whether texts repeat so that they are code words rather than names: only such are ever shown.
   */
  boolean repeats() {
    return isWordy && cells >= 2L * words.size() && share(CellShape.PERSONAL) < 0.1;
  }

  /** Share of cells whose text was seen before, of those looked at. */
  double repetition() {
    return ids.isEmpty() ? 0 : (double) repeated / (ids.size() + repeated);
  }

  /** Share of the cells whose text passes a test; 0 where there are too many texts. */
  double shareOfWords(Predicate<String> test) {
    long passed = 0;
    for (Map.Entry<String, Word> e : words.entrySet()) {
      passed += test.test(e.getKey()) ? e.getValue().count() : 0;
    }
    return cells == 0 ? 0 : (double) passed / cells;
  }
}
