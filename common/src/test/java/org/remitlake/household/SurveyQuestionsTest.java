package org.remitlake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.survey.Employers;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.Migrants;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * What each question counts, of fourteen households h0 to h13 of 2020: h0 stands for 3, h10 for 2,
 * each other for 1, together 17. Each but h13 has one migrant of its number.
 *
 * <ul>
 *   <li>Migrants 0 to 5 are abroad, 6 was for four months: seven persons who weigh 9. Migrant 8 is
 *       abroad and a child.
 *   <li>7, 9 and 10 came back to stay and weigh 4; 6 is home for the winter, 11 was away for a
 *       month, 12 came back six years ago.
 *   <li>h0 and h1 receive and weigh 4.
 *   <li>An adult is at home in h0 to h5, h7, h9 and h10; they weigh 12.
 * </ul>
 */
@SparkTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveyQuestionsTest {
  private static final String DAY = "2020-05-15";

  @TempDir private static Path folder;
  private final Map<String, ValueRow> values = new TreeMap<>();

  @BeforeAll
  void ask(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> households = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      households.add(household(2020, "h" + i, i == 0 ? 3 : i == 10 ? 2 : 1, i).row());
    }
    for (int i = 0; i < 4; i++) {
      households.add(household(2018, "h" + i, 1, i).row());
    }
    write(lake, Households.CONTRACT, households);
    write(lake, Members.CONTRACT, members());
    write(lake, Migrants.CONTRACT, migrants());
    write(lake, ProspectiveMigrants.CONTRACT, prospective());
    write(lake, Employers.CONTRACT, employers());
    write(lake, ReferenceSeries.CONTRACT, List.of(wage()));
    write(lake, IndicatorValues.CONTRACT, List.of(cost("2020-Q1", 4.0), cost("2020-Q2", 6.0)));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, SilverRows.rates(DAY));
    for (ValueRow row : new HouseholdSource(lake, Set.of()).values(Set.of("2020"))) {
      String of = row.indicator().id() + " " + row.indicator().variant();
      String dimensions = row.cell().dimensions();
      values.put(
          dimensions.equals("_T") ? of : of + " " + dimensions + " " + row.cell().values(), row);
    }
  }

  private static void write(Lake lake, TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static SettledRow row(TableContract table, int wave) {
    return SettledRow.of(table)
        .with("survey", "S")
        .with("country", "TJK")
        .with("wave", wave)
        .with("survey_wave", "S-" + wave);
  }

  /** Amounts of h0 and h1 are 900 and 100 somoni; the 99th percentile of both is 892. */
  private static SettledRow household(int wave, String id, int weight, int i) {
    boolean receives = i < 2;
    SettledRow row =
        row(Households.CONTRACT, wave)
            .with("hh_id", id)
            .with("stratum", i % 2 == 0 ? "A" : "B")
            .with("psu", "p" + i)
            .with("weight_hh", Integer.toString(weight))
            .with("interviewed_on", DAY)
            .with("result_code", "COMPLETE")
            .with("income_12m", i == 0 ? "1500" : i == 1 ? "400" : "1000")
            .with("remit_received_12m", receives);
    if (!receives) {
      return row;
    }
    return row.with("remit_amount", i == 0 ? "900" : "100")
        .with("remit_currency", "TJS")
        .with("remit_frequency", "YEAR")
        .with("remit_in_kind_value", i == 0 ? "100" : "0")
        .with("remit_times_12m", i == 0 ? 12 : 2)
        .with("last_cost_known", i == 0)
        .with("receiver_sex", i == 0 ? "F" : "M")
        .with("last_fee_pct", i == 0 ? "2" : "4")
        .with("last_channel", i == 0 ? "MTO" : "CARRIED_SELF")
        .with("last_payout", i == 0 ? "ACCOUNT" : null)
        .with("use_food", i == 0)
        .with("use_education", false)
        .with("use_business", false)
        .with("use_saving", i == 0)
        .with("bank_saving_12m", i == 0)
        .with("use_amt_food", i == 0 ? "60" : "100")
        .with("use_amt_saving", i == 0 ? "0" : null)
        .with("use_amt_health", i == 0 ? "40" : null);
  }

  private static List<TableRow> members() {
    List<TableRow> members = new ArrayList<>();
    for (int i : List.of(0, 1, 2, 3, 4, 5, 7, 9, 10)) {
      members.add(
          row(Members.CONTRACT, 2020)
              .with("hh_id", "h" + i)
              .with("person_no", 1)
              .with("sex", "F")
              .with("is_head", true)
              .with("age", i == 2 ? 24 : i == 1 ? 30 : 40)
              .with("edu_isced", i == 0 || i == 2 ? 6 : i == 1 ? 7 : 3)
              .with("work_status", i < 2 ? "EMPLOYED" : "INACTIVE")
              .with("isco08", i == 0 ? "2310" : i == 1 ? "5223" : null)
              .with("account_own", i < 2)
              .with("account_kind", i == 0 ? "BANK" : i == 1 ? "OTHER" : null)
              .with("saved_formal_12m", i == 0)
              .with("saved_any_12m", i < 2)
              .with("uses_informal_12m", i == 2)
              .with("assoc_aware", i == 0 ? Boolean.TRUE : i == 1 ? Boolean.FALSE : null)
              .with("assoc_member", i == 0 ? Boolean.TRUE : null)
              .with("assoc_meetings_12m", i == 0 ? 2 : null)
              .row());
    }
    return members;
  }

  private static SettledRow migrant(int wave, int i, boolean isAbroad, String panel) {
    return row(Migrants.CONTRACT, wave)
        .with("hh_id", "h" + i)
        .with("migrant_no", 1)
        .with("panel_id", panel)
        .with("sex", i == 0 ? "F" : "M")
        .with("is_abroad", isAbroad);
  }

  private static List<TableRow> migrants() {
    List<TableRow> migrants = new ArrayList<>();
    // 0 and 7 meant to return in 2018; 1 did not; the last is not traced.
    migrants.add(migrant(2018, 0, true, "m7").with("return_intent", 5).row());
    migrants.add(migrant(2018, 1, true, "m0").with("return_intent", 4).row());
    migrants.add(migrant(2018, 2, true, "m1").with("return_intent", 1).row());
    migrants.add(migrant(2018, 3, true, "lost").with("return_intent", 5).row());
    Integer[] age = {20, 30, 40, 50, 30, 30, 30, 30, 12, 30, 66, 30, 30};
    Integer[] isced = {6, 6, 3, 1, null, 6, 3, 3, null, 3, 3, 3, 3};
    String[] dest = {"RUS", "RUS", "KAZ", "DEU", null, "RUS", "RUS"};
    Integer[] months = {12, 10, 8, 6, 12, 12, 4, 0, 12, 2, 0, 0, 0};
    Boolean[] works = {true, true, true, false, null, true, true};
    String[] sector = {"F", "G", "A", null, null, null, "F"};
    Boolean[] contract = {true, false, null, null, null, true, false};
    String[] stay = {"PATENT", "NONE", "EAEU", null, "CITIZEN", "PERMIT", "NONE"};
    Boolean[] remits = {true, true, false, false, true, true, false};
    Boolean[] account = {true, true, null, false, false, false, false};
    String[] policy = {"HEALTH", "NONE", "ACCIDENT", "NONE", null, "NONE"};
    Integer[] intent = {5, 4, 3, 1, 2, null};
    String[] abroad = {"9112", "2310", "7115", null, null, "3112", "23"};
    String[] before = {"2", "5", "7", null, null, "1", null};
    for (int i = 0; i < 13; i++) {
      boolean isAbroad = i < 6 || i == 8;
      SettledRow row =
          migrant(2020, i, isAbroad, "m" + i)
              .with("person_no", List.of(7, 9, 10).contains(i) ? 1 : null)
              .with("age", age[i])
              .with("edu_isced", isced[i])
              .with("months_abroad_12m", months[i]);
      if (i < 7) {
        row.with("dest", dest[i])
            .with("works", works[i])
            .with("sector", sector[i])
            .with("contract_written", contract[i])
            .with("stay_status", stay[i])
            .with("remits_12m", remits[i])
            .with("account_dest", account[i])
            .with("isco_abroad", abroad[i])
            .with("isco_before", before[i])
            .with("diploma_recognised", i == 0 ? Boolean.FALSE : (i == 1 || i == 5) ? true : null);
      }
      if (i < 6) {
        row.with("policy_in_force", policy[i])
            .with("policy_compulsory", i == 0)
            .with("return_intent", intent[i]);
      }
      migrants.add(returned(row, i).row());
    }
    return migrants;
  }

  /** Savings of 7 are 1,072 somoni, at 10.72 a dollar as much as the 100 dollars of 10. */
  private static SettledRow returned(SettledRow row, int i) {
    return switch (i) {
      case 6 -> row.with("months_home", 2).with("intends_to_stay", false);
      case 7 ->
          row.with("months_home", 8)
              .with("departed_on", "2018-03-01")
              .with("returned_on", "2019-09-01")
              .with("reason_return", "FAMILY")
              .with("remigrate_intent", 5)
              .with("work_status", "EMPLOYED")
              .with("used_savings_business", true)
              .with("savings_on_return", "1072")
              .with("savings_currency", "TJS")
              .with("skill_used", true)
              .with("reint_economic", "0.3")
              .with("reint_social", "0.6")
              .with("reint_psychosocial", "0.9");
      case 9 ->
          row.with("months_home", 1)
              .with("departed_on", "2020-01-01")
              .with("returned_on", "2020-04-01")
              .with("intends_to_stay", true)
              .with("reason_return", "EXPULSION")
              .with("remigrate_intent", 2)
              .with("work_status", "INACTIVE")
              .with("used_savings_business", false)
              .with("savings_on_return", "0")
              .with("savings_currency", "TJS")
              .with("skill_used", false)
              .with("skill_planned", true);
      case 10 ->
          row.with("months_home", 12)
              .with("reason_return", "ENTRY_BAN")
              .with("remigrate_intent", 1)
              .with("work_status", "SELF_EMPLOYED")
              .with("savings_on_return", "100")
              .with("savings_currency", "USD")
              .with("departed_on", "2010-01-01")
              .with("returned_on", "2019-05-01")
              .with("skill_used", false)
              .with("skill_planned", false)
              .with("reint_economic", "0.9")
              .with("reint_social", "0.9")
              .with("reint_psychosocial", "0.9");
      case 11 ->
          row.with("months_home", 12)
              .with("departed_on", "2019-04-01")
              .with("returned_on", "2019-05-01");
      case 12 -> row.with("months_home", 70);
      default -> row;
    };
  }

  private static SettledRow person(String id, int age, boolean intends) {
    return row(ProspectiveMigrants.CONTRACT, 2020)
        .with("respondent_id", id)
        .with("stratum", "A")
        .with("psu", id)
        .with("weight_person", "1")
        .with("age", age)
        .with("intends_12m", intends);
  }

  /** A10 of the year is 5 %: 6.25 is near enough, 6.3 is not. In the quarter of p1 it is 6 %. */
  private static List<TableRow> prospective() {
    SettledRow ready = person("p0", 30, true).with("is_prepared", true).with("wtp_accepted", "10");
    for (String product :
        List.of(
            "account", "goal_saving", "travel_loan", "cheaper_transfer", "insurance", "pension")) {
      ready.with("wants_" + product, true);
    }
    SettledRow other = person("p1", 20, true).with("is_prepared", false).with("wtp_accepted", "20");
    for (String product :
        List.of(
            "account", "goal_saving", "travel_loan", "cheaper_transfer", "insurance", "pension")) {
      other.with("wants_" + product, false);
    }
    return List.of(
        ready
            .with("recruiter_used", true)
            .with("recruiter_licensed", true)
            .with("recruit_cost", "200")
            .with("first_month_pay", "100")
            .with("first_job_year", 2017)
            .with("stated_cost_usd_200", "6.25")
            .row(),
        other
            .with("recruiter_used", false)
            .with("first_month_pay", "60")
            .with("first_job_year", 2018)
            .with("interviewed_on", DAY)
            .with("stated_cost_usd_200", "7.5")
            .row(),
        person("p2", 40, false).row(),
        // Paid abroad without an agent; long ago; nobody knows when.
        person("p3", 40, false)
            .with("stated_cost_usd_200", "6.3")
            .with("recruiter_used", false)
            .with("first_month_pay", "50")
            .with("first_job_year", 2020)
            .row(),
        recruited("p4", 2016),
        recruited("p5", null),
        person("too old", 70, true).row());
  }

  private static TableRow recruited(String id, Integer year) {
    return person(id, 40, false)
        .with("recruiter_used", true)
        .with("recruit_cost", "900")
        .with("first_month_pay", "100")
        .with("first_job_year", year)
        .row();
  }

  private static List<TableRow> employers() {
    return List.of(
        employer("e0", "2", 10, true), employer("e1", "1", 5, false), employer("e2", "9", 0, true));
  }

  private static TableRow employer(String id, String weight, int workers, boolean yes) {
    return row(Employers.CONTRACT, 2020)
        .with("employer_id", id)
        .with("stratum", "A")
        .with("weight_employer", weight)
        .with("migrant_workers", workers)
        .with("pays_by_account", yes)
        .with("open_payroll_remit", yes)
        .row();
  }

  /** Six of them are 900. */
  private static TableRow wage() {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", "MINIMUM_WAGE")
        .with("country", "TJK")
        .with("period", "2020")
        .with("value", "150")
        .with("unit", "TJS a month")
        .with("source", "TEST")
        .row();
  }

  private static TableRow cost(String quarter, double value) {
    TableRow row = TableRow.of(IndicatorValues.CONTRACT);
    Map<String, Object> cells =
        Map.of(
            "indicator_id", "A10",
            "variant", "usd200",
            "basis", "quote",
            "corridor", "RUS-TJK",
            "period", quarter,
            "dimensions", "_T",
            "dimension_values", "_T",
            "value", value);
    IndicatorValues.CONTRACT.fields().stream()
        .filter(f -> cells.containsKey(f.name()))
        .forEach(f -> row.with(f, cells.get(f.name())));
    return row;
  }

  private void check(String id, String variant, double over, double under) {
    String key = id + " S" + (variant.equals("_T") ? "" : " " + variant);
    assertThat(values).containsKey(key);
    assertThat(values.get(key).value()).as(key + values.get(key)).isPresent();
    assertThat(values.get(key).value().get()).as(key).isCloseTo(over / under, within(1e-9));
  }

  @Test
  void householdsWithoutAReceiverHaveNoneOfUnknownSex() {
    // The woman's knows what it cost, the man's does not; each costs 2 and 4 per cent.
    assertThat(values.get("D12 S receiver_sex F").value()).hasValue(100.0);
    assertThat(values.get("D12 S receiver_sex M").value()).hasValue(0.0);
    assertThat(values.get("D13 S receiver_sex M").value()).hasValue(4.0);
    // One migrant of 0 is a woman away for good; all that receive have a migrant.
    assertThat(values.get("D02 S receiver_sex F").value()).hasValue(100.0);
    assertThat(values.keySet())
        .noneMatch(of -> of.contains("receiver_sex _"))
        .doesNotContain("D01 S receiver_sex F", "D01 S is_receiving RECEIVING")
        .contains("D01 S head_sex F");
  }

  /** Two hundred households of which forty receive 100 somoni of 200, as far as they tell. */
  private Map<String, ValueRow> ask(
      SparkSession spark, Path own, IntPredicate tellsAmount, IntPredicate tellsIncome) {
    Lake lake = new Lake(spark, own.toString(), table -> {});
    List<TableRow> households = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean receives = i < 40;
      households.add(
          row(Households.CONTRACT, 2020)
              .with("hh_id", "h" + i)
              .with("stratum", "A")
              .with("psu", "p" + i % 10)
              .with("weight_hh", "1")
              .with("interviewed_on", DAY)
              .with("result_code", "COMPLETE")
              .with("income_12m", tellsIncome.test(i) ? "200" : null)
              .with("remit_received_12m", receives)
              .with("remit_amount", receives && tellsAmount.test(i) ? "100" : null)
              .with("remit_currency", receives ? "TJS" : null)
              .with("remit_frequency", receives ? "ONCE" : null)
              .with("use_food", receives)
              .with("use_amt_food", receives ? "100" : null)
              .with("use_housing", receives && i % 2 == 1)
              .row());
    }
    write(lake, Households.CONTRACT, households);
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, SilverRows.rates(DAY));
    Map<String, ValueRow> told = new TreeMap<>();
    for (ValueRow row : new HouseholdSource(lake, Set.of()).values(Set.of("2020"))) {
      if (row.cell().dimensions().equals("_T")) {
        told.put(row.indicator().id() + row.indicator().variant().substring(1), row);
      }
    }
    return told;
  }

  /** A quarter of those who receive do not say how much. */
  @Test
  void whoDoesNotTellAnAmountIsMissingAndGetsNone(SparkSession spark, @TempDir Path own) {
    Map<String, ValueRow> told = ask(spark, own, i -> i % 4 != 0, i -> true);
    assertThat(told.get("D03").value().orElseThrow()).isCloseTo(100 / 10.72, within(1e-9));
    assertThat(told.get("D03").missing()).isEqualTo(10);
    assertThat(told.get("D04").value().orElseThrow()).isCloseTo(50, within(1e-9));
    // Of 30 who tell, all depend; 160 who receive nothing do not.
    assertThat(told.get("D05").value().orElseThrow()).isCloseTo(3000 / 190.0, within(1e-9));
    // Each second one names a use without its amount: all of that household's money is not known.
    assertThat(told.get("D06 food amount").nullReason()).isEqualTo("Q_MISSING");
    assertThat(told.get("D06 food amount").missing()).isEqualTo(20);
  }

  /** Half of them do not: 160 zeros that follow from a skip do not make that a tenth. */
  @Test
  void zerosOfASkipMakeUpForNoSilence(SparkSession spark, @TempDir Path own) {
    Map<String, ValueRow> told = ask(spark, own, i -> i % 2 == 0, i -> true);
    for (String of : List.of("D03", "D03 all", "D04 all", "D05")) {
      assertThat(told.get(of).nullReason()).as(of).isEqualTo("Q_MISSING");
    }
    assertThat(told.get("D01").value()).hasValue(20.0);
  }

  /** Those who receive tell all; seven in ten of the others refuse their income. */
  @Test
  void silenceOfOthersCountsToo(SparkSession spark, @TempDir Path own) {
    Map<String, ValueRow> told = ask(spark, own, i -> true, i -> i < 40 || i % 10 < 3);
    assertThat(told.get("D04 all").nullReason()).isEqualTo("Q_MISSING");
    assertThat(told.get("D04").value().orElseThrow()).isCloseTo(50, within(1e-9));
    assertThat(told.get("D03 all").value().orElseThrow()).isCloseTo(20, within(1e-9));
  }

  /** Percent: weights above the line over those below it. */
  @ParameterizedTest
  @CsvSource({
    "C04,_T,3,12",
    "C05,_T,4,12",
    "C06,_T,3,4",
    "C07,_T,3,4",
    "C08,bank,3,12",
    "C08,other formal,1,12",
    "C08,informal only,1,12",
    "C08,excluded,7,12",
    "C65,_T,4,7",
    "C65,compulsory,3,8",
    "D02,_T,10,17",
    "D04,_T,2776,4900",
    "D04,all,2776,17900",
    "D05,_T,3,17",
    "D06,food,3,4",
    "D06,saving,3,4",
    "D06,food amount,280,400",
    "D06,health amount,120,400",
    "D07,_T,3,4",
    "D08,cash,0,4",
    "D08,self,1,4",
    "D08,account,3,4",
    "D09,_T,1,4",
    "D10,_T,300,3076",
    "D11,_T,3,4",
    "D12,_T,3,4",
    "D20,women,3,9",
    "D20,15-24,3,9",
    "D20,25-34,4,9",
    "D20,35-44,1,9",
    "D20,45+,1,9",
    "D20,basic education,1,8",
    "D20,middle education,2,8",
    "D20,tertiary education,5,8",
    "D21,Russia,6,8",
    "D21,Kazakhstan,1,8",
    "D21,other,1,8",
    "D23,_T,7,8",
    "D24,construction,4,6",
    "D24,trade,1,6",
    "D24,agriculture,1,6",
    "D24,industry,0,6",
    "D25,_T,4,6",
    "D26,_T,6,8",
    "D27,_T,6,9",
    "D28,_T,4,8",
    "D30,_T,4,12",
    "D31,family,1,4",
    "D31,ban or expulsion,3,4",
    "D31,end of contract,0,4",
    "D32,_T,4,7",
    "D32,remigration,1,4",
    // By the weights of 2018, all 1: 7 of stratum A is back; 0 of B stands for the one lost, too.
    "D33,_T,1,3",
    "D34,_T,1,2",
    "D34,self-employed,0,2",
    "D34,savings in business,1,2",
    "D37,_T,1,4",
    "D40,_T,2,6",
    "D41,_T,3,5",
    "D42,matched,3,7",
    "D42,over-educated,3,7",
    "D42,under-educated,1,7",
    // Teachers at home (23) have ISCED 6, as 1 has; 6 has less. Nobody at home does what others do.
    "D42,statistical matched,1,2",
    "D42,statistical over-educated,0,2",
    "D42,statistical under-educated,1,2",
    "D43,_T,4,6",
    "D44,_T,2,5",
    "D45,_T,1,4",
    "D50,aware,3,4",
    "D50,member,3,4",
    "D50,active,3,4",
    "D60,_T,2,6",
    "D61,_T,1,2",
    "D62,account,1,2",
    "D62,goal saving,1,2",
    "D62,travel loan,1,2",
    "D62,cheaper transfer,1,2",
    "D62,insurance,1,2",
    "D62,pension,1,2",
    "D64,_T,2,6",
    "D64,not known,3,6",
    "D66,_T,1,2",
    "D66,licensed,1,1",
    "D68,_T,20,25",
    "D69,_T,2,3",
  })
  void percent(String id, String variant, double over, double under) {
    check(id, variant, 100 * over, under);
  }

  /** Amounts, months, scores; the gap D46 is 60 % of three who work abroad less 25 % at home. */
  @ParameterizedTest
  @CsvSource({
    "D03,_T,2776,42.88", // 3 x 892 + 100 over 4 x 10.72
    "D03,median,892,10.72",
    "D03,all,2776,17",
    "D13,_T,10,4",
    "D22,_T,88,9",
    "D35,_T,2.4,3",
    "D36,_T,300,4",
    "D36,median,100,1",
    "D46,_T,35,1",
    "D63,_T,10,1",
    "D65,_T,2,3", // 200 of 100, and twice nothing
    "D65,median,0,1",
    "D65,p90,2,1",
  })
  void amounts(String id, String variant, double over, double under) {
    check(id, variant, over, under);
  }
}
