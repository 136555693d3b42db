package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.remitlake.contract.ConfigFile;

/**
 * A file with which something is wrong as a whole. What is null is as agreed.
 *
 * @param note what was done, for the truth
 * @param profile whose form it departs from
 * @param part of its name
 * @param copyOf part of the name of a file that holds the same; itself when not said
 * @param rows sound ones
 * @param finds what rules make of the file
 * @param each what rules make of each row
 * @param near rules that all but catch the file
 * @param encoding that nobody agreed
 * @param delimiter that nobody agreed
 * @param decimalMark that nobody agreed
 * @param dateLayout that nobody agreed
 * @param without columns that are not there
 * @param cells of each row; a field that the form does not know is one more column
 * @param manifest beside it
 */
record FileCase(
    String note,
    String profile,
    String part,
    String copyOf,
    Integer rows,
    List<String> finds,
    List<String> each,
    List<String> near,
    String encoding,
    String delimiter,
    String decimalMark,
    String dateLayout,
    List<String> without,
    Map<String, String> cells,
    String manifest) {
  private static final int ROWS = 20;

  /** What a resource holds. */
  private record All(List<FileCase> cases) {}

  FileCase {
    copyOf = copyOf == null ? part : copyOf;
    rows = rows == null ? ROWS : rows;
    finds = finds == null ? List.of() : finds;
    each = each == null ? List.of() : each;
    near = near == null ? List.of() : near;
    without = without == null ? List.of() : without;
    cells = cells == null ? Map.of() : cells;
    manifest = manifest == null ? "" : manifest;
  }

  static List<FileCase> all() {
    try (InputStream in = FileCase.class.getResourceAsStream("files.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigFile.read(yaml, All.class).cases();
    } catch (IOException e) {
      throw new UncheckedIOException("files.yaml", e);
    }
  }

  /** The agreed form, but for what is wrong. */
  PartnerForm form(PartnerForm agreed) {
    Dialect dialect = agreed.dialect();
    Dialect other =
        new Dialect(
            dialect.format(),
            or(encoding, dialect.encoding()),
            or(delimiter, dialect.delimiter()),
            or(decimalMark, dialect.decimalMark()),
            or(dateLayout, dialect.dateLayout()),
            dialect.record(),
            dialect.only(),
            dialect.sheet());
    Map<String, String> columns = new LinkedHashMap<>(agreed.columns());
    columns.keySet().removeAll(without);
    cells.keySet().forEach(field -> columns.putIfAbsent(field, field));
    return agreed.with(copyOf, other, columns);
  }

  private static String or(String own, String agreed) {
    return own == null ? agreed : own;
  }
}
