package org.remitlake.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who lies where: units in PSUs, PSUs in strata, by number. Labels stay at the door. */
final class PsuLayout {
  private final Map<String, Integer> stratumNumbers = new HashMap<>();
  private final List<Integer> stratumOfPsu = new ArrayList<>();
  private final int[] psuOfUnit;
  private final int[][] unitsOfPsu;
  private final int[][] psusOfStratum;

  /**
   * Numbers PSUs and strata.
   *
   * @param nested whether PSU labels start anew in every stratum
   */
  PsuLayout(String[] strata, String[] psus, boolean nested) {
    Arguments.sameLength(psus.length, strata.length, "psu");
    Arguments.labels(strata, "stratum");
    Arguments.labels(psus, "psu");
    if (!nested) {
      refusePsusInTwoStrata(strata, psus);
    }
    Map<List<String>, Integer> psuNumbers = new HashMap<>();
    psuOfUnit = new int[psus.length];
    for (int j = 0; j < psus.length; j++) {
      int stratum = stratumNumbers.computeIfAbsent(strata[j], s -> stratumNumbers.size());
      psuOfUnit[j] =
          psuNumbers.computeIfAbsent(
              List.of(strata[j], psus[j]),
              key -> {
                stratumOfPsu.add(stratum);
                return stratumOfPsu.size() - 1;
              });
    }
    unitsOfPsu = invert(psuOfUnit, stratumOfPsu.size());
    psusOfStratum = invert(stratumOfPsu.stream().mapToInt(i -> i).toArray(), stratumNumbers.size());
  }

  int units() {
    return psuOfUnit.length;
  }

  int psus() {
    return unitsOfPsu.length;
  }

  int strata() {
    return psusOfStratum.length;
  }

  int[] unitsOf(int psu) {
    return unitsOfPsu[psu];
  }

  int[] psusOf(int stratum) {
    return psusOfStratum[stratum];
  }

  Map<String, Integer> stratumNumbers() {
    return stratumNumbers;
  }

  /** PSUs minus strata, over what the given units reach; never below zero. */
  int degreesOfFreedom(boolean[] units, boolean wholeStrata) {
    Set<Integer> psus = new HashSet<>();
    for (int j = 0; j < units.length; j++) {
      if (units[j]) {
        psus.add(psuOfUnit[j]);
      }
    }
    Set<Integer> strata = new HashSet<>();
    psus.forEach(p -> strata.add(stratumOfPsu.get(p)));
    int counted =
        wholeStrata ? strata.stream().mapToInt(s -> psusOfStratum[s].length).sum() : psus.size();
    return counted - strata.size();
  }

  private static void refusePsusInTwoStrata(String[] strata, String[] psus) {
    Map<String, Set<String>> found = new HashMap<>();
    for (int j = 0; j < psus.length; j++) {
      found.computeIfAbsent(psus[j], p -> new HashSet<>()).add(strata[j]);
    }
    long split = found.values().stream().filter(s -> s.size() > 1).count();
    if (split > 0) {
      throw new IllegalArgumentException(
          split
              + " of "
              + found.size()
              + " PSUs lie in more than one stratum. Correct the labels,"
              + " or declare them nested if they start anew in every stratum.");
    }
  }

  private static int[][] invert(int[] groupOf, int groups) {
    int[] sizes = new int[groups];
    for (int g : groupOf) {
      sizes[g]++;
    }
    int[][] members = new int[groups][];
    for (int g = 0; g < groups; g++) {
      members[g] = new int[sizes[g]];
    }
    for (int j = groupOf.length - 1; j >= 0; j--) {
      members[groupOf[j]][--sizes[groupOf[j]]] = j;
    }
    return members;
  }
}
