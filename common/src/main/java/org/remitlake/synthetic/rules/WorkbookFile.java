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
 * Rows as the smallest {@code .xlsx}: every sheet all text, which is how exports of ids and codes
 * look. Written by hand, since the library's workbooks carry the time at which they were written.
 */
final class WorkbookFile {
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 1, 0);
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
    for (String cell : cells) {
      String text = cell.replace("&", "&amp;").replace("<", "&lt;");
      out.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
    }
    out.append("</row>");
  }

  private static Map<String, String> parts(String sheet, StringBuilder data) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        "<Types xmlns=\""
            + PACKAGE
            + "content-types\"><Default Extension=\"rels\" ContentType="
            + "\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName="
            + "\"/xl/workbook.xml\" ContentType=\""
            + TYPE
            + "sheet.main+xml\"/><Override PartName="
            + "\"/xl/worksheets/sheet1.xml\" ContentType=\""
            + TYPE
            + "worksheet+xml\"/></Types>");
    parts.put("_rels/.rels", relation("officeDocument", "xl/workbook.xml"));
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + SHEET
            + "\" xmlns:r=\""
            + OFFICE
            + "\"><sheets><sheet name=\""
            + sheet
            + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put("xl/_rels/workbook.xml.rels", relation("worksheet", "worksheets/sheet1.xml"));
    parts.put(
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"" + SHEET + "\"><sheetData>" + data + "</sheetData></worksheet>");
    return parts;
  }

  private static String relation(String type, String target) {
    return "<Relationships xmlns=\""
        + PACKAGE
        + "relationships\"><Relationship Id=\"rId1\" Type=\""
        + OFFICE
        + '/'
        + type
        + "\" Target=\""
        + target
        + "\"/></Relationships>";
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
