package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file's bytes, and the line on which each of its rows begins. */
final class WrittenRows {
  private final byte[] bytes;
  private final List<Long> lines;

  WrittenRows(byte[] bytes, List<Long> lines) {
    this.bytes = bytes;
    this.lines = lines;
  }

  long line(int row) {
    return lines.get(row);
  }

  /**
   * The same bytes, damaged.
   *
   * @param damage {@code packed}: with the mark of gzip, though nothing is packed; {@code
   *     unclosed}: with a quotation mark at the end; empty for none
   */
  WrittenRows with(String damage) {
    return switch (damage) {
      case "packed" -> with(new byte[] {0x1F, (byte) 0x8B}, new byte[0]);
      case "unclosed" -> with(new byte[0], new byte[] {'"'});
      default -> this;
    };
  }

  private WrittenRows with(byte[] before, byte[] after) {
    ByteBuffer all = ByteBuffer.allocate(before.length + bytes.length + after.length);
    return new WrittenRows(all.put(before).put(bytes).put(after).array(), lines);
  }

  void save(Path file) throws IOException {
    Files.write(file, bytes);
  }
}
