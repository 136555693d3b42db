package org.remitlake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.excluded;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/**
 * Family A from silver to gold, in one run; each scenario has a corridor and quarter of its own.
 */
@SparkTest
class CostTest {
  private static final String TJK = "RUS-TJK";
  private static final String ARM = "RUS-ARM";
  private static final String KAZ = "KAZ-TJK";

  @TempDir private static Path folder;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers = new ArrayList<>();
    transfers.addAll(golden());
    transfers.addAll(withoutMargin());
    transfers.addAll(withADearerT3());
    transfers.addAll(medians());
    transfers.addAll(twoCurrencies());
    transfers.addAll(gaps());
    transfers.addAll(contradictions());
    transfers.addAll(fourFirms());
    transfers.addAll(speeds());
    transfers.addAll(convertedAtPayout("2022-11-15", "0.1300"));
    transfers.addAll(convertedAtPayout("2021-11-15", "0.1340"));
    transfers.addAll(missing(KAZ, "2024-05-15", 3));
    transfers.addAll(missing(KAZ, "2024-08-15", 4));
    transfers.add(transfer("c", TJK, "2023-08-15").with(Tx.FINAL_STATE, "CANCELLED"));
    transfers.add(
        transfer("b", TJK, "2023-05-15").with(Tx.FEE, "100").with(Tx.BENEFICIARY_FEE, "13.40"));
    transfers.add(
        transfer("p", TJK, "2023-11-15").with(Tx.FINAL_STATE, "PARTIAL_REFUND").with(Tx.FEE, "50"));
    Gold.fill(lake, transfers, quotes(), Set.of("2024-08-01"));
    Gold.run(lake);
    gold = Gold.read(lake);
  }

  /** Fees of 1 %, and of 9 and 50 % where ingest found that amounts do not agree; no margin. */
  private static List<TableRow> contradictions() {
    List<TableRow> transfers = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      transfers.add(transfer("1 % " + i, ARM, "2023-05-15").with(Tx.FEE, "100"));
    }
    transfers.add(
        transfer("9 %", ARM, "2023-05-15").with(Tx.FEE, "900").with(Tx.FLAGS, List.of("T07")));
    transfers.add(
        transfer("50 %", ARM, "2023-05-15")
            .with(Tx.FEE, "5000")
            .without(Tx.FEE_INCLUDED)
            .with(Tx.FLAGS, List.of("T06")));
    return transfers;
  }

  /** The market of catalogue 12.1: 82, 10, 5 and 3 %; the smallest is a brand of its own. */
  private static List<TableRow> fourFirms() {
    List<TableRow> transfers = new ArrayList<>();
    String[] volumes = {"8000", "200", "1000", "500", "300"};
    String[] owners = {"G", "G", null, null, null};
    for (int i = 0; i < volumes.length; i++) {
      TableRow t =
          transfer("f" + i, ARM, "2022-05-15")
              .with(Tx.PROVIDER_ID, "P" + i)
              .with(Tx.PRINCIPAL, volumes[i]);
      transfers.add(owners[i] == null ? t : t.with(Tx.PROVIDER_GROUP, owners[i]));
    }
    return transfers;
  }

  /** Ordered at 09:00. */
  private static List<TableRow> speeds() {
    String day = "2022-08-15";
    return List.of(
        transfer("an hour", ARM, day).with(Tx.PAYOUT_INSTRUMENT, "CARD"),
        transfer("a minute more", ARM, day)
            .with(Tx.PAYOUT_INSTRUMENT, "CARD")
            .with(Tx.PAID_AT, day + "T10:01:00Z"),
        transfer("fetched late", ARM, day)
            .with(Tx.AVAILABLE_AT, day + "T09:10:00Z")
            .with(Tx.PAID_AT, day + "T19:00:00Z"),
        transfer("fetched at once, not told when it was there", ARM, day));
  }

  /**
   * RUB that a bank turned into somoni at three rates, of which the first is given; one of which
   * nobody tells, one that the system itself converted, and one that was cancelled.
   */
  private static List<TableRow> convertedAtPayout(String day, String first) {
    return List.of(
        atRate("first", day, first),
        atRate("second", day, "0.1320"),
        atRate("third", day, "0.1340"),
        transfer("untold", TJK, day)
            .with(Tx.RECEIVED_CURRENCY, "RUB")
            .without(Tx.DELIVERED_CURRENCY),
        transfer("by the system", TJK, day).with(Tx.RECEIVED_CURRENCY, "TJS"),
        atRate("cancelled", day, "0.1000").with(Tx.FINAL_STATE, "CANCELLED"));
  }

  private static TableRow atRate(String id, String day, String rate) {
    return transfer(id, TJK, day)
        .with(Tx.RECEIVED_CURRENCY, "RUB")
        .with(Tx.PAYOUT_RATE, rate)
        .with(Tx.DELIVERED, new BigDecimal(rate).movePointRight(4).toString());
  }

  /** T1 to T5, and one transfer for each reason not to count. */
  private static List<TableRow> golden() {
    String day = "2024-02-15";
    List<TableRow> transfers = new ArrayList<>(Golden.transfers(TJK, day));
    for (String state : List.of("CANCELLED", "REVERSED", "REFUNDED", "REJECTED", "SENT")) {
      transfers.add(transfer(state, TJK, day).with(Tx.FINAL_STATE, state).with(Tx.FEE, "900"));
    }
    transfers.add(transfer("firm", TJK, day).with(Tx.IS_P2P, false).with(Tx.FEE, "900"));
    transfers.add(transfer("nothing", TJK, day).with(Tx.DELIVERED, "0").with(Tx.FEE, "900"));
    return transfers;
  }

  /** T1 to T5 paid at the reference rate: 15,000 × 0.1340 = 2,010 and so on. */
  private static List<TableRow> withoutMargin() {
    List<TableRow> transfers = Golden.transfers(TJK, "2023-02-15");
    String[] atReference = {"2010", "1072", "5360", "2680", "2144"};
    for (int i = 0; i < 5; i++) {
      transfers.get(i).with(Tx.DELIVERED, atReference[i]);
    }
    return transfers;
  }

  private static List<TableRow> withADearerT3() {
    List<TableRow> transfers = Golden.transfers(TJK, "2022-02-15");
    transfers.get(2).with(Tx.FEE, "400");
    return transfers;
  }

  /** Without margin, so that cost = fee: 1, 2, 4, 8 % in 2024-Q1 and 1, 2, 8 % in 2023-Q1. */
  private static List<TableRow> medians() {
    return List.of(
        transfer("1", ARM, "2024-02-15").with(Tx.FEE, "100").with(Tx.SEND_CHANNEL, "AGENT"),
        transfer("8", ARM, "2024-02-16").with(Tx.FEE, "800").with(Tx.SEND_CHANNEL, "APP"),
        transfer("2", ARM, "2024-02-15").with(Tx.FEE, "200").with(Tx.SEND_CHANNEL, "APP"),
        transfer("4", ARM, "2024-02-16").with(Tx.FEE, "400").with(Tx.SEND_CHANNEL, "AGENT"),
        transfer("1", ARM, "2023-02-15").with(Tx.FEE, "100"),
        transfer("8", ARM, "2023-02-16").with(Tx.FEE, "800"),
        transfer("2", ARM, "2023-02-15").with(Tx.FEE, "200"));
  }

  /** RUB 16,000 with a fee of RUB 160, and USD 100 with a fee of USD 5; no margin. */
  private static List<TableRow> twoCurrencies() {
    return List.of(
        transfer("rub", TJK, "2024-05-15")
            .with(Tx.PRINCIPAL, "16000")
            .with(Tx.FEE, "160")
            .with(Tx.DELIVERED, "2144"),
        transfer("usd", TJK, "2024-05-15")
            .with(Tx.SEND_CURRENCY, "USD")
            .with(Tx.FEE_CURRENCY, "USD")
            .with(Tx.PRINCIPAL, "100")
            .with(Tx.FEE, "5")
            .with(Tx.DELIVERED, "1072")
            .with(Tx.SEND_CHANNEL, "WEB"));
  }

  /** Six at 1 %, one at -4 %, and three without a cost, each for another reason. */
  private static List<TableRow> gaps() {
    List<TableRow> transfers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      transfers.add(transfer("g" + i, TJK, "2024-08-15").with(Tx.FEE, "100"));
    }
    // 10,400 RUB's worth of somoni for 10,000 RUB: 10,400 × 0.1340 = 1,393.60
    transfers.add(transfer("gain", TJK, "2024-08-15").with(Tx.DELIVERED, "1393.60"));
    transfers.add(
        transfer("unknown", TJK, "2024-08-15").with(Tx.FEE, "100").without(Tx.DELIVERED_CURRENCY));
    transfers.add(transfer("stale", TJK, "2024-08-01").with(Tx.FEE, "100"));
    transfers.add(transfer("absurd", TJK, "2024-08-15").with(Tx.FEE, "7000"));
    return transfers;
  }

  /** Ten transfers of KZT 50,000 at 1 %, of which some state their fee in another currency. */
  private static List<TableRow> missing(String corridor, String day, int withoutCost) {
    List<TableRow> transfers = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      transfers.add(
          transfer("k" + i, corridor, day)
              .with(Tx.SEND_CURRENCY, "KZT")
              .with(Tx.FEE_CURRENCY, i < withoutCost ? "USD" : "KZT")
              .with(Tx.PRINCIPAL, "50000")
              .with(Tx.FEE, i < withoutCost ? "1" : "500"));
    }
    return transfers;
  }

  private static List<TableRow> quotes() {
    List<TableRow> quotes = new ArrayList<>(Golden.quotes(TJK, "2024-02-15"));
    // The same quotes with a dearer Q2, and with too few that qualify for SmaRT.
    List<TableRow> dearer = new ArrayList<>(Golden.quotes(TJK, "2023-02-15"));
    dearer.get(1).with(Quote.TOTAL_COST_PCT, "3.865671641791");
    quotes.addAll(dearer);
    quotes.add(smart("slow", "2").with(Quote.SPEED_CLASS, "D6PLUS"));
    quotes.add(smart("cash without a known network", "3").without(Quote.COVERAGE));
    quotes.add(
        smart("online, few places", "4")
            .with(Quote.COVERAGE, "LOW")
            .with(Quote.FUNDING_INSTRUMENT, "CARD")
            .with(Quote.PAYOUT_INSTRUMENT, "ACCOUNT"));
    quotes.add(smart("medium", "6").with(Quote.COVERAGE, "MEDIUM"));
    quotes.add(
        SilverRows.quote("hidden", ARM, "2023-02-15")
            .with(Quote.TOTAL_COST_PCT, "5")
            .with(Quote.IS_DISCLOSED, false));
    return quotes;
  }

  private static TableRow smart(String id, String cost) {
    return SilverRows.quote(id, ARM, "2024-02-15").with(Quote.TOTAL_COST_PCT, cost);
  }

  static Stream<Golden.Expected> goldenValues() {
    return Golden.expected().stream();
  }

  @ParameterizedTest
  @MethodSource("goldenValues")
  void valuesOfTheCatalogueAreMet(Golden.Expected expected) {
    Row row =
        gold.row(
            expected.indicator(),
            expected.variant(),
            TJK,
            "2024-Q1",
            expected.dimension(),
            expected.member());
    assertThat(value(row)).isCloseTo(expected.value(), within(1e-8));
  }

  @Test
  void everyCostIndicatorHasAGoldenValue() {
    List<String> golden =
        Golden.expected().stream().map(e -> e.indicator() + " " + e.variant()).toList();
    // A05 has a market of its own, below.
    for (PaidCost indicator : EnumSet.complementOf(EnumSet.of(PaidCost.A05))) {
      assertThat(golden)
          .as("%s has no golden row; add it to golden/cost.csv", indicator)
          .contains(indicator.id() + " _T");
    }
  }

  @Test
  void transfersWhoseAmountsContradictEachOtherHaveNoCostButAreCounted() {
    Row row = gold.total("A30", ARM, "2023-Q2");
    assertThat(value(row)).isCloseTo(1, within(1e-9));
    assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).isEqualTo(5L);
    assertThat(excluded(row)).isEqualTo(Map.of("FEE_UNCLEAR", 1L, "RATE_MISMATCH", 1L));
    // The fee of a transfer is known though its rate is not: (5 + 9) / 6.
    assertThat(value(gold.total("A01", ARM, "2023-Q2"))).isCloseTo(14.0 / 6, within(1e-9));
    assertThat(value(gold.total("B03", ARM, "2023-Q2"))).isEqualTo(7);
  }

  @Test
  void conversionAtPayoutIsACostOfItsOwn() {
    // The official rate is 0.1340: 100 (1 - 0.1300 / 0.1340) = 2.98507463, then 1.49253731 and 0.
    Row row = gold.total("A05", TJK, "2022-Q4");
    assertThat(value(row)).isCloseTo(100 * (0.0040 + 0.0020) / 0.1340 / 3, within(1e-8));
    assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).isEqualTo(3L);
    assertThat(Gold.of(row, IndicatorValues.N_MISSING)).isEqualTo(1L);
    assertThat(excluded(row)).isEqualTo(Map.of("CANCELLED", 1L));
    // At the official rate the first costs nothing either.
    assertThat(value(gold.total("A05", TJK, "2021-Q4")))
        .isCloseTo(100 * 0.0020 / 0.1340 / 3, within(1e-8));
    // Where nothing was converted at pay-out there is no such cost, and none is missing.
    Row none = gold.total("A05", TJK, "2023-Q1");
    assertThat(Gold.of(none, IndicatorValues.NULL_REASON)).isEqualTo("EMPTY");
    assertThat(Gold.of(none, IndicatorValues.N_MISSING)).isEqualTo(0L);
  }

  @Test
  void transfersThatDidNotCompleteAreLeftOutAndCounted() {
    Row row = gold.total("A30", TJK, "2024-Q1");
    assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).isEqualTo(5L);
    assertThat(Gold.of(row, IndicatorValues.N_UNITS)).isEqualTo(5L);
    assertThat(Gold.of(row, IndicatorValues.N_MISSING)).isEqualTo(0L);
    assertThat(excluded(row))
        .isEqualTo(
            Map.of(
                "AMT_NONPOS", 1L,
                "CANCELLED", 1L,
                "IN_FLIGHT", 1L,
                "NOT_P2P", 1L,
                "REFUNDED", 1L,
                "REJECTED", 1L,
                "REVERSED", 1L));
  }

  @Test
  void aValueCarriesWhatItRestsOn() {
    Row row = gold.total("A30", TJK, "2024-Q1");
    assertThat(Gold.of(row, IndicatorValues.WEIGHT_RULE)).isEqualTo("VALUE");
    assertThat(Gold.of(row, IndicatorValues.FX_SOURCE)).isEqualTo("NBT");
    assertThat(Gold.of(row, IndicatorValues.QUALITY_GRADE)).isEqualTo("A");
    assertThat(Gold.of(row, IndicatorValues.UNIT)).isEqualTo("%");
    // Five senders: fewer than the ten that rule P1 wants.
    assertThat(Gold.of(row, IndicatorValues.SUPPRESSION_CODE)).isEqualTo("P1");
    // Principal 15,000 + 8,000 + 40,000 + 20,000 + 16,000
    assertThat(row.getDecimal(row.fieldIndex("denominator"))).isEqualByComparingTo("99000");
    assertThat(Gold.of(gold.total("A31", TJK, "2024-Q1"), IndicatorValues.WEIGHT_RULE))
        .isEqualTo("UNIT");
    assertThat(Gold.of(gold.total("A01", TJK, "2024-Q1"), IndicatorValues.FX_SOURCE)).isNull();
  }

  @Test
  void withoutMarginTheCostIsTheFee() {
    // (150 + 80 + 0 + 200 + 240) / 99,000 = 0.67676767… %
    assertThat(value(gold.total("A30", TJK, "2023-Q1"))).isCloseTo(67000.0 / 99000, within(1e-9));
    assertThat(value(gold.total("A02", TJK, "2023-Q1"))).isZero();
  }

  @Test
  void aHigherFeeRaisesTheCost() {
    // 400 RUB more on 99,000: 1.94693201 + 0.40404040 = 2.35097241 %; T3 alone rises by 1 point.
    assertThat(value(gold.total("A30", TJK, "2022-Q1"))).isCloseTo(2.3509724106739, within(1e-9));
    assertThat(value(gold.total("A31", TJK, "2022-Q1")))
        .isCloseTo(1.9447761194029836 + 1.0 / 5, within(1e-9));
    // T5 1.873, T2 1.746, T1 and T4 2.119, T3 2.866: the middle one is now 2.119.
    assertThat(value(gold.total("A32", TJK, "2022-Q1")))
        .isCloseTo(2.1194029850746245, within(1e-9));
  }

  @Test
  void medianOfAnEvenCountIsTheMidpointAndOfAnOddCountTheMiddle() {
    assertThat(value(gold.total("A32", ARM, "2024-Q1"))).isCloseTo(3, within(1e-9));
    assertThat(value(gold.total("A32", ARM, "2023-Q1"))).isCloseTo(2, within(1e-9));
    Row agent = gold.row("A32", "_T", ARM, "2024-Q1", "send_channel", "AGENT");
    assertThat(value(agent)).isCloseTo(2.5, within(1e-9));
    Row app = gold.row("A32", "_T", ARM, "2024-Q1", "send_channel", "APP");
    assertThat(value(app)).isCloseTo(5, within(1e-9));
  }

  @Test
  void costsInTwoCurrenciesAreWeighedInDollars() {
    // RUB 16,000 = USD 200 at RUB 80; (2 + 5) / (200 + 100) = 2.3333… %
    assertThat(value(gold.total("A30", TJK, "2024-Q2"))).isCloseTo(700.0 / 300, within(1e-6));
    Row web = gold.row("A30", "_T", TJK, "2024-Q2", "send_channel", "WEB");
    assertThat(value(web)).isCloseTo(5, within(1e-9));
    assertThat(web.getDecimal(web.fieldIndex("denominator"))).isEqualByComparingTo("100");
  }

  @Test
  void sharesBelowALimitAreOfTransfersAndOfVolume() {
    // 1 % on USD 200 and 5 % on USD 100: five itself is not below five.
    assertThat(value(gold.row("A34", "n_lt5", TJK, "2024-Q2", "_T", "_T"))).isEqualTo(50);
    assertThat(value(gold.row("A34", "value_lt3", TJK, "2024-Q2", "_T", "_T")))
        .isCloseTo(200.0 / 3, within(1e-9));
    assertThat(value(gold.row("B26", "rub", TJK, "2024-Q2", "_T", "_T")))
        .isCloseTo(200.0 / 3, within(1e-9));
    assertThat(value(gold.row("B26", "usd", TJK, "2024-Q2", "_T", "_T")))
        .isCloseTo(100.0 / 3, within(1e-9));
    // Costs of USD 2 and 5, all of it fees.
    assertThat(value(gold.total("A04", TJK, "2024-Q2"))).isCloseTo(3.5, within(1e-6));
    assertThat(value(gold.row("A35", "fee", TJK, "2024-Q2", "_T", "_T")))
        .isCloseTo(100, within(1e-6));
  }

  @Test
  void aMarketOfFourFirmsIsAsConcentratedAsTheCatalogueSays() {
    assertThat(concentration("volume")).isCloseTo(0.6858, within(1e-9));
    // (0.6858 - 0.25) / 0.75
    assertThat(concentration("volume_norm")).isCloseTo(0.58106666666667, within(1e-9));
    assertThat(concentration("cr3")).isCloseTo(97, within(1e-9));
    // Two of five transfers, and three times one: (4 + 3) / 25.
    assertThat(concentration("count")).isCloseTo(0.28, within(1e-9));
  }

  private static double concentration(String variant) {
    return value(gold.row("A38", variant, ARM, "2022-Q2", "_T", "_T"));
  }

  @Test
  void servicesWithinAnHourAreOfAllQuotes() {
    // Q1, Q2, Q3, Q6 at both amounts, of twelve.
    Row row = gold.row("quote", "A22", "_T", TJK, "2024-Q1", "_T", "_T");
    assertThat(value(row)).isCloseTo(200.0 / 3, within(1e-9));
    assertThat(Gold.of(row, IndicatorValues.N_UNITS)).isEqualTo(6L);
  }

  @Test
  void cashIsThereWhenItCanBeFetched() {
    Row row = gold.row("tx", "A22", "_T", ARM, "2022-Q3", "_T", "_T");
    assertThat(value(row)).isCloseTo(200.0 / 3, within(1e-9));
    assertThat(Gold.of(row, IndicatorValues.N_MISSING)).isEqualTo(1L);
  }

  @Test
  void aPickUpFeeIsACost() {
    // Fee 100 of 10,000 is 1 %; TJS 13.40 of 1,340 at pick-up is 1 % more.
    assertThat(value(gold.total("A03", TJK, "2023-Q2"))).isCloseTo(2, within(1e-9));
  }

  @Test
  void aPartlyRefundedTransferCounts() {
    assertThat(value(gold.total("A30", TJK, "2023-Q4"))).isCloseTo(0.5, within(1e-9));
  }

  @Test
  void transfersWithoutCostLeaveTheValueAndAreCountedByReason() {
    Row row = gold.total("A31", TJK, "2024-Q3");
    // (6 × 1 - 4) / 7; three of ten are missing, which is not above 30 %.
    assertThat(value(row)).isCloseTo(2.0 / 7, within(1e-9));
    assertThat(Gold.of(row, IndicatorValues.N_MISSING)).isEqualTo(3L);
    assertThat(excluded(row))
        .isEqualTo(Map.of("COST_IMPLAUSIBLE", 1L, "FX_STALE", 1L, "PAYOUT_UNKNOWN", 1L));
    // The fee needs no rate: nine transfers have one, only the absurd one does not.
    Row fee = gold.total("A01", TJK, "2024-Q3");
    assertThat(value(fee)).isCloseTo(8.0 / 9, within(1e-9));
    assertThat(Gold.of(fee, IndicatorValues.N_MISSING)).isEqualTo(1L);
  }

  @Test
  void aValueIsWithheldWhenMoreThanThirtyPercentOfItsRecordsLackIt() {
    Row enough = gold.total("A30", KAZ, "2024-Q2");
    assertThat(value(enough)).isCloseTo(1, within(1e-9));
    assertThat(Gold.of(enough, IndicatorValues.N_MISSING)).isEqualTo(3L);
    // More than 10 % missing costs a letter (catalogue 2.9).
    assertThat(Gold.of(enough, IndicatorValues.QUALITY_GRADE)).isIn("B", "C", "D");
    Row tooFew = gold.total("A30", KAZ, "2024-Q3");
    assertThat(Gold.of(tooFew, IndicatorValues.VALUE)).isNull();
    assertThat(Gold.of(tooFew, IndicatorValues.NULL_REASON)).isEqualTo("Q_MISSING");
    assertThat(Gold.of(tooFew, IndicatorValues.N_MISSING)).isEqualTo(4L);
    assertThat(excluded(tooFew)).isEqualTo(Map.of("FEE_CURRENCY", 4L));
    assertThat(Gold.of(gold.total("A32", KAZ, "2024-Q3"), IndicatorValues.NULL_REASON))
        .isEqualTo("Q_MISSING");
  }

  @Test
  void anEmptyCellHasNoValueRatherThanZero() {
    for (String indicator : List.of("A01", "A30", "A31", "A32", "B01", "B03", "B04")) {
      Row row = gold.total(indicator, TJK, "2023-Q3");
      assertThat(Gold.of(row, IndicatorValues.VALUE)).as(indicator).isNull();
      assertThat(Gold.of(row, IndicatorValues.NULL_REASON)).as(indicator).isEqualTo("EMPTY");
      assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).as(indicator).isEqualTo(0L);
    }
  }

  @Test
  void quotesThatHideTheirPriceAreLeftOutAndCounted() {
    Row row = gold.row("A10", "usd200", TJK, "2024-Q1", "_T", "_T");
    assertThat(Gold.of(row, IndicatorValues.N_UNWEIGHTED)).isEqualTo(5L);
    assertThat(excluded(row)).isEqualTo(Map.of("NOT_DISCLOSED", 1L));
    assertThat(Gold.of(row, IndicatorValues.BASIS)).isEqualTo("quote");
    assertThat(Gold.of(row, IndicatorValues.SUPPRESSION_CODE)).isNull();
    Row none = gold.row("A10", "usd200", ARM, "2023-Q1", "_T", "_T");
    assertThat(Gold.of(none, IndicatorValues.VALUE)).isNull();
    assertThat(Gold.of(none, IndicatorValues.NULL_REASON)).isEqualTo("EMPTY");
    assertThat(
            Gold.of(
                gold.row("A12", "usd200", ARM, "2023-Q1", "_T", "_T"), IndicatorValues.NULL_REASON))
        .isEqualTo("SMART_NONE");
  }

  @Test
  void aDearerQuoteMovesTheAverageAndLeavesTheCheapestThree() {
    // 2.81455224 + 2 / 5; the three cheapest are now Q3, Q1 and Q2, which at 3.8657 is still
    // cheaper than Q4 at 6.2220.
    assertThat(value(gold.row("A10", "usd200", TJK, "2023-Q1", "_T", "_T")))
        .isCloseTo(2.8145522388059687 + 0.4, within(1e-9));
    assertThat(value(gold.row("A12", "usd200", TJK, "2023-Q1", "_T", "_T")))
        .isCloseTo((1.873134328358 + 1.970149253731 + 3.865671641791) / 3, within(1e-9));
  }

  @Test
  void smartTakesServicesThatAreFastAndWithinReach() {
    // Of 2 % (six days), 3 % (cash, network unknown), 4 % (online, where places do not count) and
    // 6 % (medium): the last two.
    Row row = gold.row("A12", "usd200", ARM, "2024-Q1", "_T", "_T");
    assertThat(value(row)).isCloseTo(5, within(1e-9));
    assertThat(excluded(row)).isEqualTo(Map.of("NOT_QUALIFYING", 2L, "SMART_LT3", 1L));
    assertThat(Gold.of(row, IndicatorValues.SUPPRESSION_CODE)).isEqualTo("P3");
  }
}
