package org.remitlake.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.money.ReferenceRates.Daily;
import org.remitlake.money.ReferenceRates.Rate;
import org.remitlake.time.Quarter;

/** Catalogue 2.6, with values worked by hand. */
class ReferenceRatesTest {
  private static final String TJK = "RUS-TJK";
  private static final Quarter Q1 = new Quarter(2024, 1);

  private static Rate rate(String source, String base, String quote, String date, String value) {
    return new Rate(source, base, quote, LocalDate.parse(date), new BigDecimal(value));
  }

  private static Optional<BigDecimal> on(
      ReferenceRates rates, String corridor, String from, String to, String day) {
    return rates.daily(corridor, Quarter.of(LocalDate.parse(day))).stream()
        .filter(d -> d.from().equals(from) && d.to().equals(to))
        .filter(d -> d.date().equals(LocalDate.parse(day)))
        .map(Daily::rate)
        .findFirst();
  }

  /** NBT says 0.1340 somoni per rouble, the Bank of Russia 87.6124 roubles per 10 somoni. */
  private static List<Rate> bothBanks(String date) {
    return List.of(
        rate("NBT", "RUB", "TJS", date, "0.1340"), rate("CBR", "TJS", "RUB", date, "8.76124"));
  }

  @Test
  void theReceivingCountrysBankComesFirst() {
    ReferenceRates rates = new ReferenceRates(bothBanks("2024-02-15"));
    assertThat(rates.source(TJK, Q1)).contains("NBT");
    assertThat(rates.isFallback(TJK, Q1)).isFalse();
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-15"))
        .contains(new BigDecimal("0.134000000000"));
  }

  @Test
  void aMistakenYearAddsDaysAndNotCenturies() {
    List<Rate> rates = new ArrayList<>(bothBanks("2024-02-15"));
    rates.addAll(bothBanks("3024-02-15"));
    // Each day and the twelve after it.
    assertThat(new ReferenceRates(rates).days())
        .hasSize(26)
        .contains(LocalDate.parse("2024-02-27"), LocalDate.parse("3024-02-27"))
        .doesNotContain(LocalDate.parse("2024-02-28"));
  }

  @Test
  void theInverseOfTheSendingCountrysBankComesSecond() {
    ReferenceRates rates =
        new ReferenceRates(List.of(rate("CBR", "TJS", "RUB", "2024-02-15", "8.76124")));
    assertThat(rates.source(TJK, Q1)).contains("CBR");
    assertThat(rates.isFallback(TJK, Q1)).isTrue();
    // 1 / 8.76124 = 0.11413909446608…
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-15"))
        .contains(new BigDecimal("0.114139094466"));
  }

  @Test
  void aCrossRateIsTakenWithinOneBank() {
    // 10.72 somoni per dollar and 0.1340 per rouble: 80 roubles per dollar.
    ReferenceRates rates =
        new ReferenceRates(
            List.of(
                rate("NBT", "RUB", "TJS", "2024-02-15", "0.1340"),
                rate("NBT", "USD", "TJS", "2024-02-15", "10.72"),
                rate("CBR", "USD", "RUB", "2024-02-15", "91.5")));
    assertThat(on(rates, TJK, "USD", "RUB", "2024-02-15"))
        .contains(new BigDecimal("80.000000000000"));
    assertThat(on(rates, TJK, "RUB", "USD", "2024-02-15"))
        .contains(new BigDecimal("0.012500000000"));
    assertThat(on(rates, TJK, "USD", "TJS", "2024-02-15"))
        .contains(new BigDecimal("10.720000000000"));
    assertThat(on(rates, TJK, "RUB", "RUB", "2024-02-15"))
        .contains(new BigDecimal("1.000000000000"));
  }

  @Test
  void aQuarterHasOneSourceThatOfTheMostDays() {
    List<Rate> published = new ArrayList<>();
    // NBT on one day counts for seven days, CBR every sixth day for all of the quarter.
    published.add(rate("NBT", "RUB", "TJS", "2024-02-15", "0.1340"));
    for (LocalDate day = Q1.firstDay(); day.isBefore(Q1.endExclusive()); day = day.plusDays(6)) {
      published.add(rate("CBR", "TJS", "RUB", day.toString(), "8"));
    }
    ReferenceRates rates = new ReferenceRates(published);
    assertThat(rates.source(TJK, Q1)).contains("CBR");
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-15"))
        .contains(new BigDecimal("0.125000000000"));
  }

  @Test
  void aWeekendTakesTheRateOfTheFridayBeforeAndNoneIsTakenFromTheFuture() {
    ReferenceRates rates =
        new ReferenceRates(
            List.of(
                rate("NBT", "RUB", "TJS", "2024-02-16", "0.12"),
                rate("NBT", "RUB", "TJS", "2024-02-19", "0.16")));
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-15")).isEmpty();
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-16"))
        .contains(new BigDecimal("0.120000000000"));
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-18"))
        .contains(new BigDecimal("0.120000000000"));
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-19"))
        .contains(new BigDecimal("0.160000000000"));
  }

  // Six days at most; twelve for days from 28 December to 15 January.
  @ParameterizedTest
  @CsvSource({
    "2024-05-01, 2024-05-07, true",
    "2024-05-01, 2024-05-08, false",
    "2023-12-29, 2024-01-10, true",
    "2023-12-29, 2024-01-11, false",
    "2023-12-21, 2023-12-27, true",
    "2023-12-20, 2023-12-27, false",
    "2023-12-16, 2023-12-28, true",
    "2024-01-03, 2024-01-15, true",
    "2024-01-04, 2024-01-16, false",
    "2024-01-10, 2024-01-16, true"
  })
  void aRateGrowsTooOld(String published, String day, boolean counts) {
    ReferenceRates rates =
        new ReferenceRates(List.of(rate("NBT", "RUB", "TJS", published, "0.1340")));
    assertThat(on(rates, TJK, "RUB", "TJS", day).isPresent()).isEqualTo(counts);
  }

  @Test
  void withoutRatesThereIsNoSource() {
    ReferenceRates none = new ReferenceRates(List.of());
    assertThat(none.source(TJK, Q1)).isEmpty();
    assertThat(none.isFallback(TJK, Q1)).isFalse();
    assertThat(none.daily(TJK, Q1)).isEmpty();
  }

  @Test
  void aCorridorOfUnknownCountriesHasNoSource() {
    ReferenceRates rates = new ReferenceRates(bothBanks("2024-02-15"));
    assertThat(rates.source("DEU-KGZ", Q1)).isEmpty();
    assertThat(CentralBanks.currencyOf("DEU")).isEmpty();
    assertThat(CentralBanks.currencyOf("ARM")).contains("AMD");
  }

  @Test
  void theOrderInWhichRatesComeDoesNotMatter() {
    List<Rate> published = new ArrayList<>(bothBanks("2024-02-15"));
    published.addAll(bothBanks("2024-02-20"));
    List<Rate> turned = new ArrayList<>(published);
    java.util.Collections.reverse(turned);
    assertThat(new ReferenceRates(turned).daily(TJK, Q1))
        .isEqualTo(new ReferenceRates(published).daily(TJK, Q1));
  }

  @Test
  void aRateToAForeignCurrencyIsNotTakenForOneInTheBanksOwn() {
    // NBT's dollars per rouble among its somoni: 0.0125 must not become somoni per rouble.
    ReferenceRates rates =
        new ReferenceRates(
            List.of(
                rate("NBT", "RUB", "TJS", "2024-02-15", "0.1340"),
                rate("NBT", "RUB", "USD", "2024-02-15", "0.0125")));
    assertThat(on(rates, TJK, "RUB", "TJS", "2024-02-15"))
        .contains(new BigDecimal("0.134000000000"));
  }
}
