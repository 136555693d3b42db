package org.remitlake.indicator;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/** Names, as they travel between steps, of a transfer's cells together and of one cell. */
final class Profile {
  /** No text of a transfer holds it. */
  static final char SEPARATOR = '\u001f';

  private Profile() {}

  /** All cells of a transfer: corridor, quarter, and its value of each dimension. */
  static UTF8String of(String corridor, String quarter, String[] values) {
    StringBuilder name = new StringBuilder(96).append(corridor).append(SEPARATOR).append(quarter);
    for (String value : values) {
      name.append(SEPARATOR).append(value);
    }
    return UTF8String.fromString(name.toString());
  }

  /** The cells of a profile, the total first. */
  static List<CellKey> cells(String profile, Breakdowns breakdowns) {
    String[] parts = profile.split(String.valueOf(SEPARATOR), -1);
    return breakdowns.cells(parts[0], parts[1], Arrays.copyOfRange(parts, 2, parts.length));
  }

  /** One cell. */
  static UTF8String of(CellKey cell) {
    return UTF8String.fromString(
        String.join(
            String.valueOf(SEPARATOR),
            cell.corridor(),
            cell.quarter(),
            cell.dimensions(),
            cell.values()));
  }

  /** The cell of a name. */
  static CellKey cell(String name) {
    String[] parts = name.split(String.valueOf(SEPARATOR), -1);
    return CellKey.of(parts[0], parts[1], parts[2], parts[3]);
  }
}
