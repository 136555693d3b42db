package org.remitlake.evaluation;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Outcomes;

/**
 * Trials as the lake knows them: thousands of units, so the driver holds them. Units whose cluster
 * the registry does not know cannot be estimated with and are counted.
 */
final class Trials {
  private final Lake lake;
  private final Map<String, Trial> trials = new TreeMap<>();
  private final Map<String, Long> strays = new TreeMap<>();
  private final Map<String, Long> torn = new TreeMap<>();
  private final Map<String, Set<String>> arms = new TreeMap<>();

  /** Reads the units that take part in some pilots; outcomes are not known yet. */
  Trials(Lake lake, Collection<String> pilots) {
    this.lake = lake;
    pilots.forEach(this::read);
  }

  private void read(String pilot) {
    Dataset<Row> clusters =
        lake.read(Clusters.CONTRACT, List.of(pilot))
            .select("cluster_id", "block", "arm_code")
            .withColumn("is_known", lit(true));
    List<Trial.Unit> units = new ArrayList<>();
    Set<String> assigned = new TreeSet<>();
    long stray = 0;
    long torn = 0;
    for (Row row :
        OutcomeRows.units(lake, pilot)
            .join(clusters, new String[] {"cluster_id"}, "left")
            .select("subject_pid", "assigned_arm", "cluster_id", "block", "is_known", "arm_code")
            .collectAsList()) {
      assigned.add(row.getString(1));
      if (row.isNullAt(4)) {
        stray++;
        continue;
      }
      torn += row.getString(1).equals(row.getString(5)) ? 0 : 1;
      String block = Optional.ofNullable(row.getString(3)).orElse("");
      units.add(
          new Trial.Unit(
              row.getString(0), row.getString(1), row.getString(2), block, new TreeMap<>()));
    }
    units.sort(Comparator.comparing(Trial.Unit::subject));
    trials.put(pilot, new Trial(List.copyOf(units)));
    strays.put(pilot, stray);
    this.torn.put(pilot, torn);
    arms.put(pilot, assigned);
  }

  /** A pilot's trial. */
  Trial of(String pilot) {
    return trials.get(pilot);
  }

  /** Arms to which units of a pilot that take part were assigned, strays included. */
  Set<String> arms(String pilot) {
    return arms.get(pilot);
  }

  /** How many units of a pilot are in no cluster that the registry knows. */
  long strays(String pilot) {
    return strays.get(pilot);
  }

  /** How many units of a pilot are assigned to another arm than their cluster. */
  long torn(String pilot) {
    return torn.get(pilot);
  }

  /** Adds what {@code silver.outcome} says of the units. */
  void learnOutcomes() {
    Map<String, Map<String, Trial.Unit>> units = new TreeMap<>();
    trials.forEach(
        (pilot, trial) -> {
          Map<String, Trial.Unit> of = units.computeIfAbsent(pilot, p -> new TreeMap<>());
          trial.units().forEach(unit -> of.put(unit.subject(), unit));
        });
    for (Row row :
        lake.read(Outcomes.CONTRACT, trials.keySet())
            .select("pilot_code", "subject_pid", "wave", "outcome", "value")
            .collectAsList()) {
      Optional.ofNullable(units.get(row.getString(0)).get(row.getString(1)))
          .ifPresent(
              unit ->
                  unit.values()
                      .put(Trial.Unit.key(row.getInt(2), row.getString(3)), row.getDouble(4)));
    }
  }
}
