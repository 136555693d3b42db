package org.remitlake.synthetic;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.remitlake.time.Quarter;

/** Exact counts and sums by corridor and quarter. Grows with the cells, not with the transfers. */
final class Tally {
  /** Transfers in the population, whatever was done to their rows. */
  static final String TRANSFERS = "transfers";

  private static final Pattern MONEY = Pattern.compile(".*_(RUB|USD|EUR|AMD|TJS|KZT)");

  /** Corridor and quarter, then measure. Sums are of hundredths. */
  private final SortedMap<String, SortedMap<String, Long>> cells = new TreeMap<>();

  /** Adds what was counted of a unit. */
  void add(Quarter quarter, Counts counts) {
    for (Corridor corridor : Corridor.values()) {
      counts
          .measures(corridor)
          .forEach((measure, amount) -> add(corridor, quarter, measure, amount));
    }
  }

  void add(Corridor corridor, Quarter quarter, String measure, long amount) {
    plus(cell(corridor.code() + " " + quarter), measure, amount);
  }

  void add(Tally other) {
    other.cells.forEach(
        (name, measures) ->
            measures.forEach((measure, amount) -> plus(cell(name), measure, amount)));
  }

  /** Whether a measure is a sum of money; the others are counts. */
  static boolean isMoney(String measure) {
    return MONEY.matcher(measure).matches();
  }

  private SortedMap<String, Long> cell(String name) {
    return cells.computeIfAbsent(name, n -> new TreeMap<>());
  }

  private static void plus(SortedMap<String, Long> cell, String measure, long amount) {
    cell.merge(measure, amount, Math::addExact);
  }

  SortedMap<String, SortedMap<String, Long>> cells() {
    return cells;
  }

  long transfers() {
    return cells.values().stream().mapToLong(cell -> cell.getOrDefault(TRANSFERS, 0L)).sum();
  }
}
