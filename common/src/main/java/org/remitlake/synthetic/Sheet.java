package org.remitlake.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One extract being written, in its partner's layout. Counts lines as an editor would. */
final class Sheet implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Layout layout;
  private final OutputStream out;
  private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);
  private long line = 1;
  private long rows;

  Sheet(Path file, Layout layout) throws IOException {
    this.layout = layout;
    this.out = Files.newOutputStream(file);
    if (layout.byteOrderMark()) {
      buffer.append(BYTE_ORDER_MARK);
    }
    for (Column column : layout.columns()) {
      cell(column.header());
    }
    endLine();
  }

  /** Writes a row and returns the line it starts on. */
  long write(Transfer row) throws IOException {
    return write(row, Map.of(), 0);
  }

  /**
   * Writes a row with some of its cells replaced, by field.
   *
   * @param surplus cells too many (1) or too few (-1)
   */
  long write(Transfer row, Map<String, String> replaced, int surplus) throws IOException {
    long start = line;
    int cells = layout.columns().size() + Math.min(0, surplus);
    for (Column column : layout.columns().subList(0, cells)) {
      String text = replaced.get(column.field());
      if (text == null) {
        int from = buffer.length();
        column.cell().accept(buffer, row);
        quote(from);
        buffer.append(layout.delimiter());
      } else {
        cell(text);
      }
    }
    for (int i = 0; i < surplus; i++) {
      cell("");
    }
    endLine();
    rows++;
    return start;
  }

  private void cell(String text) {
    int from = buffer.length();
    buffer.append(text);
    quote(from);
    buffer.append(layout.delimiter());
  }

  private void quote(int from) {
    boolean needed = layout.quoteAll();
    for (int i = buffer.length() - 1; i >= from; i--) {
      char c = buffer.charAt(i);
      if (c == '"') {
        buffer.insert(i, '"');
      } else if (c == '\n') {
        line++;
      }
      needed |= c == '"' || c == '\n' || c == layout.delimiter();
    }
    if (needed) {
      buffer.insert(from, '"').append('"');
    }
  }

  /** The last delimiter becomes the line's end. */
  private void endLine() throws IOException {
    buffer.setCharAt(buffer.length() - 1, '\n');
    line++;
    if (buffer.length() >= BUFFER) {
      flush();
    }
  }

  private void flush() throws IOException {
    out.write(buffer.toString().getBytes(layout.charset()));
    buffer.setLength(0);
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      flush();
    }
  }
}
