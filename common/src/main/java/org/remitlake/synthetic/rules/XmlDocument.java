package org.remitlake.synthetic.rules;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows as records of one XML document; a heading is a path, as {@code Amt/@Ccy}. */
final class XmlDocument {
  /** An element: its attributes, its text, and the elements in it. */
  private static final class Element {
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final Map<String, Element> children = new LinkedHashMap<>();
    private String text = "";

    private void put(List<String> path, String value) {
      String first = path.get(0);
      if (first.startsWith("@")) {
        attributes.put(first.substring(1), value);
      } else {
        Element child = children.computeIfAbsent(first, name -> new Element());
        if (path.size() == 1) {
          child.text = value;
        } else {
          child.put(path.subList(1, path.size()), value);
        }
      }
    }

    private void write(String name, StringBuilder out) {
      out.append('<').append(name);
      attributes.forEach(
          (key, value) ->
              out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
      out.append('>').append(escaped(text));
      children.forEach((child, element) -> element.write(child, out));
      out.append("</").append(name).append('>');
    }
  }

  private XmlDocument() {}

  static WrittenRows of(PartnerForm form, List<FileRow> rows, Map<String, String> around) {
    StringBuilder out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"").append(form.dialect().encoding());
    out.append("\"?>\n<Document");
    around.forEach(
        (name, value) -> {
          if (!name.contains("/")) {
            out.append(' ').append(name).append("=\"").append(escaped(value)).append('"');
          }
        });
    out.append("><Batch>");
    Element beside = new Element();
    around.forEach(
        (name, value) -> {
          if (name.contains("/")) {
            beside.put(List.of(name.split("/")), value);
          }
        });
    beside.children.forEach((name, element) -> element.write(name, out));
    out.append('\n');
    List<Long> lines = new ArrayList<>();
    long line = 3;
    for (FileRow row : rows) {
      lines.add(line++);
      record(form, row).write(form.dialect().record(), out);
      out.append('\n');
    }
    out.append("</Batch></Document>\n");
    return new WrittenRows(
        out.toString().getBytes(Charset.forName(form.dialect().encoding())), lines);
  }

  /** What is empty is not there. */
  private static Element record(PartnerForm form, FileRow row) {
    Element record = new Element();
    for (String only : form.dialect().only()) {
      int mark = only.indexOf('=');
      record.put(List.of(only.substring(0, mark).split("/")), only.substring(mark + 1));
    }
    form.columns()
        .values()
        .forEach(
            path -> {
              String value = row.cells().get(path);
              if (!value.isEmpty()) {
                record.put(List.of(path.split("/")), value);
              }
            });
    return record;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
