package org.remitlake.ingest.proposal;

import static org.remitlake.ingest.proposal.CellShape.DATE;
import static org.remitlake.ingest.proposal.CellShape.DECIMAL;
import static org.remitlake.ingest.proposal.CellShape.HASH;
import static org.remitlake.ingest.proposal.CellShape.INTEGER;
import static org.remitlake.ingest.proposal.CellShape.OTHER_DATE;
import static org.remitlake.ingest.proposal.CellShape.PERSONAL;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.remitlake.ingest.file.UnreadableFile;
import org.remitlake.ingest.file.Words;

/** Whether the first line names the columns, as it must. */
final class Header {
  private static final double MOST_NUMBERS = 0.3;

  private Header() {}

  /**
   * Looks at the names before any of them is shown.
   *
   * @throws UnreadableFile if they are values
   */
  static void check(Table table) {
    long values = 0;
    boolean isRow = false;
    for (String name : table.header()) {
      CellShape shape = name.isEmpty() ? CellShape.WORD : CellShape.of(name);
      values += Set.of(INTEGER, DECIMAL).contains(shape) ? 1 : 0;
      isRow |= Set.of(HASH, DATE, OTHER_DATE, DECIMAL).contains(shape) && !name.matches("\\d{4}");
      // Names of columns may have capitals as names of persons have, but not digits or an address.
      isRow |= shape == PERSONAL && name.matches(".*[\\d@].*");
    }
    if (isRow || values > MOST_NUMBERS * table.header().size()) {
      throw new UnreadableFile(
          "F06",
          "the first line has values and not names of columns; ask the partner for a header line");
    }
  }

  /** Names that come more than once. */
  static List<String> repeated(Table table) {
    Set<String> seen = new TreeSet<>();
    return table.header().stream()
        .filter(name -> !seen.add(Words.normal(name)))
        .distinct()
        .toList();
  }
}
