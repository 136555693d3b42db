package org.remitlake.ingest.quality;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.contract.Field;

/**
 * A row of {@link DataQuality}.
 *
 * @param file in which something was caught
 * @param rule that caught it
 * @param action what became of it
 * @param caught the rows; empty where the file as a whole was caught
 */
public record QualityRow(
    JudgedFile file, RuleText rule, Treatment action, Optional<RowCount> caught) {
  /** What calls for action first: by what became of it, then by rows, then by rule. */
  public static final Comparator<QualityRow> URGENCY =
      Comparator.comparing(QualityRow::action)
          .thenComparing(Comparator.comparingLong(QualityRow::rows).reversed())
          .thenComparing(row -> row.rule().id());

  /** Reads a row of the table, which does not say how many rows the file has. */
  public static QualityRow of(Row row) {
    JudgedFile file =
        new JudgedFile(
            text(row, DataQuality.BATCH_ID),
            text(row, DataQuality.FILE_ID),
            text(row, DataQuality.FILE_NAME),
            text(row, DataQuality.CONTRACT),
            text(row, DataQuality.PROVIDER),
            0);
    RuleText rule =
        new RuleText(
            text(row, DataQuality.RULE_ID),
            text(row, DataQuality.RULE_CODE),
            text(row, DataQuality.MESSAGE_EN),
            text(row, DataQuality.MESSAGE_RU));
    Treatment action = Treatment.valueOf(text(row, DataQuality.ACTION));
    return new QualityRow(file, rule, action, caught(row));
  }

  private static Optional<RowCount> caught(Row row) {
    int rows = row.fieldIndex(DataQuality.ROWS_CAUGHT.name());
    return row.isNullAt(rows)
        ? Optional.empty()
        : Optional.of(
            new RowCount(
                row.getLong(rows),
                row.getLong(row.fieldIndex(DataQuality.EXAMPLE_ROW_NO.name())),
                row.getLong(row.fieldIndex(DataQuality.EXAMPLE_LINE_NO.name()))));
  }

  private static String text(Row row, Field field) {
    return row.getString(row.fieldIndex(field.name()));
  }

  /** Rows caught; 0 where the file as a whole was caught. */
  public long rows() {
    return caught.map(RowCount::rows).orElse(0L);
  }

  /** Name of the file, and the line of the first row caught. */
  public String example() {
    return file.name() + caught.map(c -> ":" + c.firstLine()).orElse("");
  }

  /** The row, for the table. */
  public Row row() {
    Map<Field, Object> cells = new HashMap<>();
    cells.put(DataQuality.BATCH_ID, file.batchId());
    cells.put(DataQuality.FILE_ID, file.fileId());
    cells.put(DataQuality.FILE_NAME, file.name());
    cells.put(DataQuality.CONTRACT, file.contract());
    cells.put(DataQuality.PROVIDER, file.provider());
    cells.put(DataQuality.RULE_ID, rule.id());
    cells.put(DataQuality.RULE_CODE, rule.code());
    cells.put(DataQuality.ACTION, action.name());
    cells.put(DataQuality.MESSAGE_EN, rule.en());
    cells.put(DataQuality.MESSAGE_RU, rule.ru());
    if (caught.isPresent()) {
      RowCount count = caught.get();
      cells.put(DataQuality.ROWS_CAUGHT, count.rows());
      cells.put(DataQuality.SHARE, (double) count.rows() / file.rows());
      cells.put(DataQuality.EXAMPLE_ROW_NO, count.firstRow());
      cells.put(DataQuality.EXAMPLE_LINE_NO, count.firstLine());
    }
    return RowFactory.create(DataQuality.CONTRACT_OF.fields().stream().map(cells::get).toArray());
  }
}
