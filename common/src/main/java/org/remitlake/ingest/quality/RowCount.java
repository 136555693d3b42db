package org.remitlake.ingest.quality;

import org.apache.spark.sql.Row;

/**
 * Rows that were counted, and the first of them.
 *
 * @param rows how many
 * @param firstRow number of the first row in the file
 * @param firstLine line where it begins
 */
public record RowCount(long rows, long firstRow, long firstLine) {
  /** A count and two minima of an aggregation, from this column on. */
  public static RowCount at(Row row, int column) {
    return new RowCount(row.getLong(column), row.getLong(column + 1), row.getLong(column + 2));
  }

  /** Both counts together. */
  RowCount plus(RowCount other) {
    return new RowCount(
        rows + other.rows,
        Math.min(firstRow, other.firstRow),
        Math.min(firstLine, other.firstLine));
  }
}
