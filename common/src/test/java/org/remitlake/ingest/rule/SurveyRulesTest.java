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
import org.remitlake.testing.SparkTest;

/** Cells of surveys that say why they are empty: rules S05, S06, S09. */
@SparkTest
class SurveyRulesTest {
  private static final String PROFILE =
      """
      missing:
        income_12m: {"99998": DK, "99999": REFUSED}
        remit_received_12m: {"98": DK}
        "*": {"-999999999": SKIPPED, "##N/A##": SKIPPED}
      values:
        urbanity: {"1": U, "2": R}
        bank_saving_12m: {"NA": "false", "*": "true"}
      choices:
        use: {column: c07, codes: {"1": use_food, "2": use_health}, missing: {"98": DK}}
      """;

  private static Map<String, Row> judged;

  @BeforeAll
  static void judge(SparkSession spark) {
    judged =
        new Batch(Households.DELIVERED)
            .file(
                "S",
                PROFILE,
                List.of(
                    household("plain"),
                    household("dk", "income_12m=99998"),
                    household("refused", "income_12m=99999", "remit_received_12m=98"),
                    // A consumption of 99 998 is an amount: its code book has no codes.
                    household("amount", "consumption_month=99998"),
                    household("sentinel", "income_12m=-999999999", "region=##N/A##"),
                    household("unmapped", "urbanity=3"),
                    household("no result", "result_code=PERHAPS"),
                    household("no wave", "wave=-999999999"),
                    household("bad number", "income_12m=many"),
                    household("other", "bank_saving_12m=1500"),
                    household("none", "bank_saving_12m=NA"),
                    household("agrees", "use_food=1", "use_health=0"),
                    household("disagrees", "use_food=1|0", "use_health=0"),
                    household("new use", "use_food=[1 7]", "use_health=[1 7]"),
                    household("no use told", "use_food=98", "use_health=98")))
            .judged(spark, "hh_id");
  }

  private static Map<String, String> household(String id, String... changes) {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("survey", "S");
    row.put("country", "TJK");
    row.put("wave", "2020");
    row.put("hh_id", id);
    row.put("stratum", "A");
    row.put("psu", "1");
    row.put("weight_hh", "10.5");
    row.put("result_code", "COMPLETE");
    row.put("urbanity", "1");
    row.put("income_12m", "1200");
    row.put("remit_received_12m", "1");
    for (String change : changes) {
      int at = change.indexOf('=');
      row.put(change.substring(0, at), change.substring(at + 1));
    }
    return row;
  }

  private static List<String> reasons(String id) {
    Row row = judged.get(id);
    return row.getList(row.fieldIndex(Judgement.REASONS));
  }

  private static String value(String id, String field) {
    return Batch.value(judged.get(id), field);
  }

  @Test
  void aPlainAnswerHasNoReason() {
    assertThat(reasons("plain")).isEmpty();
    assertThat(Batch.flags(judged.get("plain"))).isEmpty();
    assertThat(value("plain", "income_12m")).isEqualTo("1200");
    assertThat(value("plain", "urbanity")).isEqualTo("U");
  }

  @Test
  void aCodeOfTheCodeBookIsAReasonAndNoValue() {
    assertThat(value("dk", "income_12m")).isNull();
    assertThat(reasons("dk")).containsExactly("income_12m:DK");
    assertThat(reasons("refused"))
        .containsExactlyInAnyOrder("income_12m:REFUSED", "remit_received_12m:DK");
    assertThat(Batch.flags(judged.get("refused"))).containsExactly("S05");
    assertThat(Batch.broken(judged.get("refused"))).isEmpty();
  }

  @Test
  void theSameNumberInAnotherColumnIsAValue() {
    assertThat(value("amount", "consumption_month")).isEqualTo("99998");
    assertThat(reasons("amount")).isEmpty();
  }

  @Test
  void aSentinelIsAReasonInEveryColumn() {
    assertThat(reasons("sentinel"))
        .containsExactlyInAnyOrder("income_12m:SKIPPED", "region:SKIPPED");
    assertThat(value("sentinel", "region")).isNull();
    assertThat(Batch.flags(judged.get("sentinel"))).containsExactly("S06");
  }

  @Test
  void anUnmappedCodeCostsTheAnswerWhereItMayAndTheRowWhereItMust() {
    assertThat(reasons("unmapped")).containsExactly("urbanity:UNMAPPED");
    assertThat(Batch.flags(judged.get("unmapped"))).containsExactly("S09");
    assertThat(Batch.broken(judged.get("unmapped"))).isEmpty();
    assertThat(Batch.broken(judged.get("no result"))).containsExactly("S09");
  }

  @Test
  void aMandatoryCellThatSaysWhyItIsEmptyIsEmpty() {
    assertThat(Batch.broken(judged.get("no wave"))).containsExactly("M01");
  }

  @Test
  void whatIsNoNumberAndNoReasonIsBroken() {
    assertThat(Batch.broken(judged.get("bad number"))).containsExactly("F05");
  }

  @Test
  void theStarStandsForEveryOtherWord() {
    assertThat(value("other", "bank_saving_12m")).isEqualTo("true");
    assertThat(value("none", "bank_saving_12m")).isEqualTo("false");
  }

  @Test
  void columnsOfOneQuestionThatDisagreeAreMarkedAndTheSingleOneHolds() {
    assertThat(Batch.flags(judged.get("agrees"))).isEmpty();
    assertThat(value("agrees", "use_food")).isEqualTo("true");
    assertThat(Batch.flags(judged.get("disagrees"))).containsExactly("S10");
    assertThat(value("disagrees", "use_food")).isEqualTo("true");
    assertThat(value("disagrees", "use_health")).isEqualTo("false");
  }

  @Test
  void anAnswerWithAnUnmappedCodeIsNoAnswerToTheWholeQuestion() {
    assertThat(reasons("new use"))
        .containsExactlyInAnyOrder("use_food:UNMAPPED", "use_health:UNMAPPED");
    assertThat(value("new use", "use_food")).isNull();
    assertThat(Batch.flags(judged.get("new use"))).containsExactly("S09");
    assertThat(reasons("no use told")).containsExactlyInAnyOrder("use_food:DK", "use_health:DK");
  }
}
