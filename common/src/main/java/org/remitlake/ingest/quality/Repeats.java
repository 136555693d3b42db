package org.remitlake.ingest.quality;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What settling found of one file's rows beside rows delivered before, or in the same file.
 *
 * @param duplicates rows that had come with the same content
 * @param changed rows that hold in place of others with another content
 * @param marks rows by rule that deriving silver flagged
 */
public record Repeats(
    Optional<RowCount> duplicates, Optional<RowCount> changed, Map<String, RowCount> marks) {
  /** Of a file of which nothing was settled. */
  public static final Repeats NONE = new Repeats(Optional.empty(), Optional.empty(), Map.of());

  /** Rows that are alike in all three respects. */
  public static Repeats of(
      RowCount count, boolean isDuplicate, boolean isChanged, Set<String> marks) {
    return new Repeats(
        Optional.of(count).filter(c -> isDuplicate),
        Optional.of(count).filter(c -> isChanged),
        marks.stream().collect(Collectors.toMap(rule -> rule, rule -> count)));
  }

  /** Both together. */
  public Repeats plus(Repeats other) {
    Map<String, RowCount> all = new TreeMap<>(marks);
    other.marks.forEach((rule, count) -> all.merge(rule, count, RowCount::plus));
    return new Repeats(both(duplicates, other.duplicates), both(changed, other.changed), all);
  }

  private static Optional<RowCount> both(Optional<RowCount> one, Optional<RowCount> other) {
    return Stream.of(one, other).flatMap(Optional::stream).reduce(RowCount::plus);
  }

  /** Number of duplicates. */
  public long duplicateRows() {
    return duplicates.map(RowCount::rows).orElse(0L);
  }
}
