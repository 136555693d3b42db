package org.remitlake.synthetic;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
  private static final Request SMALL = Requests.of(7, 1_500, "2021-Q2", "2021-Q4", Defects.ALL);

  @TempDir Path folder;

  @Test
  void equalRequestsGiveTheSameBytes() throws IOException {
    Summary once = Deliveries.write(SMALL, folder.resolve("a"));
    Summary again = Deliveries.write(SMALL, folder.resolve("b"));
    assertThat(once).isEqualTo(again);
    Map<String, Integer> bytes = hashes("a");
    assertThat(bytes).isEqualTo(hashes("b")).hasSize((int) once.files() + 2);
  }

  @Test
  void anotherSeedGivesOtherPeopleAndOtherRates() throws IOException {
    Deliveries.write(SMALL, folder.resolve("a"));
    Request other = Requests.of(8, 1_500, "2021-Q2", "2021-Q4", Defects.ALL);
    Deliveries.write(other, folder.resolve("b"));
    Map<String, Integer> mine = hashes("a");
    hashes("b").forEach((file, hash) -> assertThat(hash).as(file).isNotEqualTo(mine.get(file)));
  }

  @Test
  void filesThatMustBeRefusedComeOnlyWhenAskedFor() {
    Request rows = Requests.of(7, 1_500, "2021-Q2", "2021-Q4", Defects.ROWS);
    assertThat(Deliveries.write(SMALL, folder.resolve("all")).files())
        .isEqualTo(Deliveries.write(rows, folder.resolve("rows")).files() + 1);
  }

  @Test
  void withoutDefectsOnlyWhatPartnersAlwaysDoIsInTheTruth() throws IOException {
    Request clean = Requests.of(7, 4_000, "2021-Q2", "2021-Q4", Defects.NONE);
    Deliveries.write(clean, folder.resolve("clean"));
    List<String> defects = Files.readAllLines(folder.resolve("clean/_truth/defects.csv"));
    assertThat(defects.subList(1, defects.size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("T04,") || line.startsWith("Q02,"));
  }

  @Test
  void doesNotWriteIntoAFolderThatHoldsSomething() throws IOException {
    Files.writeString(folder.resolve("present"), "x");
    assertThatThrownBy(() -> Deliveries.write(SMALL, folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not empty. Nothing was written.");
  }

  private Map<String, Integer> hashes(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, Integer> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = Files.readString(file, ISO_8859_1);
        hashes.put(root.relativize(file).toString(), text.hashCode());
      }
    }
    return hashes;
  }
}
