package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Regions by urban and rural, made coarser where few households live: a region with too few joins
 * the pool of OTHER regions, and where its towns or its villages alone have too few, its rows do
 * not say which they are. Rows of a stratum are of one kind, so that those which say it would tell
 * it of the others: where one is silent, all rows of its stratum and of its region are.
 */
final class Areas {
  private final List<Cell> regions;
  private final List<Cell> kinds;
  private final List<Cell> strata;
  private final List<Cell> weights;
  private final Rules rules;

  /**
   * Areas.
   *
   * @param regions region of each household
   * @param kinds whether urban or rural
   * @param strata stratum of the sample
   * @param weights households of the population that each stands for
   */
  Areas(List<Cell> regions, List<Cell> kinds, List<Cell> strata, List<Cell> weights, Rules rules) {
    this.regions = regions;
    this.kinds = kinds;
    this.strata = strata;
    this.weights = weights;
    this.rules = rules;
  }

  /** How many there are of something, in sample and population. */
  private record Size(long sample, double population) {
    Size and(Size other) {
      return new Size(sample + other.sample, population + other.population);
    }
  }

  private boolean isFew(Size size) {
    return size.sample() < rules.leastUnits() || size.population() < rules.areaHouseholds();
  }

  private Map<String, Size> sizes(List<String> keys) {
    Map<String, Size> sizes = new TreeMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Size one = new Size(1, weights.get(i).number().doubleValue());
      sizes.merge(keys.get(i), one, Size::and);
    }
    return sizes;
  }

  /** The regions, small ones pooled; all withheld if even together they are too small. */
  List<Cell> pooled() {
    Map<String, Size> sizes = sizes(regions.stream().map(Cell::text).toList());
    sizes.remove("");
    TreeSet<String> pool = new TreeSet<>();
    sizes.forEach(
        (region, size) -> {
          if (isFew(size)) {
            pool.add(region);
          }
        });
    List<String> smallest = new ArrayList<>(sizes.keySet());
    smallest.removeAll(pool);
    smallest.sort(Comparator.comparingLong(r -> sizes.get(r).sample()));
    Size pooled = pool.stream().map(sizes::get).reduce(new Size(0, 0), Size::and);
    // A pool of one region would be that region under another name.
    while (!pool.isEmpty() && !smallest.isEmpty() && (pool.size() < 2 || isFew(pooled))) {
      pooled = pooled.and(sizes.get(smallest.get(0)));
      pool.add(smallest.remove(0));
    }
    Cell instead = isFew(pooled) ? Cell.withheld() : Cell.of(RareCodes.OTHER);
    return regions.stream().map(r -> r.isKnown() && pool.contains(r.text()) ? instead : r).toList();
  }

  /**
   * Urban or rural, withheld in regions where one of the two has too few, and in all that share a
   * stratum with them.
   */
  List<Cell> kinds(List<Cell> pooledRegions) {
    List<String> areas = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      areas.add(area(pooledRegions.get(i), kinds.get(i)));
    }
    TreeSet<String> mixed = new TreeSet<>();
    Map<String, Size> sizes = sizes(areas);
    for (int i = 0; i < kinds.size(); i++) {
      if (isFew(sizes.get(areas.get(i)))) {
        mixed.add(pooledRegions.get(i).toString());
      }
    }
    spread(mixed, pooledRegions);
    List<Cell> told = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      told.add(mixed.contains(pooledRegions.get(i).toString()) ? Cell.withheld() : kinds.get(i));
    }
    return told;
  }

  /** Adds the regions that strata join to those that are silent, and so on until none is left. */
  private void spread(Set<String> silent, List<Cell> pooledRegions) {
    int before;
    do {
      before = silent.size();
      TreeSet<String> touched = new TreeSet<>();
      for (int i = 0; i < strata.size(); i++) {
        if (silent.contains(pooledRegions.get(i).toString())) {
          touched.add(strata.get(i).toString());
        }
      }
      for (int i = 0; i < strata.size(); i++) {
        if (touched.contains(strata.get(i).toString())) {
          silent.add(pooledRegions.get(i).toString());
        }
      }
    } while (silent.size() > before);
  }

  private static String area(Cell region, Cell kind) {
    return region + "|" + kind;
  }
}
