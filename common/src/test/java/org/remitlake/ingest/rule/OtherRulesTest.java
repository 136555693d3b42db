package org.remitlake.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.rule.Batch.quote;
import static org.remitlake.ingest.rule.Batch.value;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.money.FxRates;
import org.remitlake.quote.Quotes;
import org.remitlake.testing.SparkTest;

/** Rules as data, and the rules of quotes and rates. */
@SparkTest
class OtherRulesTest {

  static List<DeliveryContract> contracts() {
    return Ingest.CONTRACTS;
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyPredicateAndRepairFitsItsContract(DeliveryContract contract, SparkSession spark) {
    StructType schema = new StructType();
    StructType texts = new StructType();
    for (DeliveredField field : contract.fields()) {
      schema = schema.add(field.name(), field.kind().type());
      texts = texts.add(field.name(), "string");
    }
    schema = schema.add(Judgement.TEXTS, texts);
    if (contract.reasons()) {
      schema = schema.add(Judgement.REASONS, "array<string>");
    }
    for (var fact :
        Map.of(FileFacts.CREATED_AT, "timestamp", FileFacts.OPERATES_FROM, "date").entrySet()) {
      schema = schema.add(fact.getKey(), fact.getValue());
    }
    var empty = spark.createDataFrame(List.<Row>of(), schema);
    List<Rule> rules = Batch.rules(contract).own();
    var repaired = Repairs.of(contract, rules, empty);
    // What looks at other tables is tried with them, in WiderRulesTest.
    for (Rule rule : rules.stream().filter(r -> r.needs().isEmpty()).toList()) {
      assertThat(repaired.where(rule.when()).collectAsList()).as(rule.id()).isEmpty();
      rule.set()
          .forEach(
              (field, value) -> {
                assertThat(contract.indexOf(field))
                    .as("%s sets %s", rule.id(), field)
                    .isNotNegative();
                assertThat(repaired.select(functions.expr(value)).collectAsList()).isEmpty();
              });
    }
  }

  @ParameterizedTest
  @MethodSource("contracts")
  void everyRuleHasAnIdAnActionAndWordsForThePartner(DeliveryContract contract) {
    Rules rules = Batch.rules(contract);
    Set<String> ids = new HashSet<>();
    for (List<Rule> list : List.of(rules.every(), rules.own(), rules.wider())) {
      for (Rule rule : list) {
        assertThat(rule.id()).matches("[FTXQKRMS]\\d\\d(_[A-Z]+)?");
        assertThat(ids.add(rule.id())).as("%s occurs once", rule.id()).isTrue();
        assertThat(rule.action()).as(rule.id()).isNotNull();
        assertThat(rule.code()).as(rule.id()).isNotBlank();
        assertThat(rule.en()).as(rule.id()).endsWith(".");
        assertThat(rule.ru()).as(rule.id()).endsWith(".").matches("(?s).*[а-яё].*");
        assertThat(rule.set().isEmpty())
            .as(rule.id())
            .isEqualTo(rule.action() != Rule.Action.REPAIR);
        assertThat(rule.when()).as("lists are filled in").doesNotContain("${");
      }
    }
  }

  @Test
  void repairsComeFirstSinceLaterRulesSeeWhatTheyRepaired() {
    for (DeliveryContract contract : contracts()) {
      boolean others = false;
      for (Rule rule : Batch.rules(contract).own()) {
        others |= rule.action() != Rule.Action.REPAIR;
        assertThat(others && rule.action() == Rule.Action.REPAIR).as(rule.id()).isFalse();
      }
    }
  }

  @Test
  void ratesThatMeanNothingAreSetAside(SparkSession spark) {
    Map<String, Row> judged =
        new Batch(FxRates.CONTRACT)
            .file(
                "fx.csv",
                "",
                List.of(
                    rate("good", "RUB", "TJS", "1", "0.1340"),
                    rate("zero", "RUB", "TJS", "1", "0"),
                    rate("negative", "RUB", "TJS", "1", "-0.1340"),
                    rate("no nominal", "RUB", "TJS", "0", "0.1340"),
                    rate("itself", "TJS", "TJS", "1", "1"),
                    rate("unreadable", "RUB", "TJS", "1", "n/a")))
            .judged(spark, "fx_source");
    assertThat(Batch.broken(judged.get("good"))).isEmpty();
    for (String bad : List.of("zero", "negative", "no nominal", "itself")) {
      assertThat(Batch.broken(judged.get(bad))).as(bad).containsExactly("X06");
    }
    assertThat(Batch.broken(judged.get("unreadable"))).containsExactly("F05");
  }

  private static Map<String, String> rate(
      String source, String base, String quote, String nominal, String value) {
    return Map.of(
        "fx_source", source,
        "base_currency", base,
        "quote_currency", quote,
        "nominal", nominal,
        "value", value,
        "rate_date", "2024-02-15");
  }

  @Test
  void ratesOfOneAndMarginsOfZeroThatMeanUnknownAreEmptied(SparkSession spark) {
    Map<String, Row> judged =
        new Batch(Quotes.CONTRACT)
            .file(
                "quotes.csv",
                "",
                List.of(
                    quote("good"),
                    quote("applied 1", "applied_rate=1"),
                    quote("interbank 1", "interbank_rate=1.0000"),
                    quote("both 1", "applied_rate=1", "interbank_rate=1"),
                    quote("same currency", "applied_rate=1", "rate_payout_currency=RUB"),
                    quote("interbank 0", "interbank_rate=0"),
                    quote("hidden margin", "fx_margin_pct=0", "transparent=no"),
                    quote("hidden but stated", "fx_margin_pct=1.5", "transparent=no"),
                    quote("no margin", "fx_margin_pct=0"),
                    quote("nothing", "send_amount=0")))
            .judged(spark, "quote_id");
    for (String good : List.of("good", "same currency", "hidden but stated", "no margin")) {
      assertThat(Batch.broken(judged.get(good))).as(good).isEmpty();
      assertThat(Batch.flags(judged.get(good))).as(good).isEmpty();
    }
    for (String repaired : List.of("applied 1", "interbank 1", "both 1", "interbank 0")) {
      assertThat(Batch.flags(judged.get(repaired))).as(repaired).containsExactly("Q01");
    }
    assertThat(value(judged.get("applied 1"), "applied_rate")).isNull();
    assertThat(value(judged.get("applied 1"), "interbank_rate")).isEqualTo("0.134");
    assertThat(value(judged.get("interbank 1"), "interbank_rate")).isNull();
    assertThat(value(judged.get("both 1"), "applied_rate")).isNull();
    assertThat(value(judged.get("interbank 0"), "interbank_rate")).isNull();
    assertThat(value(judged.get("interbank 0"), "applied_rate")).isEqualTo("0.1327");
    assertThat(value(judged.get("same currency"), "applied_rate")).isEqualTo("1");
    assertThat(Batch.flags(judged.get("hidden margin"))).containsExactly("Q02");
    assertThat(value(judged.get("hidden margin"), "fx_margin_pct")).isNull();
    assertThat(value(judged.get("no margin"), "fx_margin_pct")).isEqualTo("0");
    assertThat(Batch.broken(judged.get("nothing"))).containsExactly("Q06");
  }
}
