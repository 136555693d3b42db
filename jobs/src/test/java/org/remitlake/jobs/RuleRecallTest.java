package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.synthetic.rules.RuleDeliveries;

/** The catalogue's rules (§10) against a defect of each in every partner's form. */
class RuleRecallTest {
  @TempDir Path folder;

  @Test
  void ingestCatchesEveryPlantedDefectAndNothingElse() throws IOException {
    Path files = folder.resolve("files");
    Path conf = Bench.REPOSITORY.resolve("conf");
    RuleDeliveries.write(7, PartnerForms.of(Profiles.read(conf, Ingest.CONTRACTS)), files);
    Bench bench = new Bench(folder.resolve("lake"));
    bench.ingest(files);
    RuleRecall recall = RuleRecall.of(files.resolve("_truth/defects.csv"), bench.lake);
    assertThat(recall.missed()).isEmpty();
    assertThat(recall.unexpected()).isEmpty();
    assertThat(recall.miscounted()).isEmpty();
  }
}
