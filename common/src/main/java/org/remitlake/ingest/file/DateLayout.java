package org.remitlake.ingest.file;

/**
 * How a source writes dates. A closed list, so that one plan reads the files of all sources; the
 * zone, when the text has one, follows the time.
 */
public enum DateLayout {
  /** {@code 2020-01-31}, {@code 2020-01-31T10:00:00+03:00}, {@code 2020-01-31 10:00}. */
  ISO,
  /** {@code 31.01.2020 10:00:00}. */
  DMY_DOTS,
  /** {@code 31/01/2020 10:00}. */
  DMY_SLASH,
  /** {@code 01/31/2020 10:00}. */
  MDY_SLASH,
  /** {@code 31/Jan/2020}, the month in English, and ISO beside it. */
  DMY_MONTH,
  /**
   * Not for profiles: days above 12 stand in both places, so that only dates with one reading are
   * read.
   */
  MIXED_SLASH
}
