package org.remitlake.microdata;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** RFC 4180 in UTF-8. */
final class Csv {
  private Csv() {}

  /** Lines of cells. */
  static byte[] of(List<List<String>> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      lines.forEach(csv::writeRecord);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Answers: a column for each variable, and for each that may lack an answer one behind it that
   * says why, as income_12m_reason.
   */
  static byte[] of(Answers answers) {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>();
    List<Variable> variables = answers.table().variables();
    for (Variable v : variables) {
      head.add(v.name());
      if (!v.as().isOfDesign()) {
        head.add(v.name() + "_reason");
      }
    }
    lines.add(head);
    for (int i = 0; i < answers.size(); i++) {
      List<String> line = new ArrayList<>();
      for (Variable v : variables) {
        Cell cell = answers.column(v).get(i);
        line.add(cell.text());
        if (!v.as().isOfDesign()) {
          line.add(cell.reason());
        }
      }
      lines.add(line);
    }
    return of(lines);
  }
}
