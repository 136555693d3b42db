package org.remitlake.microdata;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.contract.Kind;
import org.remitlake.stata.StataColumn;
import org.remitlake.stata.StataFile;
import org.remitlake.stata.StataMissing;
import org.remitlake.stata.StataType;
import org.remitlake.time.Quarter;

/**
 * Answers for Stata: codes are numbers with value labels, reasons are .a to .f, and {@code label
 * language} changes the language. Numbers that are measured have no value labels, which some
 * readers would take for codes; the set {@code reasons_en} is there to be attached.
 */
final class StataTable {
  private static final int FIRST_YEAR = 1960;
  private static final String FIRST = "en";

  private final Answers answers;
  private final List<String> languages;
  private final Map<String, SortedMap<Integer, String>> valueLabels = new TreeMap<>();

  private StataTable(Answers answers, String country) {
    this.answers = answers;
    this.languages = Labels.of(country);
  }

  static byte[] of(Answers answers, String country) {
    return new StataTable(answers, country).file().bytes();
  }

  private StataFile file() {
    List<StataColumn> columns = answers.table().variables().stream().map(this::column).toList();
    for (String language : languages) {
      valueLabels.put("reasons_" + language, reasons(language));
    }
    String title = answers.wave().survey() + " " + answers.wave().wave() + ", de-identified";
    Map<String, String> notes = new TreeMap<>();
    notes.put("_lang_list", String.join(" ", languages));
    notes.put("_lang_c", FIRST);
    languages.stream().skip(1).forEach(l -> notes.put("_lang_v_" + l, title));
    return new StataFile(title, notes, columns, valueLabels);
  }

  private static SortedMap<Integer, String> reasons(String language) {
    SortedMap<Integer, String> reasons = new TreeMap<>();
    for (String reason : MissingCodes.REASONS) {
      int code = new StataMissing(MissingCodes.place(reason)).code();
      reasons.put(code, Labels.in(language).reason(reason));
    }
    return reasons;
  }

  private StataColumn column(Variable variable) {
    List<Cell> cells = answers.column(variable);
    String label = Labels.in(FIRST).variable(variable.name());
    Map<String, String> notes = new TreeMap<>();
    for (String language : languages.subList(1, languages.size())) {
      notes.put("_lang_v_" + language, Labels.in(language).variable(variable.name()));
    }
    if (variable.as() == Treatment.QUARTER) {
      return StataColumn.numbers(
              variable.name(), label, StataType.INT, values(cells, StataTable::quarter))
          .shownAs("%tq")
          .noted(notes);
    }
    if (variable.isCoded()) {
      Map<String, Integer> numbers = numbers(variable, cells);
      for (String language : languages) {
        valueLabels.put(set(variable, language), labels(variable, numbers, language));
      }
      for (String language : languages.subList(1, languages.size())) {
        notes.put("_lang_l_" + language, set(variable, language));
      }
      return StataColumn.numbers(
              variable.name(), label, StataType.INT, values(cells, c -> numbers.get(c.text())))
          .labelledBy(set(variable, FIRST))
          .noted(notes);
    }
    Optional<StataType> type = type(variable);
    StataColumn column =
        type.isPresent()
            ? StataColumn.numbers(
                variable.name(), label, type.get(), values(cells, c -> number(c, type.get())))
            : StataColumn.texts(variable.name(), label, cells.stream().map(Cell::text).toList());
    return column.noted(notes);
  }

  private static String set(Variable variable, String language) {
    return variable.name() + "_" + language;
  }

  private static Optional<StataType> type(Variable variable) {
    return switch (variable.type().typeName()) {
      case "string" -> Optional.empty();
      case "integer" -> Optional.of(StataType.LONG);
      default -> Optional.of(StataType.DOUBLE);
    };
  }

  private static Object number(Cell cell, StataType type) {
    BigDecimal number = cell.number();
    return type == StataType.LONG ? (Object) number.intValueExact() : number.doubleValue();
  }

  /** Quarters since the first of 1960. */
  private static Object quarter(Cell cell) {
    Quarter quarter = Quarter.parse(cell.text());
    return (quarter.year() - FIRST_YEAR) * 4 + quarter.number() - 1;
  }

  private static List<Object> values(
      List<Cell> cells, java.util.function.Function<Cell, Object> number) {
    List<Object> values = new ArrayList<>();
    for (Cell cell : cells) {
      values.add(
          cell.isKnown()
              ? number.apply(cell)
              : new StataMissing(MissingCodes.place(cell.reason())));
    }
    return values;
  }

  /**
   * Numbers of codes: 1 and 0 for yes and no, lower bounds of bands, digits of major groups, else
   * the place in the code list, so that a code has the same number in every wave; codes without a
   * list by their order.
   */
  private static Map<String, Integer> numbers(Variable variable, List<Cell> cells) {
    TreeSet<String> found = new TreeSet<>(RareCodes.counts(cells).keySet());
    Map<String, Integer> numbers = new LinkedHashMap<>();
    if (variable.field().kind() == Kind.FLAG) {
      numbers.put("0", 0);
      numbers.put("1", 1);
    } else if (variable.as() == Treatment.BAND) {
      found.forEach(band -> numbers.put(band, Bands.lower(band)));
    } else if (variable.as() == Treatment.GROUP) {
      variable.codes().forEach(group -> numbers.put(group, Integer.valueOf(group)));
      numbers.put(RareCodes.OTHER, numbers.size());
    } else {
      variable.codes().forEach(code -> numbers.put(code, numbers.size() + 1));
      Labels.in(FIRST)
          .values(variable)
          .keySet()
          .forEach(code -> numbers.putIfAbsent(code, numbers.size() + 1));
      found.forEach(code -> numbers.putIfAbsent(code, numbers.size() + 1));
    }
    return numbers;
  }

  private static SortedMap<Integer, String> labels(
      Variable variable, Map<String, Integer> numbers, String language) {
    SortedMap<Integer, String> labels = reasons(language);
    numbers.forEach(
        (code, number) -> labels.put(number, Labels.in(language).value(variable, code)));
    return labels;
  }
}
