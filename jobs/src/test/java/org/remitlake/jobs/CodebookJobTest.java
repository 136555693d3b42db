package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command does with what it is given. */
class CodebookJobTest {
  @TempDir private Path folder;

  @Test
  void whatIsNoFormWritesNothing() throws IOException {
    Path file = Files.writeString(folder.resolve("form.csv"), "type,name\n");
    Path out = folder.resolve("book.yaml");
    assertThat(Remit.run("codebook", file.toString(), "--out", out.toString())).isEqualTo(3);
    assertThat(Remit.run("codebook", folder.resolve("none.xlsx").toString())).isEqualTo(2);
    assertThat(out).doesNotExist();
  }

  @Test
  void aFileThatIsThereStays() throws IOException {
    Path file = Files.writeString(folder.resolve("form.csv"), "type,name\n");
    assertThat(Remit.run("codebook", file.toString(), "--out", file.toString())).isEqualTo(2);
    assertThat(file).hasContent("type,name\n");
  }
}
