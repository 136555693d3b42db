package org.remitlake.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.survey.Households;
import org.remitlake.survey.Members;
import org.remitlake.survey.ProspectiveMigrants;
import org.remitlake.testing.SparkTest;

/** Rules of survey rows that need no other row: S04, S07, S08, S11, S13. */
@SparkTest
class HouseholdRulesTest {
  private static Map<String, Row> households;
  private static Map<String, Row> members;
  private static Map<String, Row> prospective;

  @BeforeAll
  static void judge(SparkSession spark) {
    households =
        new Batch(Households.DELIVERED)
            .file(
                "H",
                "missing:\n  remit_currency: {\"9\": DK}",
                List.of(
                    household("plain", "remit_amount=500", "remit_currency=TJS"),
                    household("no currency", "remit_amount=500"),
                    household("armenian", "country=ARM", "remit_amount=5000"),
                    household("currency not known", "remit_amount=500", "remit_currency=9"),
                    household("thousands", "country=ARM", "remit_amount=150", "remit_currency=AMD"),
                    household("income in thousands", "country=ARM", "income_12m=1800"),
                    household("same in somoni", "income_12m=1800", "consumption_month=300"),
                    household("nothing", "income_12m=0", "consumption_month=0"),
                    household(
                        "denied",
                        "remit_received_12m=false",
                        "remit_amount=500",
                        "use_food=true",
                        "use_health=false",
                        "last_channel=MTO"),
                    household(
                        "denied and zero",
                        "remit_received_12m=false",
                        "remit_amount=0",
                        "use_food=false"),
                    household("not told", "remit_received_12m=", "remit_amount=500"),
                    household("next january", "interviewed_on=2021-01-10"),
                    household("two years on", "interviewed_on=2022-01-10"),
                    household("negative", "weight_hh=-1"),
                    household("no weight", "weight_hh=0"),
                    household("hour", "started_at=2020-02-01T10:00Z", "ended_at=2020-02-01T11:00Z"),
                    household(
                        "short", "started_at=2020-02-01T10:00Z", "ended_at=2020-02-01T10:19Z"),
                    household(
                        "twenty", "started_at=2020-02-01T10:00Z", "ended_at=2020-02-01T10:20Z"),
                    household("long", "started_at=2020-02-01T10:00Z", "ended_at=2020-02-01T13:01Z"),
                    household(
                        "backward", "started_at=2020-02-01T10:00Z", "ended_at=2020-02-01T09:00Z"),
                    household(
                        "refused",
                        "result_code=REFUSED",
                        "started_at=2020-02-01T10:00Z",
                        "ended_at=2020-02-01T10:01Z")))
            .judged(spark, "hh_id");
    members =
        new Batch(Members.DELIVERED)
            .file(
                "M",
                "",
                List.of(
                    member("adult", "age=98", "is_head=true"),
                    member("too old", "age=130"),
                    member("child head", "age=7", "is_head=true"),
                    member("child", "age=7", "is_head=false"),
                    member("negative", "weight_person=-2")))
            .judged(spark, "hh_id");
    prospective =
        new Batch(ProspectiveMigrants.DELIVERED)
            .file(
                "P", "", List.of(person("old", "age=200"), person("negative", "weight_person=-2")))
            .judged(spark, "respondent_id");
  }

  private static Map<String, String> row(Map<String, String> row, String... changes) {
    row.put("survey", "S");
    row.put("country", "TJK");
    row.put("wave", "2020");
    for (String change : changes) {
      int at = change.indexOf('=');
      row.put(change.substring(0, at), change.substring(at + 1));
    }
    row.values().removeIf(String::isEmpty);
    return row;
  }

  private static Map<String, String> household(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("hh_id", id);
    row.put("stratum", "A");
    row.put("psu", "1");
    row.put("weight_hh", "10.5");
    row.put("result_code", "COMPLETE");
    row.put("remit_received_12m", "true");
    return row(row, changes);
  }

  private static Map<String, String> member(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("hh_id", id);
    row.put("person_no", "1");
    row.put("sex", "F");
    return row(row, changes);
  }

  private static Map<String, String> person(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("respondent_id", id);
    row.put("stratum", "A");
    row.put("psu", "1");
    row.put("weight_person", "3");
    row.put("sex", "F");
    return row(row, changes);
  }

  private static List<String> flags(String id) {
    return Batch.flags(households.get(id));
  }

  private static String value(String id, String field) {
    return Batch.value(households.get(id), field);
  }

  @Test
  void anAmountWithoutCurrencyIsInTheCountrysOwnAndMarked() {
    assertThat(flags("plain")).isEmpty();
    assertThat(flags("no currency")).containsExactly("S07_CCY");
    assertThat(value("no currency", "remit_currency")).isEqualTo("TJS");
    assertThat(value("armenian", "remit_currency")).isEqualTo("AMD");
  }

  @Test
  void aCurrencyThatTheHouseholdDoesNotKnowIsNotGuessed() {
    assertThat(value("currency not known", "remit_currency")).isNull();
    assertThat(flags("currency not known")).containsExactly("S05");
  }

  @Test
  void anAmountThatMayBeInThousandsIsMarkedAndKept() {
    assertThat(flags("thousands")).containsExactly("S07_UNIT");
    assertThat(value("thousands", "remit_amount")).isEqualTo("150");
    assertThat(flags("income in thousands")).containsExactly("S07_UNIT");
    assertThat(flags("same in somoni")).isEmpty();
    assertThat(flags("nothing")).isEmpty();
  }

  @Test
  void answersBehindANoAreNotTaken() {
    assertThat(flags("denied")).containsExactly("S08");
    assertThat(value("denied", "remit_amount")).isNull();
    assertThat(value("denied", "remit_currency")).isNull();
    assertThat(value("denied", "use_food")).isNull();
    assertThat(value("denied", "last_channel")).isNull();
    assertThat(value("denied", "remit_received_12m")).isEqualTo("false");
  }

  @Test
  void aZeroBehindANoContradictsNothing() {
    assertThat(flags("denied and zero")).doesNotContain("S08");
    assertThat(value("denied and zero", "use_food")).isEqualTo("false");
    assertThat(flags("not told")).doesNotContain("S08");
    assertThat(value("not told", "remit_amount")).isEqualTo("500");
  }

  @Test
  void aDayFarFromTheWaveIsMarked() {
    assertThat(flags("next january")).isEmpty();
    assertThat(flags("two years on")).containsExactly("S04");
  }

  @Test
  void aNegativeWeightSetsTheRowAside() {
    assertThat(Batch.broken(households.get("negative"))).containsExactly("S11");
    assertThat(Batch.broken(households.get("no weight"))).isEmpty();
    assertThat(Batch.broken(members.get("negative"))).containsExactly("S11");
    assertThat(Batch.broken(prospective.get("negative"))).containsExactly("S11");
  }

  @Test
  void aCompleteInterviewTakesTwentyMinutesToThreeHours() {
    assertThat(flags("hour")).isEmpty();
    assertThat(flags("twenty")).isEmpty();
    assertThat(flags("short")).containsExactly("S13");
    assertThat(flags("long")).containsExactly("S13");
    assertThat(flags("backward")).containsExactly("S13");
    assertThat(flags("refused")).isEmpty();
  }

  @Test
  void anImpossibleAgeIsNoAge() {
    assertThat(Batch.flags(members.get("adult"))).isEmpty();
    assertThat(Batch.value(members.get("too old"), "age")).isNull();
    assertThat(Batch.flags(members.get("too old"))).containsExactly("S04");
    assertThat(Batch.value(members.get("child head"), "age")).isEqualTo("7");
    assertThat(Batch.flags(members.get("child head"))).containsExactly("S04");
    assertThat(Batch.flags(members.get("child"))).isEmpty();
    assertThat(Batch.value(prospective.get("old"), "age")).isNull();
  }
}
