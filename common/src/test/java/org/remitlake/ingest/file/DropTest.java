package org.remitlake.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;

class DropTest {
  @TempDir private Path drop;

  private Drop.Listing list() {
    return Drop.list(List.of(drop.toString()), new Configuration());
  }

  private List<String> names() {
    return list().entries().stream().map(Drop.Entry::name).toList();
  }

  @Test
  void hiddenFilesAndManifestsAreNoDeliveries() throws IOException {
    Files.writeString(Files.createDirectories(drop.resolve("below")).resolve("a.csv"), "x");
    Files.writeString(drop.resolve("b.csv"), "x");
    Files.writeString(drop.resolve("b.csv.manifest.json"), "{}");
    Files.writeString(drop.resolve(".b.csv.part"), "x");
    Files.writeString(Files.createDirectories(drop.resolve("_truth")).resolve("t.csv"), "x");
    assertThat(names()).containsExactly("a.csv", "b.csv");
    assertThat(list().entries()).extracting(Drop.Entry::hasManifest).containsExactly(false, true);
    assertThat(list().notices()).isEmpty();
  }

  @Test
  void aManifestWithoutItsFileIsTold() throws IOException {
    Files.writeString(drop.resolve("a.csv.gz"), "x");
    Files.writeString(drop.resolve("a.csv.manifest.json"), "{}");
    Files.writeString(drop.resolve("b.csv.manifest.json"), "{}");
    assertThat(names()).containsExactly("a.csv.gz");
    assertThat(list().notices()).hasSize(1);
    assertThat(list().notices().get(0)).startsWith("b.csv.manifest.json: the file");
  }

  @Test
  void foldersThatLinksLeadBackToAreEnteredOnce() throws IOException {
    Path below = Files.createDirectories(drop.resolve("below"));
    Files.writeString(below.resolve("a.csv"), "x");
    Files.createSymbolicLink(below.resolve("up"), drop);
    Files.createSymbolicLink(drop.resolve("again"), below);
    assertThat(names()).containsExactly("a.csv");
  }

  @Test
  void aLinkToAFileIsFollowedAndALinkToNothingIsTold() throws IOException {
    Path elsewhere = Files.writeString(drop.resolve("_kept.csv"), "x");
    Files.createSymbolicLink(drop.resolve("a.csv"), elsewhere);
    Files.createSymbolicLink(drop.resolve("gone.csv"), drop.resolve("nowhere.csv"));
    assertThat(names()).containsExactly("a.csv");
    assertThat(list().notices())
        .containsExactly(
            "gone.csv: is a link to nothing, so it was passed over. Put the file itself there, or"
                + " take it out of the folder.");
  }

  @Test
  void aPipeIsPassedOverAndTold() throws IOException, InterruptedException {
    Path pipe = drop.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(names()).isEmpty();
    assertThat(list().notices()).hasSize(1);
    assertThat(list().notices().get(0)).startsWith("pipe.csv: is a pipe");
  }

  @Test
  void aFileSystemWithoutConnectorIsAProblemOfTheCommand() {
    assertThatThrownBy(() -> Drop.list(List.of("s3://bucket/drop"), new Configuration()))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("s3://bucket/drop: no connector for this file system");
  }
}
