package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WeightTrimmingTest {
  private static final double[] WEIGHTS = {1, 2, 3, 4, 20};

  /** 14 above 6, among four: 3½ each; then 7½ is above 6 again. */
  @Test
  void whatIsCutIsSharedOut() {
    assertThat(WeightTrimming.between(WEIGHTS, 0, 6)).containsExactly(4.5, 5.5, 6.5, 7.5, 6);
    // 13 above 7, among four: 3¼ each; the fourth is then 7¼, its ¼ goes to the other three.
    assertThat(WeightTrimming.strictlyBetween(WEIGHTS, 0, 7))
        .containsExactly(
            new double[] {4.25 + 0.25 / 3, 5.25 + 0.25 / 3, 6.25 + 0.25 / 3, 7, 7}, within(1e-12));
    double[] strict = WeightTrimming.strictlyBetween(WEIGHTS, 0, 6.5);
    assertThat(Arrays.stream(strict).sum()).isCloseTo(30, within(1e-9));
    assertThat(Arrays.stream(strict).max().orElseThrow()).isEqualTo(6.5);
  }

  @Test
  void weightsTooSmallAreLiftedAtTheCostOfTheOthers() {
    // 2 + 1 below 3, from three: 1 each.
    assertThat(WeightTrimming.between(WEIGHTS, 3, 30)).containsExactly(3, 3, 2, 3, 19);
  }

  /** Quartiles of 1, 2, 3, 4, 20 are 2 and 4, the median 3: 5 ranges reach to 13. */
  @Test
  void everyStratumHasItsOwnBounds() {
    double[] w = {1, 2, 3, 4, 20, 7, 7, 7, 90};
    String[] strata = {"a", "a", "a", "a", "a", "b", "b", "b", "b"};
    double[] trimmed = WeightTrimming.byStratum(w, strata, 5);
    assertThat(Arrays.copyOf(trimmed, 5)).containsExactly(2.75, 3.75, 4.75, 5.75, 13);
    // Three of four are equal, so the quartiles are 7 and 27.75: 90 stays.
    assertThat(Arrays.copyOfRange(trimmed, 5, 9)).containsExactly(7, 7, 7, 90);
    double[] equal = {7, 7, 7, 7, 90};
    assertThat(WeightTrimming.byStratum(equal, new String[] {"a", "a", "a", "a", "a"}, 5))
        .containsExactly(equal);
  }

  @Test
  void boundsThatLeaveNothingAreRefused() {
    refused(() -> WeightTrimming.between(WEIGHTS, 6, 5), "The lower bound");
    refused(() -> WeightTrimming.between(WEIGHTS, 30, 40), "All 5 weights lie outside");
    refused(
        () -> WeightTrimming.between(new double[] {1, -1}, 0, 4), "1 of 2 weights are negative");
    refused(
        () -> WeightTrimming.strictlyBetween(WEIGHTS, 0, 5), "the mean of 5 weights lies outside");
    refused(
        () -> WeightTrimming.byStratum(WEIGHTS, new String[] {"a"}, 5),
        "stratum has 1 entries for 5 units");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }
}
