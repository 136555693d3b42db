package org.remitlake.stats.trial;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.remitlake.stats.Arguments;

/** What a panel must be for contrasts over time. */
final class Panel {
  private Panel() {}

  /** Refuses units that start twice: treatment stays once it is there. */
  static void checkStarts(String[] units, int[] starts) {
    Arguments.labels(units, "unit");
    Arguments.sameLength(starts.length, units.length, "the start");
    Map<String, Integer> first = new HashMap<>();
    Set<String> broken = new TreeSet<>();
    for (int i = 0; i < units.length; i++) {
      Integer before = first.putIfAbsent(units[i], starts[i]);
      if (before != null && before != starts[i]) {
        broken.add(units[i]);
      }
    }
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(
          broken.size()
              + " of "
              + first.size()
              + " units have more than one start of treatment. A unit starts once and stays.");
    }
  }
}
