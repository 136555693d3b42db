package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;

/** A run that dies after any of its commits is completed by the next, to the same content. */
class FaultTest {
  private static final List<String> FILES =
      List.of(
          "transfer_EMI_01_2020Q1_v01.txt",
          "transfer_EMI_01_2020Q2_v01.txt",
          "transfer_MTO_02_2020Q1_v01.csv",
          "transfer_MTO_02_2020Q1_v02.csv",
          "fx_NBT_2020.csv",
          "fx_CBA_2020.csv",
          "quote_SHOPPER_2020Q1_v01.csv");

  @TempDir Path folder;

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Path drop() throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    for (String file : FILES) {
      Files.copy(Bench.SAMPLE.resolve("deliveries").resolve(file), drop.resolve(file));
    }
    return drop;
  }

  private static void run(Lake lake, Path drop) {
    DemoJobs.ingestAndCompute(lake, drop);
  }

  /** Every commit and plan takes minutes: by hand, with {@code -Dremit.faults=all}. */
  static final boolean ALL = "all".equals(System.getProperty("remit.faults"));

  private static final String GOLD = "gold.indicator_value";

  private static final List<String> TELLING =
      List.of("bronze.transfer", "silver.tx", "ops.quarantine", "gold.data_quality", GOLD);

  @Test
  void aFaultAfterACommitLeavesNoTrace() throws IOException {
    Path drop = drop();
    Bench undisturbed = new Bench(folder.resolve("undisturbed"));
    DemoJobs.ingest(undisturbed.lake, drop);
    int ofIngest = undisturbed.commits.size();
    run(undisturbed.lake, drop);
    Map<String, String> expected = undisturbed.hashes();
    assertThat(undisturbed.commits).hasSizeGreaterThan(9);

    // Contracts are settled side by side: which commit is the nth differs, which tables get one
    // not.
    Map<String, Integer> seen = new TreeMap<>();
    for (String table : undisturbed.commits) {
      int nth = seen.merge(table, 1, Integer::sum);
      boolean isOfIngest = seen.values().stream().mapToInt(n -> n).sum() <= ofIngest;
      if (!ALL && !TELLING.contains(table)) {
        continue;
      }
      String where = "after commit %d of %s".formatted(nth, table);
      AtomicInteger left = new AtomicInteger(nth);
      Path root = folder.resolve("dies-%s-%d".formatted(table, nth));
      Bench dying =
          new Bench(
              root,
              committed -> {
                if (committed.equals(table) && left.decrementAndGet() == 0) {
                  throw new Died();
                }
              });
      assertThatThrownBy(() -> run(dying.lake, drop)).as(where).isInstanceOf(Died.class);
      Bench next = new Bench(root);
      // Indicators follow from what is in silver: the same there, the same in gold.
      if (isOfIngest) {
        DemoJobs.ingest(next.lake, drop);
      } else {
        run(next.lake, drop);
      }
      Map<String, String> hashes = next.hashes();
      if (isOfIngest) {
        hashes.put(GOLD, expected.get(GOLD));
      }
      assertThat(hashes).as(where).isEqualTo(expected);
    }
  }

  @Test
  void filesInAnyOrderAndAnyPlanGiveTheSameContent() throws IOException {
    Path drop = drop();
    Bench atOnce = new Bench(folder.resolve("at-once"));
    run(atOnce.lake, drop);
    Map<String, String> expected = atOnce.hashes();
    // counts per file follow arrival; what the files say does not
    expected.remove("ops.file");
    expected.remove("gold.data_quality");

    List<List<String>> orders =
        List.of(
            List.of("1", "false", "6", "5", "4", "3", "2", "1", "0"),
            List.of("7", "true", "3", "0", "5", "1", "6", "2", "4"),
            List.of("200", "true", "2", "4", "6", "0", "1", "3", "5"));
    for (List<String> order : ALL ? orders : orders.subList(1, 2)) {
      Bench.spark().conf().set("spark.sql.shuffle.partitions", order.get(0));
      Bench.spark().conf().set("spark.sql.adaptive.enabled", order.get(1));
      try {
        Bench bench = new Bench(folder.resolve("order-" + order.get(0)));
        List<String> files = order.subList(2, order.size());
        // three deliveries: one file, three files, the rest, indicators after the first and last
        bench.ingest(drop.resolve(FILES.get(Integer.parseInt(files.get(0)))));
        bench.indicators();
        bench.ingest(
            files.subList(1, 4).stream()
                .map(i -> drop.resolve(FILES.get(Integer.parseInt(i))))
                .toArray(Path[]::new));
        bench.ingest(drop);
        bench.indicators();
        Map<String, String> hashes = bench.hashes();
        hashes.remove("ops.file");
        hashes.remove("gold.data_quality");
        assertThat(hashes).as("order %s", order).isEqualTo(expected);
      } finally {
        Bench.spark().conf().set("spark.sql.shuffle.partitions", "4");
        Bench.spark().conf().set("spark.sql.adaptive.enabled", "true");
      }
    }
  }
}
