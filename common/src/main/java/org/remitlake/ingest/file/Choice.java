package org.remitlake.ingest.file;

import java.io.Serializable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A question with several answers (select_multiple), whatever shape its export has: one column with
 * the codes chosen ({@code 1 3 4}), a column of 0 and 1 for each code, both, or columns with the
 * order in which answers were chosen.
 *
 * @param column name of the column with all codes; columns of single codes begin with it: {@code
 *     use/1} and {@code use.1} (KoboToolbox), {@code use__1} (Survey Solutions), {@code use_1}
 * @param ordered whether columns of single codes hold the order of choice: 1, 2, …; 0 not chosen
 * @param codes delivered code to the contract's field that is true where it was chosen
 * @param missing delivered code to the reason why nothing was chosen, as in {@link Profile#missing}
 * @param asked where the question was asked; without, nothing chosen cannot be told from not asked
 */
public record Choice(
    String column,
    Boolean ordered,
    Map<String, String> codes,
    Map<String, String> missing,
    Asked asked)
    implements Serializable {

  /**
   * The gate of a question.
   *
   * @param column the question before it
   * @param codes delivered answers there upon which it is asked
   */
  public record Asked(String column, List<String> codes) implements Serializable {
    /** Fills in what need not be said. */
    public Asked {
      column = column == null ? "" : column;
      codes = codes == null ? List.of() : codes;
    }
  }

  /** A text of bronze: all codes of an answer of which some are in no code book. */
  private static final String LIST = "[";

  /** Divides what the single column says from what the column with all codes says. */
  private static final String AGAINST = "|";

  private static final String DERIVED = "choices: ";

  /** Fills in what need not be said. */
  public Choice {
    column = column == null ? "" : column;
    ordered = ordered != null && ordered;
    codes = codes == null ? Map.of() : new LinkedHashMap<>(codes);
    missing = missing == null ? Map.of() : new LinkedHashMap<>(missing);
    asked = asked == null ? new Asked(null, null) : asked;
  }

  /** The name under which a record has the answer for a field. */
  static String derived(String field) {
    return DERIVED + field;
  }

  /** Names of columns that are read for it. */
  Set<String> names() {
    Set<String> names = new HashSet<>(Set.of(column));
    for (Map<String, String> known : List.of(codes, missing)) {
      known.keySet().forEach(code -> names.addAll(columnsOf(code)));
    }
    if (!asked.column().isEmpty()) {
      names.add(asked.column());
    }
    return names;
  }

  /** What the column of a code may be called; Survey Solutions writes -99 as n99. */
  List<String> columnsOf(String code) {
    return List.of(
        column + "/" + code,
        column + "." + code,
        column + "__" + code.replaceFirst("^-", "n"),
        column + "_" + code);
  }

  static String list(Set<String> chosen) {
    return LIST + String.join(" ", chosen) + "]";
  }

  static String against(String single, boolean inList) {
    return single + AGAINST + (inList ? "1" : "0");
  }

  /**
   * What a field's text means where reading found that columns disagree (rule S10: the single
   * column holds), or that a code was not known then; empty for every other text.
   */
  Optional<Words.Meaning> meaning(String field, String text) {
    if (text.startsWith(LIST)) {
      List<String> chosen = Arrays.asList(text.substring(1, text.length() - 1).split(" ", -1));
      return codes.keySet().containsAll(chosen)
          ? Optional.of(
              new Words.Meaning(
                  Boolean.toString(chosen.stream().anyMatch(c -> codes.get(c).equals(field))), ""))
          : Optional.empty();
    }
    return text.equals(against("1", false)) || text.equals(against("0", true))
        ? Optional.of(new Words.Meaning(Boolean.toString(text.startsWith("1")), "S10"))
        : Optional.empty();
  }
}
