package org.remitlake.testing;

import java.util.List;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/** A row of a table of silver whose rows are kept as delivered, by the names of its fields. */
public final class SettledRow {
  private final TableContract table;
  private final TableRow row;

  private SettledRow(TableContract table) {
    this.table = table;
    this.row = TableRow.of(table);
  }

  /** A row without values but those of its origin. */
  public static SettledRow of(TableContract table) {
    return new SettledRow(table)
        .with("flags", List.of())
        .with("payload_hash", 1L)
        .with("precedence", "p")
        .with("file_id", "file")
        .with("line_no", 2L);
  }

  /** The same row with one more value; null leaves the cell empty. */
  public SettledRow with(String name, Object value) {
    Field field =
        table.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
    if (value != null) {
      row.with(field, value);
    }
    return this;
  }

  /** The row. */
  public TableRow row() {
    return row;
  }
}
