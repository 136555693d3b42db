package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void intervalsWidenWithFewDegreesOfFreedom() {
    // R: qt(.975, 4) and qnorm(.975)
    assertThat(new Estimate(0, 1, 4).interval(0.95).upper())
        .isCloseTo(2.7764451051977987, within(1e-11));
    assertThat(new Estimate(0, 1, INFINITE).interval(0.95).upper())
        .isCloseTo(1.959963984540054, within(1e-12));
    assertThat(new Estimate(10, 2, INFINITE).interval(0.95).halfWidth())
        .isCloseTo(2 * 1.959963984540054, within(1e-12));
  }

  @Test
  void nothingKnownOfTheErrorMeansNoBounds() {
    Estimate e = new Estimate(0.4, 0, 0);
    assertThat(e.interval(0.95)).isEqualTo(new Interval(-INFINITE, INFINITE));
    assertThat(e.logitInterval(0.95)).isEqualTo(new Interval(0, 1));
    assertThat(e.pValue()).isEqualTo(1);
  }

  @Test
  void noErrorIsCertainty() {
    assertThat(new Estimate(2, 0, 5).pValue()).isZero();
    assertThat(new Estimate(0, 0, 5).pValue()).isEqualTo(1);
    assertThat(new Estimate(2, 0, 5).interval(0.95)).isEqualTo(new Interval(2, 2));
  }

  @Test
  void coefficientOfVariationIgnoresTheSign() {
    assertThat(new Estimate(-4, 1, 5).cv()).isEqualTo(0.25);
    assertThat(new Estimate(0, 1, 5).cv()).isInfinite();
  }

  @Test
  void aLogitIntervalStaysWithinZeroAndOne() {
    Interval ci = new Estimate(0.02, 0.05, 9).logitInterval(0.95);
    assertThat(ci.lower()).isPositive();
    assertThat(ci.upper()).isLessThan(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(1, 0, 9).logitInterval(0.95))
        .withMessageContaining("use an exact one");
  }

  @Test
  void whatIsNoNumberIsNoEstimate() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(Double.NaN, 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, -1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 1, Double.NaN));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 1, 1).interval(95));
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(2, 1));
  }
}
