package org.remitlake.funder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.InputVersions;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.time.Quarter;

/** A release from a hand-made gold: what is in it, what is not, and that it stays. */
@SparkTest
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicationTest {
  private static final Quarter QUARTER = Quarter.parse(GoldRows.QUARTER);
  private static final LocalDate TODAY = LocalDate.of(2022, 6, 1);

  private static final List<String> FILES =
      List.of("indicators.csv", "indicators.xlsx", "manifest.json");

  @TempDir static Path folder;
  private static final List<String> commits = new ArrayList<>();
  private static Lake lake;
  private static PublicationReport report;

  @BeforeAll
  static void fillAndRelease(SparkSession spark) {
    lake = new Lake(spark, folder.resolve("lake").toString(), commits::add);
    GoldRows.fill(lake, 2.25);
    commits.clear();
    report = release(lake);
  }

  private static PublicationReport release(Lake lake) {
    Provenance provenance = new Provenance(Optional.of("XM-1"), "1", List.of("a", "b"));
    return new Publication(lake, List.of(), provenance)
        .release(QUARTER, Optional.empty(), TODAY, step -> {});
  }

  private static Path file(String vintage, String name) {
    return folder.resolve("lake/releases").resolve(vintage).resolve(name);
  }

  /** Rows of the csv by indicator, first dimension's value and variant. */
  private static Map<String, NamedCsvRecord> csv() throws IOException {
    Map<String, NamedCsvRecord> rows = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(file("2021-Q4_v1", "indicators.csv"))) {
      csv.forEach(r -> rows.put(r.getField("indicator_id") + " " + r.getField("dim_1_value"), r));
    }
    return rows;
  }

  private static String shown(NamedCsvRecord row, String... columns) {
    return String.join(" ", Stream.of(columns).map(row::getField).toList());
  }

  @Test
  void releasesWhatFundersMaySeeAndNothingElse() throws IOException {
    assertThat(report.vintage()).isEqualTo("2021-Q4_v1");
    Map<String, NamedCsvRecord> csv = csv();
    // 23 persons to 25, 57 transfers to 55; 2.25 to 2.3
    assertThat(shown(csv.get("A30 _T"), "actual_value", "n_obs", "n_units", "mark", "conf_status"))
        .isEqualTo("2.3 55 25  F");
    assertThat(csv.get("B03 M").getField("actual_value")).isEqualTo("45");
    // 9 women (P1); one type with two providers (P3)
    String all = "actual_value,se,ci_low,ci_high,n_obs,n_units,achievement_pct,quality_grade";
    for (String cell : List.of("B03 F", "B03 MTO", "D01 GBAO")) {
      assertThat(shown(csv.get(cell), all.split(",", -1))).as(cell).isBlank();
      assertThat(shown(csv.get(cell), "mark", "conf_status", "obs_status"))
          .as(cell)
          .isEqualTo("[c] C Q");
    }
    assertThat(shown(csv.get("B09 _T"), "actual_value", "mark", "comment"))
        .isEqualTo(" [x] No record.");
    assertThat(csv).doesNotContainKey("A41 _T").hasSize(12);
    // three banks: their total is shown, a bank is not, nor a product, which may be of one
    assertThat(csv.get("C13 _T").getField("actual_value")).isEqualTo("24.3");
    assertThat(csv.get("C13 SAV").getField("mark")).isEqualTo("[c]");
    for (String name : List.of("indicators.csv", "manifest.json")) {
      assertThat(Files.readString(file("2021-Q4_v1", name)))
          .doesNotContain("MTO_0", "BANK_0", "1919", "19.2", "P1", "P3");
    }
    assertThat(csv.values()).allMatch(r -> r.getField("release_status").equals("DRAFT"));
  }

  @Test
  void surveysEffectsAndTargetsComeWithTheirPrecision() throws IOException {
    Map<String, NamedCsvRecord> csv = csv();
    assertThat(
            shown(csv.get("D01 _T"), "actual_value", "se", "ci_low", "ci_high", "n_obs", "period"))
        .isEqualTo("31.4 1.7 28.2 34.8 810 2021");
    // CR2's standard error stands for both
    assertThat(shown(csv.get("E11 _T"), "variant", "actual_value", "se", "ci_low", "unit"))
        .isEqualTo("bank_saving_12m 0.099 0.033 0.030 0/1");
    // 47.5 on the way from 10 to 60: 75 %; 19 of 40 would show from the share beside its count
    assertThat(
            shown(
                csv.get("C25 _T"),
                "actual_value",
                "baseline_value",
                "target_value",
                "achievement_pct",
                "traffic_light",
                "n_obs",
                "pilot_code"))
        .isEqualTo("47.5 10.0 60.0 75.0 amber  PT_TJ_01");
  }

  @Test
  void theWorkbookHoldsNumbersAsNumbersAndNoCellBelowTheThreshold() throws IOException {
    int numbers = 0;
    try (InputStream in = Files.newInputStream(file("2021-Q4_v1", "indicators.xlsx"));
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets)
          .extracting(Sheet::getName)
          .containsExactly(
              "Cover", "Cost", "Frequency", "Savings and pilots", "Households", "Effects");
      for (Sheet sheet : sheets) {
        List<Cell> cells = sheet.read().stream().flatMap(r -> r.stream()).toList();
        assertThat(cells.get(0).getAddress().toString()).isEqualTo("A1");
        assertThat(cells).anyMatch(c -> c.getText().startsWith("DRAFT"));
        assertThat(cells)
            .extracting(Cell::getText)
            .noneMatch(t -> t.contains("_01") && !t.equals("PT_TJ_01"));
        if (sheet.getName().equals("Frequency")) {
          numbers += checkFrequency(sheet);
        }
      }
    }
    // of the two records shown value, records and persons; of the empty one twice nothing
    assertThat(numbers).isEqualTo(2 * 3 + 2);
  }

  private static int checkFrequency(Sheet sheet) throws IOException {
    int numbers = 0;
    for (org.dhatim.fastexcel.reader.Row row : sheet.read()) {
      for (Cell cell : row) {
        if (cell.getType() == CellType.NUMBER) {
          int count = cell.asNumber().intValueExact();
          assertThat(count % 5).isZero();
          assertThat(count == 0 || count >= 10).as("%s in %s", count, row).isTrue();
          numbers++;
        }
      }
      if (row.getRowNum() == IndicatorSheet.HEADINGS + 1) {
        assertThat(row.getCellText(0)).isEqualTo("Code");
      }
      if (row.getCellText(0).equals("B03")
          && row.stream().anyMatch(c -> c.getText().equals("Women"))) {
        assertThat(row.stream().filter(c -> c.getText().equals("[c]"))).hasSize(4);
      }
    }
    return numbers;
  }

  @Test
  void theSameInputGivesTheSameBytesOnceTheFolderMayBeWritten(SparkSession spark)
      throws IOException {
    List<String> written = new ArrayList<>();
    Lake other = new Lake(spark, folder.resolve("other").toString(), written::add);
    GoldRows.fill(other, 2.25);
    written.clear();
    Path releases = Files.writeString(folder.resolve("other/releases"), "a file");
    assertThatThrownBy(() -> release(other))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("releases may not be written. Nothing was released.");
    assertThat(written).isEmpty();
    Files.delete(releases);
    release(other);
    assertThat(written).containsExactly("gold.funder_indicator");
    for (String name : FILES) {
      assertThat(releases.resolve("2021-Q4_v1").resolve(name))
          .hasSameBinaryContentAs(file("2021-Q4_v1", name));
    }
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void aRerunCommitsNothingAndAChangedValueIsTheNextVintage() throws IOException {
    byte[] before = Files.readAllBytes(file("2021-Q4_v1", "indicators.xlsx"));
    for (String name : FILES) {
      Files.delete(file("2021-Q4_v1", name));
    }
    Files.delete(folder.resolve("lake/releases/2021-Q4_v1"));
    commits.clear();
    // as if the run had died between its commit and its folder
    assertThat(release(lake).outcome()).isEqualTo(PublicationReport.Outcome.COMPLETED);
    assertThat(file("2021-Q4_v1", "indicators.xlsx")).hasBinaryContent(before);
    assertThat(release(lake).outcome()).isEqualTo(PublicationReport.Outcome.UNCHANGED);
    assertThat(commits).isEmpty();
    assertFolderIsGuarded();
    // a change that rounding does not show is none
    Gold.write(lake, IndicatorValues.CONTRACT, IndicatorValues.PERIOD, GoldRows.values(2.2501));
    commits.clear();
    assertThat(release(lake).outcome()).isEqualTo(PublicationReport.Outcome.UNCHANGED);
    assertThat(commits).isEmpty();

    Gold.write(lake, IndicatorValues.CONTRACT, IndicatorValues.PERIOD, GoldRows.values(2.35));
    PublicationReport second = release(lake);
    assertThat(second.vintage()).isEqualTo("2021-Q4_v2");
    assertThat(second.outcome()).isEqualTo(PublicationReport.Outcome.RELEASED);
    assertThat(file("2021-Q4_v1", "indicators.xlsx")).hasBinaryContent(before);
    assertThat(Files.readString(file("2021-Q4_v2", "manifest.json")))
        .contains("\"supersedes\" : \"2021-Q4_v1\"");
    assertThat(lake.sliceVersions(FunderIndicators.CONTRACT).keySet())
        .containsExactly("2021-Q4_v1", "2021-Q4_v2");
    assertThatAnEarlierFolderComesBack(before);
  }

  private static void assertThatAnEarlierFolderComesBack(byte[] workbook) throws IOException {
    for (String name : FILES) {
      Files.delete(file("2021-Q4_v1", name));
    }
    Files.delete(folder.resolve("lake/releases/2021-Q4_v1"));
    commits.clear();
    PublicationReport again = release(lake);
    assertThat(again.outcome()).isEqualTo(PublicationReport.Outcome.UNCHANGED);
    assertThat(again.restored()).containsExactly("2021-Q4_v1");
    assertThat(file("2021-Q4_v1", "indicators.xlsx")).hasBinaryContent(workbook);
    // it says of the tables' versions, which nobody noted, that they are not known
    assertThat(Files.readString(file("2021-Q4_v1", "manifest.json")))
        .contains("\"tables\" : null", "Written anew after the release");
    assertThat(commits).isEmpty();
  }

  /** What a hand did to a released folder is said, and nothing is written over it. */
  private static void assertFolderIsGuarded() throws IOException {
    Path csv = file("2021-Q4_v1", "indicators.csv");
    byte[] released = Files.readAllBytes(csv);
    Files.writeString(csv, "2.4", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> release(lake))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("2021-Q4_v1: this release stands")
        .hasMessageContaining(
            "does not hold what its manifest.json lists (indicators.csv). Nothing");
    Files.write(csv, released);
    Path manifest = file("2021-Q4_v1", "manifest.json");
    byte[] listed = Files.readAllBytes(manifest);
    Files.delete(manifest);
    assertThatThrownBy(() -> release(lake)).hasMessageContaining("has no manifest.json");
    Files.writeString(manifest, "{");
    assertThatThrownBy(() -> release(lake))
        .hasMessageContaining("(indicators.csv, indicators.xlsx)");
    Files.write(manifest, listed);
    // the next vintage's place is taken by something else
    Gold.write(lake, IndicatorValues.CONTRACT, IndicatorValues.PERIOD, GoldRows.values(2.35));
    Path taken = Files.createDirectory(folder.resolve("lake/releases/2021-Q4_v2"));
    commits.clear();
    assertThatThrownBy(() -> release(lake))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("2021-Q4_v2: is there already");
    assertThat(commits).isEmpty();
    Files.delete(taken);
  }

  private static PublicationReport release(Lake lake, LocalDate asOf, Consumer<String> progress) {
    Provenance provenance = new Provenance(Optional.of("XM-1"), "1", List.of("a", "b"));
    return new Publication(lake, List.of(), provenance)
        .release(QUARTER, Optional.of(asOf), TODAY, progress);
  }

  /**
   * Another run releases while this one has its files ready and not committed, or committed only.
   */
  @Test
  void ofTwoRunsAtOnceOneReleasesAndItsFilesAreWhatGoldHolds(SparkSession spark)
      throws IOException {
    Path root = folder.resolve("race");
    Lake other = new Lake(spark, root.toString(), table -> {});
    GoldRows.fill(other, 2.25);
    LocalDate early = LocalDate.of(2022, 3, 1);
    assertThatThrownBy(
            () ->
                release(
                    new Lake(spark, root.toString(), table -> {}),
                    TODAY,
                    step -> {
                      if (step.startsWith("writing")) {
                        release(other, early, s -> {});
                      }
                    }))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("2021-Q4_v1: another run released it just now.");
    Path manifest = root.resolve("releases/2021-Q4_v1/manifest.json");
    assertThat(Files.readString(manifest)).contains("\"as_of\" : \"2022-03-01\"");

    Gold.write(other, IndicatorValues.CONTRACT, IndicatorValues.PERIOD, GoldRows.values(2.35));
    Lake slow =
        new Lake(
            spark,
            root.toString(),
            table ->
                assertThat(release(other, early, s -> {}).restored())
                    .as("a folder is missing after the commit to %s", table)
                    .containsExactly("2021-Q4_v2"));
    assertThat(release(slow, early, s -> {}).vintage()).isEqualTo("2021-Q4_v2");
    assertThat(release(other, early, s -> {}).outcome())
        .isEqualTo(PublicationReport.Outcome.UNCHANGED);
    try (Stream<Path> left = Files.list(root.resolve("releases"))) {
      assertThat(left.map(f -> f.getFileName().toString()))
          .containsExactlyInAnyOrder("2021-Q4_v1", "2021-Q4_v2");
    }
  }

  /** Values of two states beside each other are no release. */
  @Test
  void whatWasNotComputedToItsEndIsNotReleased(SparkSession spark) {
    Lake half = new Lake(spark, folder.resolve("half").toString(), table -> {});
    GoldRows.fill(half, 2.25);
    Map<String, String> before = Map.of("PT_TJ_01", "a");
    InputVersions.read(half).remember(before.keySet(), before);
    InputVersions.read(half).forget(before.keySet(), Map.of("PT_TJ_01", "b"));
    assertThatThrownBy(() -> release(half))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("a run that computed PT_TJ_01 anew did not come to its end");
  }

  /** A table that is gone is no table without providers. */
  @Test
  void aMissingSourceIsSaidAndNothingIsReleased(SparkSession spark) throws IOException {
    List<String> written = new ArrayList<>();
    Path root = folder.resolve("thinned");
    Lake thinned = new Lake(spark, root.toString(), written::add);
    GoldRows.fill(thinned, 2.25);
    written.clear();
    try (Stream<Path> files = Files.walk(root.resolve("silver/tx"))) {
      files.sorted(java.util.Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    }
    Lake opened = new Lake(spark, root.toString(), written::add);
    org.apache.spark.sql.delta.DeltaLog.clearCache();
    assertThatThrownBy(() -> release(opened))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("gold has figures that rest on silver.tx, but that table is missing");
    assertThat(written).isEmpty();
  }

  @Test
  void aQuarterWithoutValuesIsOneSentence() {
    Provenance provenance = new Provenance(Optional.empty(), "1", List.of());
    Publication publication = new Publication(lake, List.of(), provenance);
    assertThatThrownBy(
            () -> publication.release(new Quarter(2019, 1), Optional.empty(), TODAY, step -> {}))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith("2019-Q1: gold holds no value for funders.");
    // The year's survey is no news of its third quarter.
    Quarter third = new Quarter(QUARTER.year(), 3);
    assertThatThrownBy(() -> publication.release(third, Optional.empty(), TODAY, step -> {}))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageStartingWith(third + ": gold holds no value for funders.");
  }
}
