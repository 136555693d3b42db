package org.remitlake.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuarterTest {

  @ParameterizedTest
  @CsvSource({
    "2024-01-01, 2024-Q1", "2024-03-31, 2024-Q1", "2024-04-01, 2024-Q2", "2024-06-30, 2024-Q2",
    "2024-07-01, 2024-Q3", "2024-09-30, 2024-Q3", "2024-10-01, 2024-Q4", "2024-12-31, 2024-Q4"
  })
  void aDateLiesInOneQuarter(LocalDate date, String quarter) {
    assertThat(Quarter.of(date)).hasToString(quarter);
    assertThat(Quarter.parse(quarter)).isEqualTo(Quarter.of(date));
  }

  @Test
  void quartersAreHalfOpen() {
    Quarter quarter = Quarter.parse("2023-Q4");
    assertThat(quarter.firstDay()).isEqualTo("2023-10-01");
    assertThat(quarter.endExclusive()).isEqualTo("2024-01-01");
  }

  @Test
  void countingCrossesTheYear() {
    assertThat(new Quarter(2023, 4).plus(1)).hasToString("2024-Q1");
    assertThat(new Quarter(2024, 1).plus(-1)).hasToString("2023-Q4");
    assertThat(new Quarter(2024, 2).plus(-9)).hasToString("2022-Q1");
    assertThat(new Quarter(2024, 2).plus(0)).hasToString("2024-Q2");
  }

  @Test
  void aRangeHoldsBothEnds() {
    assertThat(Quarter.range(new Quarter(2023, 3), new Quarter(2024, 1)))
        .hasToString("[2023-Q3, 2023-Q4, 2024-Q1]");
    assertThat(Quarter.range(new Quarter(2024, 1), new Quarter(2024, 1))).hasSize(1);
  }

  @Test
  void aRangeThatRunsBackwardsIsRefused() {
    assertThatThrownBy(() -> Quarter.range(new Quarter(2024, 1), new Quarter(2023, 4)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("2023-Q4 lies before 2024-Q1.");
  }

  @Test
  void quartersAreOrderedByTime() {
    assertThat(new Quarter(2024, 1)).isGreaterThan(new Quarter(2023, 4));
    assertThat(new Quarter(2024, 1)).isLessThan(new Quarter(2024, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024Q1", "2024-Q5", "2024-Q0", "24-Q1", "2024-q1", " 2024-Q1", ""})
  void textThatIsNoQuarterIsRefused(String text) {
    assertThatThrownBy(() -> Quarter.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a quarter. Write it as 2024-Q1 (year, -Q, 1 to 4).");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, -1})
  void aNumberThatNoCalendarHasIsRefused(int number) {
    assertThatThrownBy(() -> new Quarter(2024, number))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A quarter's number is 1 to 4, not " + number + ".");
  }
}
