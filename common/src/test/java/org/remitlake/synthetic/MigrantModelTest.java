package org.remitlake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.time.Quarter;

/** Shares in 10 000 households against values worked by hand from the parameters beside them. */
class MigrantModelTest {
  private static final Request REQUEST =
      new Request(
          11, 1_000, Quarter.parse("2020-Q1"), Quarter.parse("2021-Q4"), 5_000, Defects.NONE, 100);
  private static final Population POPULATION = Population.of(REQUEST);
  private static final List<SurveyWave> WAVES = SurveyWave.of(REQUEST);

  /** A household's weight and what it says of its migrants. */
  private record Home(Household household, List<Map<String, String>> migrants) {
    long weight() {
      return household.visit().weight();
    }
  }

  private static List<Home> first;
  private static List<Home> second;

  @BeforeAll
  static void draw() {
    first = homes(WAVES.get(0));
    second = homes(WAVES.get(1));
  }

  private static List<Home> homes(SurveyWave wave) {
    MigrantModel model = new MigrantModel(POPULATION, Country.TJK, wave);
    return new HouseholdModel(POPULATION, Country.TJK, wave)
        .households().stream().map(h -> new Home(h, model.of(h))).toList();
  }

  private static double perHousehold(List<Home> homes, ToDoubleFunction<Home> value) {
    double sum = homes.stream().mapToDouble(h -> h.weight() * value.applyAsDouble(h)).sum();
    return sum / homes.stream().mapToLong(Home::weight).sum();
  }

  private static boolean isMigrant(Map<String, String> row) {
    return row.get("is_abroad").equals("true") || number(row, "months_abroad_12m") >= 3;
  }

  private static int number(Map<String, String> row, String field) {
    return Integer.parseInt(row.get(field));
  }

  /** Away for three months; back within five years, for six months or to stay. */
  private static boolean isReturnee(Map<String, String> row) {
    if (row.get("is_abroad").equals("true")) {
      return false;
    }
    LocalDate left = LocalDate.parse(row.get("departed_on"));
    boolean isLong = !left.plusMonths(3).isAfter(LocalDate.parse(row.get("returned_on")));
    int home = number(row, "months_home");
    boolean stays = home >= 6 || row.get("intends_to_stay").equals("true");
    return isLong && home <= 60 && stays;
  }

  /** The share of yes among rows that say yes or no. */
  private static double share(
      Predicate<Map<String, String>> asked, String field, Predicate<String> yes) {
    double over = 0;
    double under = 0;
    for (Home home : first) {
      for (Map<String, String> row : home.migrants()) {
        String told = row.getOrDefault(field, "");
        if (asked.test(row) && !told.isEmpty() && !told.startsWith("?")) {
          under += home.weight();
          over += yes.test(told) ? home.weight() : 0;
        }
      }
    }
    return over / under;
  }

  private static double share(String field) {
    return share(MigrantModelTest::isMigrant, field, "true"::equals);
  }

  @Test
  void householdsWithMigrantsAreThoseOfTheModel() {
    // A list: 0.70 · 0.30 + 0.05 · 0.70 = 0.245; one on it is a migrant with 0.75 + 0.25 · 9/20 ·
    // 0.95 = 0.856875; of a list nobody is with 0.143125 · (1 - 0.2 · 0.856875) = 0.118597.
    // 0.245 · 0.881403 = 0.2159; the standard error is about 0.005.
    double share =
        perHousehold(
            first, h -> h.migrants().stream().anyMatch(MigrantModelTest::isMigrant) ? 1 : 0);
    assertThat(share).isCloseTo(0.2159, within(0.02));
    // 0.245 · 1.2 · 0.856875.
    double persons =
        perHousehold(first, h -> h.migrants().stream().filter(MigrantModelTest::isMigrant).count());
    assertThat(persons).isCloseTo(0.2519, within(0.025));
    // 0.95 · (0.245 · 1.2 · 0.25 · (15 + 5 · 0.45) / 20 + 0.03 · 37/60).
    double returnees =
        perHousehold(
            first, h -> h.migrants().stream().filter(MigrantModelTest::isReturnee).count());
    assertThat(returnees).isCloseTo(0.0778, within(0.012));
  }

  @Test
  void sharesOfMigrantsAreThoseOfTheModel() {
    assertThat(share(MigrantModelTest::isMigrant, "sex", "F"::equals))
        .isCloseTo(0.16, within(0.03));
    assertThat(share(MigrantModelTest::isMigrant, "dest", "RUS"::equals))
        .isCloseTo(0.93, within(0.025));
    assertThat(share("works")).as("winter").isCloseTo(0.76, within(0.04));
    assertThat(share("contract_written")).isCloseTo(0.25, within(0.04));
    assertThat(share(MigrantModelTest::isMigrant, "stay_status", s -> !s.equals("NONE")))
        .isCloseTo(0.70, within(0.04));
    // (0.70 · 0.30 · 0.95 + 0.05 · 0.70 · 0.10) / 0.245.
    assertThat(share("remits_12m")).isCloseTo(0.8286, within(0.035));
    assertThat(share("account_dest")).isCloseTo(0.55, within(0.045));
    assertThat(share(r -> true, "return_intent", s -> s.compareTo("4") >= 0))
        .isCloseTo(0.35, within(0.04));
    assertThat(share(r -> true, "policy_in_force", s -> !s.equals("NONE")))
        .isCloseTo(0.12, within(0.03));
  }

  @Test
  void workAbroadIsBelowTheEducationAndTheWorkBefore() {
    Predicate<Map<String, String>> isTertiary =
        r -> isMigrant(r) && r.get("edu_isced").compareTo("5") >= 0;
    assertThat(share(isTertiary, "isco_abroad", c -> c.compareTo("4") >= 0))
        .isCloseTo(0.70, within(0.09));
    // 0.45 · (0.18 · 0.70 + 0.82 · 0.94) = 0.4036, of those with a job before.
    double lower = 0;
    double all = 0;
    for (Home home : first) {
      for (Map<String, String> row : home.migrants()) {
        if (isMigrant(row) && !row.get("isco_before").isEmpty()) {
          all += home.weight();
          boolean isLower = level(row.get("isco_abroad")) < level(row.get("isco_before"));
          lower += isLower ? home.weight() : 0;
        }
      }
    }
    assertThat(lower / all).isCloseTo(0.4036, within(0.045));
  }

  /** ISCO-08's skill level of a major group; managers are at 3 and 4. */
  private static int level(String code) {
    return switch (code.charAt(0)) {
      case '1', '2' -> 4;
      case '3' -> 3;
      case '9' -> 1;
      default -> 2;
    };
  }

  @Test
  void whoMeantToReturnIsBackMoreOften() {
    Map<String, Map<String, String>> later = new HashMap<>();
    second.forEach(h -> h.migrants().forEach(row -> later.put(row.get("panel_id"), row)));
    double[] back = new double[2];
    double[] traced = new double[2];
    for (Home home : first) {
      for (Map<String, String> row : home.migrants()) {
        String intent = row.getOrDefault("return_intent", "?");
        Map<String, String> now = later.get(row.get("panel_id"));
        if (now != null && !intent.startsWith("?")) {
          assertThat(now.get("sex")).as("the same person").isEqualTo(row.get("sex"));
          int group = intent.compareTo("4") >= 0 ? 1 : 0;
          traced[group]++;
          back[group] += now.get("is_abroad").equals("false") ? 1 : 0;
        }
      }
    }
    // 0.6 · 0.25 / 0.35 + 0.4 · 0.25; of the others the coin alone, 0.4 · 0.25.
    assertThat(back[1] / traced[1]).isCloseTo(0.5286, within(0.08));
    assertThat(back[0] / traced[0]).isCloseTo(0.10, within(0.04));
  }

  @Test
  void whoIsBackIsOnTheRosterWithTheSameSexAndAge() {
    int linked = 0;
    for (Home home : first) {
      for (Map<String, String> row : home.migrants()) {
        if (row.containsKey("person_no")) {
          linked++;
          Member member = home.household().members().get(number(row, "person_no") - 1);
          assertThat(member.female()).isEqualTo(row.get("sex").equals("F"));
          assertThat(member.age()).isEqualTo(number(row, "age"));
          assertThat(row).containsEntry("is_abroad", "false");
        }
      }
    }
    assertThat(linked).isGreaterThan(300);
  }
}
