package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.remitlake.funder.Publication;
import org.remitlake.indicator.Indicator;

/** What the register names is computed and tested, or the README says that it is not. */
class RegisterTest {
  private static Set<String> registered() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Publication.class.getResourceAsStream("register.csv"), StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.substring(0, line.indexOf(',')))
          .filter(id -> id.matches("[ABCD]\\d\\d"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Set<String> computed() {
    return Registry.all().stream()
        .map(Indicator::id)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void theReadmeNamesWhatIsMissing() throws IOException {
    Set<String> missing = registered();
    missing.removeAll(computed());
    assertThat(Files.readString(Bench.REPOSITORY.resolve("README.md")).replaceAll("\\s+", " "))
        .contains("missing: " + (missing.isEmpty() ? "none" : String.join(", ", missing)) + ".");
  }

  @Test
  void everyIndicatorIsNamedInATestOfExpectedValues() throws IOException {
    StringBuilder tests = new StringBuilder();
    for (String tree : List.of("common/src/test", "jobs/src/test", "sample-data/expected")) {
      try (Stream<Path> files = Files.walk(Bench.REPOSITORY.resolve(tree))) {
        for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|csv)")).toList()) {
          tests.append(Files.readString(file));
        }
      }
    }
    Set<String> untested = new TreeSet<>();
    for (Indicator i : Registry.all()) {
      if (!Pattern.compile("[\".,\\n ]" + i.id() + "[\",_. )]").matcher(tests).find()) {
        untested.add(i.id());
      }
    }
    assertThat(untested).isEmpty();
  }
}
