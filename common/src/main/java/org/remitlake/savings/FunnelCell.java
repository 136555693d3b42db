package org.remitlake.savings;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many subjects of a cell came to a milestone, by quarter. */
final class FunnelCell {
  private final Map<String, NavigableMap<String, Long>> counts = new HashMap<>();
  private final Map<String, NavigableMap<String, Long>> filled = new HashMap<>();

  void add(String milestone, String quarter, boolean isFilled, long subjects) {
    add(counts, milestone, quarter, subjects);
    if (isFilled) {
      add(filled, milestone, quarter, subjects);
    }
  }

  private static void add(
      Map<String, NavigableMap<String, Long>> to, String milestone, String quarter, long subjects) {
    to.computeIfAbsent(milestone, m -> new TreeMap<>()).merge(quarter, subjects, Long::sum);
  }

  /** Subjects that came to a milestone by the end of a quarter. */
  long by(String quarter, String milestone) {
    return by(counts, quarter, milestone);
  }

  /** Of these, whose day is that of a later stage. */
  long filledBy(String quarter, String milestone) {
    return by(filled, quarter, milestone);
  }

  /** Whether a milestone was noted of anybody, at any time. */
  boolean has(String milestone) {
    return counts.containsKey(milestone);
  }

  private static long by(
      Map<String, NavigableMap<String, Long>> of, String quarter, String milestone) {
    return of.getOrDefault(milestone, new TreeMap<>()).headMap(quarter, true).values().stream()
        .mapToLong(n -> n)
        .sum();
  }
}
