package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The units of a pilot as they were assigned, with what is known of them in each wave.
 *
 * @param units units in order of their pseudonyms
 */
record Trial(List<Unit> units) {

  /**
   * A unit.
   *
   * @param subject pseudonym
   * @param arm arm as assigned
   * @param cluster what was assigned
   * @param block block of the assignment
   * @param values value by wave and variable, as {@code 2020 income_12m}
   */
  record Unit(
      String subject, String arm, String cluster, String block, Map<String, Double> values) {

    Optional<Double> value(int wave, String variable) {
      return Optional.ofNullable(values.get(key(wave, variable)));
    }

    static String key(int wave, String variable) {
      return wave + " " + variable;
    }
  }

  /** Units of two arms. */
  Trial of(String arm, String control) {
    return new Trial(
        units.stream().filter(u -> u.arm().equals(arm) || u.arm().equals(control)).toList());
  }

  /** Arms other than the control, in order. */
  List<String> arms(String control) {
    return units.stream()
        .map(Unit::arm)
        .filter(a -> !a.equals(control))
        .distinct()
        .sorted()
        .toList();
  }

  /** Units with a variable in a wave. */
  Trial with(int wave, String variable) {
    return new Trial(units.stream().filter(u -> u.value(wave, variable).isPresent()).toList());
  }

  /** A variable of units that all have it. */
  double[] values(int wave, String variable) {
    return units.stream().mapToDouble(u -> u.value(wave, variable).orElseThrow()).toArray();
  }

  String[] clusters() {
    return units.stream().map(Unit::cluster).toArray(String[]::new);
  }

  String[] blocks() {
    return units.stream().map(Unit::block).toArray(String[]::new);
  }

  /** 1 for the units of an arm, 0 for the others. */
  double[] isIn(String arm) {
    return units.stream().mapToDouble(u -> u.arm().equals(arm) ? 1 : 0).toArray();
  }

  /** Clusters of an arm. */
  long clusters(String arm) {
    return units.stream().filter(u -> u.arm().equals(arm)).map(Unit::cluster).distinct().count();
  }

  /** Mean of a variable in each block, of the units that have it. */
  Map<String, Double> blockMeans(int wave, String variable) {
    Map<String, List<Double>> byBlock = new TreeMap<>();
    for (Unit u : units) {
      u.value(wave, variable)
          .ifPresent(v -> byBlock.computeIfAbsent(u.block(), b -> new ArrayList<>()).add(v));
    }
    Map<String, Double> means = new TreeMap<>();
    byBlock.forEach(
        (block, of) ->
            means.put(block, of.stream().mapToDouble(Double::doubleValue).average().orElseThrow()));
    return means;
  }
}
