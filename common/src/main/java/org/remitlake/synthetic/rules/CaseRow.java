package org.remitlake.synthetic.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of a case: the sound row with some cells replaced.
 *
 * @param cells contract field to what it holds instead; see {@link CellWriter}
 * @param finds what rules make of it, as {@code T05 quarantine}; {@code F07 note} is told of the
 *     file
 * @param near rules that all but catch it
 * @param quirk of the row as a whole: wide, narrow or broken; empty for none
 * @param silent whether it is part of a case for which every row's own finding does not hold
 */
record CaseRow(
    Map<String, String> cells,
    List<String> finds,
    List<String> near,
    String quirk,
    Boolean silent) {

  CaseRow {
    cells = cells == null ? Map.of() : cells;
    finds = finds == null ? List.of() : finds;
    near = near == null ? List.of() : near;
    quirk = quirk == null ? "" : quirk;
    silent = silent != null && silent;
  }

  /** The same row; what it does not say of its cells, others do. */
  CaseRow over(Map<String, String> others) {
    Map<String, String> all = new HashMap<>(others);
    all.putAll(cells);
    return new CaseRow(all, finds, near, quirk, silent);
  }
}
