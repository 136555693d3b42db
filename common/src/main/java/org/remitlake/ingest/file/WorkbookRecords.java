package org.remitlake.ingest.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;

/**
 * Rows of a sheet of a workbook, or of several sheets one after the other, each below a header of
 * its own. Of formulas the value is read that was computed when it was saved; hidden rows are rows;
 * rows without any text are passed over.
 */
final class WorkbookRecords implements Records {
  private final ReadableWorkbook workbook;
  private final CellText text;
  private final Iterator<Sheet> sheets;
  private final int headerRow;
  private final boolean ignoresUnnamed;
  private Stream<Row> stream = Stream.empty();
  private Iterator<Row> rows = stream.iterator();
  private List<String> header = List.of();
  private List<String> cells = List.of();
  private long line;

  WorkbookRecords(FileSource source, Profile profile) throws IOException {
    this(source, profile, profile.sheet());
  }

  WorkbookRecords(FileSource source, Profile profile, String sheet) throws IOException {
    try {
      workbook =
          new ReadableWorkbook(
              new ByteArrayInputStream(WorkbookGuard.bytes(source)),
              new ReadingOptions(true, true));
    } catch (RuntimeException e) {
      throw damaged(0, e);
    }
    text = new CellText(new Serials(dateSystem(), profile.dateLayout()), profile.decimalMark());
    headerRow = profile.headerRow();
    ignoresUnnamed = profile.ignore().contains("");
    sheets = sheets(sheet).iterator();
    open();
  }

  /** Goes to the header of the next sheet. */
  private void open() throws IOException {
    stream.close();
    stream = sheets.next().openStream();
    rows = stream.iterator();
    do {
      if (!advance()) {
        throw new UnreadableFile("F06", "the sheet has no header row");
      }
    } while (line < headerRow);
    if (headerRow > 1 && line != headerRow) {
      throw DelimitedRecords.noHeader(headerRow);
    }
    header = cells;
  }

  private List<Sheet> sheets(String name) throws IOException {
    if (name.indexOf('*') < 0) {
      return List.of(sheet(name));
    }
    // No sheet may have an asterisk in its name, so it stands for any text.
    Pattern pattern = Pattern.compile("\\Q" + name.replace("*", "\\E.*\\Q") + "\\E");
    List<Sheet> named =
        workbook
            .getSheets()
            .filter(s -> s.getVisibility() == SheetVisibility.VISIBLE)
            .filter(s -> pattern.matcher(s.getName()).matches())
            .toList();
    if (named.isEmpty()) {
      throw noSheet(name);
    }
    return named;
  }

  private Sheet sheet(String name) throws IOException {
    if (!name.isEmpty()) {
      return workbook.findSheet(name).orElseThrow(() -> noSheet(name));
    }
    List<Sheet> filled = new ArrayList<>();
    for (Sheet sheet : workbook.getSheets().toList()) {
      if (sheet.getVisibility() == SheetVisibility.VISIBLE && hasRows(sheet)) {
        filled.add(sheet);
      }
    }
    if (filled.isEmpty()) {
      throw new UnreadableFile("F06", "no visible sheet of the workbook has rows");
    }
    if (filled.size() > 1) {
      throw new UnreadableFile(
          "F06",
          "%d sheets of the workbook have rows; name the one to read in the profile ('sheet'), or"
                  .formatted(filled.size())
              + " send it alone");
    }
    return filled.get(0);
  }

  private static UnreadableFile noSheet(String name) {
    return new UnreadableFile(
        "F06",
        "no sheet is named '%s', as the profile says; name it so, or mend 'sheet'".formatted(name));
  }

  private boolean hasRows(Sheet sheet) throws IOException {
    try (Stream<Row> some = sheet.openStream()) {
      return some.anyMatch(row -> !texts(row).isEmpty());
    } catch (RuntimeException e) {
      throw damaged(0, e);
    }
  }

  /** Texts of a row up to its last that is not blank. */
  private List<String> texts(Row row) {
    List<String> texts = new ArrayList<>();
    int last = 0;
    for (Cell cell : row) {
      String own = cell == null ? "" : text.of(cell);
      texts.add(own);
      last = own.isBlank() ? last : texts.size();
    }
    return texts.subList(0, last);
  }

  private static UnreadableFile damaged(long row, RuntimeException e) {
    if (e instanceof UnreadableFile known) {
      return known;
    }
    return new UnreadableFile(
        "F04",
        "the workbook cannot be read behind row %d; open it in Excel and save it as .xlsx or CSV"
            .formatted(row),
        e instanceof ExcelReaderException && e.getCause() != null ? e.getCause() : e);
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public boolean next() throws IOException {
    while (!advance()) {
      if (!sheets.hasNext()) {
        return false;
      }
      open();
    }
    return true;
  }

  private boolean advance() {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        cells = texts(row);
        line = row.getRowNum();
        if (!cells.isEmpty()) {
          return true;
        }
      }
      return false;
    } catch (RuntimeException e) {
      throw damaged(line, e);
    }
  }

  @Override
  public long line() {
    return line;
  }

  /**
   * A row may end before the header does: the cells that it lacks are empty. Cells beyond the
   * header are a row that was shifted, unless the profile ignores columns without a name.
   */
  @Override
  public int width() {
    return ignoresUnnamed ? header.size() : Math.max(header.size(), cells.size());
  }

  @Override
  public String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }

  @Override
  public boolean writesDates() {
    return text.wroteDate();
  }

  @Override
  public int dateSystem() {
    return workbook.isDate1904() ? 1904 : 1900;
  }

  @Override
  public void close() throws IOException {
    stream.close();
    workbook.close();
  }
}
