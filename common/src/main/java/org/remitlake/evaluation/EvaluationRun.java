package org.remitlake.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.remitlake.account.FunnelEvents;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Fingerprint;
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
   * @throws ConfigProblem if a pilot asked for is not in the lake's registry, or no unit of a pilot
   *     is in its plan's control arm
   */
  public EvaluationReport run(Set<String> asked, Consumer<String> progress) {
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
    List<String> notices = new ArrayList<>(passedOver(inputs.keySet()));
    if (wanted.isEmpty()) {
      return new EvaluationReport(wanted, notices);
    }
    progress.accept("evaluating " + String.join(", ", wanted));
    List<Plan> of = wanted.stream().map(plans::get).toList();
    Trials trials = new Trials(lake, wanted);
    for (Plan plan : of) {
      refuseUnknownControl(plan, trials.arms(plan.pilot()));
      notices.addAll(withoutEffect(plan, trials));
      notices.addAll(withoutSurvey(plan));
    }
    computed.forget(wanted, inputs);
    lake.replaceChanged(Outcomes.CONTRACT, wanted, OutcomeRows.of(lake, of));
    List<Row> effects = new ArrayList<>();
    List<Row> balances = new ArrayList<>();
    trials.learnOutcomes();
    for (Plan plan : of) {
      PilotEvaluation evaluation =
          new PilotEvaluation(plan, fingerprint(plan), trials.of(plan.pilot()));
      effects.addAll(evaluation.effects());
      balances.addAll(evaluation.balances());
    }
    write(Effects.CONTRACT, wanted, effects);
    write(Balances.CONTRACT, wanted, balances);
    computed.remember(wanted, inputs);
    return new EvaluationReport(wanted, notices);
  }

  private static void refuseUnknownControl(Plan plan, Set<String> arms) {
    if (!arms.isEmpty() && !arms.contains(plan.controlArm())) {
      throw new ConfigProblem(
          "Plan of pilot %s: no unit that takes part is in its control arm %s (arms with units: %s)."
                  .formatted(plan.pilot(), plan.controlArm(), String.join(", ", arms))
              + " Nothing was computed. Mend the plan's 'control_arm'.");
    }
  }

  /** Plans without data, and results without a plan. */
  private List<String> passedOver(Set<String> withUnits) {
    List<String> notices = new ArrayList<>();
    for (String pilot : plans.keySet()) {
      if (!withUnits.contains(pilot)) {
        notices.add(
            pilot
                + ": has a plan, but the lake has no units of it, so it was not evaluated. Ingest the"
                + " pilot's registry.");
      }
    }
    for (String pilot : lake.sliceVersions(Effects.CONTRACT).keySet()) {
      if (!plans.containsKey(pilot)) {
        notices.add(
            pilot
                + ": gold.effect holds its effects, but there is no plan of it any more. They stand as"
                + " they were estimated. Put the plan back to have them kept up to date.");
      }
    }
    return notices;
  }

  /** What a pilot's rows do not tell: units that were left out, and that there is no comparison. */
  private static List<String> withoutEffect(Plan plan, Trials trials) {
    List<String> notices = new ArrayList<>();
    long strays = trials.strays(plan.pilot());
    if (strays > 0) {
      notices.add(
          "%s: %d units are in clusters that the registry does not know, and were left out. Ingest the"
                  .formatted(plan.pilot(), strays)
              + " pilot's clusters.");
    }
    long torn = trials.torn(plan.pilot());
    if (torn > 0) {
      notices.add(
          "%s: %d units are assigned to another arm than their cluster. They were compared by their own."
                  .formatted(plan.pilot(), torn)
              + " Check its registry.");
    }
    if (trials.of(plan.pilot()).arms(plan.controlArm()).isEmpty()) {
      notices.add(
          "%s: has no units in two arms to compare, so it has no effects. Check its registry."
              .formatted(plan.pilot()));
    }
    return notices;
  }

  /** Waves of the plan of which the lake has no interviews: their outcomes are missing silently. */
  private List<String> withoutSurvey(Plan plan) {
    Set<String> surveyed = lake.sliceVersions(Households.CONTRACT).keySet();
    List<String> notices = new ArrayList<>();
    if (!surveyed.contains(new SurveyWave(plan.pilot(), plan.baselineWave()).toString())) {
      notices.add(
          "%s: the lake has no survey of its baseline, %d, so E11 is without the baseline outcome, and"
                  .formatted(plan.pilot(), plan.baselineWave())
              + " there is no balance. Ingest the survey.");
    }
    if (!surveyed.contains(new SurveyWave(plan.pilot(), plan.endlineWave()).toString())) {
      notices.add(
          "%s: the lake has no survey of its endline, %d, so there are no effects on what it asks."
                  .formatted(plan.pilot(), plan.endlineWave())
              + " Ingest the survey.");
    }
    return notices;
  }

  private void write(TableContract table, Set<String> pilots, List<Row> rows) {
    lake.replaceChanged(table, pilots, lake.spark().createDataFrame(rows, table.schema()));
  }

  private static String fingerprint(Plan plan) {
    return Fingerprint.of(plan.toString());
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
            inputs.put(pilot, Fingerprint.of(of.toString()));
          }
        });
    return inputs;
  }
}
