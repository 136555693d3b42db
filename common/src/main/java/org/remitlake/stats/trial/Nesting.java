package org.remitlake.stats.trial;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That every cluster lies in one arm, one block: what was drawn by cluster must be so. */
final class Nesting {
  private static final int NAMED = 5;

  private Nesting() {}

  /**
   * The group of every cluster, by label.
   *
   * @param what plural of the group, such as arms
   */
  static Map<String, String> of(String[] clusters, String[] groups, String what) {
    Map<String, String> first = new TreeMap<>();
    Set<String> torn = new TreeSet<>();
    for (int i = 0; i < clusters.length; i++) {
      String before = first.putIfAbsent(clusters[i], groups[i]);
      if (before != null && !before.equals(groups[i])) {
        torn.add(clusters[i]);
      }
    }
    if (!torn.isEmpty()) {
      throw new IllegalArgumentException(
          torn.size()
              + " of "
              + first.size()
              + " clusters lie in two "
              + what
              + ": "
              + torn.stream().limit(NAMED).collect(Collectors.joining(", "))
              + (torn.size() > NAMED ? ", …" : "")
              + ". Clusters are drawn whole: correct the registry, or name the level that was"
              + " drawn.");
    }
    return first;
  }
}
