package org.remitlake.ingest.proposal;

import java.io.IOException;
import java.io.InputStream;
import org.remitlake.ingest.file.FileSource;
import org.remitlake.ingest.file.UnreadableFile;

/**
 * The beginning of a file: as much of it as is looked at.
 *
 * @param bytes its first bytes
 * @param whole whether there are no more
 */
@SuppressWarnings("ArrayRecordComponent") // one per run: never compared
record Head(byte[] bytes, boolean whole) {
  /** Enough for thousands of rows, and little beside the heap whatever the file's size. */
  static final int MOST_BYTES = 4 << 20;

  /** Text has line ends and tabs of those characters below the blank, and no others in numbers. */
  private static final int ONE_CONTROL_IN = 200;

  private static final int STRAY = 2;

  /**
   * Reads it.
   *
   * @throws UnreadableFile if there is nothing, or no text
   */
  static Head of(FileSource source) throws IOException {
    try (InputStream in = source.open()) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      boolean whole = in.read() < 0;
      if (bytes.length == 0) {
        throw new UnreadableFile("F06", "the file is empty: there is no header line");
      }
      Head head = new Head(bytes, whole);
      head.refuseBinary();
      return head;
    }
  }

  private void refuseBinary() {
    if (utf16().isEmpty() && controls() > STRAY + bytes.length / ONE_CONTROL_IN) {
      throw new UnreadableFile("F04", "the file is no text; ask the partner for CSV, XML or JSON");
    }
  }

  private boolean starts(int first, int second) {
    return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
  }

  private long controls() {
    long controls = 0;
    for (byte b : bytes) {
      controls += b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t' ? 1 : 0;
    }
    return controls;
  }

  /** The UTF-16 form that a mark, or zeros in every second place, tell; else empty. */
  String utf16() {
    if (starts(0xFF, 0xFE)) {
      return "UTF-16LE";
    }
    if (starts(0xFE, 0xFF)) {
      return "UTF-16BE";
    }
    long even = 0;
    long odd = 0;
    for (int i = 0; i < bytes.length; i++) {
      even += bytes[i] == 0 && i % 2 == 0 ? 1 : 0;
      odd += bytes[i] == 0 && i % 2 == 1 ? 1 : 0;
    }
    // Delimiters and digits have a zero half even where all letters are Cyrillic.
    long clear = bytes.length / 10;
    return odd > clear && even * 20 < odd
        ? "UTF-16LE"
        : even > clear && odd * 20 < even ? "UTF-16BE" : "";
  }
}
