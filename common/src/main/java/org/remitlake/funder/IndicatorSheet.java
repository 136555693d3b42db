package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.dhatim.fastexcel.BorderSide;
import org.dhatim.fastexcel.BorderStyle;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Position;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * One sheet of the workbook: title, notes, and one table.
 *
 * @param family which sheet
 * @param rows of the table
 * @param quarter of the release
 */
record IndicatorSheet(Family family, List<Released> rows, String quarter) {
  /** What every sheet says first. */
  static final String DRAFT =
      "DRAFT: not to be cited or passed on. Disclosure control of this release is not complete.";

  /** The row of the headings, from 0: the same on every sheet. */
  static final int HEADINGS = 5;

  private static final int TITLE_SIZE = 14;
  private static final int WIDEST = 44;
  private static final int NARROWEST = 8;
  private static final double HEADING_HEIGHT = 46;

  void write(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet(family.sheet());
    List<SheetColumn> columns = SheetColumn.of(rows);
    sheet.value(0, 0, family.title() + ", " + quarter);
    sheet.value(1, 0, DRAFT);
    sheet.value(
        2,
        0,
        "This sheet holds one table: of each indicator the total, then the same broken down.");
    sheet.value(
        3, 0, "[c] confidential, [x] not available, [z] not applicable; more on the cover.");
    sheet.hyperlink(
        4, 0, HyperLink.internal("'" + IndicatorsWorkbook.COVER + "'!A1", "Back to the cover"));
    sheet.style(0, 0).bold().fontSize(TITLE_SIZE).set();
    sheet.style(1, 0).bold().set();
    for (int c = 0; c < columns.size(); c++) {
      column(sheet, c, columns.get(c));
    }
    String[] headings = columns.stream().map(SheetColumn::heading).toArray(String[]::new);
    sheet
        .range(HEADINGS, 0, HEADINGS + rows.size(), columns.size() - 1)
        .createTable(headings)
        .setName(family.name())
        .setDisplayName(family.name())
        .styleInfo()
        .setStyleName("TableStyleLight1");
    sheet.rowHeight(HEADINGS, HEADING_HEIGHT);
    sheet.freezePane(2, HEADINGS + 1);
    sheet.repeatRows(HEADINGS);
    page(sheet);
  }

  private void column(Worksheet sheet, int c, SheetColumn column) {
    List<Object> cells = rows.stream().map(column.cell()).toList();
    boolean numeric = cells.stream().anyMatch(BigDecimal.class::isInstance);
    int width = Math.max(NARROWEST, longestWord(column.heading()) + 4);
    for (int i = 0; i < cells.size(); i++) {
      String shown = cell(sheet, HEADINGS + 1 + i, c, cells.get(i), numeric);
      width = Math.max(width, shown.length() + 3);
    }
    sheet.value(HEADINGS, c, column.heading());
    sheet
        .style(HEADINGS, c)
        .bold()
        .wrapText(true)
        .verticalAlignment("top")
        .horizontalAlignment(numeric ? "right" : "left")
        .indent(numeric ? 0 : 1)
        .borderStyle(BorderSide.BOTTOM, BorderStyle.THIN)
        .set();
    sheet.width(c, Math.min(width, WIDEST));
  }

  /** Writes a cell and tells how it will look. */
  private static String cell(Worksheet sheet, int r, int c, Object content, boolean numeric) {
    if (content instanceof BigDecimal number) {
      sheet.value(r, c, number);
      sheet.style(r, c).format(IndicatorsWorkbook.format(number)).set();
      return String.format(Locale.ROOT, "%,." + Math.max(number.scale(), 0) + "f", number);
    }
    String text = content.toString().isEmpty() ? "[z]" : content.toString();
    sheet.value(r, c, text);
    sheet.style(r, c).horizontalAlignment(numeric ? "right" : "left").indent(numeric ? 0 : 1).set();
    return text;
  }

  private static int longestWord(String heading) {
    int longest = 0;
    for (String word : heading.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  /** Landscape, as wide as a page; each printed page says that it is a draft. */
  static void page(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.header(ReleaseRows.DRAFT, Position.RIGHT);
    sheet.footer("&P", Position.RIGHT);
  }
}
