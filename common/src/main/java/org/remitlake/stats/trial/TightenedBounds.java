package org.remitlake.stats.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.Interval;

/**
 * Lee bounds within cells of what was known before, averaged: never wider than without.
 *
 * @param cells bounds by cell
 * @param weights by cell: its part of the observed units of the arm that is not trimmed
 * @param threshold averaged bounds by quantiles
 * @param fractional averaged bounds with exact trimming
 */
public record TightenedBounds(
    Map<String, LeeBounds> cells,
    Map<String, Double> weights,
    Interval threshold,
    Interval fractional) {

  /**
   * Computes the bounds of every cell.
   *
   * @param cell label of every unit's cell
   * @throws IllegalArgumentException if arms change places between cells (named): then no one
   *     direction of selection fits, and the bounds do not hold; or as {@link LeeBounds#of}
   */
  public static TightenedBounds of(
      double[] y, boolean[] observed, boolean[] treated, String[] cell) {
    Arguments.labels(cell, "cell");
    Arguments.sameLength(cell.length, y.length, "the cell");
    boolean all = LeeBounds.of(y, observed, treated).trimmedIsTreated();
    Map<String, LeeBounds> cells = new TreeMap<>();
    List<String> turned = new ArrayList<>();
    double total = 0;
    for (String label : new TreeSet<>(Set.of(distinct(cell)))) {
      LeeBounds bounds = within(y, observed, treated, cell, label);
      if (bounds.trimmedIsTreated() != all && bounds.trimShare() > 0) {
        turned.add(label);
      }
      cells.put(label, bounds);
      total += bounds.selectedOther();
    }
    if (!turned.isEmpty()) {
      throw new IllegalArgumentException(
          turned.size()
              + " of "
              + cells.size()
              + " cells trim the other arm ("
              + String.join(", ", turned)
              + "): selection does not go one way. Use wider cells, or the bounds without.");
    }
    Map<String, Double> weights = new TreeMap<>();
    double[] sums = new double[4];
    for (Map.Entry<String, LeeBounds> entry : cells.entrySet()) {
      LeeBounds b = entry.getValue();
      double w = b.selectedOther() / total;
      weights.put(entry.getKey(), w);
      sums[0] += w * b.threshold().lower();
      sums[1] += w * b.threshold().upper();
      sums[2] += w * b.fractional().lower();
      sums[3] += w * b.fractional().upper();
    }
    return new TightenedBounds(
        Map.copyOf(cells),
        Map.copyOf(weights),
        new Interval(sums[0], sums[1]),
        new Interval(sums[2], sums[3]));
  }

  private static String[] distinct(String[] labels) {
    return java.util.Arrays.stream(labels).distinct().toArray(String[]::new);
  }

  private static LeeBounds within(
      double[] y, boolean[] observed, boolean[] treated, String[] cell, String label) {
    int n = (int) java.util.Arrays.stream(cell).filter(label::equals).count();
    double[] ownY = new double[n];
    boolean[] ownObserved = new boolean[n];
    boolean[] ownTreated = new boolean[n];
    int j = 0;
    for (int i = 0; i < y.length; i++) {
      if (cell[i].equals(label)) {
        ownY[j] = y[i];
        ownObserved[j] = observed[i];
        ownTreated[j++] = treated[i];
      }
    }
    try {
      return LeeBounds.of(ownY, ownObserved, ownTreated);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("Cell " + label + ": " + e.getMessage(), e);
    }
  }
}
