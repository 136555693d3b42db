package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The answers to a question with several answers, one text for each of its fields. Columns of
 * single codes win over the column with all codes (rule S10).
 */
final class ChosenCells implements DerivedCells {
  private static final Set<String> YES = Set.of("1", "true", "yes");
  private static final Set<String> NO = Set.of("", "0", "false", "no");
  private static final List<String> SEPARATORS = List.of("/", ".", "__");

  private final Choice choice;
  private final Map<String, Integer> singles = new LinkedHashMap<>();
  private final Set<String> known = new LinkedHashSet<>();
  private final Set<String> gate;
  private final int list;
  private final int asked;

  /**
   * The answers to a question.
   *
   * @param knownOtherwise names of columns, as they are compared, that the profile reads for
   *     something else or ignores
   */
  ChosenCells(Choice choice, List<String> header, Set<String> knownOtherwise) {
    this.choice = choice;
    List<String> names = header.stream().map(Words::normal).toList();
    known.addAll(choice.codes().keySet());
    known.addAll(choice.missing().keySet());
    for (String code : known) {
      choice.columnsOf(code).stream()
          .mapToInt(name -> names.indexOf(Words.normal(name)))
          .filter(at -> at >= 0)
          .findFirst()
          .ifPresent(at -> singles.put(code, at));
    }
    for (int at = 0; at < names.size(); at++) {
      if (!knownOtherwise.contains(names.get(at))) {
        addStranger(names.get(at), at);
      }
    }
    list = names.indexOf(Words.normal(choice.column()));
    asked = names.indexOf(Words.normal(choice.asked().column()));
    gate = choice.asked().codes().stream().map(Words::normal).collect(Collectors.toSet());
  }

  /** A column of a code that the profile does not know: it may hold answers. */
  private void addStranger(String name, int at) {
    for (String separator : SEPARATORS) {
      String stem = Words.normal(choice.column()) + separator;
      if (name.startsWith(stem) && !singles.containsValue(at)) {
        singles.put(name.substring(stem.length()), at);
      }
    }
  }

  @Override
  public List<String> names() {
    return choice.codes().values().stream().map(Choice::derived).toList();
  }

  @Override
  public List<String> cells(Records record) {
    Map<String, String> cells = new LinkedHashMap<>();
    singles.forEach((code, at) -> cells.put(code, single(TextRows.trimmed(record.cell(at)))));
    Set<String> listed = list < 0 ? Set.of() : codes(record.cell(list));
    if (cells.values().stream().allMatch(String::isEmpty)) {
      return listed.isEmpty() ? each(code -> none(record)) : told(listed);
    }
    Set<String> chosen =
        cells.entrySet().stream()
            .filter(cell -> isChosen(cell.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (!choice.codes().keySet().containsAll(chosen)) {
      return told(chosen);
    }
    return listed.isEmpty()
        ? each(code -> cells.getOrDefault(code, ""))
        : each(code -> compared(cells.getOrDefault(code, ""), listed.contains(code)));
  }

  /** What a set of codes, not all of which mean an answer, or that alone was told, says. */
  private List<String> told(Set<String> chosen) {
    if (chosen.size() == 1 && choice.missing().keySet().containsAll(chosen)) {
      return each(code -> chosen.iterator().next());
    }
    return choice.codes().keySet().containsAll(chosen)
        ? each(code -> chosen.contains(code) ? "1" : "0")
        : each(code -> Choice.list(chosen));
  }

  private static String compared(String single, boolean isListed) {
    boolean isChosen = isChosen(single);
    boolean isTold = isChosen || (!single.isEmpty() && NO.contains(Words.normal(single)));
    return isTold && isChosen != isListed ? Choice.against(isChosen ? "1" : "0", isListed) : single;
  }

  private String none(Records record) {
    boolean isAsked =
        asked >= 0 && gate.contains(Words.normal(TextRows.trimmed(record.cell(asked))));
    return isAsked ? "0" : "";
  }

  /** In the order of choice, every place is a choice. */
  private String single(String cell) {
    boolean isPlace =
        choice.ordered() && cell.matches("[1-9]\\d?") && Integer.parseInt(cell) <= singles.size();
    return isPlace ? "1" : cell;
  }

  private static boolean isChosen(String cell) {
    return YES.contains(Words.normal(cell));
  }

  private Set<String> codes(String cell) {
    Set<String> codes = new LinkedHashSet<>();
    for (String word : TextRows.trimmed(cell).split("[\\s,;]+", -1)) {
      if (!word.isEmpty()) {
        codes.add(spelt(word));
      }
    }
    return codes;
  }

  /** A code as the profile spells it. */
  private String spelt(String word) {
    String normal = Words.normal(word);
    return known.stream()
        .filter(code -> Words.normal(code).equals(normal))
        .findFirst()
        .orElse(word);
  }

  private List<String> each(UnaryOperator<String> text) {
    List<String> cells = new ArrayList<>();
    choice.codes().keySet().forEach(code -> cells.add(text.apply(code)));
    return cells;
  }

  /** Whether a header has any column of the question. */
  boolean isGiven() {
    return list >= 0 || !singles.isEmpty();
  }
}
