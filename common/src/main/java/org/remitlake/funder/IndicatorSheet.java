package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
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
  private static final double HEADING_HEIGHT = 32;

  void write(Workbook workbook) {
    Worksheet sheet = workbook.newWorksheet(family.sheet());
    List<SheetColumn> columns = SheetColumn.of(rows);
    sheet.value(0, 0, family.title() + ", " + quarter);
    sheet.value(1, 0, DRAFT);
    sheet.value(2, 0, "This sheet holds one table. Totals come first, then the same broken down.");
    sheet.value(
        3, 0, "[c] confidential, [x] not available, [z] not applicable; more on the cover.");
    sheet.hyperlink(4, 0, HyperLink.internal("'" + IndicatorsWorkbook.COVER + "'!A1", "Cover"));
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
    sheet.value(HEADINGS, c, column.heading());
    int width = Math.max(NARROWEST, longestWord(column.heading()) + 4);
    boolean numeric = false;
    for (int i = 0; i < rows.size(); i++) {
      int r = HEADINGS + 1 + i;
      Object content = column.cell().apply(rows.get(i));
      if (content instanceof BigDecimal number) {
        numeric = true;
        sheet.value(r, c, number);
        sheet.style(r, c).format(IndicatorsWorkbook.format(number)).set();
        width = Math.max(width, number.toPlainString().length() * 4 / 3 + 2);
      } else {
        String text = content.toString().isEmpty() ? "[z]" : content.toString();
        sheet.value(r, c, text);
        width = Math.max(width, text.length() + 2);
        if (text.startsWith("[")) {
          sheet.style(r, c).horizontalAlignment("right").set();
        }
      }
    }
    sheet
        .style(HEADINGS, c)
        .bold()
        .wrapText(true)
        .verticalAlignment("top")
        .horizontalAlignment(numeric ? "right" : "left")
        .set();
    sheet.width(c, Math.min(width, WIDEST));
  }

  private static int longestWord(String heading) {
    int longest = 0;
    for (String word : heading.split(" ", -1)) {
      longest = Math.max(longest, word.length());
    }
    return longest;
  }

  /** Landscape, as wide as a page. */
  static void page(Worksheet sheet) {
    sheet.pageOrientation("landscape");
    sheet.paperSize(org.dhatim.fastexcel.PaperSize.A4_PAPER);
    sheet.setFitToPage(true);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
  }
}
