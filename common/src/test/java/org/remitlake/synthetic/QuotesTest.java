package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.time.Quarter;

class QuotesTest {
  private static final Quotes QUOTES =
      new Quotes(Population.of(Requests.of(9, 100, "2017-Q1", "2023-Q4", Defects.NONE)));

  @Test
  void theLevelIsTheWorldBanks() {
    // Remittance Prices Worldwide: RUSTJK 2017_3Q and 2021_4Q, RUSARM 2020_2Q, USD 200.
    assertThat(mean(Corridor.RUS_TJK, "2017-Q3")).isCloseTo(1.58625, within(0.01));
    assertThat(mean(Corridor.RUS_TJK, "2021-Q4")).isCloseTo(2.1275, within(0.01));
    assertThat(mean(Corridor.RUS_ARM, "2020-Q2")).isCloseTo(2.0, within(0.01));
  }

  @Test
  void aQuarterTheWorldBankDoesNotHaveTakesTheNearest() {
    assertThat(mean(Corridor.RUS_TJK, "2023-Q4")).isCloseTo(2.1275, within(0.01));
    assertThat(mean(Corridor.KAZ_TJK, "2021-Q4")).isCloseTo(2.1275, within(0.01));
  }

  @Test
  void everyCorridorHasSixServicesAndOneThatHidesItsMargin() {
    for (Corridor corridor : Corridor.values()) {
      List<Quote> quotes = quotes(corridor, "2022-Q4");
      assertThat(quotes).hasSizeGreaterThanOrEqualTo(12);
      assertThat(quotes)
          .filteredOn(quote -> !quote.offer().transparent())
          .isNotEmpty()
          .allMatch(quote -> quote.margin() == 0);
      assertThat(quotes.stream().map(quote -> quote.offer().speed()).distinct().count())
          .isGreaterThan(2);
    }
  }

  @Test
  void theStatedTotalIsFeeAndMargin() {
    for (Quote quote : QUOTES.of(Quarter.parse("2019-Q2"))) {
      double fee = 100.0 * quote.fee() / quote.send();
      double margin = 100 * (1 - quote.appliedRate() / (double) quote.interbankRate());
      assertThat(quote.total() / 10_000.0).isCloseTo(fee + margin, within(0.001));
    }
  }

  private static double mean(Corridor corridor, String quarter) {
    return quotes(corridor, quarter).stream()
            .filter(quote -> quote.tier() == 200 && quote.offer().transparent())
            .mapToLong(Quote::total)
            .average()
            .orElseThrow()
        / 10_000;
  }

  private static List<Quote> quotes(Corridor corridor, String quarter) {
    return QUOTES.of(Quarter.parse(quarter)).stream()
        .filter(quote -> quote.corridor() == corridor)
        .toList();
  }
}
