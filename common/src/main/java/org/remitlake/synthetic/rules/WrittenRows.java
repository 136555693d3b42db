package org.remitlake.synthetic.rules;

import java.io.IOException;
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

  void save(Path file) throws IOException {
    Files.write(file, bytes);
  }
}
