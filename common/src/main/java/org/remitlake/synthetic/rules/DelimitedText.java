package org.remitlake.synthetic.rules;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/** Rows as text with delimiters; quotes only where a cell needs them. */
final class DelimitedText {
  private final String delimiter;
  private final StringBuilder out = new StringBuilder();
  private long line = 1;

  private DelimitedText(String delimiter) {
    this.delimiter = delimiter;
  }

  static WrittenRows of(PartnerForm form, List<FileRow> rows) {
    DelimitedText text = new DelimitedText(form.dialect().delimiter());
    List<String> headings = List.copyOf(form.columns().values());
    text.line(headings);
    List<Long> lines = new ArrayList<>();
    for (FileRow row : rows) {
      lines.add(text.line);
      List<String> cells = new ArrayList<>(headings.stream().map(row.cells()::get).toList());
      switch (row.quirk()) {
        case "wide" -> cells.add("");
        case "narrow" -> cells.remove(cells.size() - 1);
        default -> {}
      }
      text.line(cells);
    }
    Charset charset = Charset.forName(form.dialect().encoding());
    return new WrittenRows(text.out.toString().getBytes(charset), lines);
  }

  private void line(List<String> cells) {
    String mark = "";
    for (String cell : cells) {
      out.append(mark).append(quoted(cell));
      line += cell.chars().filter(c -> c == '\n').count();
      mark = delimiter;
    }
    out.append('\n');
    line++;
  }

  private String quoted(String cell) {
    boolean needed = cell.contains(delimiter) || cell.contains("\"") || cell.contains("\n");
    return needed ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
