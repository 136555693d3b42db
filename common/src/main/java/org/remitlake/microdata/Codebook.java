package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * {@code codebook.csv}: each variable of each file with its labels in all languages of the country,
 * then its codes with how many rows have them, then the reasons of empty cells.
 */
final class Codebook {
  static final String NAME = "codebook.csv";

  private final List<String> languages;
  private final List<List<String>> lines = new ArrayList<>();

  private Codebook(List<String> languages) {
    this.languages = languages;
    List<String> head = new ArrayList<>(List.of("file", "variable", "type", "code"));
    languages.forEach(l -> head.add("label_" + l));
    head.addAll(List.of("n", "n_missing", "n_recoded", "n_withheld"));
    languages.forEach(l -> head.add("treatment_" + l));
    head.add("note");
    lines.add(head);
  }

  static byte[] of(List<Answers> files, String country) {
    Codebook book = new Codebook(Labels.of(country));
    files.forEach(f -> f.table().variables().forEach(v -> book.add(f, v)));
    return Csv.of(book.lines);
  }

  private void add(Answers file, Variable variable) {
    List<Cell> cells = file.column(variable);
    long known = cells.stream().filter(Cell::isKnown).count();
    List<String> line = start(file, variable, "");
    languages.forEach(l -> line.add(Labels.in(l).variable(variable.name())));
    line.add(Long.toString(known));
    line.add(Long.toString(cells.size() - known));
    line.add(Long.toString(file.recoded(variable)));
    line.add(Long.toString(file.withheld(variable)));
    languages.forEach(l -> line.add(Labels.in(l).treatment(variable.as())));
    line.add(file.notes(variable));
    lines.add(line);
    if (variable.isCoded()) {
      Map<String, Long> counts = RareCodes.counts(cells);
      inOrder(variable, counts.keySet())
          .forEach(
              code ->
                  lines.add(
                      coded(
                          start(file, variable, code),
                          languages.stream().map(l -> Labels.in(l).value(variable, code)).toList(),
                          counts.get(code))));
    }
    Map<String, Long> reasons =
        cells.stream()
            .filter(c -> !c.reason().isEmpty())
            .collect(Collectors.groupingBy(Cell::reason, TreeMap::new, Collectors.counting()));
    reasons.forEach(
        (reason, n) ->
            lines.add(
                coded(
                    start(file, variable, MissingCodes.of(reason)),
                    languages.stream().map(l -> Labels.in(l).reason(reason)).toList(),
                    n)));
  }

  private static List<String> inOrder(Variable variable, Set<String> codes) {
    return variable.as() == Treatment.BAND
        ? codes.stream().sorted(Comparator.comparingInt(Bands::lower)).toList()
        : List.copyOf(new TreeSet<>(codes));
  }

  private static List<String> start(Answers file, Variable variable, String code) {
    return new ArrayList<>(
        List.of(file.fileName(), variable.name(), variable.type().simpleString(), code));
  }

  private List<String> coded(List<String> line, List<String> labels, long n) {
    line.addAll(labels);
    line.add(Long.toString(n));
    while (line.size() < lines.get(0).size()) {
      line.add("");
    }
    return line;
  }
}
