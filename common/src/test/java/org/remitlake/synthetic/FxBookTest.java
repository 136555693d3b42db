package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.remitlake.time.Quarter;

class FxBookTest {
  private static final LocalDate CHANGE = LocalDate.of(2018, 1, 1);
  private static final FxBook BOOK = new FxBook(4, CHANGE);

  @Test
  void yearsKeepTheLevelsTheyAreAnchoredAt() {
    // The catalogue's §11.5; shocks of the stress years move a yearly mean by several percent.
    assertThat(mean(Bank.NBT, Currency.RUB, 2018)).isCloseTo(0.146, within(0.012));
    assertThat(mean(Bank.NBT, Currency.RUB, 2021)).isCloseTo(0.154, within(0.012));
    assertThat(mean(Bank.CBA, Currency.RUB, 2019)).isCloseTo(7.4, within(0.6));
    assertThat(mean(Bank.CBR, Currency.USD, 2019)).isCloseTo(64.7, within(5.0));
    assertThat(mean(Bank.CBR, Currency.USD, 2024)).isCloseTo(92.5, within(7.0));
  }

  @Test
  void crossRatesAgreeWithinThreeTenthsOfAPercent() {
    for (LocalDate day = CHANGE; day.getYear() < 2024; day = day.plusDays(1)) {
      int at = FxPath.index(day);
      double direct = BOOK.rate(Bank.NBT, Currency.RUB, at);
      double cross = BOOK.rate(Bank.NBT, Currency.USD, at) / BOOK.rate(Bank.CBR, Currency.USD, at);
      assertThat(direct / cross).as("%s", day).isCloseTo(1, within(0.003));
      assertThat(direct * BOOK.rate(Bank.CBR, Currency.TJS, at)).isCloseTo(1, within(0.003));
    }
  }

  @Test
  void theRateRestsOnSundayAndMonday() {
    for (LocalDate day = CHANGE; day.getYear() < 2019; day = day.plusDays(1)) {
      if (!FxPath.newRate(day)) {
        assertThat(BOOK.value(Bank.CBA, Currency.USD, FxPath.index(day)))
            .isEqualTo(BOOK.value(Bank.CBA, Currency.USD, FxPath.index(day.minusDays(1))));
      }
    }
  }

  @Test
  void aNominalMayChangeAndTheRateDoesNot() {
    int before = FxPath.index(CHANGE.minusDays(1));
    assertThat(BOOK.nominal(Bank.NBT, Currency.RUB, before)).hasValue(10);
    assertThat(BOOK.nominal(Bank.NBT, Currency.RUB, before + 1)).hasValue(1);
    double ratio =
        BOOK.rate(Bank.NBT, Currency.RUB, before + 1) / BOOK.rate(Bank.NBT, Currency.RUB, before);
    assertThat(ratio).isCloseTo(1, within(0.05));
  }

  @Test
  void march2022FallsByAboutAThirdAndRises() {
    double before = rate(LocalDate.of(2022, 2, 22));
    double bottom = rate(LocalDate.of(2022, 3, 12));
    double june = rate(LocalDate.of(2022, 6, 25));
    assertThat(bottom / before).isCloseTo(0.70, within(0.12));
    assertThat(june / bottom).isCloseTo(1.60, within(0.35));
  }

  @Test
  void theSeedsRateOfADateDoesNotDependOnThePeriodAskedFor() {
    FxBook narrow = Population.of(Requests.of(4, 100, "2020-Q1", "2020-Q1", Defects.NONE)).fx();
    FxBook wide = Population.of(Requests.of(4, 100, "2016-Q1", "2023-Q4", Defects.NONE)).fx();
    int day = FxPath.index(new Quarter(2020, 1).firstDay());
    assertThat(narrow.value(Bank.CBR, Currency.USD, day))
        .isEqualTo(wide.value(Bank.CBR, Currency.USD, day));
  }

  private static double rate(LocalDate day) {
    return BOOK.rate(Bank.NBT, Currency.RUB, FxPath.index(day));
  }

  private static double mean(Bank bank, Currency currency, int year) {
    int first = FxPath.index(LocalDate.of(year, 1, 1));
    return IntStream.range(first, first + 365)
        .mapToDouble(day -> BOOK.rate(bank, currency, day))
        .average()
        .orElseThrow();
  }
}
