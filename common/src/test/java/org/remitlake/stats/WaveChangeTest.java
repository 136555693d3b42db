package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Two strata of four PSUs with ten households each, of which so many receive. Both waves have the
 * shares 0.10, 0.15, 0.25, 0.30 and 0.50, 0.55, 0.65, 0.70: a PSU weighs 1/8, and deviates from the
 * mean of its stratum by 0.10, 0.05, 0.05, 0.10. By hand {@code V = 2 x 4/3 x (0.01 + 0.0025 +
 * 0.0025 + 0.01) / 64 = 0.0010416667} for a wave.
 */
class WaveChangeTest {
  private static final double[] SHARES = {0.10, 0.15, 0.25, 0.30, 0.50, 0.55, 0.65, 0.70};
  private static final double VARIANCE = 2 * 4 / 3.0 * 0.025 / 64;

  private static SurveyDesign design() {
    String[] strata = new String[8];
    Arrays.setAll(strata, k -> "S" + k / 4);
    String[] psus = new String[8];
    Arrays.setAll(psus, k -> "p" + k);
    return DomainSums.design(strata, psus);
  }

  private static Linearised wave(double... shares) {
    DomainSums sums = new DomainSums();
    for (int k = 0; k < shares.length; k++) {
      sums.add(k, 10, shares[k], 1);
    }
    return sums.ratio(design()).orElseThrow().linearised();
  }

  @Test
  void newPsusAreNotOldOnesThatChanged() {
    int[] none = new int[8];
    Arrays.fill(none, -1);
    Estimate change = WaveChange.of(wave(SHARES), wave(SHARES), none);
    assertThat(change.value()).isZero();
    assertThat(change.standardError()).isCloseTo(Math.sqrt(2 * VARIANCE), within(1e-12));
    assertThat(change.degreesOfFreedom()).isEqualTo(6);
  }

  @Test
  void thatNothingChangedInAnyPsuIsSure() {
    int[] all = {0, 1, 2, 3, 4, 5, 6, 7};
    assertThat(WaveChange.of(wave(SHARES), wave(SHARES), all).standardError()).isZero();
  }

  /**
   * The first two PSUs of each stratum stay; the last two are new and happen to be like the old.
   */
  @Test
  void psusThatStayTakeTheirCovarianceOff() {
    int[] half = {0, 1, -1, -1, 4, 5, -1, -1};
    // By stratum 4/3 x (0.01 + 0.0025) / 64 is common; in both waves, the same.
    double common = 2 * 4 / 3.0 * 0.0125 / 64;
    assertThat(WaveChange.of(wave(SHARES), wave(SHARES), half).standardError())
        .isCloseTo(Math.sqrt(2 * VARIANCE - 2 * common), within(1e-12));
  }

  @Test
  void withTheSamePsusItIsADifferenceWithinOneDesign() {
    SurveyDesign one = design();
    double[] after = {0.2, 0.1, 0.4, 0.3, 0.7, 0.5, 0.7, 0.9};
    DomainSums earlier = new DomainSums();
    DomainSums later = new DomainSums();
    for (int k = 0; k < 8; k++) {
      earlier.add(k, 10 + k, SHARES[k], 1);
      later.add(k, 12 - k, after[k], 1);
    }
    Linearised from = earlier.ratio(one).orElseThrow().linearised();
    Linearised to = later.ratio(one).orElseThrow().linearised();
    Estimate within = to.minus(from).estimate();
    Estimate change = WaveChange.of(from, to, new int[] {0, 1, 2, 3, 4, 5, 6, 7});
    assertThat(change.value()).isCloseTo(within.value(), within(1e-15));
    assertThat(change.standardError()).isCloseTo(within.standardError(), within(1e-15));
    assertThat(change.degreesOfFreedom()).isEqualTo(within.degreesOfFreedom());
  }

  @Test
  void designsThatItDoesNotKnowAreRefused() {
    SurveyDesign units =
        SurveyDesign.clusters(new String[] {"a", "a", "b"}, new double[] {1, 1, 1});
    Linearised mean = SurveyMean.of(new double[] {1, 2, 3}, units);
    assertThatThrownBy(() -> WaveChange.of(mean, mean, new int[] {0, 1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3 units in 2 PSUs");
    assertThatThrownBy(() -> WaveChange.of(wave(SHARES), wave(SHARES), new int[] {0}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aWholeStratumAddsNothing() {
    SurveyDesign census = design().withPopulationPsus(Map.of("S0", 4, "S1", 4));
    double[] z = {1, 2, 3, 4, 5, 6, 7, 9};
    boolean[] all = new boolean[8];
    Arrays.fill(all, true);
    Linearised known = Linearised.of(1, z, all, census);
    assertThat(
            WaveChange.of(known, known, new int[] {-1, -1, -1, -1, -1, -1, -1, -1}).standardError())
        .isZero();
  }
}
