package org.remitlake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Linearised;
import org.remitlake.stats.QuantileRule;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.SurveyDesign;
import org.remitlake.stats.SurveyMean;
import org.remitlake.stats.SurveyQuantile;
import org.remitlake.stats.SurveyRatio;
import org.remitlake.stats.SurveyTotal;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.survey.Recruiters;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * The worked survey of catalogue 12.4 (28 households, 2 strata, 7 PSUs) as a wave of 2020, its
 * numbers those of R survey 4.1-1; and as one of 2022 in which every fourth household answers the
 * other way, among others that do not count.
 */
@SparkTest
class HouseholdSourceTest {
  private static final Table D = Table.read("survey_hh.csv");
  private static final double[] W = D.numbers("w");
  private static final double[] RECEIVES = D.numbers("recv");
  private static final double[] REMITTED = D.numbers("rem");
  private static final SurveyDesign DESIGN = SurveyDesign.of(D.text("stratum"), D.text("psu"), W);
  private static final String DAY = "2020-05-15";

  @TempDir private static Path folder;
  private static final Map<String, ValueRow> VALUES = new TreeMap<>();

  @BeforeAll
  static void estimate(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> households = new ArrayList<>();
    List<TableRow> members = new ArrayList<>();
    List<TableRow> prospective = new ArrayList<>();
    for (int j = W.length - 1; j >= 0; j--) {
      households.add(household(2020, j, RECEIVES[j] == 1));
      households.add(household(2022, j, (RECEIVES[j] == 1) != (j % 4 == 0)));
      members.add(adult(j));
      prospective.add(leaver(j));
    }
    households.add(interview(2020, "partial", "U", "9", 1000).with("result_code", "PARTIAL").row());
    households.add(interview(2022, "silent", "U", "1", 100).row());
    households.add(
        interview(2022, "without weight", "U", "1", 0).with("remit_received_12m", true).row());
    households.add(
        interview(2020, "of a pilot", "U", "1", 1000)
            .with("survey", "PT_X")
            .with("survey_wave", "PT_X-2020")
            .with("remit_received_12m", true)
            .row());
    write(lake, Households.CONTRACT, households);
    write(lake, Members.CONTRACT, members);
    write(lake, ProspectiveMigrants.CONTRACT, prospective);
    write(
        lake, Recruiters.CONTRACT, List.of(agent("a", true), agent("b", false), agent("c", false)));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, SilverRows.rates(DAY));
    HouseholdSource source = new HouseholdSource(lake, Set.of("PT_X"));
    for (ValueRow row : source.values(Set.of("2020", "2022"))) {
      String key =
          String.join(
              " ",
              row.indicator().id(),
              row.indicator().variant(),
              row.cell().quarter(),
              row.cell().dimensions(),
              row.cell().values());
      assertThat(VALUES.put(key, row)).as(key).isNull();
    }
    assertThat(source.inputs()).containsOnlyKeys("2020", "2022");
    assertThat(source.inputs().get("2022")).as("rests on the wave before").contains("TJ-2020");
  }

  private static void write(Lake lake, TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static SettledRow interview(
      int wave, String id, String stratum, String psu, double weight) {
    return SettledRow.of(Households.CONTRACT)
        .with("survey", "TJ")
        .with("country", "TJK")
        .with("wave", wave)
        .with("survey_wave", "TJ-" + wave)
        .with("hh_id", id)
        .with("stratum", stratum)
        .with("psu", psu)
        .with("weight_hh", Double.toString(weight))
        .with("urbanity", stratum)
        .with("interviewed_on", DAY)
        .with("result_code", "COMPLETE");
  }

  /** Incomes and amounts of the year, in somoni. */
  private static TableRow household(int wave, int j, boolean receives) {
    SettledRow row =
        interview(wave, "h" + j, D.text("stratum")[j], D.text("psu")[j], W[j])
            .with("remit_received_12m", receives)
            .with("income_12m", Double.toString(D.numbers("inc")[j]));
    return receives
        ? row.with("remit_amount", Double.toString(REMITTED[j]))
            .with("remit_currency", "TJS")
            .with("remit_frequency", "YEAR")
            .row()
        : row.row();
  }

  private static TableRow adult(int j) {
    return SettledRow.of(Members.CONTRACT)
        .with("survey", "TJ")
        .with("country", "TJK")
        .with("wave", 2020)
        .with("survey_wave", "TJ-2020")
        .with("hh_id", "h" + j)
        .with("person_no", 1)
        .with("sex", j % 3 == 0 ? "F" : "M")
        .with("age", 40)
        .with("is_head", true)
        .with("account_own", D.numbers("acct")[j] == 1)
        .row();
  }

  /** Persons of the same places who would pay what the household has for income. */
  private static TableRow leaver(int j) {
    return SettledRow.of(ProspectiveMigrants.CONTRACT)
        .with("survey", "TJC")
        .with("country", "TJK")
        .with("wave", 2020)
        .with("survey_wave", "TJC-2020")
        .with("respondent_id", "p" + j)
        .with("stratum", D.text("stratum")[j])
        .with("psu", D.text("psu")[j])
        .with("weight_person", Double.toString(W[j]))
        .with("age", 30)
        .with("intends_12m", RECEIVES[j] == 1)
        .with("wtp_accepted", Double.toString(D.numbers("inc")[j]))
        .row();
  }

  private static TableRow agent(String id, boolean helps) {
    return SettledRow.of(Recruiters.CONTRACT)
        .with("survey", "TJC")
        .with("country", "TJK")
        .with("wave", 2020)
        .with("survey_wave", "TJC-2020")
        .with("agent_id", id)
        .with("helps_account", helps)
        .row();
  }

  private static ValueRow value(String key) {
    assertThat(VALUES).containsKey(key);
    return VALUES.get(key);
  }

  private static void same(String key, double value, double error) {
    ValueRow row = value(key);
    assertThat(row.value().orElseThrow()).as(key).isCloseTo(value, within(1e-10 * Math.abs(value)));
    assertThat(row.precision().orElseThrow().standardError())
        .as("error of %s", key)
        .isCloseTo(error, within(1e-10 * error));
  }

  private static void same(String key, Estimate expected) {
    same(key, expected.value(), expected.standardError());
  }

  @Test
  void aShareHasRsErrorIntervalAndDesignEffect() {
    same("D01 TJ 2020 _T _T", 44.1358024691, 11.5864269600);
    ValueRow.Precision precision = value("D01 TJ 2020 _T _T").precision().orElseThrow();
    assertThat(precision.low()).isCloseTo(19.0984930303, within(1e-8));
    assertThat(precision.high()).isCloseTo(72.5581326276, within(1e-8));
    assertThat(precision.df()).isEqualTo(5);
    assertThat(precision.deff().orElseThrow()).isCloseTo(1.470070723447, within(1e-10));
    assertThat(List.of(precision.psus(), precision.strata())).containsExactly(7L, 2L);
    assertThat(value("D01 TJ 2020 _T _T").n()).isEqualTo(28);
    assertThat(value("D01 TJ 2020 _T _T").footnotes()).as("half the interval is 27").isEqualTo("f");
  }

  @Test
  void aDomainKeepsAllPsus() {
    same("C01 TJ 2020 _T _T", 47.2027972028, 5.8794550338);
    assertThat(value("C01 TJ 2020 _T _T").n()).isEqualTo(10);
    assertThat(value("C01 TJ 2020 _T _T").precision().orElseThrow().psus()).isEqualTo(7);
    boolean[] women = new boolean[W.length];
    for (int j = 0; j < W.length; j++) {
      women[j] = j % 3 == 0 && RECEIVES[j] == 1;
    }
    same(
        "C01 TJ 2020 sex F", SurveyMean.of(D.numbers("acct"), women, DESIGN).times(100).estimate());
  }

  @Test
  void aGapHasTheErrorOfADifferenceInOneSample() {
    boolean[] receiving = D.is("recv", "1");
    boolean[] others = D.is("recv", "0");
    same(
        "C02 TJ receipt 2020 _T _T",
        SurveyMean.of(D.numbers("acct"), receiving, DESIGN)
            .minus(SurveyMean.of(D.numbers("acct"), others, DESIGN))
            .times(100)
            .estimate());
  }

  /** Amounts above the 99th percentile of the ten told: 9 x 0.99 = 8.91 places up. */
  private static double[] cut() {
    double[] told = new double[10];
    int n = 0;
    for (int j = 0; j < W.length; j++) {
      if (RECEIVES[j] == 1) {
        told[n++] = REMITTED[j];
      }
    }
    Arrays.sort(told);
    double most = told[8] + 0.91 * (told[9] - told[8]);
    return Arrays.stream(REMITTED).map(r -> Math.min(r, most)).toArray();
  }

  @Test
  void ratiosAndQuantilesOfMoney() {
    same(
        "D04 TJ all 2020 _T _T",
        SurveyRatio.of(cut(), D.numbers("inc"), DESIGN).times(100).estimate());
    // The rate of the day: RUB 80 per dollar and 0.134 somoni per rouble, 10.72 somoni per dollar.
    boolean[] receiving = D.is("recv", "1");
    Linearised mean = SurveyMean.of(cut(), receiving, DESIGN);
    same("D03 TJ 2020 _T _T", mean.times(1 / 10.72).estimate());
    SurveyQuantile median =
        SurveyQuantile.of(D.numbers("inc"), 0.5, receiving, DESIGN, QuantileRule.TYPE_1);
    same("D63 TJC 2020 _T _T", median.value(), median.standardError());
  }

  /** Receivers by urbanity, as R's svyby over the same design, and their number. */
  @Test
  void manyDomainsComeFromOnePass(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int j = 0; j < W.length; j++) {
      String domain = D.numbers("acct")[j] == 1 ? "with" : "without";
      rows.add(
          RowFactory.create(D.text("stratum")[j], D.text("psu")[j], W[j], domain, RECEIVES[j]));
    }
    List<DomainEstimates> estimates =
        DomainEstimates.of(
            spark.createDataFrame(
                rows,
                StructType.fromDDL(
                    "stratum string, psu string, weight double, domain string, y double")));
    assertThat(estimates).extracting(DomainEstimates::domain).containsExactly("with", "without");
    boolean[] with = D.is("acct", "1");
    Estimate mean = SurveyMean.of(RECEIVES, with, DESIGN).estimate();
    assertThat(estimates.get(0).mean()).isCloseTo(mean.value(), within(1e-12));
    assertThat(estimates.get(0).meanError()).isCloseTo(mean.standardError(), within(1e-12));
    Estimate count = SurveyTotal.of(D.numbers("acct"), DESIGN).estimate();
    assertThat(estimates.get(0).count()).isCloseTo(count.value(), within(1e-9));
    assertThat(estimates.get(0).countError()).isCloseTo(count.standardError(), within(1e-9));
  }

  @Test
  void aChangeBetweenWavesHasTheCovarianceOfCommonPsus() {
    int n = W.length;
    String[] strata = new String[2 * n];
    String[] psus = new String[2 * n];
    double[] weights = new double[2 * n];
    double[] y = new double[2 * n];
    boolean[] now = new boolean[2 * n];
    boolean[] before = new boolean[2 * n];
    for (int j = 0; j < 2 * n; j++) {
      strata[j] = D.text("stratum")[j % n];
      psus[j] = D.text("psu")[j % n];
      weights[j] = W[j % n];
      before[j] = j < n;
      now[j] = j >= n;
      boolean isTurned = now[j] && (j - n) % 4 == 0;
      y[j] = isTurned ? 1 - RECEIVES[j % n] : RECEIVES[j % n];
    }
    SurveyDesign both = SurveyDesign.of(strata, psus, weights);
    Linearised change = SurveyMean.of(y, now, both).minus(SurveyMean.of(y, before, both));
    same("D01 TJ change 2022 _T _T", change.times(100).estimate());
    assertThat(value("D01 TJ change 2022 _T _T").indicator().unit().label()).isEqualTo("pp");
    // Each wave has 28: a change that fewer stand behind would tell a level that is withheld.
    assertThat(value("D01 TJ change 2022 _T _T").n()).isEqualTo(56);
    assertThat(value("D01 TJ change 2022 _T _T").units()).isEqualTo(28);
    assertThat(VALUES).doesNotContainKey("D01 TJ change 2020 _T _T");
    // As if the waves were of different places, the error would be larger.
    assertThat(change.estimate().standardError())
        .isLessThan(
            Math.hypot(
                SurveyMean.of(y, now, both).estimate().standardError(),
                SurveyMean.of(y, before, both).estimate().standardError()));
  }

  @Test
  void whoDoesNotCountIsCounted() {
    ValueRow row = value("D01 TJ 2022 _T _T");
    assertThat(row.n()).isEqualTo(28);
    assertThat(row.missing()).isEqualTo(2);
    assertThat(row.excluded())
        .containsExactly(Map.entry("NO_ANSWER", 1L), Map.entry("NO_WEIGHT", 1L));
    assertThat(row.denominator().orElseThrow().doubleValue())
        .isCloseTo(Arrays.stream(W).sum(), within(1e-9));
  }

  @Test
  void agentsWhoNameAgentsHaveAShareWithoutAnInterval() {
    ValueRow row = value("D67 TJC 2020 _T _T");
    assertThat(row.value().orElseThrow()).isCloseTo(100.0 / 3, within(1e-12));
    assertThat(row.precision()).isEmpty();
    assertThat(row.weightRule()).isEqualTo("NON_PROBABILITY");
  }

  @Test
  void whereAllAnswerAlikeTheSampleDoesNotTellHowSureTheShareIs() {
    ValueRow none = value("D05 TJ 2020 is_receiving NOT_RECEIVING");
    assertThat(none.value()).hasValue(0.0);
    assertThat(none.precision()).isEmpty();
  }
}
