package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Outcomes;

/** Trials as the lake knows them: thousands of units, so the driver holds them. */
final class Trials {
  private Trials() {}

  /** The units that take part in some pilots, without outcomes yet; in order of pseudonyms. */
  static Map<String, Trial> assigned(Lake lake, Collection<String> pilots) {
    Map<String, Trial> trials = new TreeMap<>();
    for (String pilot : pilots) {
      Dataset<Row> clusters =
          lake.read(Clusters.CONTRACT, List.of(pilot)).select("cluster_id", "block");
      List<Trial.Unit> units = new ArrayList<>();
      for (Row row :
          OutcomeRows.units(lake, pilot)
              .join(clusters, new String[] {"cluster_id"}, "inner")
              .select("subject_pid", "assigned_arm", "cluster_id", "block")
              .collectAsList()) {
        String block = Optional.ofNullable(row.getString(3)).orElse("");
        units.add(
            new Trial.Unit(
                row.getString(0), row.getString(1), row.getString(2), block, new TreeMap<>()));
      }
      units.sort(Comparator.comparing(Trial.Unit::subject));
      trials.put(pilot, new Trial(List.copyOf(units)));
    }
    return trials;
  }

  /** Adds what {@code silver.outcome} says of the units. */
  static void learnOutcomes(Lake lake, Map<String, Trial> trials) {
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
