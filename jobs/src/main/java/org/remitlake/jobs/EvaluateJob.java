package org.remitlake.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigFile;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.EvaluationReport;
import org.remitlake.evaluation.EvaluationRun;
import org.remitlake.evaluation.Plan;
import org.remitlake.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Estimates the effects of pilots by their plans under {@code conf/pilots}. */
@Command(
    name = "evaluate",
    description = "Estimate effects and balance of the pilots whose data or plan changed.",
    mixinStandardHelpOptions = true)
final class EvaluateJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--pilot",
      paramLabel = "CODE",
      description = "Evaluate this pilot whether it changed or not, as PT_AM_01.")
  private Optional<String> pilot;

  @Override
  public Integer call() {
    List<Plan> plans = plans(runner.confFolder());
    if (plans.isEmpty()) {
      throw new ConfigProblem(
          "%s: no plan of a pilot there. Nothing was computed. Add one as a .yaml file, or check --conf-dir."
              .formatted(runner.confFolder().resolve("pilots")));
    }
    pilot.ifPresent(code -> refuseUnknown(code, plans, runner.confFolder()));
    return runner.runOnExisting(
        (lake, progress) -> facts(run(lake, plans, pilot.map(Set::of).orElse(Set.of()), progress)));
  }

  /** The job itself. */
  static EvaluationReport run(Lake lake, List<Plan> plans, Set<String> asked, Progress progress) {
    return new EvaluationRun(lake, plans).run(asked, progress);
  }

  static Facts facts(EvaluationReport report) {
    Set<String> evaluated = report.evaluated();
    String line =
        evaluated.isEmpty()
            ? "Pilots      nothing changed: none was evaluated"
            : "Pilots      evaluated " + String.join(", ", evaluated);
    return new Facts(0, Map.of("pilots_evaluated", evaluated), report.notices(), List.of(line));
  }

  /** The plans of a configuration folder; none where there is no folder {@code pilots}. */
  static List<Plan> plans(Path conf) {
    Path folder = conf.resolve("pilots");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try {
      List<Plan> plans =
          ConfigFile.in(folder).stream()
              .map(f -> ConfigFile.read(f, Plan.class).checked(f.toString()))
              .toList();
      if (plans.stream().map(Plan::pilot).distinct().count() < plans.size()) {
        throw new ConfigProblem(
            folder + ": two plans are of the same pilot. Nothing was computed. Keep one of them.");
      }
      return plans;
    } catch (IOException e) {
      throw new ConfigProblem(folder + ": cannot be read. Check its permissions.", e);
    }
  }

  private static void refuseUnknown(String code, List<Plan> plans, Path conf) {
    List<String> known = plans.stream().map(Plan::pilot).toList();
    if (!known.contains(code)) {
      throw new ConfigProblem(
          "%s has no plan of pilot '%s', only of %s. Nothing was computed. Add a plan, or name"
                  .formatted(conf.resolve("pilots"), code, String.join(", ", known))
              + " one of these.");
    }
  }
}
