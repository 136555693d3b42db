package org.remitlake.stata;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A variable and its values.
 *
 * @param name at most 32 letters, digits and underscores
 * @param label what it is, at most 80 characters
 * @param type of its numbers; empty for text
 * @param format how Stata shows it, as {@code %tq} for quarters
 * @param valueLabels name of the value labels that belong to it; empty if it has none
 * @param notes characteristics by name
 * @param values numbers or texts, or {@link StataMissing} among numbers; a text that is missing is
 *     an empty one
 */
public record StataColumn(
    String name,
    String label,
    Optional<StataType> type,
    String format,
    String valueLabels,
    Map<String, String> notes,
    List<Object> values) {
  private static final int LONGEST_TEXT = 2045;

  /**
   * Checks name and values.
   *
   * @throws IllegalArgumentException if Stata would not take them
   */
  public StataColumn {
    notes = Map.copyOf(notes);
    values = List.copyOf(values);
    if (!name.matches("[A-Za-z_][A-Za-z0-9_]{0,31}")) {
      throw new IllegalArgumentException(name + " is no name of a variable in Stata.");
    }
    for (Object value : values) {
      boolean fits =
          type.isEmpty()
              ? value instanceof String text && bytes(text) <= LONGEST_TEXT
              : value instanceof StataMissing
                  || (value instanceof Number number && type.get().takes(number));
      if (!fits) {
        throw new IllegalArgumentException(name + ": a value does not fit its type.");
      }
    }
  }

  /** A column of numbers. */
  public static StataColumn numbers(
      String name, String label, StataType type, List<Object> values) {
    return new StataColumn(name, label, Optional.of(type), type.format(), "", Map.of(), values);
  }

  /** A column of texts. */
  public static StataColumn texts(String name, String label, List<String> values) {
    int width = Math.max(1, values.stream().mapToInt(StataColumn::bytes).max().orElse(1));
    return new StataColumn(
        name,
        label,
        Optional.empty(),
        "%-" + width + "s",
        "",
        Map.of(),
        List.<Object>copyOf(values));
  }

  /** The same column shown in another way. */
  public StataColumn shownAs(String how) {
    return new StataColumn(name, label, type, how, valueLabels, notes, values);
  }

  /** The same column with value labels. */
  public StataColumn labelledBy(String labels) {
    return new StataColumn(name, label, type, format, labels, notes, values);
  }

  /** The same column with characteristics. */
  public StataColumn noted(Map<String, String> more) {
    return new StataColumn(name, label, type, format, valueLabels, more, values);
  }

  /** Bytes of a value in a row. */
  int width() {
    return type.map(StataType::width)
        .orElseGet(
            () -> Math.max(1, values.stream().mapToInt(v -> bytes((String) v)).max().orElse(1)));
  }

  /** Number of the type in the file. */
  int code() {
    return type.map(StataType::code).orElseGet(this::width);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
