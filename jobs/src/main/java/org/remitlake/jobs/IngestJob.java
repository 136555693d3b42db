package org.remitlake.jobs;

import java.util.List;
import java.util.concurrent.Callable;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.Settings;
import org.remitlake.lake.Lake;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes delivered files into the lake. Files that it knows are left alone. */
@Command(
    name = "ingest",
    description = "Take delivered files into bronze, silver, quarantine and ops.file.",
    mixinStandardHelpOptions = true)
final class IngestJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files or drop folders; folders are searched below too.")
  private List<String> inputs;

  @Override
  public Integer call() {
    Settings settings = runner.settings();
    List<String> paths = inputs.stream().map(Runner::existing).toList();
    return runner.run((lake, progress) -> IngestLines.facts(run(lake, settings, paths, progress)));
  }

  /** The job itself. */
  static IngestReport run(Lake lake, Settings settings, List<String> paths, Progress progress) {
    return Ingest.run(lake, settings, paths, progress);
  }
}
