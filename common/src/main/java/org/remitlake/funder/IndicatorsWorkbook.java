package org.remitlake.funder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.HyperLink;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * {@code indicators.xlsx}: the release for readers, by the guidance of the UK Government Analysis
 * Function on spreadsheets: a cover with contents, one table per sheet at a fixed place, no merged
 * cells, no blank rows, numbers as numbers.
 */
final class IndicatorsWorkbook {
  static final String NAME = "indicators.xlsx";

  static final String COVER = "Cover";

  private static final String FONT = "Arial";
  private static final int FONT_SIZE = 11;
  private static final int TITLE_SIZE = 14;
  private static final int COVER_WIDTH = 100;
  private static final int LETTERS_PER_LINE = 112;
  private static final int LINE_HEIGHT = 16;
  private static final int TITLE_HEIGHT = 22;

  private final List<Released> rows;
  private final Released first;

  private IndicatorsWorkbook(List<Released> rows) {
    this.rows = rows;
    this.first = rows.get(0);
  }

  static byte[] of(List<Released> rows) {
    return new IndicatorsWorkbook(rows).bytes();
  }

  private byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      Workbook workbook = new Workbook(out, "Remitlake", "1.0");
      workbook.setGlobalDefaultFont(FONT, FONT_SIZE);
      workbook.properties().setTitle(title());
      Worksheet cover = workbook.newWorksheet(COVER);
      List<Family> families =
          List.of(Family.values()).stream().filter(f -> !f.of(rows).isEmpty()).toList();
      cover(cover, families);
      for (Family family : families) {
        new IndicatorSheet(family, family.of(rows), quarter()).write(workbook);
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return FixedZip.of(out.toByteArray(), first.text(FunderIndicators.AS_OF));
  }

  private String quarter() {
    return first.text(FunderIndicators.QUARTER);
  }

  private String title() {
    return "Remittances and savings: indicators for funders, " + quarter();
  }

  private void cover(Worksheet sheet, List<Family> families) {
    List<String> lines = new ArrayList<>();
    lines.add(title());
    lines.add(IndicatorSheet.DRAFT);
    lines.add("Release: " + first.text(FunderIndicators.VINTAGE_ID) + before());
    lines.add("State of knowledge: " + stage() + ", as of " + first.text(FunderIndicators.AS_OF));
    lines.add("Contents");
    int contents = lines.size();
    families.forEach(f -> lines.add(""));
    lines.add("Reading the tables");
    int reading = lines.size();
    lines.addAll(reading());
    for (int r = 0; r < lines.size(); r++) {
      if (!lines.get(r).isEmpty()) {
        sheet.value(r, 0, lines.get(r));
      }
      sheet.style(r, 0).wrapText(true).verticalAlignment("top").set();
      int printed = 1 + lines.get(r).length() / LETTERS_PER_LINE;
      sheet.rowHeight(r, (r == 0 ? TITLE_HEIGHT : LINE_HEIGHT) * printed);
    }
    link(sheet, contents, families);
    sheet.style(0, 0).bold().fontSize(TITLE_SIZE).wrapText(true).set();
    sheet.style(1, 0).bold().wrapText(true).verticalAlignment("top").set();
    sheet.style(contents - 1, 0).bold().set();
    sheet.style(reading - 1, 0).bold().set();
    sheet.width(0, COVER_WIDTH);
    sheet.hideGridLines();
    IndicatorSheet.page(sheet);
  }

  private void link(Worksheet sheet, int from, List<Family> families) {
    for (int i = 0; i < families.size(); i++) {
      Family family = families.get(i);
      int size = family.of(rows).size();
      String shown = "%s (%d %s)".formatted(family.title(), size, size == 1 ? "row" : "rows");
      sheet.hyperlink(from + i, 0, HyperLink.internal("'" + family.sheet() + "'!A1", shown));
    }
  }

  private String before() {
    String supersedes = first.text(FunderIndicators.SUPERSEDES);
    return supersedes.isEmpty() ? "" : ", replaces " + supersedes;
  }

  private String stage() {
    return Vintage.Stage.valueOf(first.text(FunderIndicators.RELEASE_STAGE)).label();
  }

  private static List<String> reading() {
    return List.of(
        "[c] confidential: too few persons (10) or providers (3) stand behind the figure; or it is too"
            + " uncertain: fewer than 30 answers in effect, an error above a third of it, or too few"
            + " places or clusters to tell its error (8 degrees of freedom in surveys, 5 in effects)."
            + " Nothing measured of the record is shown, only a baseline or target that was agreed.",
        "[x] not available: no record, or too few of the records hold the value; see Comment.",
        "[z] not applicable.",
        "Counts of persons and of their records are rounded to multiples of 5, sums of money to"
            + " 1 000, means and medians of money to 1, percentages to one decimal; halves upwards."
            + " Decimals of other figures are in indicators.csv. Totals may differ from the sum of"
            + " their parts.",
        "Source: transfers are what partners paid out, price quotes are what providers offer; the two"
            + " are never mixed in one figure.",
        "Grade: A to D, the quality of the data behind the figure.",
        "Notes: a provisional; d official exchange rate used; s suppressed.",
        "The same figures for programs, with codes in place of labels, are in indicators.csv;"
            + " manifest.json names the files and what they were made of.");
  }

  /** A number as readers see it. */
  static String format(BigDecimal number) {
    return number.scale() <= 0 ? "#,##0" : "#,##0." + "0".repeat(number.scale());
  }
}
