package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** The README tells what is. */
class ReadmeTest {
  private static String readme() throws IOException {
    return Files.readString(Bench.REPOSITORY.resolve("README.md"));
  }

  @Test
  void listsTheIndicatorsAsTheDictionaryPrintsThem() throws IOException {
    String text = readme();
    String table =
        text.substring(
            text.indexOf("<!-- dictionary -->") + "<!-- dictionary -->".length(),
            text.indexOf("<!-- /dictionary -->"));
    assertThat(table.strip())
        .as("replace the table by what 'remit dictionary --format markdown' prints")
        .isEqualTo(DictionaryJob.markdown().strip());
  }

  @Test
  void namesTheTablesThatJobsWrite() throws IOException {
    String text = readme();
    Headlines.tables().stream()
        .map(t -> t.table())
        .filter(t -> !t.startsWith("bronze."))
        .forEach(t -> assertThat(text).contains("`" + t + "`"));
  }
}
