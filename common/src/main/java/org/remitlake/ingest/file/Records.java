package org.remitlake.ingest.file;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** The records of a file, one after the other, as text. */
interface Records extends Closeable {
  /** Names of the cells of the current record, in order; a workbook's next sheet has others. */
  List<String> header();

  /**
   * Moves to the next record.
   *
   * @return false at the end
   * @throws UnreadableFile if the file's structure breaks
   */
  boolean next() throws IOException;

  /** Where the record begins: physical line, from 1 (json: number of the record). */
  long line();

  /** Number of cells of the record; differs from the header's when the row is malformed. */
  int width();

  /** Text of a cell, empty when absent. */
  String cell(int index);

  /** What is wrong with the record, so that its cells cannot be told; empty when they can. */
  default String problem() {
    return "";
  }

  /**
   * Whether the file held dates as such, which were written out in the layout of the profile: then
   * that layout holds, whatever other cells look like.
   */
  default boolean writesDates() {
    return false;
  }

  /** The year that serial numbers of the file's days count from, where the file tells: else 0. */
  default int dateSystem() {
    return 0;
  }
}
