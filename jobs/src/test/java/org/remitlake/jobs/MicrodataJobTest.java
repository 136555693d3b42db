package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.microdata.MicrodataReport;
import org.remitlake.microdata.Rules;

/** What the job says, and what its settings refuse. */
class MicrodataJobTest {
  @TempDir Path folder;

  @Test
  void withoutASecretNothingIsWritten() {
    assertThatThrownBy(() -> MicrodataJob.refuseNoSecret(""))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(
            "Environment: REMIT_PSEUDONYM_KEY is not set. Nothing was written: keys of households");
  }

  @Test
  void theRunSaysHowManyAnswersItWithheld() {
    MicrodataReport report =
        new MicrodataReport(
            "/out",
            List.of(new MicrodataReport.File("AM_HH_2021_hh", 1431, 20, 120, 10_775, 2)),
            true);
    Facts facts = MicrodataJob.facts(report);
    assertThat(facts.lines())
        .containsExactly(
            "Microdata   AM_HH_2021_hh                1,431 rows; of 10,775 answers 20 pooled or"
                + " cut, 120 withheld",
            "            /out");
    assertThat(facts.notices())
        .containsExactly(
            "AM_HH_2021_hh: 2 rows still look like fewer than k others, as there are no more of"
                + " their place.");
  }

  @Test
  void thresholdsAreReadAndThoseThatProtectNobodyRefused() throws IOException {
    assertThat(Bench.config().microdata()).isEqualTo(Rules.DEFAULT);
    Path file = folder.resolve("remit.yaml");
    Files.writeString(file, "microdata: { k: 5 }\n");
    assertThat(Config.read(folder, Map.of()).microdata().k()).isEqualTo(5);
    Files.writeString(file, "microdata: { k: 1, least_units: 2 }\n");
    assertThatThrownBy(() -> Config.read(folder, Map.of()))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("microdata.least_units must be at least 3")
        .hasMessageContaining("microdata.k must be at least 2");
  }
}
