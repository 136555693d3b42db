package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.remitlake.contract.TableContract;
import org.remitlake.evaluation.Balances;
import org.remitlake.evaluation.Effects;
import org.remitlake.evaluation.Plan;
import org.remitlake.funder.FunderIndicators;
import org.remitlake.lake.ContentHash;
import org.remitlake.registry.Outcomes;
import org.remitlake.time.Quarter;

/** Evaluation and release on copies of a finished lake: runs that die after one of the commits. */
final class LateFaults {
  private static final List<TableContract> MADE =
      List.of(Outcomes.CONTRACT, Effects.CONTRACT, Balances.CONTRACT, FunderIndicators.CONTRACT);
  private static final List<String> NOT_COPIED =
      List.of(
          "silver/outcome",
          "gold/effect",
          "gold/balance",
          "gold/funder_indicator",
          "ops/indicator_input",
          "releases");
  private static final String RELEASE = "releases/2021-Q4_v1";

  private final Path finished;
  private final Path work;

  LateFaults(Path finished, Path work) {
    this.finished = finished;
    this.work = work;
  }

  /** After a death at the first commit of any of these tables, the next run gives the same. */
  void assertNoTrace(List<String> tables) throws IOException {
    Path undisturbed = copy("undisturbed");
    Bench whole = new Bench(undisturbed);
    run(whole);
    assertThat(whole.commits).containsAll(tables);
    for (String table : tables) {
      Path root = copy("dies-after-" + table);
      Bench dying =
          new Bench(
              root,
              committed -> {
                if (committed.equals(table)) {
                  throw new IllegalStateException("died");
                }
              });
      assertThatThrownBy(() -> run(dying)).as(table).hasMessage("died");
      Bench next = new Bench(root);
      run(next);
      assertThat(hashes(next)).as(table).isEqualTo(hashes(whole));
      for (String file : List.of("indicators.csv", "indicators.xlsx")) {
        assertThat(root.resolve(RELEASE).resolve(file))
            .as(table)
            .hasSameBinaryContentAs(undisturbed.resolve(RELEASE).resolve(file));
      }
    }
  }

  /**
   * A plan is changed, the run dies, and the plan is taken back: what was computed of the changed
   * one does not stay.
   */
  void assertPlanTakenBackLeavesNoTrace() throws IOException {
    Path root = copy("plan-taken-back");
    Bench before = new Bench(root);
    run(before);
    Map<String, String> hashes = hashes(before);
    List<Plan> changed =
        plans().stream()
            .map(
                p ->
                    new Plan(
                        p.pilot(),
                        p.registeredOn(),
                        p.baselineWave(),
                        p.endlineWave(),
                        p.controlArm(),
                        p.primary(),
                        List.of("hh_size"),
                        p.covariates(),
                        p.blocks()))
            .toList();
    Bench dying =
        new Bench(
            root,
            committed -> {
              if (committed.equals("gold.effect")) {
                throw new IllegalStateException("died");
              }
            });
    Progress quiet = new Progress("test");
    assertThatThrownBy(() -> EvaluateJob.run(dying.lake, changed, Set.of(), quiet))
        .hasMessage("died");
    Bench next = new Bench(root);
    assertThat(hashes(next)).isNotEqualTo(hashes);
    EvaluateJob.run(next.lake, plans(), Set.of(), quiet);
    assertThat(hashes(next)).isEqualTo(hashes);
  }

  private static List<Plan> plans() {
    return EvaluateJob.plans(Bench.REPOSITORY.resolve("conf"));
  }

  private static void run(Bench bench) {
    Progress quiet = new Progress("test");
    EvaluateJob.run(bench.lake, plans(), Set.of("PT_AM_01", "PT_TJ_01"), quiet);
    PublishJob.run(bench.lake, Bench.config(), new Quarter(2021, 4), Optional.empty(), quiet);
  }

  private static Map<String, String> hashes(Bench bench) {
    Map<String, String> hashes = new TreeMap<>();
    MADE.forEach(table -> hashes.put(table.table(), ContentHash.of(bench.lake, table)));
    return hashes;
  }

  private Path copy(String name) throws IOException {
    Path root = work.resolve(name);
    try (Stream<Path> files = Files.walk(finished)) {
      files
          .filter(f -> NOT_COPIED.stream().noneMatch(l -> f.startsWith(finished.resolve(l))))
          .forEach(f -> copy(f, root.resolve(finished.relativize(f).toString())));
    }
    return root;
  }

  private static void copy(Path from, Path to) {
    try {
      Files.createDirectories(to.getParent());
      if (Files.isRegularFile(from)) {
        Files.copy(from, to);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
