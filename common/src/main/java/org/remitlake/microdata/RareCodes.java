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
 * Codes that few units have, pooled.
 *
 * <p>A pool of few units, or of one code, would tell what it hides: the next rarest code joins until
 * it is neither. Of two codes both then go, and the variable is withheld.
 */
final class RareCodes {
  static final String OTHER = "OTHER";

  private RareCodes() {}

  /** The codes to pool; none if all have enough units. */
  static Set<String> of(Map<String, Long> counts, int least) {
    Set<String> pool = new TreeSet<>();
    counts.forEach(
        (code, n) -> {
          if (n < least) {
            pool.add(code);
          }
        });
    if (pool.isEmpty()) {
      return pool;
    }
    if (counts.containsKey(OTHER)) {
      pool.add(OTHER);
    }
    List<String> rarest =
        counts.keySet().stream()
            .filter(code -> !pool.contains(code))
            .sorted(Comparator.<String>comparingLong(counts::get).thenComparing(c -> c))
            .collect(Collectors.toCollection(ArrayList::new));
    while (!rarest.isEmpty()
        && (pool.size() < 2 || pool.stream().mapToLong(counts::get).sum() < least)) {
      pool.add(rarest.remove(0));
    }
    return pool;
  }

  /** Units by code. */
  static Map<String, Long> counts(List<Cell> cells) {
    return cells.stream()
        .filter(Cell::isKnown)
        .collect(Collectors.groupingBy(Cell::text, TreeMap::new, Collectors.counting()));
  }

  /** The column with its rare codes pooled under OTHER where that says something, else withheld. */
  static List<Cell> pooled(List<Cell> cells, int least, boolean takesOther) {
    Map<String, Long> counts = counts(cells);
    Set<String> pool = of(counts, least);
    Cell instead =
        takesOther && pool.size() < counts.size() ? Cell.of(OTHER) : Cell.withheld();
    return cells.stream().map(c -> c.isKnown() && pool.contains(c.text()) ? instead : c).toList();
  }
}
