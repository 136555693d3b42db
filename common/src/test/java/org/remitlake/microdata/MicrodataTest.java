package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;
import org.remitlake.survey.SurveyWave;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * A survey of 62 households: 40 in Yerevan, 20 in Shirak (3 of them in villages), a partial
 * interview and one without a weight. Two persons in each, and a migrant.
 */
@SparkTest
class MicrodataTest {
  private static final String SECRET = "a secret of the lake, long enough";

  @TempDir Path folder;
  private final List<String> commits = new ArrayList<>();

  private static SettledRow household(int i) {
    boolean inCapital = i < 40 || i >= 60;
    return SettledRow.of(Households.CONTRACT)
        .with("survey", "AM_HH")
        .with("country", "ARM")
        .with("wave", 2021)
        .with("survey_wave", "AM_HH-2021")
        .with("hh_id", "HOUSE-" + i)
        .with("panel_hh_id", "PANEL-" + i)
        .with("interviewer_id", "WALKER-" + i % 5)
        .with("stratum", inCapital ? "CAPITAL" : "NORTH")
        .with("psu", "QUARTER-" + i / 5)
        .with("weight_hh", i == 61 ? null : i < 20 ? "1000.25" : "2000.5")
        .with("region", inCapital ? "AM-ER" : "AM-SH")
        .with("urbanity", i >= 57 && i < 60 ? "R" : "U")
        .with("interviewed_on", "2021-10-" + (10 + i % 15))
        .with("started_at", "2021-10-10T08:15:00Z")
        .with("result_code", i == 60 ? "PARTIAL" : "COMPLETE")
        .with("hh_size", 2 + i % 3)
        .with("income_12m", i == 0 ? null : Integer.toString(100_000 + 1000 * i))
        .with("reasons", i == 0 ? List.of("income_12m:REFUSED") : List.of())
        .with("remit_received_12m", i % 3 == 0);
  }

  private static SettledRow person(int i, int no) {
    return SettledRow.of(Members.CONTRACT)
        .with("survey", "AM_HH")
        .with("country", "ARM")
        .with("wave", 2021)
        .with("survey_wave", "AM_HH-2021")
        .with("hh_id", "HOUSE-" + i)
        .with("person_no", no)
        .with("sex", no == 1 ? "F" : "M")
        .with("age", 20 + i)
        .with("edu_isced", 2 + i % 4)
        .with("isco08", no == 1 ? "7112" : i == 59 ? "Welder" : i % 20 == 0 ? "233" : "5223")
        .with("reasons", List.of())
        .with("account_own", i % 2 == 0);
  }

  private static SettledRow migrant(int i) {
    boolean isAbroad = i % 2 == 0;
    return SettledRow.of(Migrants.CONTRACT)
        .with("survey", "AM_HH")
        .with("country", "ARM")
        .with("wave", 2021)
        .with("survey_wave", "AM_HH-2021")
        .with("hh_id", "HOUSE-" + i)
        .with("migrant_no", 1)
        .with("person_no", isAbroad ? null : 2)
        .with("panel_id", "PANEL-" + i + "/1")
        .with("sex", "M")
        .with("age", 20 + i)
        .with("edu_isced", 2 + i % 4)
        .with("is_abroad", isAbroad)
        .with("departed_on", "2021-0" + (i % 3 + 1) + "-01")
        .with("months_home", isAbroad ? null : 3 + i / 10)
        .with("dest", i < 50 ? "RUS" : isAbroad ? "DEU" : "FRA")
        .with("reasons", List.of());
  }

  private Lake lake(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), commits::add);
    List<TableRow> households = new ArrayList<>();
    List<TableRow> persons = new ArrayList<>();
    List<TableRow> migrants = new ArrayList<>();
    for (int i = 0; i < 62; i++) {
      households.add(household(i).row());
      persons.add(person(i, 1).row());
      persons.add(person(i, 2).row());
      migrants.add(migrant(i).row());
    }
    households.add(
        household(0).with("survey", "PT_AM_01").with("survey_wave", "PT_AM_01-2021").row());
    append(lake, Households.CONTRACT, households);
    append(lake, Members.CONTRACT, persons);
    append(lake, Migrants.CONTRACT, migrants);
    commits.clear();
    return lake;
  }

  private static void append(Lake lake, TableContract table, List<TableRow> rows) {
    lake.append(table, TableRow.frame(lake.spark(), table, rows));
  }

  private MicrodataReport write(Lake lake, String country, int year, String out) {
    return new Microdata(lake, Rules.DEFAULT, SECRET)
        .write(country, year, Set.of("PT_AM_01"), folder.resolve(out).toString(), step -> {});
  }

  private List<NamedCsvRecord> csv(String file) throws IOException {
    try (CsvReader<NamedCsvRecord> csv =
        CsvReader.builder().ofNamedCsvRecord(Files.readString(folder.resolve(file)))) {
      return csv.stream().toList();
    }
  }

  @Test
  void answersLeaveWithoutWhoGaveThem(SparkSession spark) throws IOException {
    Lake lake = lake(spark);
    MicrodataReport report = write(lake, "ARM", 2021, "out");
    assertThat(report.files())
        .extracting(MicrodataReport.File::name, MicrodataReport.File::rows)
        .containsExactly(
            tuple("AM_HH_2021_hh", 60L),
            tuple("AM_HH_2021_member", 120L),
            tuple("AM_HH_2021_migrant", 60L));
    assertThat(report.files()).allMatch(f -> f.below() == 0);
    assertThat(commits)
        .containsExactly("gold.microdata_hh", "gold.microdata_member", "gold.microdata_migrant");

    leavesNothingThatNamesSomebody();
    areaOfFewVillagesIsNotTold();
    neighboursTellNoPlace();
    rowsLookAlike();
    estimatesComeOutAgain();
    reasonsAreKept();
    occupationsAreMajorGroups();
    migrantsLeaveWithoutTheirDays();
    keysJoin(lake);

    commits.clear();
    MicrodataReport again = write(lake, "ARM", 2021, "out");
    assertThat(again.isChanged()).isFalse();
    assertThat(again.files()).isEqualTo(report.files());
    assertThat(commits).isEmpty();

    assertThatThrownBy(() -> write(lake, "ARM", 2030, "none"))
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            "ARM 2030: the lake has no survey of it, only of ARM 2021 (surveys of pilots apart,"
                + " which --pilots adds). Nothing was written. Check --country and --wave, or run"
                + " 'remit ingest' first.");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  private void leavesNothingThatNamesSomebody() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out"))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(8);
      for (Path file : all) {
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("HOUSE-", "PANEL-", "WALKER-", "QUARTER-", "CAPITAL", "NORTH")
            .doesNotContain("2021-10-", "2021-0", "Welder", "PT_AM_01", SECRET);
      }
    }
  }

  private void areaOfFewVillagesIsNotTold() throws IOException {
    for (NamedCsvRecord row : csv("out/AM_HH_2021_hh.csv")) {
      if (row.getField("region").equals("AM-SH")) {
        assertThat(row.getField("urbanity")).isEmpty();
        assertThat(row.getField("urbanity_reason")).isEqualTo("SUPPRESSED");
      } else {
        assertThat(row.getField("urbanity")).isIn("U", "");
      }
    }
  }

  /** A household whose place alone were withheld would have it from the others of its PSU. */
  private void neighboursTellNoPlace() throws IOException {
    Map<String, Set<String>> places = new HashMap<>();
    for (NamedCsvRecord row : csv("out/AM_HH_2021_hh.csv")) {
      places
          .computeIfAbsent(row.getField("psu"), p -> new TreeSet<>())
          .add(row.getField("region") + row.getField("urbanity"));
    }
    assertThat(places.values()).allMatch(told -> told.size() == 1);
  }

  /** Counted here over what left, withheld answers as a value of their own. */
  private void rowsLookAlike() throws IOException {
    Map<String, List<String>> singlingOut =
        Map.of(
            "hh", List.of("region", "urbanity", "hh_size"),
            "member", List.of("region", "urbanity", "sex", "age_band", "edu_isced"),
            "migrant", List.of("region", "urbanity", "sex", "age_band", "edu_isced"));
    for (Map.Entry<String, List<String>> table : singlingOut.entrySet()) {
      Map<String, Long> looks =
          csv("out/AM_HH_2021_" + table.getKey() + ".csv").stream()
              .map(r -> table.getValue().stream().map(r::getField).toList().toString())
              .collect(Collectors.groupingBy(l -> l, Collectors.counting()));
      assertThat(looks.values()).allMatch(n -> n >= 3);
    }
  }

  /**
   * Every third of 60 households receives: 7 of the first 20 (0, 3, …, 18), 13 of the other 40. By
   * weight 7 x 1000.25 + 13 x 2000.5 = 33 008.25 of 20 x 1000.25 + 40 x 2000.5 = 100 025.
   */
  private void estimatesComeOutAgain() throws IOException {
    double receiving = 0;
    double all = 0;
    Set<String> psus = new TreeSet<>();
    Set<String> strata = new TreeSet<>();
    for (NamedCsvRecord row : csv("out/AM_HH_2021_hh.csv")) {
      double weight = Double.parseDouble(row.getField("weight_hh"));
      all += weight;
      receiving += row.getField("remit_received_12m").equals("1") ? weight : 0;
      strata.add(row.getField("stratum"));
      psus.add(row.getField("psu"));
    }
    assertThat(receiving / all).isCloseTo(33_008.25 / 100_025, within(1e-12));
    assertThat(strata).containsExactly("1", "2");
    assertThat(psus).hasSize(12);
  }

  private void reasonsAreKept() throws IOException {
    List<NamedCsvRecord> rows = csv("out/AM_HH_2021_hh.csv");
    assertThat(rows).extracting(r -> r.getField("income_12m_reason")).containsOnlyOnce("REFUSED");
    // 59 incomes, 101,000 to 159,000: ten below 111,000, ten above 149,000
    List<Long> incomes =
        rows.stream()
            .map(r -> r.getField("income_12m"))
            .filter(t -> !t.isEmpty())
            .map(Long::valueOf)
            .toList();
    assertThat(incomes).hasSize(59);
    assertThat(incomes.stream().filter(i -> i == 111_000)).hasSize(11);
    assertThat(incomes.stream().filter(i -> i == 149_000)).hasSize(11);
    assertThat(incomes).allMatch(i -> i >= 111_000 && i <= 149_000);
    assertThat(csv("out/codebook.csv"))
        .filteredOn(r -> r.getField("variable").equals("income_12m"))
        .extracting(r -> r.getField("code"), r -> r.getField("label_hy"), r -> r.getField("n"))
        .containsExactly(
            tuple("", "Տասներկու ամսվա եկամուտը, ազգային արժույթով", "59"),
            tuple(".b REFUSED", "Հրաժարվել է", "1"));
  }

  private Map<String, Long> counts(String table, String column) throws IOException {
    return csv("out/AM_HH_2021_" + table + ".csv").stream()
        .collect(Collectors.groupingBy(r -> r.getField(column), Collectors.counting()));
  }

  /**
   * 60 builders (major group 7), 56 in sales (5), 3 teachers (2) and a word that is no code. Three
   * are too few, and alone in their pool: sales join them.
   */
  private void occupationsAreMajorGroups() throws IOException {
    assertThat(counts("member", "isco08_major")).isEqualTo(Map.of("7", 60L, "OTHER", 59L, "", 1L));
    assertThat(counts("member", "isco08_major_reason")).isEqualTo(Map.of("", 119L, "UNMAPPED", 1L));
  }

  /**
   * Of 30 who are back, 5 each are at home 3, 4, …, 8 months: half under half a year, and nobody as
   * long as a year, so that the last band is open from 6 on. Germany and France have 5 each.
   */
  private void migrantsLeaveWithoutTheirDays() throws IOException {
    assertThat(counts("migrant", "months_home")).isEqualTo(Map.of("3-5", 15L, "6+", 15L, "", 30L));
    assertThat(counts("migrant", "departed_quarter")).isEqualTo(Map.of("2021-Q1", 60L));
    assertThat(counts("migrant", "dest")).isEqualTo(Map.of("RUS", 50L, "OTHER", 10L));
    assertThat(csv("out/AM_HH_2021_migrant.csv"))
        .allMatch(r -> Double.parseDouble(r.getField("weight_hh")) > 1000);
  }

  private void keysJoin(Lake lake) throws IOException {
    Set<String> households = new TreeSet<>();
    csv("out/AM_HH_2021_hh.csv").forEach(r -> households.add(r.getField("hh_key")));
    Map<String, Integer> persons = new HashMap<>();
    for (NamedCsvRecord row : csv("out/AM_HH_2021_member.csv")) {
      persons.merge(row.getField("hh_key"), 1, Integer::sum);
    }
    assertThat(persons.keySet()).isEqualTo(households);
    assertThat(persons.values()).containsOnly(2);
    TableContract gold = MicroTable.ALL.get(0).gold();
    List<Row> rows = lake.read(gold).orderBy("hh_key").collectAsList();
    assertThat(rows)
        .extracting(r -> r.<String>getAs("hh_key"))
        .containsExactlyElementsOf(households);
    assertThat(rows.get(0).schema().apply("hh_size").metadata().getString("label.ru"))
        .isEqualTo("Человек в домохозяйстве");
  }

  @Test
  void keysDependOnTheSecretAndTheWave() {
    List<String> names = List.of("hh_id");
    List<String> number = List.of("HOUSE-1");
    var wave = new SurveyWave("AM_HH", 2021);
    String key = new Keys(SECRET, wave).of(names, number);
    // openssl: printf 'microdata\001AM_HH-2021\001hh_id\001HOUSE-1' | openssl dgst -sha256 -hmac
    // '…'
    assertThat(key).isEqualTo("b9591a665d57142e");
    assertThat(new Keys(SECRET + "!", wave).of(names, number)).isNotEqualTo(key);
    assertThat(new Keys(SECRET, new SurveyWave("AM_HH", 2022)).of(names, number)).isNotEqualTo(key);
  }
}
