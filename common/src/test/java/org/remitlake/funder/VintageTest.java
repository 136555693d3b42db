package org.remitlake.funder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.time.Quarter;

/** The calendar of releases, catalogue 8.4. */
class VintageTest {
  private static final Quarter QUARTER = new Quarter(2021, 4);
  private static final LocalDate TODAY = LocalDate.of(2022, 6, 1);

  @ParameterizedTest
  @CsvSource({
    // the quarter ends on 31 December: 135 days later is 15 May, four quarters later 31 December
    "2022-01-01, PRELIMINARY",
    "2022-05-14, PRELIMINARY",
    "2022-05-15, REVISED",
    "2022-12-31, REVISED",
    "2023-01-01, FINAL"
  })
  void theDaySaysHowSettledFiguresAre(LocalDate asOf, Vintage.Stage stage) {
    assertThat(new Vintage(QUARTER, 1, asOf).stage()).isEqualTo(stage);
  }

  @Test
  void theFirstIsDueFortyFiveDaysAfterTheQuarterAndTheNextFollows() {
    Vintage first = Vintage.first(QUARTER, Optional.empty(), TODAY);
    assertThat(first.id()).isEqualTo("2021-Q4_v1");
    assertThat(first.asOf()).isEqualTo("2022-02-14");
    assertThat(first.supersedes()).isEmpty();
    Vintage second = first.next(Optional.of(LocalDate.of(2022, 6, 1)));
    assertThat(second.id()).isEqualTo("2021-Q4_v2");
    assertThat(second.supersedes()).contains("2021-Q4_v1");
    assertThat(second.next(Optional.empty()).asOf()).isEqualTo("2022-06-01");
  }

  @Test
  void noReleaseStatesWhatIsStillToCome() {
    LocalDate soon = LocalDate.of(2022, 1, 20);
    assertThat(Vintage.first(QUARTER, Optional.empty(), soon).asOf()).isEqualTo(soon);
    LocalDate early = LocalDate.of(2021, 11, 20);
    assertThatThrownBy(() -> Vintage.first(QUARTER, Optional.empty(), early))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("2021-Q4 was not over on 2021-11-20.");
  }

  @Test
  void noReleaseComesBeforeItsQuarterIsOverOrBeforeTheLast() {
    assertThatThrownBy(() -> Vintage.first(QUARTER, Optional.of(LocalDate.of(2021, 12, 31)), TODAY))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("was not over");
    assertThatThrownBy(
            () ->
                Vintage.first(QUARTER, Optional.empty(), TODAY)
                    .next(Optional.of(LocalDate.of(2022, 2, 13))))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("2021-Q4_v1");
  }
}
