package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.remitlake.time.Quarter;

class HouseholdModelTest {
  private static final Request REQUEST =
      new Request(
          11, 1_000, Quarter.parse("2020-Q1"), Quarter.parse("2021-Q4"), 5_000, Defects.NONE, 20);
  private static final Population POPULATION = Population.of(REQUEST);
  private static final List<SurveyWave> WAVES = SurveyWave.of(REQUEST);

  /** One answer with its place in the design. */
  private record Answer(String stratum, String psu, double weight, double value) {}

  @ParameterizedTest
  @EnumSource(Country.class)
  void sharesAreThoseOfTheModelWithinSamplingError(Country country) {
    for (SurveyWave wave : WAVES) {
      List<Answer> receiving = new ArrayList<>();
      List<Answer> accounts = new ArrayList<>();
      for (Household h : households(country, wave)) {
        if (!h.visit().complete()) {
          continue;
        }
        add(receiving, h, h.visit().weight(), h.told().received());
        boolean one = h.members().stream().anyMatch(Member::selected);
        long weight = h.visit().weight() * (one ? h.adults() : 1);
        h.members().forEach(m -> add(accounts, h, weight, m.account()));
      }
      assertNear(receiving, country.receiving(wave.index()));
      assertNear(accounts, country.account(wave.index()));
    }
  }

  private static void add(List<Answer> answers, Household h, long weight, long told) {
    if (told >= 0) {
      answers.add(new Answer(h.visit().stratum(), h.visit().psu(), weight, told));
    }
  }

  /** Linearised standard error, places with replacement within strata. */
  private static void assertNear(List<Answer> answers, double truth) {
    double total = answers.stream().mapToDouble(Answer::weight).sum();
    double share = answers.stream().mapToDouble(a -> a.weight() * a.value()).sum() / total;
    Map<String, Map<String, Double>> places = new TreeMap<>();
    for (Answer a : answers) {
      places
          .computeIfAbsent(a.stratum(), s -> new TreeMap<>())
          .merge(a.psu(), a.weight() * (a.value() - share) / total, Double::sum);
    }
    double variance = 0;
    for (Map<String, Double> z : places.values()) {
      double mean = z.values().stream().mapToDouble(v -> v).average().orElseThrow();
      double squares = z.values().stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      variance += squares * z.size() / (z.size() - 1);
    }
    assertThat(Math.sqrt(variance)).isLessThan(0.03);
    assertThat(share).isCloseTo(truth, within(4 * Math.sqrt(variance)));
  }

  @ParameterizedTest
  @EnumSource(Country.class)
  void everyStratumHasPlacesAndWeightsAddUpToTheCountry(Country country) {
    List<Household> households = households(country, WAVES.get(1));
    Map<String, Set<String>> places = new HashMap<>();
    for (Household h : households) {
      places.computeIfAbsent(h.visit().stratum(), s -> new HashSet<>()).add(h.visit().psu());
      assertThat(h.visit().weight() > 0).isEqualTo(h.visit().complete());
    }
    assertThat(places.values()).allMatch(p -> p.size() >= 2);
    assertThat(places.values().stream().mapToInt(Set::size).sum()).isGreaterThanOrEqualTo(100);
    double sum = households.stream().mapToLong(h -> h.visit().weight()).sum() / 100.0;
    assertThat(sum).isCloseTo(country.households(), within(country.households() * 0.001));
    long heaviest = households.stream().mapToLong(h -> h.visit().weight()).max().orElseThrow();
    assertThat(heaviest).isLessThan((long) (20 * sum * 100 / households.size()));
  }

  @Test
  void halfOfTheLaterWaveWasThereInTheFirst() {
    Set<String> first = panel(WAVES.get(0));
    Set<String> second = panel(WAVES.get(1));
    assertThat(second).hasSameSizeAs(first);
    second.retainAll(first);
    assertThat(second.size()).isEqualTo(first.size() / 2);
  }

  private static Set<String> panel(SurveyWave wave) {
    return households(Country.TJK, wave).stream()
        .map(h -> h.visit().panelId())
        .collect(Collectors.toSet());
  }

  @Test
  void fourOfFiveVisitsAreInterviewsAndOneInTwentyHidesItsIncome() {
    List<Household> households = households(Country.TJK, WAVES.get(0));
    List<Household> complete = households.stream().filter(h -> h.visit().complete()).toList();
    assertThat(complete.size() / (double) households.size()).isCloseTo(0.85, within(0.03));
    double hidden =
        complete.stream().filter(h -> h.told().income() < 0).count() / (double) complete.size();
    assertThat(hidden).isCloseTo(0.055, within(0.025));
  }

  @Test
  void interviewNumbersAreUniqueInBothWritings() {
    Set<Integer> numbers = new HashSet<>();
    Set<String> hex = new HashSet<>();
    Set<String> pairs = new HashSet<>();
    for (Country country : Country.values()) {
      for (SurveyWave wave : WAVES) {
        for (Household h : households(country, wave)) {
          int number = h.visit().number();
          numbers.add(number);
          hex.add(Uids.hex(11, number));
          pairs.add(Uids.pairs(11, number));
        }
      }
    }
    assertThat(numbers).hasSize(2 * 2 * 100 * 20);
    assertThat(hex).hasSameSizeAs(numbers);
    assertThat(pairs)
        .hasSameSizeAs(numbers)
        .allMatch(p -> p.matches("\\d\\d-\\d\\d-\\d\\d-\\d\\d"));
  }

  private static List<Household> households(Country country, SurveyWave wave) {
    return new HouseholdModel(POPULATION, country, wave).households();
  }
}
