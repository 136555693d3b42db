package org.remitlake.ingest.file;

/**
 * What a file may ask for at most. Real deliveries stay far below; files made to exhaust memory,
 * disk or time do not get far above.
 */
final class Limits {
  /**
   * Characters of one cell, of one text or attribute in xml and json, of one line of json lines.
   */
  static final int CELL = 1 << 20;

  /** Columns of a table, and cells of a row: what a worksheet can hold. */
  static final int COLUMNS = 16_384;

  /** Elements of xml, objects and arrays of json, one inside the other. */
  static final int DEPTH = 100;

  /** Bytes that one packed file, or all entries of an archive together, unpack to. */
  static final long UNPACKED = 8L << 30;

  /** How many times larger than its packed form a file may be … */
  static final long RATIO = 200;

  /** … from this many unpacked bytes on: a small file harms nobody. */
  static final long RATIO_FROM = 64L << 20;

  /** Entries of an archive, parts of a workbook. */
  static final int ENTRIES = 10_000;

  /** Bytes of an archive's list of contents. */
  static final long LIST_BYTES = 4L << 20;

  /** Bytes of a workbook as it is sent: it is held in memory while it is read. */
  static final int WORKBOOK = 64 << 20;

  /** Characters of a workbook's shared texts, which are held in memory too. */
  static final long SHARED_TEXT = 64L << 20;

  /** How many shared texts there may be. */
  static final int SHARED_TEXTS = 4_000_000;

  /** Bytes of a manifest. */
  static final int MANIFEST = 1 << 20;

  private Limits() {}
}
