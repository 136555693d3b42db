package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.List;
import org.remitlake.contract.ConfigProblem;

/**
 * Thresholds of disclosure control, {@code microdata} in {@code conf/remit.yaml}; null means the
 * default.
 *
 * @param leastUnits fewest units that share a code, the end of a number or an area; 10, as for
 *     published cells (catalogue 8.5, P1)
 * @param k fewest rows that look alike in what may single somebody out; 3: who is in the sample is
 *     not known, and of the population many times more look alike
 * @param areaHouseholds fewest households of the population, by weight, of an area that is told;
 *     5000, about the 20,000 persons that IPUMS International asks for
 * @param withheldShare share of answers, 0 to 1, above which bands are made coarser rather than
 *     answers withheld; 0.1
 */
public record Rules(Integer leastUnits, Integer k, Integer areaHouseholds, Double withheldShare) {
  /** What holds where nothing is said. */
  public static final Rules DEFAULT = new Rules(null, null, null, null);

  /** Fills in defaults, and refuses what would protect nobody. */
  public Rules {
    leastUnits = leastUnits == null ? Integer.valueOf(10) : leastUnits;
    k = k == null ? Integer.valueOf(3) : k;
    areaHouseholds = areaHouseholds == null ? Integer.valueOf(5000) : areaHouseholds;
    withheldShare = withheldShare == null ? Double.valueOf(0.1) : withheldShare;
    List<String> problems = new ArrayList<>();
    if (leastUnits < 3) {
      problems.add("microdata.least_units must be at least 3");
    }
    if (k < 2) {
      problems.add("microdata.k must be at least 2");
    }
    if (areaHouseholds < 0) {
      problems.add("microdata.area_households must not be negative");
    }
    if (!(withheldShare >= 0 && withheldShare <= 1)) {
      problems.add("microdata.withheld_share must lie between 0 and 1");
    }
    if (!problems.isEmpty()) {
      throw new ConfigProblem(String.join("; ", problems));
    }
  }
}
