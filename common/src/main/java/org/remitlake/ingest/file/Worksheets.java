package org.remitlake.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sheets of a workbook that is no delivery: a form, a list. */
public final class Worksheets {
  private Worksheets() {}

  /**
   * A row of a sheet.
   *
   * @param number of the row, from 1
   * @param cells trimmed text by the name of its column; cells that are empty are absent
   */
  public record SheetRow(long number, Map<String, String> cells) {
    /** Text of the first of some columns that has any; empty where none has. */
    public String first(String... columns) {
      for (String column : columns) {
        String cell = cells.getOrDefault(column, "");
        if (!cell.isEmpty()) {
          return cell;
        }
      }
      return "";
    }
  }

  /**
   * The rows of a sheet below its header; names of columns are in lower case.
   *
   * @throws UnreadableFile if it is no workbook, has no such sheet, or asks for more than real ones
   *     do
   */
  public static List<SheetRow> rows(FileSource source, String sheet) throws IOException {
    if (FileBytes.of(source).signature() != Signature.ZIP) {
      throw new UnreadableFile("F00", "it is no workbook; save it as .xlsx");
    }
    WorkbookGuard.check(source);
    Profile plain = Profile.plain("", "", "*", "delimited", ",", "");
    List<SheetRow> rows = new ArrayList<>();
    try (Records records = new WorkbookRecords(source, plain, sheet)) {
      List<String> header = records.header().stream().map(Words::normal).toList();
      while (records.next()) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
          String cell = TextRows.trimmed(records.cell(i));
          if (!cell.isEmpty() && !header.get(i).isEmpty()) {
            cells.putIfAbsent(header.get(i), cell);
          }
        }
        rows.add(new SheetRow(records.line(), cells));
      }
    }
    return rows;
  }
}
