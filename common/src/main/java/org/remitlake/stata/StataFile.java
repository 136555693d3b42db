package org.remitlake.stata;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A {@code .dta} file of format 118, little-endian, without a time stamp: the same content gives
 * the same bytes. It is made in memory.
 *
 * @param label what the table is, at most 80 characters
 * @param notes characteristics of the whole table, by name
 * @param columns columns of equal length, at most 32,767
 * @param valueLabels texts of whole numbers, by name of the set
 */
public record StataFile(
    String label,
    Map<String, String> notes,
    List<StataColumn> columns,
    Map<String, SortedMap<Integer, String>> valueLabels) {
  private static final String WHOLE = "_dta";
  private static final int NAME = 129;
  private static final int FORMAT = 57;
  private static final int LABEL = 321;
  private static final int LABEL_CHARACTERS = 80;
  private static final int PLACES = 14;

  /** Checks that columns are of equal length. */
  public StataFile {
    notes = Map.copyOf(notes);
    columns = List.copyOf(columns);
    valueLabels = Map.copyOf(valueLabels);
    if (columns.stream().mapToInt(c -> c.values().size()).distinct().count() > 1) {
      throw new IllegalArgumentException("Columns must be of equal length.");
    }
  }

  private int rows() {
    return columns.isEmpty() ? 0 : columns.get(0).values().size();
  }

  /** The file. */
  public byte[] bytes() {
    Bytes out = new Bytes();
    List<Long> places = new ArrayList<>(List.of(0L));
    header(out.text("<stata_dta>"));
    places.add(out.size());
    out.text("<map>");
    int map = (int) out.size();
    out.zeros(PLACES * Long.BYTES).text("</map>");
    section(out, places, "variable_types", () -> columns.forEach(c -> out.two(c.code())));
    section(out, places, "varnames", () -> columns.forEach(c -> out.fixed(c.name(), NAME)));
    section(out, places, "sortlist", () -> out.zeros(2 * (columns.size() + 1)));
    section(out, places, "formats", () -> columns.forEach(c -> out.fixed(c.format(), FORMAT)));
    section(
        out,
        places,
        "value_label_names",
        () -> columns.forEach(c -> out.fixed(c.valueLabels(), NAME)));
    section(
        out,
        places,
        "variable_labels",
        () -> columns.forEach(c -> out.fixed(cut(c.label()), LABEL)));
    section(out, places, "characteristics", () -> characteristics(out));
    section(out, places, "data", () -> data(out));
    section(out, places, "strls", () -> {});
    section(out, places, "value_labels", () -> valueLabels(out));
    places.add(out.size());
    out.text("</stata_dta>");
    places.add(out.size());
    return out.withLongs(map, places);
  }

  private static void section(Bytes out, List<Long> places, String name, Runnable content) {
    places.add(out.size());
    out.text("<" + name + ">");
    content.run();
    out.text("</" + name + ">");
  }

  private void header(Bytes out) {
    byte[] title = cut(label).getBytes(StandardCharsets.UTF_8);
    out.text("<header><release>118</release><byteorder>LSF</byteorder><K>").two(columns.size());
    out.text("</K><N>").eight(rows()).text("</N><label>").two(title.length).raw(title);
    out.text("</label><timestamp>").one(0).text("</timestamp></header>");
  }

  private void characteristics(Bytes out) {
    new TreeMap<>(notes).forEach((name, text) -> characteristic(out, WHOLE, name, text));
    for (StataColumn column : columns) {
      new TreeMap<>(column.notes())
          .forEach((name, text) -> characteristic(out, column.name(), name, text));
    }
  }

  private static void characteristic(Bytes out, String of, String name, String text) {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    out.text("<ch>").four(2 * NAME + content.length + 1).fixed(of, NAME).fixed(name, NAME);
    out.raw(content).one(0).text("</ch>");
  }

  private void data(Bytes out) {
    int width = columns.stream().mapToInt(StataColumn::width).sum();
    List<Integer> widths = columns.stream().map(StataColumn::width).toList();
    for (int i = 0; i < rows(); i++) {
      ByteBuffer row = ByteBuffer.allocate(width).order(ByteOrder.LITTLE_ENDIAN);
      for (int c = 0; c < columns.size(); c++) {
        put(row, columns.get(c), columns.get(c).values().get(i), widths.get(c));
      }
      out.raw(row.array());
    }
  }

  private static void put(ByteBuffer row, StataColumn column, Object value, int width) {
    if (value instanceof StataMissing missing) {
      column.type().orElseThrow().putMissing(row, missing.place());
    } else if (value instanceof Number number) {
      column.type().orElseThrow().put(row, number);
    } else {
      int from = row.position();
      row.put(((String) value).getBytes(StandardCharsets.UTF_8));
      row.position(from + width);
    }
  }

  private void valueLabels(Bytes out) {
    new TreeMap<>(valueLabels)
        .forEach(
            (name, texts) -> {
              Bytes words = new Bytes();
              List<Integer> offsets = new ArrayList<>();
              for (String text : texts.values()) {
                offsets.add((int) words.size());
                words.raw(text.getBytes(StandardCharsets.UTF_8)).one(0);
              }
              int head = 2 * Integer.BYTES * (1 + texts.size());
              out.text("<lbl>").four(head + (int) words.size()).fixed(name, NAME).zeros(3);
              out.four(texts.size()).four((int) words.size());
              offsets.forEach(out::four);
              texts.keySet().forEach(out::four);
              out.raw(words.all()).text("</lbl>");
            });
  }

  /** A label as long as Stata keeps it, not cut within a character. */
  private static String cut(String text) {
    return text.codePointCount(0, text.length()) <= LABEL_CHARACTERS
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LABEL_CHARACTERS));
  }
}
