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

  int psuOf(int unit) {
    return psuOfUnit[unit];
  }

  /** By stratum, how many of its PSUs hold one of the units. */
  int[] reach(boolean[] units) {
    boolean[] reached = new boolean[psus()];
    for (int j = 0; j < units.length; j++) {
      reached[psuOfUnit[j]] |= units[j];
    }
    int[] reach = new int[strata()];
    for (int p = 0; p < reached.length; p++) {
      reach[stratumOfPsu.get(p)] += reached[p] ? 1 : 0;
    }
    return reach;
  }

  Map<String, Integer> stratumNumbers() {
    return stratumNumbers;
  }

  /** PSUs minus strata, over what the given units reach; never below zero. */
  int degreesOfFreedom(boolean[] units, boolean wholeStrata) {
    int[] reach = reach(units);
    int freedom = 0;
    for (int s = 0; s < reach.length; s++) {
      int counted = wholeStrata ? psusOfStratum[s].length : reach[s];
      freedom += reach[s] > 0 ? counted - 1 : 0;
    }
    return freedom;
  }

  /**
   * By stratum, the share of its PSUs that was not drawn.
   *
   * @param inPopulation for every unit, how many PSUs its stratum has in the population
   */
  double[] unsampled(double[] inPopulation) {
    double[] unsampled = new double[strata()];
    int broken = 0;
    for (int s = 0; s < unsampled.length; s++) {
      double all = inPopulation[unitsOfPsu[psusOfStratum[s][0]][0]];
      unsampled[s] = 1 - psusOfStratum[s].length / all;
      boolean fits = all >= psusOfStratum[s].length;
      for (int p : psusOfStratum[s]) {
        for (int j : unitsOfPsu[p]) {
          fits &= inPopulation[j] == all;
        }
      }
      broken += fits ? 0 : 1;
    }
    if (broken > 0) {
      throw new IllegalArgumentException(
          broken
              + " of "
              + unsampled.length
              + " PSUs have no single number of second-stage units in the population, or one below"
              + " the units drawn.");
    }
    return unsampled;
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
