package org.remitlake.synthetic.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.remitlake.contract.ConfigFile;

/**
 * A file with which something is wrong as a whole. What is null is as agreed.
 *
 * @param note what was done, for the truth
 * @param profile whose form it departs from; when not said, every one of the contract that tells
 *     the cells
 * @param contract of those
 * @param where agreed fact to its values, one of which a form must have
 * @param part of its name
 * @param later whether it is delivered when all others are known
 * @param copyOf part of the name of a file that holds the same; itself when not said
 * @param rows sound ones
 * @param on day in place of those of a sound row
 * @param finds what rules make of the file
 * @param each what rules make of each row
 * @param silent whether every row's own finding does not hold
 * @param near rules that all but catch the file
 * @param encoding that nobody agreed
 * @param delimiter that nobody agreed
 * @param decimalMark that nobody agreed
 * @param dateLayout that nobody agreed
 * @param without columns that are not there
 * @param cells of each row; a field that the form does not know is one more column
 * @param then more rows, as many of each as it says
 * @param manifest beside it
 * @param damage of its bytes: packed or unclosed, see {@link WrittenRows}; empty for none
 */
record FileCase(
    String note,
    String profile,
    String contract,
    Map<String, List<String>> where,
    String part,
    Boolean later,
    String copyOf,
    Integer rows,
    String on,
    List<String> finds,
    List<String> each,
    Boolean silent,
    List<String> near,
    String encoding,
    String delimiter,
    String decimalMark,
    String dateLayout,
    List<String> without,
    Map<String, String> cells,
    List<Rows> then,
    String manifest,
    String damage) {
  private static final int ROWS = 20;
  private static final Pattern DAY = Pattern.compile("^\\d{4}-\\d{2}-\\d{2}");

  /**
   * Sound rows, but for some cells.
   *
   * @param rows how many
   * @param on day in place of those of a sound row
   * @param cells of each
   * @param each what rules make of each
   * @param near rules that all but catch each
   */
  record Rows(
      int rows, String on, Map<String, String> cells, List<String> each, List<String> near) {

    Rows {
      cells = cells == null ? Map.of() : cells;
    }

    /** One of them, as it departs from the sound row of its contract. */
    CaseRow row(Map<String, String> sound, boolean isSilent) {
      Map<String, String> own = new HashMap<>();
      if (on != null) {
        sound.forEach((field, value) -> own.put(field, DAY.matcher(value).replaceFirst(on)));
      }
      own.putAll(cells);
      return new CaseRow(own, each, near, "", isSilent);
    }
  }

  /** What a resource holds. */
  private record All(List<FileCase> cases) {}

  FileCase {
    where = where == null ? Map.of() : where;
    later = later != null && later;
    copyOf = copyOf == null ? part : copyOf;
    rows = rows == null ? ROWS : rows;
    finds = finds == null ? List.of() : finds;
    each = each == null ? List.of() : each;
    silent = silent != null && silent;
    near = near == null ? List.of() : near;
    without = without == null ? List.of() : without;
    cells = cells == null ? Map.of() : cells;
    then = then == null ? List.of() : then;
    manifest = manifest == null ? "" : manifest;
    damage = damage == null ? "" : damage;
  }

  static List<FileCase> all() {
    try (InputStream in = FileCase.class.getResourceAsStream("files.yaml")) {
      String yaml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return ConfigFile.read(yaml, All.class).cases();
    } catch (IOException e) {
      throw new UncheckedIOException("files.yaml", e);
    }
  }

  /** Whether a partner's form is one that it departs from. */
  boolean concerns(PartnerForm form) {
    return profile == null
        ? form.contract().equals(contract)
            && RuleCase.agrees(where, form)
            && parts().stream().flatMap(r -> r.cells().keySet().stream()).allMatch(form::tells)
        : form.name().equals(profile);
  }

  /** All its rows, in order. */
  List<Rows> parts() {
    List<Rows> parts = new ArrayList<>(List.of(new Rows(rows, on, cells, each, List.of())));
    parts.addAll(then);
    return parts;
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
