package org.remitlake.ingest.file;

import java.util.Arrays;

/** What the first bytes of a file, gzip taken off, say that it is. */
public enum Signature {
  /** Text of some kind, or nothing known. */
  TEXT,
  /** A zip: a workbook, or an archive under another name. */
  ZIP,
  /** Still a gzip: packed twice. */
  GZIP,
  /** A workbook of before 2007, or one of today under a password. */
  OLE;

  /** How many first bytes tell. */
  static final int LENGTH = 8;

  private static final byte[] OLE_HEAD = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  static Signature of(byte[] head) {
    if (head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
      return ZIP;
    }
    if (head[0] == (byte) 0x1F && head[1] == (byte) 0x8B) {
      return GZIP;
    }
    return Arrays.equals(head, OLE_HEAD) ? OLE : TEXT;
  }

  /**
   * Refuses what cannot be read by a profile of a format.
   *
   * @throws UnreadableFile with what to send instead
   */
  void refuseUnreadable(String format) {
    switch (this) {
      case OLE ->
          throw new UnreadableFile(
              "F00",
              "it is an old workbook (.xls) or one with a password; save it without a password as"
                  + " .xlsx or CSV");
      case GZIP ->
          throw new UnreadableFile("F00", "it is packed with gzip twice; pack it once, or not");
      case ZIP -> {
        if (!format.equals("delimited")) {
          throw new UnreadableFile(
              "F00",
              "it is a workbook or a zip archive, where the profile says "
                  + format
                  + "; send that,"
                  + " or name an archive .zip");
        }
      }
      case TEXT -> {}
    }
  }
}
