package org.remitlake.jobs;

import java.nio.file.Path;
import java.util.List;
import org.remitlake.lake.Lake;

/** The two jobs of the demo on a folder. */
final class DemoJobs {
  private DemoJobs() {}

  static void ingestAndCompute(Lake lake, Path drop) {
    ingest(lake, drop);
    IndicatorsJob.run(lake, Bench.config(), List.of(), new Progress("test"));
  }

  static void ingest(Lake lake, Path drop) {
    IngestJob.run(lake, Bench.settings(), List.of(drop.toString()), new Progress("test"));
  }
}
