package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * k-anonymity by withholding single answers: afterwards each row looks like at least k - 1 others
 * in all that may single somebody out, withheld answers being answers like any other. (With the
 * usual wildcards an answer that only one of k rows lacks could be told from the others' having
 * theirs.)
 *
 * <p>Rows are released in groups: first those of which enough look alike, then of the rest those of
 * which enough look alike without one answer, without two, and so on; what gives way first is tried
 * first.
 */
final class Alike {
  private final List<String> given;
  private final List<List<Cell>> columns;
  private final int k;

  /**
   * Rows to protect.
   *
   * @param given what each row tells that cannot be withheld here
   * @param columns what can be, in the order in which it gives way
   */
  Alike(List<String> given, List<List<Cell>> columns, int k) {
    this.given = given;
    this.columns = columns;
    this.k = k;
  }

  /** Which columns to withhold, row by row. */
  List<BitSet> withheld() {
    List<Integer> left = IntStream.range(0, given.size()).boxed().toList();
    Map<String, List<Integer>> released = new LinkedHashMap<>();
    Map<String, BitSet> masks = new HashMap<>();
    for (BitSet mask : masks()) {
      List<Integer> still = new ArrayList<>();
      for (Map.Entry<String, List<Integer>> group : groups(left, mask).entrySet()) {
        if (group.getValue().size() >= k) {
          released.put(group.getKey(), group.getValue());
          masks.put(group.getKey(), mask);
        } else {
          still.addAll(group.getValue());
        }
      }
      left = still;
    }
    List<BitSet> result = new ArrayList<>();
    given.forEach(g -> result.add(all()));
    released.forEach((key, rows) -> rows.forEach(r -> result.set(r, masks.get(key))));
    // Too few are left that tell nothing: the smallest group of the same place joins them.
    groups(left, all())
        .forEach(
            (key, few) ->
                released.values().stream()
                    .filter(rows -> given.get(rows.get(0)).equals(given.get(few.get(0))))
                    .filter(rows -> !result.get(rows.get(0)).equals(all()))
                    .min(Comparator.comparingInt(List::size))
                    .ifPresent(rows -> rows.forEach(r -> result.set(r, all()))));
    return result;
  }

  private Map<String, List<Integer>> groups(List<Integer> rows, BitSet mask) {
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int row : rows) {
      groups.computeIfAbsent(look(row, mask), g -> new ArrayList<>()).add(row);
    }
    return groups;
  }

  private String look(int row, BitSet mask) {
    StringBuilder look = new StringBuilder(given.get(row)).append('|').append(mask);
    for (int c = 0; c < columns.size(); c++) {
      look.append('|').append(mask.get(c) ? "" : columns.get(c).get(row));
    }
    return look.toString();
  }

  private BitSet all() {
    BitSet all = new BitSet();
    all.set(0, columns.size());
    return all;
  }

  /** All sets of columns: few before many, and of as many those that give way first. */
  private List<BitSet> masks() {
    return IntStream.range(0, 1 << columns.size())
        .mapToObj(bits -> BitSet.valueOf(new long[] {bits}))
        .sorted(
            Comparator.comparingInt(BitSet::cardinality)
                .thenComparing(m -> m.isEmpty() ? 0L : m.toLongArray()[0]))
        .toList();
  }

  /** Rows that fewer than k look like, after all; none in a table that has k rows in each place. */
  static long below(List<String> looks, int k) {
    Map<String, Long> counts = new HashMap<>();
    looks.forEach(l -> counts.merge(l, 1L, Long::sum));
    return counts.values().stream().filter(n -> n < k).mapToLong(n -> n).sum();
  }
}
