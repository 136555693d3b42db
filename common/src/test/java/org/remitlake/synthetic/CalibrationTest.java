package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.synthetic.Event.Status;

/** The catalogue's §11, within what a sample of this size allows. */
class CalibrationTest {
  private static List<Transfer> year2021;
  private static List<Transfer> year2023;
  private static FxBook fx;

  @BeforeAll
  static void draw() {
    Population population =
        Population.of(Requests.of(11, 120_000, "2021-Q1", "2021-Q4", Defects.NONE));
    fx = population.fx();
    year2021 = first(population);
    year2023 = first(Population.of(Requests.of(11, 60_000, "2023-Q1", "2023-Q4", Defects.NONE)));
  }

  @Test
  void theNumberOfTransfersIsAboutWhatWasAskedFor() {
    assertThat(year2021.size()).isBetween(114_000, 126_000);
    assertThat(year2023.size()).isBetween(56_000, 64_000);
  }

  @Test
  void workersSendAbout140DollarsToTajikistanAnd200ToArmenia() {
    // Medians of the §11.1 mixtures by simulation: 139 and 199, before rounding to thousands.
    assertThat(medianUsd(Corridor.RUS_TJK)).isBetween(125.0, 155.0);
    assertThat(medianUsd(Corridor.RUS_ARM)).isBetween(180.0, 220.0);
  }

  @Test
  void mostAmountsAreRound() {
    Predicate<Transfer> roubles = t -> t.amounts().sendCurrency() == Currency.RUB;
    assertThat(share(year2021, roubles, t -> t.amounts().send() % 50_000 == 0))
        .isCloseTo(0.88, within(0.05));
  }

  @Test
  void theYearHasItsSeason() {
    double winter = month(Corridor.RUS_TJK, 1) + month(Corridor.RUS_TJK, 2);
    double autumn = month(Corridor.RUS_TJK, 10) + month(Corridor.RUS_TJK, 11);
    assertThat(autumn / winter).isCloseTo((1.22 + 1.22) / (0.62 + 0.60), within(0.25));
    double december = month(Corridor.RUS_ARM, 12) / month(Corridor.RUS_ARM, 1);
    assertThat(december).isCloseTo(1.37 / 0.66, within(0.25));
  }

  @Test
  void sendersSendSixToSevenTimesAYear() {
    Map<Long, Long> senders =
        year2021.stream()
            .filter(t -> t.corridor() == Corridor.RUS_TJK)
            .collect(Collectors.groupingBy(t -> t.parties().sender(), Collectors.counting()));
    double mean = senders.values().stream().mapToLong(Long::longValue).average().orElseThrow();
    // Seen are only those who sent: a tenth did not. Half of the rates' spread is between persons.
    assertThat(mean).isBetween(6.5, 8.0);
  }

  @Test
  void providersHaveTheirShares() {
    assertThat(share(year2021, to(Corridor.RUS_TJK), by(Provider.MTO_01)))
        .isCloseTo(0.80, within(0.02));
    assertThat(share(year2023, to(Corridor.RUS_TJK), by(Provider.MTO_01)))
        .isCloseTo(0.45, within(0.03));
    assertThat(share(year2021, to(Corridor.RUS_ARM), by(Provider.BANK_01)))
        .isCloseTo(0.25, within(0.02));
    assertThat(share(year2023, to(Corridor.RUS_TJK), by(Provider.FIN_01))).isZero();
  }

  @Test
  void cashGivesWay() {
    Predicate<Transfer> cash = t -> t.service().paysCash();
    assertThat(share(year2021, to(Corridor.RUS_TJK), cash)).isCloseTo(0.72, within(0.03));
    assertThat(share(year2021, to(Corridor.RUS_ARM), cash)).isCloseTo(0.75, within(0.03));
    assertThat(share(year2023, to(Corridor.RUS_TJK), cash)).isCloseTo(0.45, within(0.03));
    assertThat(share(year2023, to(Corridor.RUS_ARM), cash)).isCloseTo(0.45, within(0.03));
  }

  @Test
  void someArriveInRoublesAndAreConvertedByABankNobodyHears() {
    Predicate<Transfer> russia = t -> t.corridor().fromRussia();
    Predicate<Transfer> unconverted = t -> t.amounts().appliedRate() == 0;
    assertThat(share(year2021, russia, unconverted)).isBetween(0.03, 0.05);
    assertThat(share(year2023, russia, unconverted)).isBetween(0.03, 0.05);
    assertThat(year2021.stream().filter(unconverted).noneMatch(t -> t.service().paysCash()))
        .isTrue();
  }

  @Test
  void marginsAreThoseOfTheTariffs() {
    assertThat(margin(Tariff.CASH)).isCloseTo(1.0, within(0.05));
    assertThat(margin(Tariff.APP)).isCloseTo(1.7, within(0.05));
    assertThat(margin(Tariff.CARD)).isCloseTo(0.5, within(0.05));
    assertThat(margin(Tariff.WALLET)).isCloseTo(1.5, within(0.05));
  }

  @Test
  void almostAllArePaid() {
    Predicate<Transfer> any = t -> true;
    assertThat(share(year2021, any, t -> t.event().status() == Status.CANCELLED))
        .isCloseTo(0.025, within(0.002));
    assertThat(share(year2021, any, t -> t.event().status() == Status.REFUNDED))
        .isCloseTo(0.010, within(0.002));
  }

  @Test
  void relocationIsArmeniaAfterMarch2022AndLarge() {
    assertThat(year2021).noneMatch(t -> t.parties().relocation());
    Predicate<Transfer> relocation = t -> t.parties().relocation();
    assertThat(share(year2023, to(Corridor.RUS_ARM), relocation))
        .isCloseTo(0.30 / 1.30, within(0.04));
    assertThat(share(year2023, to(Corridor.RUS_TJK), relocation)).isZero();
  }

  private static List<Transfer> first(Population population) {
    return population.units().stream()
        .flatMap(unit -> population.transfers(unit).stream())
        .filter(row -> row.event().seq() == 1)
        .toList();
  }

  private static Predicate<Transfer> to(Corridor corridor) {
    return t -> t.corridor() == corridor;
  }

  private static Predicate<Transfer> by(Provider provider) {
    return t -> t.provider() == provider;
  }

  private static double share(
      List<Transfer> rows, Predicate<Transfer> of, Predicate<Transfer> which) {
    double all = rows.stream().filter(of).count();
    return rows.stream().filter(of.and(which)).count() / all;
  }

  private static double month(Corridor corridor, int month) {
    return year2021.stream()
        .filter(to(corridor))
        .filter(t -> PopulationTest.pricingDate(t).getMonthValue() == month)
        .count();
  }

  private static double medianUsd(Corridor corridor) {
    double[] usd =
        year2021.stream()
            .filter(to(corridor))
            .filter(t -> t.amounts().sendCurrency() == Currency.RUB)
            .mapToDouble(t -> t.amounts().send() / 100.0 / dollar(t))
            .sorted()
            .toArray();
    return usd[usd.length / 2];
  }

  private static double dollar(Transfer t) {
    LocalDate date = PopulationTest.pricingDate(t);
    return fx.rate(Bank.CBR, Currency.USD, FxPath.index(date));
  }

  private static double margin(Tariff tariff) {
    return year2021.stream()
        .filter(t -> t.service().tariff() == tariff && t.amounts().appliedRate() != 0)
        .mapToDouble(CalibrationTest::margin)
        .average()
        .orElseThrow();
  }

  private static double margin(Transfer t) {
    int day = FxPath.index(PopulationTest.pricingDate(t));
    double m = fx.reference(t.corridor(), t.amounts().sendCurrency(), day);
    return 100 * (1 - t.amounts().appliedRate() / 1_000_000.0 / m);
  }
}
