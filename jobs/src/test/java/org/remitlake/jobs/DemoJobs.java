package org.remitlake.jobs;

import java.nio.file.Path;
import java.util.List;
import org.remitlake.lake.Lake;

/** The two jobs of the demo on a folder. */
final class DemoJobs {
  private DemoJobs() {}

  static void ingestAndCompute(Lake lake, Path drop) {
    Progress quiet = new Progress("test");
    IngestJob.run(lake, Bench.settings(), List.of(drop.toString()), quiet);
    IndicatorsJob.run(lake, Bench.config(), List.of(), quiet);
  }
}
