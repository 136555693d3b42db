package org.remitlake.synthetic.rules;

/**
 * How records and cells are written.
 *
 * @param format delimited, workbook, xml, json or jsonl
 * @param encoding character set
 * @param delimiter of text
 * @param decimalMark {@code .} or {@code ,}
 * @param dateLayout ISO, DMY_DOTS, DMY_SLASH, MDY_SLASH or DMY_MONTH
 * @param record name of a record, of xml and json
 * @param sheet of a workbook
 */
public record Dialect(
    String format,
    String encoding,
    String delimiter,
    String decimalMark,
    String dateLayout,
    String record,
    String sheet) {

  Dialect withFormat(String other) {
    return new Dialect(other, encoding, delimiter, decimalMark, dateLayout, record, sheet);
  }

  Dialect withEncoding(String other) {
    return new Dialect(format, other, delimiter, decimalMark, dateLayout, record, sheet);
  }

  Dialect withDelimiter(String other) {
    return new Dialect(format, encoding, other, decimalMark, dateLayout, record, sheet);
  }

  Dialect withDecimalMark(String other) {
    return new Dialect(format, encoding, delimiter, other, dateLayout, record, sheet);
  }

  Dialect withDateLayout(String other) {
    return new Dialect(format, encoding, delimiter, decimalMark, other, record, sheet);
  }
}
