package org.remitlake.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Packed files and workbooks, part by part as hand-written text. */
public final class Packed {
  private static final String MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String NS =
      " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
          + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

  /**
   * Styles: 0 General, 1 date, 2 date and time, 3 Russian date and time, 4 money in somoni, 5 red
   * number, 6 time of day, 7 text.
   */
  private static final String STYLES =
      "<styleSheet"
          + NS
          + "><numFmts><numFmt numFmtId=\"164\" formatCode=\"[$-419]dd.mm.yyyy\\ hh:mm;@\"/>"
          + "<numFmt numFmtId=\"165\" formatCode=\"#,##0.00&quot; som, days&quot;\"/>"
          + "<numFmt numFmtId=\"166\" formatCode=\"[Red]0.00_d\"/></numFmts>"
          + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
          + "<xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/>"
          + "<xf numFmtId=\"165\"/><xf numFmtId=\"166\"/><xf numFmtId=\"20\"/><xf numFmtId=\"49\"/>"
          + "</cellXfs></styleSheet>";

  private final Map<String, String> sheets = new LinkedHashMap<>();
  private final Map<String, String> states = new LinkedHashMap<>();
  private String properties = "";
  private String sharedTexts = "";
  private String beforeSheet = "";

  /** Adds a sheet; rows are xml, as {@code <row r="1"><c r="A1"><v>1</v></c></row>}. */
  public Packed sheet(String name, String... rows) {
    sheets.put(name, String.join("", rows));
    return this;
  }

  /** Adds a sheet that is hidden. */
  public Packed hidden(String name, String... rows) {
    states.put(name, " state=\"hidden\"");
    return sheet(name, rows);
  }

  /** Days count from 1904. */
  public Packed from1904() {
    properties = "<workbookPr date1904=\"1\"/>";
    return this;
  }

  /** Shared texts, which cells name by number. */
  public Packed texts(String... texts) {
    for (String text : texts) {
      sharedTexts += "<si><t>" + text + "</t></si>";
    }
    return this;
  }

  /** Text before the first element of each sheet, as a document type. */
  public Packed before(String xml) {
    beforeSheet = xml;
    return this;
  }

  /** The workbook's parts. */
  public Map<String, byte[]> parts() {
    StringBuilder types = new StringBuilder();
    StringBuilder listed = new StringBuilder();
    StringBuilder related = new StringBuilder();
    Map<String, byte[]> parts = new LinkedHashMap<>();
    type(types, "workbook.xml", "sheet.main");
    type(types, "styles.xml", "styles");
    type(types, "sharedStrings.xml", "sharedStrings");
    int number = 0;
    for (Map.Entry<String, String> sheet : sheets.entrySet()) {
      number++;
      String part = "worksheets/sheet" + number + ".xml";
      type(types, part, "worksheet");
      listed.append(
          "<sheet name=\"%s\" sheetId=\"%d\"%s r:id=\"rId%d\"/>"
              .formatted(sheet.getKey(), number, states.getOrDefault(sheet.getKey(), ""), number));
      related.append("<Relationship Id=\"rId%d\" Target=\"%s\"/>".formatted(number, part));
      put(
          parts,
          "xl/" + part,
          beforeSheet
              + "<worksheet"
              + NS
              + "><sheetData>"
              + sheet.getValue()
              + "</sheetData></worksheet>");
    }
    put(parts, "[Content_Types].xml", "<Types>" + types + "</Types>");
    put(
        parts,
        "xl/workbook.xml",
        "<workbook" + NS + ">" + properties + "<sheets>" + listed + "</sheets></workbook>");
    put(parts, "xl/_rels/workbook.xml.rels", "<Relationships>" + related + "</Relationships>");
    put(parts, "xl/styles.xml", STYLES);
    put(parts, "xl/sharedStrings.xml", "<sst" + NS + ">" + sharedTexts + "</sst>");
    return parts;
  }

  private static void type(StringBuilder types, String part, String type) {
    types.append(
        "<Override PartName=\"/xl/%s\" ContentType=\"%s%s+xml\"/>".formatted(part, MAIN, type));
  }

  private static void put(Map<String, byte[]> parts, String name, String xml) {
    parts.put(
        name,
        ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml).getBytes(StandardCharsets.UTF_8));
  }

  /** The workbook. */
  public byte[] bytes() {
    return zip(parts());
  }

  /** A row of texts, each in its cell: header and text columns. */
  public static String row(int number, String... texts) {
    StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(number));
    for (int i = 0; i < texts.length; i++) {
      row.append(text(reference(i, number), texts[i]));
    }
    return row.append("</row>").toString();
  }

  /** Name of a cell, as AB2; columns count from 0, rows from 1. */
  public static String reference(int column, int row) {
    String letter = Character.toString('A' + column % 26);
    return (column < 26 ? "" : Character.toString('A' + column / 26 - 1)) + letter + row;
  }

  /** A row of cells given as xml. */
  public static String cells(int number, String... cells) {
    return "<row r=\"%d\">%s</row>".formatted(number, String.join("", cells));
  }

  /** A number in a style. */
  public static String number(String reference, int style, String value) {
    return "<c r=\"%s\" s=\"%d\"><v>%s</v></c>".formatted(reference, style, value);
  }

  /** A text in a cell. */
  public static String text(String reference, String value) {
    return "<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, value);
  }

  /** A zip archive. */
  public static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** A gzip. */
  public static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** Text as bytes of UTF-8. */
  public static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
