package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.stats.Reference.close;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** R's {@code decompose} in A25, and the series of catalogue 12.2. */
class SeasonalityTest {
  private static final double[] CATALOGUE = {
    60, 100, 120, 90, 66, 112, 130, 98, 70, 118, 140, 104, 75, 125, 150, 110
  };

  private static void compare(String result, String file, String column, int seasons) {
    JsonNode expected = Reference.results("A25_seasonality.json").get(result).get("figure");
    Seasonality actual =
        Seasonality.ofMeans(Table.read(file).numbers(column), 0, seasons).orElseThrow();
    assertThat(actual.figures()).hasSize(expected.size());
    for (int k = 0; k < seasons; k++) {
      close(actual.figures().get(k), expected.get(k).asDouble(), 1e-11, "season " + k);
    }
  }

  @Test
  void months() {
    compare("air_multiplicative", "air_passengers.csv", "passengers", 12);
  }

  @Test
  void quarters() {
    compare("jj_multiplicative", "johnson_johnson.csv", "eps", 4);
  }

  @Test
  void theSeriesOfTheCatalogue() {
    Seasonality index = Seasonality.of(CATALOGUE, 0, 4).orElseThrow();
    double[] expected = {0.6683, 1.1029, 1.2834, 0.9453};
    for (int k = 0; k < 4; k++) {
      assertThat(index.figures().get(k)).isCloseTo(expected[k], within(5e-5));
    }
    assertThat(index.amplitude()).isCloseTo(0.6151, within(5e-5));
  }

  @Test
  void oneStrangeYearOfFiveMovesNoMedian() {
    // Four quarters of 1, 2, 3, 2 for five years; in the third the second quarter is ten times as
    // high.
    double[] values = new double[20];
    for (int t = 0; t < values.length; t++) {
      values[t] = new double[] {1, 2, 3, 2}[t % 4];
    }
    Seasonality plain = Seasonality.of(values, 0, 4).orElseThrow();
    // 1, 2, 3, 2 over their mean of 2.
    assertThat(plain.figures()).containsExactly(0.5, 1.0, 1.5, 1.0);
    values[9] = 20;
    assertThat(Seasonality.of(values, 0, 4).orElseThrow().figures().get(1))
        .isLessThan(Seasonality.ofMeans(values, 0, 4).orElseThrow().figures().get(1));
  }

  @Test
  void aSeriesMayBeginInAnySeason() {
    double[] fromTheThird = Arrays.copyOfRange(CATALOGUE, 2, 16);
    Seasonality index = Seasonality.of(fromTheThird, 2, 4).orElseThrow();
    assertThat(index.figures().get(2)).isGreaterThan(1.2);
    assertThat(index.figures().get(0)).isLessThan(0.7);
  }

  @Test
  void lessThanThreeYearsTellNoSeason() {
    assertThat(Seasonality.of(Arrays.copyOf(CATALOGUE, 11), 0, 4)).isEmpty();
    assertThat(Seasonality.of(new double[12], 0, 4)).isEmpty();
  }
}
