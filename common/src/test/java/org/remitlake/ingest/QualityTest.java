package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** What rules caught in small files: counts and lines were counted by hand in the texts below. */
@SparkTest
class QualityTest {
  private static final String TRANSFERS =
      """
      provider: P1
      contract: transfer
      files: "transfer_P1_*.csv"
      timezone: Europe/Moscow
      constants: {provider_id: P1, provider_type: MTO, send_currency: RUB, fee_currency: RUB,
        receive_currency: TJS, send_channel: AGENT, funding_instrument: CASH,
        payout_instrument: CASH, pid_scope: PROVIDER, is_p2p: "true",
        fee_included: "false"}
      columns: {transaction_id: [id], event_seq: [seq], send_country: [from], receive_country: [to],
        initiated_at: [at], status_at: [at], send_amount: [sent], fee_amount: [fee],
        receive_amount: [received], status: [status], sender_pid: [sender],
        beneficiary_pid: [beneficiary]}
      """;
  private static final String RATES =
      """
      provider: ../<NBT>
      contract: fx
      files: "fx_*.csv"
      delimiter: ";"
      constants: {fx_source: NBT, quote_currency: TJS%s}
      columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
      """;
  private static final String HEADER =
      "id,seq,from,to,at,sent,fee,received,status,sender,beneficiary\n";
  private static final String NBT_PAGE = "~2e~2e~2f~3cNBT~3e.html";

  @TempDir private Path folder;
  private final List<String> commits = new ArrayList<>();

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Settings settings(String moreConstants) throws IOException {
    Path providers = Files.createDirectories(folder.resolve("conf/providers"));
    Files.writeString(providers.resolve("P1.yaml"), TRANSFERS);
    Files.writeString(providers.resolve("NBT.yaml"), RATES.formatted(moreConstants));
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {Россия: RUS}\n");
    return new Settings(
        Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        "a key for tests only",
        0.3,
        3);
  }

  private static String transfer(String id, String to, String sent, String status) {
    return "%s,1,RUS,%s,2024-02-15 10:00,%s,90,1000.00,%s,passport %s,friend %s\n"
        .formatted(id, to, sent, status, id, id);
  }

  private Path file(String name, String text) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    return Files.writeString(drop.resolve(name), text);
  }

  private void fillDrop() throws IOException {
    file(
        "transfer_P1_a.csv",
        HEADER
            + transfer("A", "TJK", "9000", "PAID") // line 2
            + transfer("B", "TJK", "9000", "PAID")
            + transfer("A", "TJK", "9000", "PAID") // again
            + transfer("C", "TJK", "9000", "LOST") // M02, line 5
            + transfer("D", "KGZ", "9000", "PAID") // T14, line 6
            + transfer("E", "TJK", "0", "PAID") // T05, line 7
            + transfer("F", "TJK", "0", "LOST") // M02 and T05
            + transfer("G", "TJK", "-9000", "REVERSED") // T04, line 9
            + transfer("H", "TJK", "9000", "PAID")
            + transfer("I", "TJK", "9000", "PAID"));
    Files.copy(
        folder.resolve("drop/transfer_P1_a.csv"), folder.resolve("drop/transfer_P1_copy.csv"));
    String rates = "date;code;nominal;value\n";
    file("fx_clean.csv", rates + "2024-02-14;RUB;10;1.34\n");
    file(
        "fx_held.csv",
        rates
            + "2024-02-15;RUB;10;1.34\n"
            + "2024-02-15;QQQ;10;1.34\n".repeat(3)
            + "2024-02-15;RUB;ten;1.34\n".repeat(2)
            + "2024-13-45;RUB;10;1.34\n");
    file("fx_<script>alert(1)<_script>.csv", "date;nominal;value\n2024-02-16;1;10.9\n");
  }

  private Lake lake(SparkSession spark, String name, Lake.CommitListener listener) {
    return new Lake(spark, folder.resolve(name).toString(), listener);
  }

  private IngestReport ingest(Lake lake, Settings settings) {
    return Ingest.run(lake, settings, List.of(folder.resolve("drop").toString()), step -> {});
  }

  /** File, rule and action; where rows were caught their number, share and first row and line. */
  private static List<String> found(Lake lake) {
    List<String> found = new ArrayList<>();
    for (Row r :
        lake.read(DataQuality.CONTRACT_OF)
            .select(
                "file_name",
                "rule_id",
                "action",
                "rows_caught",
                "share",
                "example_row_no",
                "example_line_no")
            .collectAsList()) {
      String where = r.getString(0) + " " + r.getString(1) + " " + r.getString(2);
      found.add(
          r.isNullAt(3)
              ? where
              : String.format(
                  Locale.ROOT,
                  "%s %d %.3f row %d line %d",
                  where,
                  r.getLong(3),
                  r.getDouble(4),
                  r.getLong(5),
                  r.getLong(6)));
    }
    found.sort(null);
    return found;
  }

  private static String message(Lake lake, String rule) {
    return lake.read(DataQuality.CONTRACT_OF)
        .where("rule_id = '%s'".formatted(rule))
        .select("message_en")
        .collectAsList()
        .get(0)
        .getString(0);
  }

  private String page(String name) throws IOException {
    return Files.readString(folder.resolve("lake/reports/quality").resolve(name));
  }

  private static final List<String> EXPECTED =
      List.of(
          "fx_<script>alert(1)<_script>.csv F06 REJECT_FILE",
          "fx_held.csv F05 HOLD 2 0.286 row 5 line 6",
          "fx_held.csv F10 HOLD 1 0.143 row 7 line 8",
          "fx_held.csv T08 HOLD 3 0.429 row 2 line 3",
          "transfer_P1_a.csv M02 QUARANTINE 2 0.200 row 4 line 5",
          "transfer_P1_a.csv T01 DUPLICATE 1 0.100 row 3 line 4",
          "transfer_P1_a.csv T04 REPAIR 1 0.100 row 8 line 9",
          "transfer_P1_a.csv T05 QUARANTINE 2 0.200 row 6 line 7",
          "transfer_P1_a.csv T14 EXCLUDE 1 0.100 row 5 line 6",
          "transfer_P1_copy.csv F01 DUPLICATE");

  @Test
  void everyRuleThatCaughtSomethingIsCountedByFile(SparkSession spark) throws IOException {
    fillDrop();
    Lake lake = lake(spark, "lake", commits::add);
    IngestReport report = ingest(lake, settings(""));
    assertThat(found(lake)).isEqualTo(EXPECTED);
    assertThat(report.quality()).hasSize(EXPECTED.size());
    assertThat(report.pages()).hasSize(2);
    assertThat(commits).containsOnlyOnce("gold.data_quality").endsWith("ops.file");
    assertThat(
            lake.read(DataQuality.CONTRACT_OF)
                .where("rule_id = 'F06'")
                .select("message_en", "message_ru")
                .collectAsList()
                .toString())
        .contains("mandatory columns, each once. [no column for mandatory base_currency]")
        .contains("столбцами. [no column for mandatory base_currency]");

    assertThat(message(lake, "M02")).endsWith(" [status]");
    assertThat(message(lake, "F05")).endsWith("]").doesNotContain("F05");
    assertThat(message(lake, "T05")).doesNotContain("[");

    String nbt = page(NBT_PAGE);
    assertThat(nbt)
        .contains("fx_&lt;script&gt;alert(1)&lt;_script&gt;.csv", "fx_held.csv", "fx_clean.csv")
        .contains("Data quality: ../&lt;NBT&gt;")
        .doesNotContain("<script", "transfer_P1");
    assertThat(page("P1.html"))
        .contains("transfer_P1_a.csv", "transfer_P1_copy.csv")
        .doesNotContain("fx_", "passport", "friend");
    assertThat(folder.resolve("lake/reports/quality")).isDirectoryContaining("glob:**.html");
    try (Stream<Path> files = Files.list(folder.resolve("lake/reports/quality"))) {
      assertThat(files).hasSize(2);
    }

    // Nothing new: no commit, no page; the rejected file is told once more.
    commits.clear();
    IngestReport again = ingest(lake, settings(""));
    assertThat(commits).isEmpty();
    assertThat(again.pages()).isEmpty();
    assertThat(again.quality()).extracting(q -> q.rule().id()).containsExactly("F06");

    // A correction of B, and rates whose profile was mended: what was held or rejected is read.
    file("transfer_P1_v02.csv", HEADER + transfer("B", "TJK", "9500", "PAID"));
    Files.delete(folder.resolve("drop/fx_held.csv"));
    ingest(lake, settings(", base_currency: USD"));
    assertThat(found(lake))
        .contains("transfer_P1_v02.csv T01 FLAG 1 1.000 row 1 line 2")
        .contains("fx_held.csv T08 HOLD 3 0.429 row 2 line 3")
        .noneMatch(f -> f.contains("REJECT_FILE"))
        .hasSize(EXPECTED.size());
    assertThat(page(NBT_PAGE)).doesNotContain("не принят");
  }

  @Test
  void aDeathAfterACommitLeavesNoTrace(SparkSession spark) throws IOException {
    fillDrop();
    for (String table : List.of("gold.data_quality", "silver.tx")) {
      Lake dying =
          lake(
              spark,
              table,
              committed -> {
                if (committed.equals(table)) {
                  throw new Died();
                }
              });
      assertThatThrownBy(() -> ingest(dying, settings(""))).as(table).isInstanceOf(Died.class);
      Lake next = lake(spark, table, commits::add);
      assertThat(ingest(next, settings("")).pages()).as(table).hasSize(2);
      assertThat(found(next)).as(table).isEqualTo(EXPECTED);
      commits.clear();
      ingest(next, settings(""));
      assertThat(commits).as(table).isEmpty();
    }
  }
}
