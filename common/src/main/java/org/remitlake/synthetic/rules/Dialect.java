package org.remitlake.synthetic.rules;

import java.util.List;

/**
 * How records and cells are written.
 *
 * @param format delimited, workbook, xml, json or jsonl
 * @param encoding character set
 * @param delimiter of text
 * @param decimalMark {@code .} or {@code ,}
 * @param dateLayout ISO, DMY_DOTS, DMY_SLASH, MDY_SLASH or DMY_MONTH
 * @param record name of a record, of xml and json
 * @param only what each record of xml says, as {@code Sts=BOOK}
 * @param sheet of a workbook
 */
public record Dialect(
    String format,
    String encoding,
    String delimiter,
    String decimalMark,
    String dateLayout,
    String record,
    List<String> only,
    String sheet) {}
