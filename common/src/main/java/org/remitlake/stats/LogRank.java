package org.remitlake.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.remitlake.stats.KaplanMeier.Ends;

/**
 * Whether groups survive alike: observed events against those expected if every event had hit all
 * at risk alike (Mantel 1966, Peto and Peto 1972). R's {@code survdiff}.
 *
 * @param observed events by group
 * @param expected events by group
 * @param test chi-square on groups minus 1
 */
public record LogRank(List<Double> observed, List<Double> expected, ChiSquaredTest test) {

  /**
   * Compares groups of spells.
   *
   * @param groups spells counted by the time at which they end
   * @throws IllegalArgumentException if there are fewer than two groups, or a group is never at
   *     risk while there are events
   */
  public static LogRank of(List<? extends SortedMap<? extends Number, Ends>> groups) {
    int k = groups.size();
    if (k < 2) {
      throw new IllegalArgumentException(k + " group of spells. A comparison needs two.");
    }
    TreeMap<Double, Ends[]> times = byTime(groups);
    double[] atRisk = new double[k];
    times.values().forEach(all -> add(atRisk, all, 1));
    double[] observed = new double[k];
    double[] expected = new double[k];
    double[][] variance = new double[k][k];
    for (Ends[] now : times.values()) {
      double events = 0;
      double n = 0;
      for (int g = 0; g < k; g++) {
        observed[g] += now[g].events();
        events += now[g].events();
        n += atRisk[g];
      }
      for (int g = 0; g < k; g++) {
        expected[g] += events * atRisk[g] / n;
        for (int h = 0; n > 1 && h < k; h++) {
          double share = atRisk[h] / n;
          variance[g][h] +=
              events * (n - events) / (n - 1) * atRisk[g] / n * ((g == h ? 1 : 0) - share);
        }
      }
      add(atRisk, now, -1);
    }
    return new LogRank(list(observed), list(expected), test(observed, expected, variance));
  }

  private static ChiSquaredTest test(double[] observed, double[] expected, double[][] variance) {
    int k = observed.length - 1;
    double[] excess = new double[k];
    double[][] of = new double[k][k];
    for (int g = 0; g < k; g++) {
      excess[g] = observed[g] - expected[g];
      System.arraycopy(variance[g], 0, of[g], 0, k);
    }
    return new ChiSquaredTest(Quadratic.form(excess, of), k);
  }

  private static TreeMap<Double, Ends[]> byTime(
      List<? extends SortedMap<? extends Number, Ends>> groups) {
    TreeMap<Double, Ends[]> times = new TreeMap<>();
    for (int g = 0; g < groups.size(); g++) {
      for (Map.Entry<? extends Number, Ends> e : groups.get(g).entrySet()) {
        Ends[] now =
            times.computeIfAbsent(
                e.getKey().doubleValue(),
                t -> Collections.nCopies(groups.size(), new Ends(0, 0)).toArray(Ends[]::new));
        now[g] = now[g].plus(e.getValue());
      }
    }
    return times;
  }

  private static void add(double[] atRisk, Ends[] ends, int sign) {
    for (int g = 0; g < atRisk.length; g++) {
      atRisk[g] += sign * (double) ends[g].all();
    }
  }

  private static List<Double> list(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double v : values) {
      list.add(v);
    }
    return List.copyOf(list);
  }
}
