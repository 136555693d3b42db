package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The values of the worked trial are in {@link TrialGoldenTest}. */
class BalanceTest {
  private static final boolean[] TREATED = {true, true, true, false, false, false};
  private static final double[] X = {2, 4, 6, 1, 2, 3};

  @Test
  void theTwoDefinitionsDifferByTheRootOfTwo() {
    // means 4 and 2, variances 4 and 1
    assertThat(Balance.smd(X, TREATED)).isCloseTo(2 / Math.sqrt(2.5), within(1e-15));
    assertThat(Balance.normalisedDifference(X, TREATED)).isCloseTo(2 / Math.sqrt(5), within(1e-15));
  }

  @Test
  void weightsMoveTheMeansButNotTheDeviation() {
    double[] weights = {1, 1, 1, 0, 1, 3};
    // weighted control mean (2 + 9) / 4 = 2.75
    assertThat(Balance.smd(X, TREATED, weights)).isCloseTo(1.25 / Math.sqrt(2.5), within(1e-15));
  }

  @Test
  void whatDoesNotVaryIsBalancedOrApart() {
    double[] same = {1, 1, 1, 1, 1, 1};
    assertThat(Balance.smd(same, TREATED)).isZero();
    double[] apart = {0, 0, 0, 1, 1, 1};
    assertThat(Balance.smd(apart, TREATED)).isEqualTo(Double.NEGATIVE_INFINITY);
  }

  @Test
  void brokenInputIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Balance.smd(X, new boolean[] {true, false, false, false, false, false}))
        .withMessage("The arms have 1 and 5 units. Both need at least 2.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Balance.smd(new double[] {1, Double.NaN, 3, 4, 5, 6}, TREATED))
        .withMessageContaining("1 of 6 values of the covariate");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Balance.smd(X, TREATED, new double[] {0, 0, 0, 1, 1, 1}))
        .withMessageContaining("All weights of one arm are zero");
  }
}
