package org.remitlake.funder;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Catalogue 8.5, rounding, and 8.1, achievement. */
class RoundingTest {
  private static final Register REGISTER = new Register(List.of());

  @ParameterizedTest
  @CsvSource({
    "B03, number, 12.0, 10", // counts to 5
    "B03, number, 12.5, 15",
    "B01, persons, 87, 85",
    "B04, USD, 105499.99, 105000", // sums of money to 1 000
    "B04, USD, 105500, 106000",
    "B05, LCU, 1499.5, 1000",
    "B09, USD, 133.5, 134", // means and medians of money to 1
    "A30, %, 1.85, 1.9", // 1.85 as a double lies below 1.85: its shortest decimal counts
    "A30, %, 1.849, 1.8",
    "A30, %, -0.25, -0.3", // halves away from zero
    "B06, number, 2.345, 2.35",
    "E11, 0/1, 0.0985, 0.099"
  })
  void halvesGoUp(String id, String unit, double value, String rounded) {
    Rounding rounding = Rounding.of(REGISTER.forFunders(id, "_T").orElseThrow(), unit);
    assertThat(rounding.of(value)).isEqualByComparingTo(rounded);
  }

  @ParameterizedTest
  @CsvSource({"10, 10", "12, 10", "13, 15", "17, 15", "18, 20", "0, 0"})
  void numbersOfPersonsAreMultiplesOfFive(long persons, long shown) {
    assertThat(Rounding.count(persons)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    // baseline, target, actual, achieved, light
    "10, 20, 19, 90.0, green",
    "10, 20, 18.9, 89.0, amber",
    "10, 20, 16, 60.0, amber",
    "10, 20, 15.9, 59.0, red",
    "10, 20, 8, -20.0, red",
    "6, 3, 3.3, 90.0, green" // a cost that falls
  })
  void achievementIsTheWayGone(
      BigDecimal baseline, BigDecimal target, BigDecimal actual, BigDecimal percent, String light) {
    Targeted agreed = new Targeted(baseline, LocalDate.of(2020, 1, 1), target);
    assertThat(Achievement.percent(actual, agreed)).contains(percent);
    assertThat(Achievement.light(percent, agreed, "A", Optional.empty())).isEqualTo(light);
    assertThat(Achievement.light(percent, agreed, "D", Optional.empty())).isEqualTo("grey");
  }

  @Test
  void withoutAWayToGoNothingIsAchieved() {
    Targeted flat = new Targeted(BigDecimal.TEN, LocalDate.of(2020, 1, 1), BigDecimal.TEN);
    assertThat(Achievement.percent(BigDecimal.ONE, flat)).isEmpty();
  }

  @Test
  void anIntervalOverBothBaselineAndTargetIsGrey() {
    Targeted agreed =
        new Targeted(BigDecimal.TEN, LocalDate.of(2020, 1, 1), BigDecimal.valueOf(20));
    Figure.Precision wide =
        new Figure.Precision(
            Optional.of(3.0), Optional.of(9.0), Optional.of(21.0), Optional.of(20.0));
    assertThat(Achievement.light(BigDecimal.valueOf(95), agreed, "A", Optional.of(wide)))
        .isEqualTo("grey");
  }
}
