package org.remitlake.jobs;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.Balances;
import org.remitlake.evaluation.Effects;
import org.remitlake.evaluation.Plan;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.ContentHash;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * The sample the whole way. Expected values are of an independent computation, in Python, straight
 * from the delivered files: {@code sample-data/expected/expected.py}.
 */
@TestMethodOrder(org.junit.jupiter.api.MethodOrderer.OrderAnnotation.class)
class DemoTest {
  @TempDir static Path folder;
  private static Bench bench;
  private static Facts facts;

  @BeforeAll
  static void runDemo() {
    bench = new Bench(folder.resolve("lake"));
    facts =
        DemoJob.run(
            bench.lake,
            Bench.settings(),
            Bench.config(),
            EvaluateJob.plans(Bench.REPOSITORY.resolve("conf")),
            Bench.SAMPLE,
            new Progress("test"));
  }

  private static List<Map<String, String>> expected(String file) throws IOException {
    return ExpectedValues.read(file).rows();
  }

  @Test
  void endsWithoutReservationsAndShowsWhatItMade() {
    assertThat(facts.exitCode()).isZero();
    assertThat(facts.lines()).anyMatch(l -> l.contains("gold.indicator_value"));
    assertThat(facts.lines()).anyMatch(l -> l.startsWith("RUS-TJK   2021-Q4"));
  }

  /** From the command line, as an engineer asks who doubts a number. */
  @Test
  void aNumberIsExplainedDownToItsRows() {
    Row gold =
        bench
            .lake
            .read(IndicatorValues.CONTRACT)
            .where("indicator_id = 'A03' and basis = 'tx' and corridor = 'RUS-TJK'")
            .where("period = '2021-Q4' and dimension_values = 'MTO_01'")
            .first();
    long n = gold.<Long>getAs("n_unweighted");
    bench.commits.clear();
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
    try {
      String[] arguments = {
        "explain",
        "a03",
        "--corridor",
        "RUS-TJK",
        "--quarter",
        "2021-Q4",
        "--cell",
        "provider_id=MTO_01",
        "--rows",
        "1000",
        "--lake",
        folder.resolve("lake").toString(),
        "--conf-dir",
        Bench.REPOSITORY.resolve("conf").toString()
      };
      assertThat(Remit.run(arguments)).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(bench.commits).isEmpty();
    String told = output.toString(StandardCharsets.UTF_8);
    assertThat(told)
        .contains("A03  All-in cost")
        .contains("" + gold.<Double>getAs("value"))
        .contains(n + " with what the value needs")
        .contains("as the lake holds them now");
    // As many rows with a cost as the value has records; the others say why they are left out.
    List<String[]> rows =
        told.lines().filter(l -> l.startsWith("2021-1")).map(l -> l.split("\t", -1)).toList();
    assertThat(rows.stream().filter(r -> r[11].isEmpty())).hasSize((int) n);
    double sum =
        rows.stream().filter(r -> r[11].isEmpty()).mapToDouble(r -> Double.parseDouble(r[9])).sum();
    assertThat(sum / n).isCloseTo(gold.<Double>getAs("value"), within(1e-9));
  }

  @Test
  void everyFileIsAccountedForToTheRow() throws IOException {
    Map<String, Row> files = new HashMap<>();
    bench
        .lake
        .read(OpsFile.CONTRACT_OF)
        .select(
            "file_name",
            "rows_read",
            "rows_accepted",
            "rows_duplicate",
            "rows_quarantined",
            "rows_held")
        .collectAsList()
        .forEach(row -> files.put(row.getString(0), row));
    for (Map<String, String> row : expected("rows.csv")) {
      Row file = files.get(row.get("file"));
      if (file == null) {
        // the planted copy of another file (F01)
        assertThat(row.get("file")).endsWith("_copy.csv");
        continue;
      }
      assertThat(List.of(file.getLong(1), file.getLong(2), file.getLong(3), file.getLong(4)))
          .as(row.get("file"))
          .isEqualTo(
              List.of(
                  Long.valueOf(row.get("rows_read")),
                  Long.valueOf(row.get("accepted")),
                  Long.valueOf(row.get("duplicate")),
                  Long.valueOf(row.get("quarantined"))));
    }
  }

  private static String key(Row r) {
    return String.join(
        " ",
        r.getString(0),
        r.getString(1),
        r.getString(2),
        r.getString(3),
        r.getString(4),
        r.getString(5),
        r.getString(6));
  }

  @Test
  void everyIndicatorAgreesWithTheIndependentComputation() throws IOException {
    Map<String, Row> values = new HashMap<>();
    bench
        .lake
        .read(IndicatorValues.CONTRACT)
        .select(
            "basis",
            "indicator_id",
            "variant",
            "corridor",
            "period",
            "dimensions",
            "dimension_values",
            "value",
            "n_unweighted",
            "n_units",
            "null_reason",
            "n_missing")
        .collectAsList()
        .forEach(r -> values.put(key(r), r));
    int compared = 0;
    for (Map<String, String> e : expected("indicators.csv")) {
      if (e.get("period").equals("2022-Q1")) {
        continue; // receipts of late 2021 only: no quarter of its own was delivered
      }
      String key =
          String.join(
              " ",
              e.get("basis"),
              e.get("indicator_id"),
              e.get("variant"),
              e.get("corridor"),
              e.get("period"),
              e.get("dimensions"),
              e.get("dimension_values"));
      Row ours = values.get(key);
      assertThat(ours).as(key).isNotNull();
      assertThat(ours.getLong(8)).as("n of " + key).isEqualTo(Long.parseLong(e.get("n")));
      if (ours.isNullAt(7)) {
        // catalogue 2.9: more than 30 % of the cell without the value
        assertThat(ours.getString(10)).as(key).isEqualTo("Q_MISSING");
        assertThat(ours.getLong(11)).isGreaterThan((ours.getLong(8) + ours.getLong(11)) * 3 / 10);
        continue;
      }
      double value = Double.parseDouble(e.get("value"));
      assertThat(ours.getDouble(7)).as(key).isCloseTo(value, within(Math.abs(value) * 1e-9));
      if (e.get("basis").equals("tx")) {
        assertThat(ours.getLong(9)).as("units of " + key).isEqualTo(Long.parseLong(e.get("units")));
      }
      compared++;
    }
    assertThat(compared).isGreaterThan(9000);
  }

  private static Dataset<Row> gold(Object... indicators) {
    return bench
        .lake
        .read(IndicatorValues.CONTRACT)
        .where(col("indicator_id").isin(indicators))
        .withColumnRenamed("n_unweighted", "n")
        .withColumnRenamed("n_units", "units");
  }

  @Test
  void retentionAgreesWithTheIndependentComputation() throws IOException {
    ExpectedValues.read("retention.csv")
        .assertHolds(
            gold("C13", "C14"),
            List.of(
                "indicator_id",
                "variant",
                "corridor",
                "period",
                "dimensions",
                "dimension_values",
                "pilot_code"));
  }

  @Test
  void uptakeAgreesWithTheIndependentComputation() throws IOException {
    ExpectedValues.read("uptake.csv")
        .assertHolds(gold("C23"), List.of("variant", "period", "pilot_code", "arm_code"));
  }

  @Test
  void surveyEstimatesAgreeWithTheIndependentComputation() throws IOException {
    ExpectedValues.read("survey.csv")
        .assertHolds(
            bench
                .lake
                .read(IndicatorValues.CONTRACT)
                .where("indicator_id in ('C01', 'D01') and variant not like '% %'")
                .where(
                    "dimensions in ('_T', 'region', 'urbanity')"
                        + " or indicator_id = 'C01' and dimensions = 'sex'")
                .withColumnRenamed("n_unweighted", "n"),
            List.of("indicator_id", "corridor", "period", "dimensions", "dimension_values"));
  }

  @Test
  void effectsAndBalanceAgreeWithTheIndependentComputation() throws IOException {
    ExpectedValues.read("effect.csv")
        .assertHolds(
            bench.lake.read(Effects.CONTRACT),
            List.of("pilot_code", "outcome", "estimator", "arm_code", "se_type"));
    ExpectedValues.read("balance.csv")
        .assertHolds(
            bench.lake.read(Balances.CONTRACT), List.of("pilot_code", "arm_code", "covariate"));
  }

  @Test
  void aReleaseWasMade() {
    assertThat(facts.lines()).anyMatch(l -> l.contains("2021-Q4_v1"));
    Path release = folder.resolve("lake/releases/2021-Q4_v1");
    for (String file : List.of("indicators.csv", "indicators.xlsx", "manifest.json")) {
      assertThat(release.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void rpwRowsReproduceThePublishedCorridorAverages() {
    // World Bank, Remittance Prices Worldwide; RWA-KEN 2025_1Q is 17.71857142857143 and
    // 11.655714285714286 over 7 services in the published corridor means
    assertThat(average("RWA-KEN", "2025-Q1", "usd200")).isCloseTo(17.718571, within(1e-6));
    assertThat(average("RWA-KEN", "2025-Q1", "usd500")).isCloseTo(11.655714, within(1e-6));
    assertThat(average("KEN-UGA", "2011-Q3", "usd200")).isCloseTo(9.700909, within(1e-6));
  }

  private static double average(String corridor, String period, String variant) {
    return bench
        .lake
        .read(IndicatorValues.CONTRACT)
        .where(
            col("indicator_id")
                .equalTo("A10")
                .and(col("corridor").equalTo(corridor))
                .and(col("period").equalTo(period))
                .and(col("variant").equalTo(variant)))
        .select("value")
        .collectAsList()
        .get(0)
        .getDouble(0);
  }

  @Test
  void plantedDefectsAreFoundWhereTheyArePlantedAndNowhereElse() throws IOException {
    Set<String> quarantined = new TreeSet<>();
    bench
        .lake
        .read(Quarantine.CONTRACT_OF)
        .join(bench.lake.read(OpsFile.CONTRACT_OF).select("file_id", "file_name"), "file_id")
        .select("file_name", "line_no", "rule_id")
        .collectAsList()
        .forEach(r -> quarantined.add(r.get(0) + ":" + r.get(1) + " " + r.get(2)));
    Set<String> planted = new TreeSet<>();
    Set<String> flagged = new TreeSet<>();
    for (String line : Files.readAllLines(Bench.SAMPLE.resolve("truth/defects.csv"))) {
      String[] cells = line.split(",", -1);
      String where = cells[2] + ":" + cells[3];
      if (cells[5].equals("quarantine")) {
        planted.add(where + " " + cells[0]);
      }
      if (Set.of("Q04", "X01", "K03").contains(cells[0])) {
        flagged.add(where + " " + cells[0]);
      }
    }
    assertThat(quarantined).isEqualTo(planted).hasSizeGreaterThan(100);
    assertThat(flags("Q04", Quote.CONTRACT)).isEqualTo(only(flagged, "Q04")).isNotEmpty();
    assertThat(flags("X01", FxMid.CONTRACT)).isEqualTo(only(flagged, "X01")).isNotEmpty();
    assertThat(flags("K03", org.remitlake.account.Balances.CONTRACT))
        .isEqualTo(only(flagged, "K03"))
        .isNotEmpty();
    assertThat(flags("T04", Tx.CONTRACT)).hasSizeGreaterThanOrEqualTo(12);
  }

  @Test
  void qualityCountsWhatWasPlantedByFileAndRule() throws IOException {
    Map<String, List<Long>> planted = new TreeMap<>();
    for (String line : Files.readAllLines(Bench.SAMPLE.resolve("truth/defects.csv"))) {
      String[] cells = line.split(",", -1);
      String key = cells[2] + " " + cells[0];
      boolean counts = cells[5].equals("quarantine") || cells[0].equals("Q04");
      if (counts) {
        planted.computeIfAbsent(key, k -> new ArrayList<>()).add(Long.valueOf(cells[3]));
      }
    }
    Map<String, String> expected = new TreeMap<>();
    planted.forEach(
        (key, lines) -> expected.put(key, lines.size() + " from " + Collections.min(lines)));
    Map<String, String> counted = new TreeMap<>();
    bench
        .lake
        .read(DataQuality.CONTRACT_OF)
        .where("action in ('QUARANTINE', 'EXCLUDE') or rule_id = 'Q04'")
        .select("file_name", "rule_id", "rows_caught", "example_line_no")
        .collectAsList()
        .forEach(
            r ->
                counted.put(
                    r.getString(0) + " " + r.getString(1), r.getLong(2) + " from " + r.getLong(3)));
    assertThat(counted).isEqualTo(expected).hasSizeGreaterThan(150);
    assertThat(facts.lines()).anyMatch(l -> l.startsWith("  quarantine  F04 DELIM"));
    assertThat(folder.resolve("lake/reports/quality/MTO_02.html"))
        .content()
        .contains("transfer_MTO_02_2020Q1_v01_copy.csv")
        .doesNotContain("MTO_01", "BANK_01");
  }

  private static Set<String> only(Set<String> all, String rule) {
    Set<String> some = new TreeSet<>(all);
    some.removeIf(s -> !s.endsWith(rule));
    return some;
  }

  private static Set<String> flags(String rule, org.remitlake.contract.TableContract table) {
    Set<String> found = new TreeSet<>();
    bench
        .lake
        .read(table)
        .where("array_contains(flags, '" + rule + "')")
        .join(bench.lake.read(OpsFile.CONTRACT_OF).select("file_id", "file_name"), "file_id")
        .select("file_name", "line_no")
        .collectAsList()
        .forEach(r -> found.add(r.get(0) + ":" + r.get(1) + " " + rule));
    return found;
  }

  @Test
  void aReleaseShowsNoCellOfFewPersonsAndTheRestRounded() throws IOException {
    PublishJob.run(
        bench.lake, Bench.config(), new Quarter(2021, 4), Optional.empty(), new Progress("test"));
    ReleaseOfSample release =
        ReleaseOfSample.of(folder.resolve("lake/releases/2021-Q4_v1"), expected("indicators.csv"));
    assertThat(release.shown()).isGreaterThan(300);
    assertThat(release.confidential()).isGreaterThan(300);
  }

  @Test
  void aFaultInEvaluationOrReleaseLeavesNoTrace() throws IOException {
    List<String> tables =
        FaultTest.ALL
            ? List.of(
                "silver.outcome",
                "gold.effect",
                "gold.balance",
                "ops.indicator_input",
                "gold.funder_indicator")
            : List.of("gold.effect", "gold.funder_indicator");
    new LateFaults(folder.resolve("lake"), folder.resolve("faults")).assertNoTrace(tables);
  }

  @Test
  void aPlanTakenBackAfterADeathLeavesNoTrace() throws IOException {
    new LateFaults(folder.resolve("lake"), folder.resolve("reverted"))
        .assertPlanTakenBackLeavesNoTrace();
  }

  @Test
  void aPlanWhoseControlArmHasNoUnitIsRefused() {
    Plan plan =
        new Plan("PT_AM_01", "", 2020, 2021, "Z", "bank_saving_12m", List.of(), List.of(), true);
    assertThatThrownBy(
            () ->
                EvaluateJob.run(
                    bench.lake, List.of(plan), Set.of("PT_AM_01"), new Progress("test")))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining(
            "PT_AM_01: no unit that takes part is in its control arm Z (arms with units: C, T)");
  }

  @Test
  @org.junit.jupiter.api.Order(Integer.MAX_VALUE - 1)
  void aSecondRunCommitsNothing() {
    bench.commits.clear();
    Facts again =
        DemoJob.run(
            bench.lake,
            Bench.settings(),
            Bench.config(),
            EvaluateJob.plans(Bench.REPOSITORY.resolve("conf")),
            Bench.SAMPLE,
            new Progress("test"));
    assertThat(bench.commits).isEmpty();
    assertThat(again.exitCode()).isZero();
    assertThat(again.lines()).anyMatch(l -> l.contains("nothing changed"));
  }

  @Test
  @org.junit.jupiter.api.Order(Integer.MAX_VALUE)
  void oneChangedRowAltersItsQuarterAndWhatIsComparedWithIt() throws IOException {
    Map<String, String> tx = ContentHash.bySlice(Tx.CONTRACT, bench.lake.read(Tx.CONTRACT));
    Map<String, String> gold =
        ContentHash.bySlice(IndicatorValues.CONTRACT, bench.lake.read(IndicatorValues.CONTRACT));
    Map<String, String> files = bench.lake.sliceVersions(Tx.CONTRACT);
    Path original = Bench.SAMPLE.resolve("deliveries/transfer_MTO_01_2021Q2_v01.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(original));
    int last = lines.size() - 1;
    assertThat(lines.get(last)).contains(",PAID,");
    // the fee column of MTO_01, one rouble more: only this row's cost moves
    String[] header = lines.get(0).split(",", -1);
    int fee = List.of(header).indexOf("fee_amount");
    String[] cells = lines.get(last).split(",", -1);
    cells[fee] = new java.math.BigDecimal(cells[fee]).add(java.math.BigDecimal.ONE).toPlainString();
    lines.set(last, String.join(",", cells));
    Path changed = folder.resolve("drop").resolve(original.getFileName());
    Bench.write(changed, lines.toArray(String[]::new));

    bench.commits.clear();
    bench.ingest(changed);
    bench.indicators();

    assertThat(differing(tx, ContentHash.bySlice(Tx.CONTRACT, bench.lake.read(Tx.CONTRACT))))
        .containsExactly("2021-Q2");
    assertThat(differing(files, bench.lake.sliceVersions(Tx.CONTRACT))).containsExactly("2021-Q2");
    assertThat(
            differing(
                gold,
                ContentHash.bySlice(
                    IndicatorValues.CONTRACT, bench.lake.read(IndicatorValues.CONTRACT))))
        .containsExactly("2021-Q2", "2021-Q3"); // from which costs changed (A36)
    assertThat(bench.commits).doesNotContain("silver.fx_mid", "silver.quote");
  }

  private static Set<String> differing(Map<String, String> before, Map<String, String> after) {
    Set<String> slices = new TreeSet<>(after.keySet());
    slices.removeIf(s -> after.get(s).equals(before.get(s)));
    return slices;
  }
}
