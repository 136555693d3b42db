package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LinearModelTest {
  private final double[] x = {1, 2, 3, 4, 5, 7};
  private final double[] y = {2, 1, 4, 3, 7, 6};
  private final Regressors line = Regressors.intercept(6).and("x", x);

  @Test
  void leveragesAddToTheNumberOfCoefficients() {
    assertThat(Arrays.stream(LinearModel.fit(line, y).leverages()).sum())
        .isCloseTo(2, within(1e-14));
    double[] w = {1, 5, 2, 0, 3, 1};
    LinearModel weighted = LinearModel.fit(line, y, w);
    assertThat(Arrays.stream(weighted.leverages()).sum()).isCloseTo(2, within(1e-14));
    assertThat(weighted.leverages()[3]).isZero();
    assertThat(weighted.residualDegreesOfFreedom()).isEqualTo(3);
  }

  @Test
  void influenceAddsToZero() {
    for (double[] influence : LinearModel.fit(line, y).influence()) {
      assertThat(Arrays.stream(influence).sum()).isCloseTo(0, within(1e-14));
    }
  }

  @Test
  void aUnitOfWeightZeroChangesNothing() {
    LinearModel without =
        LinearModel.fit(Regressors.intercept(5).and("x", Arrays.copyOf(x, 5)), Arrays.copyOf(y, 5));
    LinearModel with = LinearModel.fit(line, y, new double[] {1, 1, 1, 1, 1, 0});
    assertThat(with.coefficients()).containsExactly(without.coefficients(), within(1e-13));
    String[] five = {"a", "a", "b", "b", "c"};
    String[] six = {"a", "a", "b", "b", "c", "d"};
    for (ClusterCovariance type : ClusterCovariance.values()) {
      ClusterRobust some = ClusterRobust.of(with, six, type);
      Estimate expected = ClusterRobust.of(without, five, type).estimate("x");
      assertThat(some.clusters()).isEqualTo(3);
      assertThat(some.estimate("x").standardError())
          .isCloseTo(expected.standardError(), within(1e-13));
      assertThat(some.estimate("x").degreesOfFreedom())
          .isCloseTo(expected.degreesOfFreedom(), within(1e-12));
    }
  }

  @Test
  void aCollinearRegressorIsNamed() {
    Regressors twice = line.and("x in dirams", Arrays.stream(x).map(v -> 100 * v + 3).toArray());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.fit(twice, y))
        .withMessage(
            "Regressor x in dirams (column 3 of 3) is zero or a combination of the columns before"
                + " it. Leave it out.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.fit(line.and("nil", new double[6]), y))
        .withMessageContaining("nil (column 3 of 3)");
  }

  @Test
  void allDummiesBesideTheConstantAreCollinear() {
    String[] block = {"a", "a", "b", "b", "c", "c"};
    Regressors dummies = line.andDummies("block ", block);
    assertThat(dummies.names()).containsExactly("(Intercept)", "x", "block b", "block c");
    double[] a = {1, 1, 0, 0, 0, 0};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LinearModel.fit(dummies.and("block a", a), y))
        .withMessageContaining("block a (column 5 of 5)");
  }

  @Test
  void brokenInputIsRefused() {
    refused(() -> LinearModel.fit(line, new double[5]), "the outcome has 5 entries for 6 units");
    refused(() -> LinearModel.fit(line, nan(y)), "1 of 6 values of the outcome are missing");
    refused(() -> line.and("z", nan(x)), "1 of 6 values of z are missing");
    refused(() -> line.and("x", x), "x is named twice");
    refused(() -> LinearModel.fit(line, y, nan(y)), "1 of 6 weights are negative or not finite");
    refused(
        () -> LinearModel.fit(line, y, new double[] {1, 1, 0, 0, 0, 0}),
        "2 units of positive weight for 2 coefficients");
    refused(() -> LinearModel.fit(Regressors.none(6), y), "6 units");
    refused(() -> LinearModel.fit(line, y).coefficient("w"), "There are: (Intercept), x.");
  }

  private static double[] nan(double[] values) {
    double[] broken = values.clone();
    broken[2] = Double.NaN;
    return broken;
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }
}
