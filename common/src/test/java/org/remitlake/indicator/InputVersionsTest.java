package org.remitlake.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** What a run that dies between its commits leaves to the next. */
@SparkTest
class InputVersionsTest {
  @TempDir Path folder;

  @Test
  void whatWasBeingComputedAnewIsStaleWhateverItsInputsAreThen(SparkSession spark) {
    List<String> commits = new ArrayList<>();
    Lake lake = new Lake(spark, folder.toString(), commits::add);
    Map<String, String> before = Map.of("2020", "a", "2021", "b");
    InputVersions.read(lake).forget(before.keySet(), before);
    assertThat(commits).isEmpty();
    InputVersions.read(lake).remember(before.keySet(), before);
    assertThat(InputVersions.read(lake).stale(before, p -> true)).isEmpty();
    commits.clear();

    // 2020 has no inputs any more, 2021 has others; the run dies after it said so
    InputVersions.read(lake).forget(Set.of("2020", "2021"), Map.of("2021", "c"));
    assertThat(commits).hasSize(1);
    InputVersions next = InputVersions.read(lake);
    assertThat(next.isUnfinished("2020")).isTrue();
    next.forget(Set.of("2020", "2021"), before); // is written down already
    assertThat(commits).hasSize(1);
    assertThat(next.stale(Map.of("2021", "c"), p -> true)).containsExactly("2020", "2021");
    // even if everything is as it was again
    assertThat(next.stale(before, p -> true)).containsExactly("2020", "2021");

    next.remember(Set.of("2020", "2021"), Map.of("2021", "c"));
    InputVersions last = InputVersions.read(lake);
    assertThat(last.stale(Map.of("2021", "c"), p -> true)).isEmpty();
    assertThat(last.known()).containsExactly("2021");
    assertThat(last.isUnfinished("2021")).isFalse();
  }

  @Test
  void aPeriodIsUnfinishedWhileAnyOfItsSourcesIs(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("sources").toString(), table -> {});
    Map<String, String> before = Map.of("2024-Q1 transfer", "a", "2024-Q1 quote", "b");
    InputVersions.read(lake).remember(before.keySet(), before);
    InputVersions.read(lake).forget(Set.of("2024-Q1 quote"), Map.of("2024-Q1 quote", "c"));
    assertThat(InputVersions.read(lake).isUnfinished("2024-Q1")).isTrue();
    assertThat(InputVersions.read(lake).isUnfinished("2024-Q2")).isFalse();
  }
}
