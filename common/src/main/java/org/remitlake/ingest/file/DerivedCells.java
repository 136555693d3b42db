package org.remitlake.ingest.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cells that no column of a file holds as such: told from several columns, or from elsewhere. */
interface DerivedCells {
  /** Names under which a profile's fields find them. */
  List<String> names();

  /** The texts for the present record, one for each name; empty where there is none. */
  List<String> cells(Records record);

  /** Those that a profile asks for and a header can give. */
  static List<DerivedCells> of(
      FileSource source, FileBytes bytes, Profile profile, List<String> header) throws IOException {
    List<DerivedCells> derived = new ArrayList<>();
    Set<String> others =
        Stream.concat(profile.read().stream(), profile.ignore().stream())
            .map(Words::normal)
            .collect(Collectors.toSet());
    for (Choice choice : profile.choices().values()) {
      ChosenCells cells = new ChosenCells(choice, header, others);
      if (cells.isGiven()) {
        derived.add(cells);
      }
    }
    if (profile.parent().isThere() && bytes.signature() == Signature.ZIP) {
      ParentCells cells = ParentCells.of(source, profile, header);
      if (cells.isGiven()) {
        derived.add(cells);
      }
    }
    return derived;
  }
}
