package org.remitlake.jobs;

import java.util.concurrent.Callable;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Judges once more what waits in quarantine, after a profile or a rule was mended. */
@Command(
    name = "requarantine",
    description =
        "Judge once more, from bronze, the files with rows in quarantine and the held ones whose"
            + " profile, shared words or rules were changed since. A profile that names other columns"
            + " or another encoding needs the file itself: use ingest.",
    mixinStandardHelpOptions = true)
final class RequarantineJob implements Callable<Integer> {
  @Mixin private Runner runner;

  @Override
  public Integer call() {
    Settings settings = runner.settings();
    return runner.runOnExisting(
        (lake, progress) -> IngestLines.facts(Ingest.requarantine(lake, settings, progress)));
  }
}
