package org.remitlake.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.Settings;
import org.remitlake.lake.Lake;
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
    return runner.run((lake, progress) -> run(lake, settings, config, sample, progress));
  }

  /** The job itself: deliveries in, indicators out. */
  static Facts run(Lake lake, Settings settings, Config config, Path sample, Progress progress) {
    List<String> inputs =
        List.of(
            Runner.absolute(sample.resolve("deliveries").toString()),
            Runner.absolute(sample.resolve("real").toString()));
    IngestReport ingested = IngestJob.run(lake, settings, inputs, progress);
    IndicatorReport computed = IndicatorsJob.run(lake, config, List.of(), progress);
    progress.accept("reading the results");
    return facts(lake, ingested, computed);
  }

  private static Facts facts(Lake lake, IngestReport ingested, IndicatorReport computed) {
    Facts in = IngestLines.facts(ingested);
    Facts out = IndicatorsJob.facts(computed);
    Map<String, Object> values = new LinkedHashMap<>(in.values());
    values.putAll(out.values());
    List<String> lines = new ArrayList<>(in.lines());
    lines.addAll(out.lines());
    lines.addAll(Headlines.of(lake));
    return new Facts(in.exitCode(), values, in.notices(), lines);
  }
}
