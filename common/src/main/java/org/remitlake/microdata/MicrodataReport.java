package org.remitlake.microdata;

import java.util.List;

/**
 * What was written.
 *
 * @param folder where the files are
 * @param files the tables, one line each
 * @param isChanged whether a table or a file changed
 */
public record MicrodataReport(String folder, List<File> files, boolean isChanged) {
  /** Copies the list. */
  public MicrodataReport {
    files = List.copyOf(files);
  }

  /**
   * A table.
   *
   * @param name of its files, as AM_HH_2021_hh
   * @param rows rows
   * @param recoded answers that were pooled or cut
   * @param withheld answers that were withheld
   * @param answers all answers that may be withheld
   * @param below rows that fewer than k look like
   */
  public record File(
      String name, long rows, long recoded, long withheld, long answers, long below) {}
}
