package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreasTest {
  private final List<Cell> regions = new ArrayList<>();
  private final List<Cell> kinds = new ArrayList<>();
  private final List<Cell> strata = new ArrayList<>();
  private final List<Cell> weights = new ArrayList<>();

  private AreasTest households(int n, String region, String kind, String weight) {
    return households(n, region, kind, weight, region + kind);
  }

  private AreasTest households(int n, String region, String kind, String weight, String stratum) {
    for (int i = 0; i < n; i++) {
      regions.add(Cell.of(region));
      kinds.add(Cell.of(kind));
      strata.add(Cell.of(stratum));
      weights.add(Cell.of(new BigDecimal(weight)));
    }
    return this;
  }

  private List<Cell> pooled() {
    return areas().pooled();
  }

  private Areas areas() {
    return new Areas(regions, kinds, strata, weights, Rules.DEFAULT);
  }

  @Test
  void aRegionOfFewHouseholdsJoinsThePoolWithTheNextSmallest() {
    households(40, "AM-ER", "U", "1000").households(15, "AM-SH", "U", "1000");
    households(4, "AM-SU", "U", "1000");
    assertThat(pooled().subList(0, 40)).containsOnly(Cell.of("AM-ER"));
    assertThat(pooled().subList(40, 59)).containsOnly(Cell.of("OTHER"));
  }

  /** 12 households of 400 are 4,800 of the population, below 5,000. */
  @Test
  void manyInTheSampleButFewInThePopulationAreFew() {
    households(40, "AM-ER", "U", "1000").households(20, "AM-SH", "U", "1000");
    households(12, "AM-VD", "U", "400");
    assertThat(pooled()).doesNotContain(Cell.of("AM-VD"));
  }

  @Test
  void whereVillagesAreFewTheRegionDoesNotSayWhatIsOne() {
    households(40, "AM-ER", "U", "1000");
    households(30, "AM-SH", "U", "1000").households(5, "AM-SH", "R", "1000");
    Areas areas = areas();
    assertThat(areas.pooled()).isEqualTo(regions);
    assertThat(areas.kinds(regions).subList(0, 40)).containsOnly(Cell.of("U"));
    assertThat(areas.kinds(regions).subList(40, 75)).allMatch(Cell::isWithheld);
  }

  /**
   * Shirak's 5 villages are too few. Its towns share a stratum with those of Lori, whose villages
   * share one with those of Tavush; Yerevan has one of its own.
   */
  @Test
  void aStratumDoesNotTellWhatItsRegionWithholds() {
    households(40, "AM-ER", "U", "1000", "CAPITAL");
    households(30, "AM-SH", "U", "1000", "TOWNS").households(5, "AM-SH", "R", "1000", "NORTH");
    households(20, "AM-LO", "U", "1000", "TOWNS").households(20, "AM-LO", "R", "1000", "EAST");
    households(20, "AM-TV", "R", "1000", "EAST");
    List<Cell> kinds = areas().kinds(regions);
    assertThat(kinds.subList(0, 40)).containsOnly(Cell.of("U"));
    assertThat(kinds.subList(40, 135)).allMatch(Cell::isWithheld);
  }

  @Test
  void aSampleTooSmallForAnyRegionTellsNone() {
    households(4, "AM-ER", "U", "1000").households(5, "AM-SH", "U", "1000");
    assertThat(pooled()).allMatch(Cell::isWithheld);
  }
}
