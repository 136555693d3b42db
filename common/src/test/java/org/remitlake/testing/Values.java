package org.remitlake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;

/**
 * Values of a source, to be looked up by indicator and cell.
 *
 * @param rows all of them
 */
public record Values(List<ValueRow> rows) {
  /** A row; there must be exactly one. */
  public ValueRow row(Indicator indicator, CellKey cell) {
    Optional<ValueRow> row = find(indicator, cell);
    assertThat(row).as("%s in %s", indicator, cell).isPresent();
    return row.orElseThrow();
  }

  /** A row, if there is one; never two. */
  public Optional<ValueRow> find(Indicator indicator, CellKey cell) {
    List<ValueRow> found =
        rows.stream()
            .filter(r -> r.indicator().equals(indicator) && r.cell().equals(cell))
            .toList();
    assertThat(found.size()).as("rows of %s in %s", indicator, cell).isLessThan(2);
    return found.stream().findFirst();
  }

  /** A value, which must be there. */
  public double value(Indicator indicator, CellKey cell) {
    ValueRow row = row(indicator, cell);
    assertThat(row.value()).as("%s: %s", indicator, row.nullReason()).isPresent();
    return row.value().orElseThrow();
  }

  /** Why there is no value; empty when there is one. */
  public String nullReason(Indicator indicator, CellKey cell) {
    return row(indicator, cell).nullReason();
  }
}
