package org.remitlake.synthetic;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.time.Quarter;

/** The World Bank's mean cost of USD 200 on a corridor, in percent, in the nearest quarter. */
final class RpwMeans {
  private static final int PERIOD = 0;
  private static final int CORRIDOR = 5;
  private static final int COST_200 = 6;

  private final Map<String, TreeMap<Integer, Double>> means = new TreeMap<>();

  RpwMeans() {
    for (List<String> row : Resource.rows("rpw-corridor-means.csv")) {
      String period = row.get(PERIOD);
      int year = Integer.parseInt(period.substring(0, 4));
      int number = period.charAt(5) - '0';
      means
          .computeIfAbsent(row.get(CORRIDOR), corridor -> new TreeMap<>())
          .put(4 * year + number, Double.valueOf(row.get(COST_200)));
    }
  }

  /** Kazakhstan has no row of its own: it follows Russia to Tajikistan. */
  double cost200(Corridor corridor, Quarter quarter) {
    TreeMap<Integer, Double> known = means.get(corridor.toArmenia() ? "RUSARM" : "RUSTJK");
    int at = 4 * quarter.year() + quarter.number();
    Integer before = known.floorKey(at);
    Integer after = known.ceilingKey(at);
    if (before == null || (after != null && after - at < at - before)) {
      return known.get(after);
    }
    return known.get(before);
  }
}
