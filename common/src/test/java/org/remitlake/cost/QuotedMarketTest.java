package org.remitlake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord;

/** Markets of a few quotes, each expected value worked beside it. */
class QuotedMarketTest {
  private static QuoteRecord quote(String corridor, String provider, String payout, String cost) {
    return new QuoteRecord(
        corridor,
        200,
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new BigDecimal(cost)),
        Optional.empty(),
        new QuoteRecord.Service(provider, "MTO", "AGENT", "CASH", payout, "LT1H", "HIGH"));
  }

  private static QuoteRecord quote(String provider, String cost) {
    return quote("RUS-TJK", provider, "CASH", cost);
  }

  private static QuoteRecord hidden(String provider, String cost) {
    QuoteRecord q = quote(provider, cost);
    return new QuoteRecord(
        q.corridor(),
        q.tier(),
        false,
        q.feePct(),
        q.fxMarginPct(),
        q.totalCostPct(),
        q.fee(),
        q.service());
  }

  private static QuoteOutcome of(QuotedMarket indicator, QuoteRecord... quotes) {
    return indicator.of(new QuoteCell(List.of(quotes), List.of()));
  }

  @Test
  void aPriceChangeIsThatOfServicesQuotedBothTimes() {
    QuoteCell cell =
        new QuoteCell(
            List.of(quote("A", "3"), quote("B", "4.5"), quote("new", "9"), hidden("C", "1")),
            List.of(quote("A", "2"), quote("B", "5"), quote("gone", "1"), quote("C", "8")));
    QuoteOutcome change = QuotedMarket.A19_200.of(cell);
    // A + 1, B - 0.5; the new one, the one that is gone and the one that hides its price are none.
    assertThat(change.value().orElseThrow()).isCloseTo(0.25, within(1e-12));
    assertThat(change.services()).isEqualTo(2);
    assertThat(change.excluded())
        .isEqualTo(Map.of("NEW_SERVICE", 1L, "GONE_SERVICE", 2L, "NOT_DISCLOSED", 1L));
  }

  @Test
  void aServiceQuotedAtSeveralPlacesCountsOnceInAPriceChange() {
    QuoteCell cell =
        new QuoteCell(
            List.of(quote("A", "3"), quote("A", "5"), quote("B", "2")),
            List.of(quote("A", "3"), quote("B", "3")));
    // A from 3 to (3 + 5) / 2 = 4, B from 3 to 2.
    assertThat(QuotedMarket.A19_200.of(cell).value().orElseThrow()).isZero();
  }

  @Test
  void withoutAQuarterBeforeThereIsNoChange() {
    QuoteOutcome change = of(QuotedMarket.A19_200, quote("A", "3"));
    assertThat(change.value()).isEmpty();
    assertThat(change.nullReason()).isEqualTo("NO_PRIOR");
  }

  @Test
  void theOperatorsIndexTakesThoseOfNearlyAllCorridors() {
    // Of two corridors 85 % are both: A is in both, B in one.
    QuoteOutcome index =
        of(
            QuotedMarket.A13_200,
            quote("RUS-TJK", "A", "CASH", "2"),
            quote("RUS-ARM", "A", "CASH", "5"),
            quote("RUS-ARM", "B", "CASH", "20"));
    assertThat(index.value().orElseThrow()).isCloseTo(3.5, within(1e-12));
    assertThat(index.excluded()).isEqualTo(Map.of("FEW_CORRIDORS", 1L));
  }

  @Test
  void fivePercentItselfIsNotAboveAndNotBelow() {
    QuoteRecord[] five = {quote("A", "5"), quote("B", "5"), quote("C", "5")};
    assertThat(of(QuotedMarket.A17, five).value()).contains(0.0);
    assertThat(of(QuotedMarket.A16_LT5, five).value()).contains(0.0);
    QuoteRecord[] more = {quote("A", "5"), quote("B", "5"), quote("C", "5.000000000001")};
    assertThat(of(QuotedMarket.A17, more).value()).contains(1.0);
  }

  @Test
  void whereNothingQualifiesForSmartThereIsNoFlagOfIt() {
    QuoteRecord far =
        new QuoteRecord(
            "RUS-TJK",
            200,
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new BigDecimal("9")),
            Optional.empty(),
            new QuoteRecord.Service("A", "MTO", "AGENT", "CASH", "CASH", "D6PLUS", "HIGH"));
    assertThat(of(QuotedMarket.A17, far).value()).isEmpty();
    assertThat(of(QuotedMarket.A17, far).nullReason()).isEqualTo("SMART_NONE");
    assertThat(of(QuotedMarket.A17_AVG, far).value()).contains(1.0);
  }

  @Test
  void aSpreadNeedsMoreThanOneAndARatioNeedsACostAboveZero() {
    assertThat(of(QuotedMarket.A20_SD, quote("A", "3")).value()).isEmpty();
    assertThat(of(QuotedMarket.A20_RANGE, quote("A", "3")).value()).contains(0.0);
    // Promotions: the first decile of -1 and 3 is -0.6.
    assertThat(of(QuotedMarket.A20_P90P10, quote("A", "-1"), quote("B", "3")).nullReason())
        .isEqualTo("DEN_ZERO");
  }

  @Test
  void whatIsDigitalIsUnknownOnlyWhereItIsNotDecided() {
    assertThat(service("CARD", "APP", "ACCOUNT")).isEqualTo("YES");
    assertThat(service("CARD", "AGENT", "ACCOUNT")).isEqualTo("NO");
    assertThat(service("CASH", "U", "ACCOUNT")).isEqualTo("NO");
    assertThat(service("CARD", "U", "ACCOUNT")).isEqualTo("U");
  }

  private static String service(String funding, String channel, String payout) {
    return new QuoteRecord.Service("A", "MTO", channel, funding, payout, "LT1H", "HIGH")
        .isDigital();
  }
}
