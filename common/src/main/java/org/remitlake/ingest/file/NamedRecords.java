package org.remitlake.ingest.file;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What xml and json have in common: cells have names, so the header is what the profile asks for.
 */
abstract class NamedRecords implements Records {
  private final List<String> header;

  NamedRecords(Profile profile) {
    Set<String> names = new LinkedHashSet<>(profile.read());
    profile.choices().values().forEach(choice -> names.addAll(choice.names()));
    header = List.copyOf(names);
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
    return cells().getOrDefault(header.get(index), "");
  }
}
