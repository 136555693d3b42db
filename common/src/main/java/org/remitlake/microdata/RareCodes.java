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
 * <p>A pool of few units, or of one code, would tell what it hides: the next rarest code joins
 * until it is neither. Of two codes both then go, and the variable is withheld.
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

  /**
   * A column of a closed list with its rare codes pooled, under OTHER where that says something, or
   * else withheld.
   */
  static List<Cell> pooled(List<Cell> cells, int least, boolean takesOther) {
    Map<String, Long> counts = counts(cells);
    Set<String> pool = of(counts, least);
    return instead(cells, pool, takesOther && pool.size() < counts.size());
  }

  /**
   * A column of an open list, as of currencies: nobody can tell by the others which codes are
   * hidden, so that no others need to join them.
   */
  static List<Cell> pooledOpen(List<Cell> cells, int least) {
    Map<String, Long> counts = counts(cells);
    Set<String> rare = new TreeSet<>(counts.keySet());
    rare.removeIf(code -> counts.get(code) >= least);
    boolean areMany = rare.stream().mapToLong(counts::get).sum() >= least;
    return instead(cells, rare, areMany && rare.size() > 1);
  }

  private static List<Cell> instead(List<Cell> cells, Set<String> pool, boolean isOther) {
    Cell instead = isOther ? Cell.of(OTHER) : Cell.withheld();
    return cells.stream().map(c -> c.isKnown() && pool.contains(c.text()) ? instead : c).toList();
  }
}
