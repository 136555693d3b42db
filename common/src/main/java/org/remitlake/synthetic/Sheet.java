package org.remitlake.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One extract being written, in its partner's layout. Counts lines as an editor would. */
final class Sheet implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Layout layout;
  private final OutputStream out;
  private final Text buffer = new Text();
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
    List<Column> columns = layout.columns();
    int cells = columns.size() + Math.min(0, surplus);
    for (int i = 0; i < cells; i++) {
      Column column = columns.get(i);
      String text = replaced.isEmpty() ? null : replaced.get(column.field());
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
      buffer.insert(from, '"');
      buffer.append('"');
    }
  }

  /** The last delimiter becomes the line's end. */
  private void endLine() throws IOException {
    buffer.setLast('\n');
    line++;
    if (buffer.length() >= BUFFER) {
      buffer.drainTo(out, layout.charset());
    }
  }

  long rows() {
    return rows;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      buffer.drainTo(out, layout.charset());
    }
  }
}
