package org.remitlake.jobs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.Plan;
import org.remitlake.household.HouseholdSource;
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

  @Option(
      names = "--country",
      paramLabel = "CODE",
      description =
          "Compute --wave only if this country, as ARM, has a survey of it. Other countries' surveys of"
              + " the year are computed with it.")
  private Optional<String> country;

  @Override
  public Integer call() {
    List<Plan> plans = EvaluateJob.plans(runner.confFolder());
    Set<String> asked = wave.map(w -> Set.of(Integer.toString(w))).orElse(Set.of());
    return runner.runOnExisting(
        (lake, progress) -> {
          checkCountry(lake);
          return IndicatorsJob.facts(run(lake, plans, asked, progress), "waves");
        });
  }

  private void checkCountry(Lake lake) {
    if (country.isEmpty()) {
      return;
    }
    if (wave.isEmpty()) {
      throw new ConfigProblem(
          "--country needs --wave: of which year. Nothing was computed. Give both, or neither for all"
              + " that changed.");
    }
    Map<String, Set<Integer>> waves = HouseholdSource.waves(lake);
    Set<Integer> known = waves.getOrDefault(country.get(), Set.of());
    if (!known.contains(wave.get())) {
      throw new ConfigProblem(
          country.get()
              + " "
              + wave.get()
              + ": the lake has no household survey of it, only of "
              + (known.isEmpty() ? waves : country.get() + " " + known)
              + ". Nothing was computed. Ingest it, or name another.");
    }
  }

  /** The job itself. */
  static IndicatorReport run(Lake lake, List<Plan> plans, Set<String> asked, Progress progress) {
    return new IndicatorRun(lake, Registry.ofWaves(lake, plans), SurveyWave::isYear)
        .run(asked, progress);
  }
}
