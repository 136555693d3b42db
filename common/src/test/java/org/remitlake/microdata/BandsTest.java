package org.remitlake.microdata;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BandsTest {
  @Test
  void agesBecomeBandsAndTheLastIsOpen() {
    Bands bands = new Bands(List.of(0, 15, 30, 85));
    assertThat(bands.of(Cell.of(14))).isEqualTo(Cell.of("0-14"));
    assertThat(bands.of(Cell.of(15))).isEqualTo(Cell.of("15-29"));
    assertThat(bands.of(Cell.of(103))).isEqualTo(Cell.of("85+"));
    assertThat(bands.of(Cell.missing("REFUSED"))).isEqualTo(Cell.missing("REFUSED"));
    assertThat(bands.of(Cell.of(-1)).isWithheld()).isTrue();
    assertThat(new Bands(List.of(3, 4, 5)).of(Cell.of(4))).isEqualTo(Cell.of("4"));
    assertThat(Bands.lower("85+")).isEqualTo(85);
    assertThat(Bands.lower("15-29")).isEqualTo(15);
    assertThat(Bands.lower("4")).isEqualTo(4);
  }

  @Test
  void theOpenBandBeginsLowerUntilTenAreInIt() {
    // 81 to 92: 8 are 85 and above, 12 are 80 and above
    List<Cell> ages = IntStream.rangeClosed(81, 92).mapToObj(a -> Cell.of(a)).toList();
    assertThat(Bands.of(ages, List.of(0, 75, 80, 85), 10).bounds()).containsExactly(0, 75, 80);
  }
}
