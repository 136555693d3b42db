package org.remitlake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.remitlake.indicator.ValueRow;

/** Shares of a sample, reckoned by hand. */
class SampleTest {
  private static final OfSurvey D01 = new OfSurvey(HouseholdIndicator.D01, "S");

  private static Sample.Unit household(
      String stratum, String psu, double weight, boolean receives, String urbanity) {
    return new Sample.Unit(
        stratum, psu, weight, true, Optional.of(receives), Map.of("urbanity", urbanity));
  }

  /** Weights 100, 300, 200, 400, the first and third receive: 300 / 1000. */
  private static List<Sample.Unit> weighted() {
    return List.of(
        household("A", "1", 100, true, "U"),
        household("A", "2", 300, false, "U"),
        household("B", "1", 200, true, "R"),
        household("B", "2", 400, false, "R"));
  }

  private static ValueRow of(List<Sample.Unit> units, String values) {
    return new Sample(units)
        .shares(D01, "TJK", "2020").stream()
            .filter(row -> row.cell().values().equals(values))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void anInterviewWithoutAWeightMovesNoEstimateAndIsCounted() {
    List<Sample.Unit> units = new ArrayList<>(weighted());
    units.add(household("A", "3", 0, true, "U"));
    units.add(household("A", "1", -5, true, "R"));
    ValueRow expected = of(weighted(), "_T");
    ValueRow total = of(units, "_T");
    assertThat(total.nullReason()).as("2 of 6 are more than 30 %").isEqualTo("Q_MISSING");
    units.addAll(weighted());
    ValueRow told = of(units, "_T");
    assertThat(told.value().orElseThrow()).isCloseTo(30.0, within(1e-12));
    assertThat(told.n()).isEqualTo(8);
    assertThat(told.missing()).isEqualTo(2);
    assertThat(told.excluded()).containsExactly(Map.entry("NO_WEIGHT", 2L));
    assertThat(told.precision().orElseThrow().psus())
        .isEqualTo(expected.precision().orElseThrow().psus());
    assertThat(of(units, "R").excluded()).containsExactly(Map.entry("NO_WEIGHT", 1L));
  }

  @Test
  void aSurveyWithoutWeightsHasRowsThatSayWhy() {
    List<Sample.Unit> units = new ArrayList<>();
    weighted().forEach(u -> units.add(household(u.stratum(), u.psu(), 0, u.answer().get(), "U")));
    ValueRow total = of(units, "_T");
    assertThat(total.value()).isEmpty();
    assertThat(total.nullReason()).isEqualTo("Q_MISSING");
    assertThat(total.excluded()).containsExactly(Map.entry("NO_WEIGHT", 4L));
    assertThat(of(units, "U").nullReason()).isEqualTo("Q_MISSING");
  }
}
