package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.delta.exceptions.ConcurrentAppendException;
import io.delta.exceptions.MetadataChangedException;
import io.delta.exceptions.ProtocolChangedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.junit.jupiter.api.Test;

class ProblemsTest {
  private static final String SECRET = "+992 900 123456";

  private static String sentence(Throwable problem) {
    Problems.Told told = Problems.told(new RuntimeException(SECRET, problem));
    assertThat(told.exitCode()).isEqualTo(1);
    assertThat(told.sentence()).doesNotContain(SECRET);
    return told.sentence();
  }

  @Test
  void everyConflictOfDeltaIsAnotherRun() {
    for (Exception conflict :
        List.of(
            new ConcurrentAppendException(SECRET),
            new MetadataChangedException(SECRET),
            new ProtocolChangedException(SECRET))) {
      assertThat(sentence(conflict)).startsWith("another run wrote to the same table");
    }
  }

  @Test
  void aFullDiskIsToldWhereverInTheChainItIs() {
    IOException full = new IOException("No space left on device");
    assertThat(sentence(new UncheckedIOException(full))).startsWith("a disk is full");
    assertThat(sentence(new RuntimeException("task failed: No space left on device " + SECRET)))
        .startsWith("a disk is full");
  }

  @Test
  void aFileSystemWithoutConnectorIsAMatterOfTheCommand() {
    for (Exception lacking :
        List.of(
            new UnsupportedFileSystemException("No FileSystem for scheme s3"),
            new ClassNotFoundException("Class org.apache.hadoop.fs.s3a.S3AFileSystem not found"))) {
      Problems.Told told = Problems.told(new IllegalStateException(lacking));
      assertThat(told.exitCode()).isEqualTo(2);
      assertThat(told.sentence()).startsWith("no connector for the file system");
    }
  }

  @Test
  void aBrokenTableIsNamedAndItsSliceIsNot() {
    String path = "file:/lake/silver/tx/quarter=" + SECRET + "/part-0.parquet";
    assertThat(sentence(new IOException("[FAILED_READ_FILE.NO_HINT] while reading " + path)))
        .startsWith("the table silver.tx of the lake cannot be read");
  }

  @Test
  void whatNobodyForesawIsNamedByItsClassOnly() {
    assertThat(sentence(new ArithmeticException(SECRET)))
        .isEqualTo(
            "the run failed (ArithmeticException). Commits made so far are whole; run again to"
                + " complete it, with --verbose to see where it failed.");
  }
}
