package org.remitlake.ingest.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What is wrong with a profile's names of cells in xml. */
final class PathCheck {
  private PathCheck() {}

  /** Every wrong name; none when all is well. */
  static List<String> problems(Profile profile) {
    List<String> problems = new ArrayList<>();
    boolean isXml = profile.format().equals("xml");
    if (!profile.only().isEmpty() && !isXml) {
      problems.add("only format xml takes 'only'");
    }
    if (Stream.of(profile.only(), profile.empty())
        .anyMatch(l -> l.stream().anyMatch(Objects::isNull))) {
      problems.add("'only' or 'empty' has an entry without a text");
    }
    if (isXml) {
      Stream.of(
              profile.columns().values().stream().filter(Objects::nonNull).flatMap(List::stream),
              profile.document().keySet().stream(),
              profile.only().stream())
          .flatMap(names -> names)
          .filter(Objects::nonNull)
          .filter(name -> !XmlPaths.isPath(name))
          .forEach(
              name ->
                  problems.add(
                      "'%s' names no cell of xml; write it as Amt, Amt/@Ccy or RvslInd=true"
                          .formatted(name)));
    }
    return problems;
  }
}
