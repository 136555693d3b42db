package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What xml and json have in common: cells have names, so the header is what the profile asks for.
 * Of the names that a profile gives a field, the first that a record has holds.
 */
abstract class NamedRecords implements Records {
  private final Map<String, Set<String>> names = new LinkedHashMap<>();
  private final List<String> header;
  private final Set<String> empty;

  NamedRecords(Profile profile) {
    profile.columns().forEach((field, columns) -> add(columns, of(profile, field)));
    profile.document().forEach((name, field) -> add(List.of(name), of(profile, field)));
    profile
        .choices()
        .values()
        .forEach(choice -> choice.names().forEach(name -> add(List.of(name), List.of())));
    header = List.copyOf(names.keySet());
    empty = Set.copyOf(profile.empty());
  }

  private void add(List<String> columns, List<String> ofField) {
    columns.forEach(name -> names.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(name));
    names.get(columns.get(0)).addAll(ofField);
  }

  /** Names of a field: its columns, then those of the document. */
  private static List<String> of(Profile profile, String field) {
    List<String> all = new ArrayList<>(profile.columns().getOrDefault(field, List.of()));
    profile
        .document()
        .forEach((name, f) -> all.addAll(f.equals(field) ? List.of(name) : List.of()));
    return all;
  }

  /** Cells of the current record, by name. */
  abstract Map<String, String> cells();

  @Override
  public final List<String> header() {
    return header;
  }

  @Override
  public final int width() {
    return header.size();
  }

  @Override
  public final String cell(int index) {
    for (String name : names.get(header.get(index))) {
      String text = cells().getOrDefault(name, "");
      if (!text.isEmpty() && !empty.contains(text)) {
        return text;
      }
    }
    return "";
  }
}
