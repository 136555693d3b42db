package org.remitlake.ingest.proposal;

import java.util.List;

/**
 * Columns and rows of a file's beginning, whatever its format.
 *
 * @param format as in the profile
 * @param delimiter of delimited text, else empty
 * @param record name of the record, of xml and json, else empty
 * @param header names of the columns
 * @param document those of the names that stand beside the records, of xml and json
 * @param rows the rows that fit the header
 * @param malformed lines of rows that do not
 * @param evidence what speaks for format and delimiter
 */
record Table(
    String format,
    String delimiter,
    String record,
    List<String> header,
    List<String> document,
    List<Row> rows,
    List<Long> malformed,
    Finding evidence) {
  /** More rows tell nothing new of a layout, and would take seconds. */
  static final int MOST_ROWS = 10_000;

  /**
   * A row.
   *
   * @param line where it begins (json: number of the record)
   * @param cells trimmed text, by column
   */
  record Row(long line, List<String> cells) {}
}
