package org.remitlake.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.remitlake.evaluation.Plan;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.lake.Lake;
import org.remitlake.survey.SurveyWave;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates the indicators of household surveys, wave by wave. */
@Command(
    name = "survey",
    description = "Estimate indicators of household surveys for the waves that changed.",
    mixinStandardHelpOptions = true)
final class SurveyJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--wave",
      paramLabel = "YEAR",
      description = "Compute this wave whether it changed or not.")
  private Optional<Integer> wave;

  @Override
  public Integer call() {
    List<Plan> plans = EvaluateJob.plans(runner.confFolder());
    Set<String> asked = wave.map(w -> Set.of(Integer.toString(w))).orElse(Set.of());
    return runner.runOnExisting(
        (lake, progress) -> IndicatorsJob.facts(run(lake, plans, asked, progress), "waves"));
  }

  /** The job itself. */
  static IndicatorReport run(Lake lake, List<Plan> plans, Set<String> asked, Progress progress) {
    return new IndicatorRun(lake, Registry.ofWaves(lake, plans), SurveyWave::isYear)
        .run(asked, progress);
  }
}
