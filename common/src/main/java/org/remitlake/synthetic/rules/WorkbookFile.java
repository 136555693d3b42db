package org.remitlake.synthetic.rules;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Rows as the smallest {@code .xlsx}: all cells text, which is how exports of ids and codes look.
 * Written by hand, since the library's workbooks carry the time at which they were written.
 */
final class WorkbookFile {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 1, 0);
  private static final int LETTERS = 26;
  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
  private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

  private WorkbookFile() {}

  static WrittenRows of(PartnerForm form, List<FileRow> rows) {
    List<String> headings = List.copyOf(form.columns().values());
    StringBuilder data = new StringBuilder();
    row(data, 1, headings);
    List<Long> lines = new ArrayList<>();
    for (FileRow row : rows) {
      lines.add(lines.size() + 2L);
      row(data, lines.size() + 1, headings.stream().map(row.cells()::get).toList());
    }
    String sheet = form.dialect().sheet().isEmpty() ? "Sheet1" : form.dialect().sheet();
    return new WrittenRows(zip(parts(sheet.replaceAll("[(*]+$", "ward"), data)), lines);
  }

  private static void row(StringBuilder out, int number, List<String> cells) {
    out.append("<row r=\"").append(number).append("\">");
    for (int i = 0; i < cells.size(); i++) {
      String text = cells.get(i).replace("&", "&amp;").replace("<", "&lt;");
      out.append("<c r=\"").append(column(i)).append(number).append("\" t=\"inlineStr\"><is><t>");
      out.append(text).append("</t></is></c>");
    }
    out.append("</row>");
  }

  /** A to Z, AA to AZ, … */
  private static String column(int index) {
    String last = String.valueOf((char) ('A' + index % LETTERS));
    return index < LETTERS ? last : column(index / LETTERS - 1) + last;
  }

  private static Map<String, String> parts(String sheet, StringBuilder data) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\"%scontent-types\"><Default Extension=\"rels\" ContentType=\"%s\"/>%s%s%s</Types>"
            .formatted(
                PACKAGE,
                "application/vnd.openxmlformats-package.relationships+xml",
                type("workbook", "sheet.main"),
                type("worksheets/sheet1", "worksheet"),
                type("styles", "styles")));
    parts.put("_rels/.rels", relations("", "officeDocument", "xl/workbook"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets>%s</sheets></workbook>"
            .formatted(
                SHEET, OFFICE, "<sheet name=\"" + sheet + "\" sheetId=\"1\" r:id=\"rId1\"/>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        relations(relation(2, "styles", "styles"), "worksheet", "worksheets/sheet1"));
    parts.put("xl/styles.xml", "<styleSheet xmlns=\"" + SHEET + "\"/>");
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + SHEET + "\"><sheetData>" + data + "</sheetData></worksheet>");
    return parts;
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"%s%s+xml\"/>"
        .formatted(part, TYPE, type);
  }

  private static String relations(String more, String type, String target) {
    return "<Relationships xmlns=\"%srelationships\">%s%s</Relationships>"
        .formatted(PACKAGE, relation(1, type, target), more);
  }

  private static String relation(int number, String type, String target) {
    return "<Relationship Id=\"rId%d\" Type=\"%s/%s\" Target=\"%s.xml\"/>"
        .formatted(number, OFFICE, type, target);
  }

  private static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        ZipEntry entry = new ZipEntry(part.getKey());
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write((HEAD + part.getValue()).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
