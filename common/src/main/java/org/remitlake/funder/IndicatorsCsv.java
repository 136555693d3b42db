package org.remitlake.funder;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.remitlake.contract.Field;

/**
 * {@code indicators.csv}: the whole release for programs, RFC 4180 in UTF-8. What is suppressed is
 * an empty field with {@code [c]} in the column {@code mark}; the rule behind it stays inside.
 */
final class IndicatorsCsv {
  static final String NAME = "indicators.csv";

  private static final List<Field> FIELDS =
      FunderIndicators.CONTRACT.fields().stream()
          .filter(f -> !f.equals(FunderIndicators.SUPPRESSION_CODE))
          .toList();

  private static final String MARK = "mark";

  private IndicatorsCsv() {}

  static byte[] of(List<Released> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      List<String> head = new ArrayList<>(FIELDS.stream().map(Field::name).toList());
      head.add(MARK);
      csv.writeRecord(head);
      for (Released row : rows) {
        List<String> cells = new ArrayList<>(FIELDS.stream().map(f -> text(row, f)).toList());
        cells.add(row.mark());
        csv.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Released row, Field field) {
    return field.type().equals(Field.NUMBER)
        ? row.number(field).map(BigDecimal::toPlainString).orElse("")
        : row.text(field);
  }
}
