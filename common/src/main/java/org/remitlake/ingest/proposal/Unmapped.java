package org.remitlake.ingest.proposal;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Columns that give no field: those that look personal are told apart, by name and by content. */
final class Unmapped {
  private static final double SOME = 0.2;

  /** A longer name is no name; ingest tells of the column as unknown. */
  private static final int LONGEST_NAME = 300;

  private Unmapped() {}

  static Map<String, String> of(
      List<ColumnEvidence> columns, Matches matches, Fit.Vocabulary vocabulary) {
    Set<ColumnEvidence> taken = new HashSet<>();
    matches.byField().values().forEach(m -> taken.add(m.column()));
    Map<String, String> ignored = new LinkedHashMap<>();
    for (ColumnEvidence column : columns) {
      if (!taken.contains(column) && column.name().length() <= LONGEST_NAME) {
        boolean byName = vocabulary.aliases().isPersonal(ColumnName.of(column.name()));
        boolean byContent = column.share(CellShape.PERSONAL, CellShape.FREE_TEXT) > SOME;
        ignored.put(
            column.name(),
            byName || byContent
                ? "looks personal: will not be landed (rule F07)"
                : "not known; " + Fit.described(column));
      }
    }
    return ignored;
  }
}
