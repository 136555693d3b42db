package org.remitlake.synthetic.rules;

import java.util.List;
import java.util.Map;

/**
 * Rows that together give a rule something to catch, or to let pass.
 *
 * @param note what was done, for the truth
 * @param where agreed fact to its values, one of which a form must have to carry the case
 * @param cells of a case of one row, or of all rows of any other
 * @param finds of a case of one row
 * @param near of a case of one row
 * @param quirk of a case of one row
 * @param silent of a case of one row
 * @param rows of any other
 */
record RuleCase(
    String note,
    Map<String, List<String>> where,
    Map<String, String> cells,
    List<String> finds,
    List<String> near,
    String quirk,
    Boolean silent,
    List<CaseRow> rows) {

  RuleCase {
    where = where == null ? Map.of() : where;
    Map<String, String> ofAll = cells == null ? Map.of() : cells;
    rows =
        rows == null
            ? List.of(new CaseRow(cells, finds, near, quirk, silent))
            : rows.stream().map(row -> row.over(ofAll)).toList();
  }

  /** Whether a partner's files can carry it. */
  boolean fits(PartnerForm form) {
    return agrees(where, form)
        && rows.stream()
            .flatMap(row -> row.cells().entrySet().stream())
            .allMatch(
                cell ->
                    form.tells(cell.getKey())
                        && CellWriter.reason(cell.getValue())
                                .map(
                                    r ->
                                        form.reasons().getOrDefault(cell.getKey(), Map.of()).get(r))
                                .orElse(" ")
                            != null);
  }

  static boolean agrees(Map<String, List<String>> where, PartnerForm form) {
    return where.entrySet().stream()
        .allMatch(fact -> fact.getValue().contains(form.agreed(fact.getKey())));
  }
}
