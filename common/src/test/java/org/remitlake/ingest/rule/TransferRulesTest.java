package org.remitlake.ingest.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.ingest.rule.Batch.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remitlake.testing.SparkTest;
import org.remitlake.transfer.Transfers;

/** Rows of a transfer extract and the rules that catch them, judged together in one file. */
@SparkTest
class TransferRulesTest {
  private static Map<String, Row> judged;

  /** A row, what is special about it, and the rules it must meet: those that set aside, flags. */
  record Case(String name, List<String> broken, List<String> flags, List<String> changes) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Case clean(String name, String... changes) {
    return new Case(name, List.of(), List.of(), List.of(changes));
  }

  private static Case flagged(String rule, String name, String... changes) {
    return new Case(name, List.of(), List.of(rule), List.of(changes));
  }

  private static Case aside(String rule, String name, String... changes) {
    return new Case(name, List.of(rule), List.of(), List.of(changes));
  }

  private static final String PID = "sender_pid=" + "c".repeat(64);

  static Stream<Case> cases() {
    return Stream.of(
        clean("a valid transfer"),
        clean("no fee", "fee_amount=0"),
        clean("from Kazakhstan to Armenia", "send_country=KAZ", "receive_country=ARM"),
        clean("a country in words", "send_country=Россия"),
        clean("a second event", "event_seq=2"),
        clean("cancelled", "status=CANCELLED"),
        clean("an amount that only looks like a test", "send_amount=11.10", "fee_amount=0"),
        clean("eleven", "send_amount=11", "fee_amount=0"),
        clean("lower case codes", "send_channel=agent", "send_currency=rub"),
        flagged("T04", "a negative reversal", "send_amount=-10000.50", "status=REVERSED"),
        flagged(
            "T04",
            "all amounts negative",
            "send_amount=-10000.50",
            "fee_amount=-100.00",
            "receive_amount=-1340.00",
            "status=REVERSED"),
        flagged("T04", "a negative refund", "send_amount=-10000.50", "status=REFUNDED"),
        flagged("T04", "a negative second event", "send_amount=-10000.50", "event_seq=2"),
        flagged(
            "T04",
            "names its original",
            "send_amount=-1.5",
            "fee_amount=0",
            "original_transaction_id=x"),
        flagged("T04", "currency after repair", "send_amount=-10000.50", "status=reversed"),
        aside("T05", "negative without being a reversal", "send_amount=-10000.50"),
        aside("T05", "nothing sent", "send_amount=0"),
        aside("T05", "nothing received", "receive_amount=0.00"),
        aside("T05", "nothing received yet", "receive_amount=0", "status=SENT"),
        aside("T05", "negative receipt", "receive_amount=-1340"),
        aside("T05", "negative fee", "fee_amount=-100"),
        flagged("T08", "RUR", "send_currency=RUR"),
        flagged("T08", "810", "fee_currency=810"),
        flagged("T08", "a word", "receive_currency=Сомони"),
        aside("T08", "no currency", "send_currency=dollars"),
        aside("T08", "no payout currency", "payout_currency=ZZZ"),
        aside("T11", "marked as test", "status=TEST"),
        aside("T11", "one rouble", "send_amount=1", "fee_amount=0"),
        aside("T11", "one rouble with decimals", "send_amount=1.00", "fee_amount=0"),
        aside("T11", "1.11", "send_amount=1.11", "fee_amount=0"),
        aside("T11", "to oneself", PID, "beneficiary_pid=" + "c".repeat(64)),
        aside("T14", "inside a country", "receive_country=RUS"),
        aside("T14", "the other way", "send_country=TJK", "receive_country=RUS"),
        aside("T14", "another sender", "send_country=UZB"),
        aside("T14", "another receiver", "receive_country=KGZ"),
        aside("F05", "an amount in words", "send_amount=many"),
        aside("F05", "two marks", "receive_amount=1.340.5"),
        aside("F05", "an exponent", "send_amount=1e5"),
        aside("F05", "half an event", "event_seq=1.5"),
        aside("F05", "an unreadable optional number", "applied_fx_rate=?"),
        aside("F10", "the 30th of February", "initiated_at=2024-02-30T10:00:00Z"),
        aside("F10", "another layout", "initiated_at=15.02.2024 10:00"),
        aside("F10", "an unreadable optional time", "paid_at=soon"),
        aside("M01", "no amount", "send_amount="),
        aside("M01", "no status", "status="),
        aside("M02", "an unknown channel", "send_channel=PIGEON"),
        aside("M02", "an unknown country", "receive_country=Narnia"),
        aside("M02", "neither yes nor no", "fee_included=perhaps"),
        aside("M02", "an unknown optional code", "sender_sex=X"),
        aside("F04", "another width", "problem=3 cells where the header has 49"),
        new Case(
            "several at once",
            List.of("M01", "F05", "M02"),
            List.of(),
            List.of("send_amount=many", "status=", "send_channel=PIGEON")),
        new Case(
            "broken in two ways",
            List.of("T11", "T05", "T14"),
            List.of(),
            List.of("send_amount=0", "status=TEST", "receive_country=KGZ")));
  }

  /** 10000.50 at 0.134 is 1340.07; without the fee of 100 it is 1326.67. */
  static Stream<Case> amounts() {
    return Stream.of(
        clean("amounts agree", "applied_fx_rate=0.134"),
        clean("within 0.2 %", "applied_fx_rate=0.13426"),
        clean(
            "within a dram",
            "receive_country=ARM",
            "send_amount=100",
            "fee_amount=1",
            "receive_amount=512",
            "receive_currency=AMD",
            "applied_fx_rate=5.111"),
        flagged("T07", "beyond 0.2 %", "applied_fx_rate=0.1343"),
        flagged("T07", "3 % off", "applied_fx_rate=0.130"),
        aside("T07_OUT", "a third off", "applied_fx_rate=0.2"),
        aside("T07_OUT", "two thirds more", "applied_fx_rate=0.08"),
        flagged("T07_INV", "turned", "applied_fx_rate=7.462687"),
        flagged("T07_INV", "turned, for ten", "applied_fx_rate=74.62687"),
        flagged("T07_NOM", "for ten", "applied_fx_rate=1.34"),
        flagged("T07_NOM", "for a hundred", "applied_fx_rate=13.4"),
        flagged(
            "T06_IN",
            "unsaid, fee inside",
            "fee_included=",
            "receive_amount=1326.67",
            "applied_fx_rate=0.134"),
        flagged("T06_ON", "unsaid, fee on top", "fee_included=", "applied_fx_rate=0.134"),
        flagged(
            "T06_ON", "unsaid, no fee", "fee_included=", "fee_amount=0", "applied_fx_rate=0.134"),
        flagged("T06_IN", "said on top", "receive_amount=1326.67", "applied_fx_rate=0.134"),
        flagged("T06_ON", "said inside", "fee_included=true", "applied_fx_rate=0.134"),
        clean("inside", "fee_included=true", "receive_amount=1326.67", "applied_fx_rate=0.134"),
        flagged("T06", "unsaid, no rate", "fee_included="),
        new Case(
            "unsaid, fee inside, turned",
            List.of(),
            List.of("T06_IN", "T07_INV"),
            List.of("fee_included=", "receive_amount=1326.67", "applied_fx_rate=7.462687")),
        new Case(
            "unsaid, fee on top, turned",
            List.of(),
            List.of("T06_ON", "T07_INV"),
            List.of("fee_included=", "applied_fx_rate=7.462687")),
        flagged("T07_ZERO", "a rate of nothing", "applied_fx_rate=0"),
        aside("T07_OUT", "a rate below nothing", "applied_fx_rate=-0.134"),
        clean("nothing received of a cancelled one", "receive_amount=0", "status=CANCELLED"),
        clean("a part given back", "refunded_amount=4000", "status=PARTIAL_REFUND"),
        clean("all given back", "refunded_amount=10000.50", "status=REFUNDED"),
        aside("T19", "more given back", "refunded_amount=10000.51", "status=PARTIAL_REFUND"),
        aside("T19", "less than nothing given back", "refunded_amount=-1"),
        aside("T19", "nobody knows how much given back", "status=PARTIAL_REFUND"),
        new Case(
            "a negative part",
            List.of("T05", "T19"),
            List.of(),
            List.of("send_amount=-2000", "status=PARTIAL_REFUND", "event_seq=2")),
        flagged(
            "T06_ON",
            "unsaid, not converted",
            "fee_included=",
            "receive_amount=10000.50",
            "receive_currency=RUB"),
        new Case(
            "unsaid, a tenth off",
            List.of(),
            List.of("T06", "T07"),
            List.of("fee_included=", "receive_amount=1200", "applied_fx_rate=0.134")),
        clean("a fee of 30 %", "fee_amount=3000.15"),
        flagged("T17", "a fee above 30 %", "fee_amount=3000.16"),
        flagged("T17", "a fee of 60 %", "fee_amount=6000.30"),
        aside("T17_OUT", "a fee above 60 %", "fee_amount=6000.31"),
        clean("a fee in other money", "fee_amount=9000", "fee_currency=TJS"),
        flagged("T15", "no sender", "sender_pid="),
        flagged("T15", "no beneficiary", "beneficiary_pid="));
  }

  /** Ordered at ten. */
  static Stream<Case> times() {
    return Stream.of(
        clean("paid as ordered", "paid_at=2024-02-15T10:00:00Z"),
        flagged("T12_SKEW", "paid a minute before", "paid_at=2024-02-15T09:59:00Z"),
        flagged("T12_SKEW", "paid ten minutes before", "paid_at=2024-02-15T09:50:00Z"),
        aside("T12", "paid eleven minutes before", "paid_at=2024-02-15T09:49:00Z"),
        flagged("T12_SKEW", "available before", "available_at=2024-02-15T09:55:00Z"),
        aside("T12", "available the day before", "available_at=2024-02-14T10:00:00Z"),
        aside(
            "T12",
            "one time skewed, one wrong",
            "available_at=2024-02-15T09:55:00Z",
            "paid_at=2024-02-15T09:00:00Z"),
        clean("ordered when the file was made", "initiated_at=2024-03-01T00:05:00Z"),
        aside("T12", "ordered after the file was made", "initiated_at=2024-03-01T00:05:01Z"),
        clean("ordered on the provider's first day", "initiated_at=2020-01-01T00:00:00Z"),
        aside("T12", "ordered before the provider began", "initiated_at=2019-12-31T23:59:59Z"));
  }

  static Stream<Case> halfInstants() {
    return Stream.of(
        aside("F10", "a serial number of a spreadsheet", "initiated_at=45337"),
        aside("F10", "a year alone", "initiated_at=2024"),
        aside("F10", "a time without a day", "initiated_at=10:00:00"),
        clean("an offset without seconds", "initiated_at=2024-02-15T10:00+05:00"));
  }

  @BeforeAll
  static void judge(SparkSession spark) {
    List<Map<String, String>> rows = new ArrayList<>();
    Stream.of(cases(), amounts(), times(), halfInstants())
        .flatMap(s -> s)
        .forEach(c -> rows.add(transfer(c.name(), c.changes().toArray(String[]::new))));
    judged =
        new Batch(Transfers.CONTRACT)
            .madeAt("2024-03-01T00:00:00Z")
            .file("all.csv", "operates_from: 2020-01-01", rows)
            .judged(spark, "transaction_id");
  }

  @ParameterizedTest
  @MethodSource({"cases", "amounts", "times"})
  void aRowMeetsExactlyItsRules(Case given) {
    Row row = judged.get(given.name());
    assertThat(Batch.broken(row)).as("rules that set aside").isEqualTo(given.broken());
    assertThat(Batch.flags(row)).as("flags").isEqualTo(given.flags());
  }

  @ParameterizedTest
  @MethodSource("halfInstants")
  void aTextThatIsNoWholeInstantIsNotGuessedAt(Case given) {
    aRowMeetsExactlyItsRules(given);
  }

  @Test
  void aNegativeReversalBecomesAReversalOfTheSameAmounts() {
    Row row = judged.get("all amounts negative");
    assertThat(Batch.value(row, "send_amount")).isEqualTo("10000.5");
    assertThat(Batch.value(row, "fee_amount")).isEqualTo("100");
    assertThat(Batch.value(row, "receive_amount")).isEqualTo("1340");
    assertThat(Batch.value(judged.get("a negative second event"), "status")).isEqualTo("REVERSED");
    assertThat(Batch.value(judged.get("a negative refund"), "status")).isEqualTo("REVERSED");
  }

  @Test
  void aRateIsReadAsReceiveCurrencyPerUnitOfSendCurrency() {
    // 1 / 7.462687 and 10 / 74.62687
    assertThat(Batch.value(judged.get("turned"), "applied_fx_rate")).isEqualTo("0.133999992228");
    assertThat(Batch.value(judged.get("turned, for ten"), "applied_fx_rate"))
        .isEqualTo("0.133999992228");
    assertThat(Batch.value(judged.get("for ten"), "applied_fx_rate")).isEqualTo("0.134");
    assertThat(Batch.value(judged.get("for a hundred"), "applied_fx_rate")).isEqualTo("0.134");
    assertThat(Batch.value(judged.get("3 % off"), "applied_fx_rate")).isEqualTo("0.13");
  }

  @Test
  void whetherTheFeeIsInTheAmountIsToldByTheAmounts() {
    assertThat(Batch.value(judged.get("unsaid, fee inside"), "fee_included")).isEqualTo("true");
    assertThat(Batch.value(judged.get("said on top"), "fee_included")).isEqualTo("true");
    assertThat(Batch.value(judged.get("unsaid, fee on top"), "fee_included")).isEqualTo("false");
    assertThat(Batch.value(judged.get("said inside"), "fee_included")).isEqualTo("false");
    assertThat(Batch.value(judged.get("unsaid, no rate"), "fee_included")).isNull();
  }

  @Test
  void aTimeThatRunsAheadByMinutesIsTheTimeOfTheOrder() {
    assertThat(Batch.value(judged.get("paid a minute before"), "paid_at"))
        .isEqualTo("2024-02-15T10:00:00Z");
    assertThat(Batch.value(judged.get("paid a minute before"), "available_at")).isNull();
  }

  @Test
  void repairedWordsAreCodes() {
    assertThat(Batch.value(judged.get("RUR"), "send_currency")).isEqualTo("RUB");
    assertThat(Batch.value(judged.get("a word"), "receive_currency")).isEqualTo("TJS");
    assertThat(Batch.value(judged.get("a country in words"), "send_country")).isEqualTo("RUS");
  }

  @Test
  void thePartnerIsToldWhichFieldsAreMeantButNoValue() {
    Row row = judged.get("several at once");
    assertThat(Batch.value(row, Judgement.DETAIL))
        .contains("status", "send_amount", "send_channel")
        .doesNotContain("many", "PIGEON");
    assertThat(Batch.value(judged.get("a valid transfer"), Judgement.DETAIL)).isEmpty();
  }

  @Test
  void theTextsOfABrokenRowAreKeptAndThoseOfAGoodOneAreNot() {
    assertThat(Batch.value(judged.get("several at once"), Judgement.RAW))
        .contains("\"send_amount\":\"many\"", "\"send_channel\":\"PIGEON\"");
    assertThat(Batch.value(judged.get("a valid transfer"), Judgement.RAW)).isNull();
    assertThat(Batch.value(judged.get("another width"), Judgement.RAW)).isNull();
  }
}
