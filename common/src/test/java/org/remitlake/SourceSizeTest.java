package org.remitlake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceSizeTest {
  private static final int LIMIT = 250;

  @Test
  void noMainSourceFileIsLongerThanTheLimit() throws IOException {
    List<String> tooLong = new ArrayList<>();
    int seen = 0;
    // Tests run in their module's folder.
    for (Path module : List.of(Path.of("."), Path.of("..", "jobs"))) {
      Path sources = module.resolve(Path.of("src", "main", "java"));
      assertThat(sources).isDirectory();
      try (Stream<Path> files = Files.walk(sources)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          seen++;
          if (lines(file) > LIMIT) {
            tooLong.add(sources.relativize(file) + " has " + lines(file) + " lines");
          }
        }
      }
    }
    assertThat(seen).isGreaterThan(100);
    assertThat(tooLong).as("files above %d lines: split them by noun", LIMIT).isEmpty();
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
