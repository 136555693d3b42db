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
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.Settings;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** Rows in quarantine are judged again when what judges them was mended. */
class RequarantineTest {
  private static final String PROFILE =
      """
      provider: P1
      contract: transfer
      files: "transfer_P1_*.csv"
      timezone: %s
      constants: {provider_id: P1, provider_type: MTO, send_country: RUS, receive_country: TJK,
        send_currency: RUB, fee_currency: RUB, fee_included: "no", receive_currency: TJS,
        send_channel: AGENT, funding_instrument: CASH, payout_instrument: CASH,
        pid_scope: PROVIDER, is_p2p: "true", event_seq: "1"}
      columns: {transaction_id: [id], initiated_at: [at], status_at: [at], send_amount: [sent],
        fee_amount: [fee], receive_amount: [received], status: [status], sender_pid: [sender],
        beneficiary_pid: [beneficiary]}
      values:
        status: {%s}
      """;

  /** Of two states one is not known, and one is taken for something else. */
  private static final String BEFORE = PROFILE.formatted("Europe/Moscow", "gone: CANCELLED");

  /**
   * Both are right, one that was known is not any more, and half past midnight on New Year's Day in
   * Dushanbe is still the old year in Moscow.
   */
  private static final String AFTER = PROFILE.formatted("Asia/Dushanbe", "lost: REJECTED");

  private static Settings settings(Path conf, String profile) throws IOException {
    Path providers = Files.createDirectories(conf.resolve("providers"));
    Files.writeString(providers.resolve("P1.yaml"), profile);
    Files.writeString(conf.resolve("codes.yaml"), "country: {}\ncurrency: {}\n");
    return new Settings(
        Profiles.read(conf, Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        "a key for these tests",
        0.05,
        20);
  }

  private static Path drop(Path folder) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    String header = "id,at,sent,fee,received,status,sender,beneficiary\n";
    Files.writeString(
        drop.resolve("transfer_P1_a.csv"),
        header
            + "good,2024-02-15 10:00,15000,150,1987.50,PAID,s,b\n"
            + "eve,2024-01-01 00:30,15000,150,1987.50,PAID,s,b\n"
            + "word,2024-02-15 10:00,15000,150,1987.50,lost,s,b\n"
            + "other,2024-05-15 10:00,15000,150,1987.50,gone,s,b\n"
            + "never,2024-02-15 10:00,-1,150,1987.50,PAID,s,b\n");
    // Landed with the first, with nothing in quarantine.
    Files.writeString(
        drop.resolve("transfer_P1_b.csv"), header + "b,2024-02-16 10:00,9,0,1,PAID,s,b\n");
    return drop;
  }

  private static List<String> rows(Lake lake, TableContract table, String... columns) {
    return lake.read(table).selectExpr(columns).collectAsList().stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  /** All that a run leaves, but names of batches. */
  private static Map<String, List<String>> content(Lake lake) {
    Map<String, List<String>> all = new TreeMap<>();
    all.put(
        "tx", rows(lake, Tx.CONTRACT, "transaction_id", "quarter", "final_state", "initiated_at"));
    all.put(
        "event", rows(lake, TxEvent.CONTRACT, "transaction_id", "quarter", "status", "is_changed"));
    all.put("quarantine", rows(lake, Quarantine.CONTRACT_OF, "file_id", "row_no", "rules", "raw"));
    all.put(
        "quality",
        rows(
            lake,
            DataQuality.CONTRACT_OF,
            "file_id",
            "rule_id",
            "action",
            "rows_caught",
            "example_line_no"));
    all.put(
        "file",
        rows(
            lake,
            OpsFile.CONTRACT_OF,
            "file_name",
            "profile_hash",
            "status",
            "rows_read",
            "rows_accepted",
            "rows_quarantined"));
    return all;
  }

  private static Lake lake(Path folder, AtomicInteger commits) {
    return new Lake(Bench.spark(), folder.toString(), table -> commits.incrementAndGet());
  }

  @Test
  void whatWasMendedEntersSilverAsIfItHadBeenRightFromTheStart(@TempDir Path folder)
      throws IOException {
    Path drop = drop(folder);
    AtomicInteger commits = new AtomicInteger();
    Settings before = settings(folder.resolve("conf1"), BEFORE);
    Settings after = settings(folder.resolve("conf2"), AFTER);
    Lake lake = lake(folder.resolve("lake"), commits);
    IngestReport first = Ingest.run(lake, before, List.of(drop.toString()), p -> {});
    assertThat(first.rows()).containsEntry("quarantined", 2L).containsEntry("accepted", 4L);
    assertThat(rows(lake, Tx.CONTRACT, "transaction_id", "quarter", "final_state"))
        .containsExactly(
            "[b,2024-Q1,PAID]",
            "[eve,2024-Q1,PAID]",
            "[good,2024-Q1,PAID]",
            "[other,2024-Q2,CANCELLED]");

    commits.set(0);
    IngestReport unchanged = Ingest.requarantine(lake, before, p -> {});
    assertThat(unchanged.files()).isEmpty();
    assertThat(commits.get()).as("nothing was mended").isZero();

    IngestReport mended = Ingest.requarantine(lake, after, p -> {});
    assertThat(mended.rows()).containsEntry("quarantined", 2L).containsEntry("accepted", 4L);
    assertThat(rows(lake, Tx.CONTRACT, "transaction_id", "quarter", "final_state"))
        .containsExactly(
            "[b,2024-Q1,PAID]",
            "[eve,2023-Q4,PAID]",
            "[good,2024-Q1,PAID]",
            "[word,2024-Q1,REJECTED]");
    Lake straight = lake(folder.resolve("straight"), new AtomicInteger());
    Ingest.run(straight, after, List.of(drop.toString()), p -> {});
    assertThat(content(lake)).isEqualTo(content(straight));

    commits.set(0);
    Ingest.requarantine(lake, after, p -> {});
    Ingest.run(lake, after, List.of(drop.toString()), p -> {});
    assertThat(commits.get()).as("a rerun").isZero();
  }

  @Test
  void aRunThatDiesIsCompletedByTheNextIngest(@TempDir Path folder) throws IOException {
    Path drop = drop(folder);
    Settings before = settings(folder.resolve("conf1"), BEFORE);
    Settings after = settings(folder.resolve("conf2"), AFTER);
    Lake straight = lake(folder.resolve("straight"), new AtomicInteger());
    Ingest.run(straight, after, List.of(drop.toString()), p -> {});
    Path landed = folder.resolve("landed");
    Ingest.run(lake(landed, new AtomicInteger()), before, List.of(drop.toString()), p -> {});
    // 1 ops.file, 2 silver.tx, 3 silver.tx_event, 4 ops.quarantine, 5 gold.data_quality, 6 ops.file
    for (int commit : FaultTest.ALL ? List.of(1, 2, 3, 4, 5, 6) : List.of(1, 2)) {
      Path place = copy(landed, folder.resolve("lake" + commit));
      assertThat(diesAfter(commit, place, after)).as("commit %d", commit).isTrue();
      Lake again = lake(place, new AtomicInteger());
      Ingest.run(again, after, List.of(), p -> {});
      assertThat(content(again)).as("death after commit %d", commit).isEqualTo(content(straight));
    }
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private static boolean diesAfter(int last, Path place, Settings settings) {
    AtomicInteger commits = new AtomicInteger();
    Lake lake =
        new Lake(
            Bench.spark(),
            place.toString(),
            table -> {
              if (commits.incrementAndGet() == last) {
                throw new IllegalStateException("death");
              }
            });
    try {
      Ingest.requarantine(lake, settings, p -> {});
      return false;
    } catch (RuntimeException e) {
      return true;
    }
  }

  @Test
  void aHeldFileThatLandsAgainWithOthersIsSettledOnce(@TempDir Path folder) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    String header = "id,at,sent,fee,received,status,sender,beneficiary\n";
    Files.writeString(
        drop.resolve("transfer_P1_held.csv"),
        header + "h,2024-02-15 10:00,15000,150,1987.50,lost,s,b\n".repeat(20));
    AtomicInteger commits = new AtomicInteger();
    Lake lake = lake(folder.resolve("lake"), commits);
    IngestReport first =
        Ingest.run(lake, settings(folder.resolve("c1"), BEFORE), List.of(drop.toString()), p -> {});
    assertThat(first.files()).containsEntry("held", 1L);
    Files.writeString(
        drop.resolve("transfer_P1_new.csv"), header + "n,2024-02-16 10:00,9,0,1,PAID,s,b\n");
    Settings after = settings(folder.resolve("c2"), AFTER);
    IngestReport second = Ingest.run(lake, after, List.of(drop.toString()), p -> {});
    assertThat(second.files()).isEqualTo(Map.of("accepted", 2L));
    commits.set(0);
    IngestReport third = Ingest.run(lake, after, List.of(drop.toString()), p -> {});
    assertThat(third.files()).isEqualTo(Map.of("known", 2L));
    assertThat(commits.get()).isZero();
    assertThat(rows(lake, Tx.CONTRACT, "transaction_id", "final_state"))
        .containsExactly("[h,REJECTED]", "[n,PAID]");
  }

  @Test
  void aProfileThatIsGoneIsSaidBeforeAnythingChanges(@TempDir Path folder) throws IOException {
    Path drop = drop(folder);
    AtomicInteger commits = new AtomicInteger();
    Lake lake = lake(folder.resolve("lake"), commits);
    Ingest.run(lake, settings(folder.resolve("c"), BEFORE), List.of(drop.toString()), p -> {});
    Files.delete(folder.resolve("c/providers/P1.yaml"));
    Files.writeString(
        folder.resolve("c/providers/P2.yaml"), BEFORE.replace("transfer_P1", "transfer_P2"));
    Settings renamed =
        new Settings(
            Profiles.read(folder.resolve("c"), Ingest.CONTRACTS),
            Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
            "a key for these tests",
            0.05,
            20);
    commits.set(0);
    assertThatThrownBy(() -> Ingest.requarantine(lake, renamed, p -> {}))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("transfer_P1_")
        .hasMessageContaining("P1");
    assertThat(commits.get()).isZero();
  }
}
