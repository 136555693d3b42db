package org.remitlake.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.EvaluationReport;
import org.remitlake.evaluation.Plan;
import org.remitlake.funder.Publication;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.Settings;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole way on the sample deliveries. */
@Command(
    name = "demo",
    description = "Take the sample deliveries the whole way and show what was made.",
    mixinStandardHelpOptions = true)
final class DemoJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Option(
      names = "--sample-data",
      paramLabel = "FOLDER",
      description = "Deliveries to take (default: sample-data beside the launcher).")
  private Optional<Path> sampleData;

  @Override
  public Integer call() {
    Settings settings = runner.settings();
    Config config = runner.config();
    Path sample =
        sampleData.orElseGet(
            () -> Path.of(System.getenv().getOrDefault("REMIT_HOME", "."), "sample-data"));
    if (!Files.isDirectory(sample)) {
      throw new ConfigProblem(
          sample + ": no sample deliveries. Run from a clone, or give --sample-data.");
    }
    List<Plan> plans = EvaluateJob.plans(runner.confFolder());
    return runner.run((lake, progress) -> run(lake, settings, config, plans, sample, progress));
  }

  /** The job itself: deliveries in, indicators out. */
  static Facts run(
      Lake lake,
      Settings settings,
      Config config,
      List<Plan> plans,
      Path sample,
      Progress progress) {
    List<String> inputs =
        List.of(
            Runner.absolute(sample.resolve("deliveries").toString()),
            Runner.absolute(sample.resolve("real").toString()));
    IngestReport ingested = IngestJob.run(lake, settings, inputs, progress);
    IndicatorReport computed = IndicatorsJob.run(lake, config, List.of(), progress);
    IndicatorReport estimated = SurveyJob.run(lake, plans, Set.of(), progress);
    EvaluationReport evaluated = EvaluateJob.run(lake, plans, Set.of(), progress);
    List<Facts> steps =
        new ArrayList<>(
            List.of(
                IngestLines.facts(ingested),
                IndicatorsJob.facts(computed),
                IndicatorsJob.facts(estimated, "waves"),
                EvaluateJob.facts(evaluated)));
    boolean isNew =
        !computed.written().isEmpty()
            || !estimated.written().isEmpty()
            || !evaluated.evaluated().isEmpty();
    latestQuarter(lake).ifPresent(q -> steps.add(released(lake, config, q, isNew, progress)));
    progress.accept("reading the results");
    return facts(lake, steps);
  }

  /** The last quarter of which there are transfers. */
  private static Optional<Quarter> latestQuarter(Lake lake) {
    return lake.sliceVersions(Tx.CONTRACT).keySet().stream()
        .map(Quarter::parse)
        .max(Quarter::compareTo);
  }

  /**
   * Nothing computed since, and a release in the lake with its files: it stands, and is not made
   * again.
   */
  private static Facts released(
      Lake lake, Config config, Quarter quarter, boolean isNew, Progress progress) {
    Optional<String> vintage = Publication.standing(lake, quarter);
    if (vintage.isPresent() && !isNew) {
      return new Facts(
          0,
          Map.of("release", vintage.get()),
          List.of(),
          List.of("Release    " + vintage.get() + " stands: nothing changed"));
    }
    return PublishJob.facts(PublishJob.run(lake, config, quarter, Optional.empty(), progress));
  }

  private static Facts facts(Lake lake, List<Facts> steps) {
    Map<String, Object> values = new LinkedHashMap<>();
    List<String> notices = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    for (Facts step : steps) {
      step.values().forEach((key, value) -> values.merge(key, value, DemoJob::both));
      notices.addAll(step.notices());
      lines.addAll(step.lines());
    }
    lines.addAll(Headlines.of(lake));
    int exitCode = steps.stream().mapToInt(Facts::exitCode).max().orElse(0);
    return new Facts(exitCode, values, notices, lines);
  }

  /** Two steps that report the same fact both count: numbers of values add up. */
  private static Object both(Object one, Object other) {
    return one instanceof Number a && other instanceof Number b
        ? a.longValue() + b.longValue()
        : other;
  }
}
