package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.FunnelEvents;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.InputVersions;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Outcomes;
import org.remitlake.registry.Units;
import org.remitlake.survey.Households;
import org.remitlake.survey.SurveyWave;

/** Evaluates the pilots whose data or plan changed. */
public final class EvaluationRun {
  private final Lake lake;
  private final Map<String, Plan> plans = new TreeMap<>();

  /** A run of some plans. */
  public EvaluationRun(Lake lake, List<Plan> plans) {
    this.lake = lake;
    plans.forEach(p -> this.plans.put(p.pilot(), p));
  }

  /**
   * Evaluates.
   *
   * @param asked pilots to evaluate whether they changed or not; empty for those that changed
   * @return the pilots that were evaluated
   * @throws ConfigProblem if a pilot asked for is not in the lake's registry, or no unit of a pilot
   *     is in its plan's control arm
   */
  public Set<String> run(Set<String> asked, Consumer<String> progress) {
    Map<String, String> inputs = inputs();
    for (String pilot : asked) {
      if (!inputs.containsKey(pilot)) {
        throw new ConfigProblem(
            pilot
                + ": the lake has no units of it. Nothing was computed. Ingest the pilot's registry"
                + " first.");
      }
    }
    InputVersions computed = InputVersions.read(lake);
    Set<String> wanted =
        new TreeSet<>(asked.isEmpty() ? computed.stale(inputs, plans::containsKey) : asked);
    wanted.retainAll(inputs.keySet());
    if (wanted.isEmpty()) {
      return wanted;
    }
    progress.accept("evaluating " + String.join(", ", wanted));
    List<Plan> of = wanted.stream().map(plans::get).toList();
    refuseUnknownControls(of);
    lake.replaceChanged(Outcomes.CONTRACT, wanted, OutcomeRows.of(lake, of));
    List<Row> effects = new ArrayList<>();
    List<Row> balances = new ArrayList<>();
    Map<String, Trial> trials = trials(of);
    for (Plan plan : of) {
      PilotEvaluation evaluation =
          new PilotEvaluation(
              plan, fingerprint(plan), trials.getOrDefault(plan.pilot(), new Trial(List.of())));
      effects.addAll(evaluation.effects());
      balances.addAll(evaluation.balances());
    }
    write(Effects.CONTRACT, wanted, effects);
    write(Balances.CONTRACT, wanted, balances);
    computed.remember(wanted, inputs);
    return wanted;
  }

  private void refuseUnknownControls(List<Plan> of) {
    Map<String, Set<String>> arms = new TreeMap<>();
    lake.read(Units.CONTRACT, of.stream().map(Plan::pilot).toList())
        .select("pilot_code", "assigned_arm")
        .where("assigned_arm is not null")
        .distinct()
        .collectAsList()
        .forEach(
            r -> arms.computeIfAbsent(r.getString(0), p -> new TreeSet<>()).add(r.getString(1)));
    for (Plan plan : of) {
      Set<String> known = arms.getOrDefault(plan.pilot(), Set.of());
      if (!known.contains(plan.controlArm())) {
        throw new ConfigProblem(
            "Plan of pilot %s: no unit was assigned to its control arm %s, only to %s. Nothing was"
                    .formatted(plan.pilot(), plan.controlArm(), String.join(", ", known))
                + " computed. Mend the plan's 'control_arm'.");
      }
    }
  }

  private void write(TableContract table, Set<String> pilots, List<Row> rows) {
    lake.replaceChanged(table, pilots, lake.spark().createDataFrame(rows, table.schema()));
  }

  private static String fingerprint(Plan plan) {
    return InputVersions.fingerprint(plan.toString());
  }

  /** Fingerprint of what a pilot rests on, of pilots that are in the registry. */
  private Map<String, String> inputs() {
    Map<String, String> inputs = new TreeMap<>();
    Map<String, String> units = lake.sliceVersions(Units.CONTRACT);
    Map<String, String> clusters = lake.sliceVersions(Clusters.CONTRACT);
    Map<String, String> households = lake.sliceVersions(Households.CONTRACT);
    String funnel = lake.sliceVersions(FunnelEvents.CONTRACT).toString();
    plans.forEach(
        (pilot, plan) -> {
          if (units.containsKey(pilot)) {
            StringBuilder of = new StringBuilder(PilotEvaluation.METHOD_VERSION);
            of.append(plan).append(units.get(pilot)).append(clusters.get(pilot)).append(funnel);
            for (int wave : List.of(plan.baselineWave(), plan.endlineWave())) {
              of.append(households.get(new SurveyWave(pilot, wave).toString()));
            }
            inputs.put(pilot, InputVersions.fingerprint(of.toString()));
          }
        });
    return inputs;
  }

  private Map<String, Trial> trials(List<Plan> of) {
    Map<String, Map<String, Trial.Unit>> units = new TreeMap<>();
    for (Plan plan : of) {
      Dataset<Row> clusters =
          lake.read(Clusters.CONTRACT, Set.of(plan.pilot())).select("cluster_id", "block");
      for (Row row :
          OutcomeRows.units(lake, plan.pilot())
              .join(clusters, new String[] {"cluster_id"}, "inner")
              .select("subject_pid", "assigned_arm", "cluster_id", "block")
              .collectAsList()) {
        String block = Optional.ofNullable(row.getString(3)).orElse("");
        units
            .computeIfAbsent(plan.pilot(), p -> new TreeMap<>())
            .put(
                row.getString(0),
                new Trial.Unit(
                    row.getString(0), row.getString(1), row.getString(2), block, new TreeMap<>()));
      }
    }
    for (Row row :
        lake.read(Outcomes.CONTRACT, units.keySet())
            .select("pilot_code", "subject_pid", "wave", "outcome", "value")
            .collectAsList()) {
      Optional.ofNullable(units.get(row.getString(0)).get(row.getString(1)))
          .ifPresent(
              unit ->
                  unit.values()
                      .put(Trial.Unit.key(row.getInt(2), row.getString(3)), row.getDouble(4)));
    }
    Map<String, Trial> trials = new TreeMap<>();
    units.forEach((pilot, us) -> trials.put(pilot, new Trial(List.copyOf(us.values()))));
    return trials;
  }
}
