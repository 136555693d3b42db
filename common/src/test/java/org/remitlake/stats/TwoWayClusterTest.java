package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TwoWayClusterTest {
  /**
   * A 4 × 4 square of units whose errors cancel within every row and every column, but not within
   * cells: {@code V_a + V_b − V_ab} is negative.
   */
  @Test
  void negativeVariancesAreToldAndRepaired() {
    double[] pattern = {1, -1, 1, -1};
    double[] y = new double[16];
    String[] rows = new String[16];
    String[] columns = new String[16];
    for (int i = 0; i < 16; i++) {
      rows[i] = "r" + i / 4;
      columns[i] = "c" + i % 4;
      y[i] = pattern[i / 4] * pattern[i % 4];
    }
    LinearModel mean = LinearModel.fit(Regressors.intercept(16), y);
    TwoWayCluster v = TwoWayCluster.of(mean, rows, columns, TwoWayCorrection.TWOWAY_CR0);
    assertThat(v.negativeEigenvalues()).isEqualTo(1);
    // No sum by row or column is left; the sixteen cells give 16 / 16².
    assertThat(v.unrepaired().covariance()[0][0]).isCloseTo(-1 / 16.0, within(1e-15));
    assertThat(v.repaired().covariance()[0][0]).isZero();
    assertThat(v.repaired().convention().errors()).isEqualTo("TWOWAY_CR0_PSD");
    assertThat(v.repaired().estimate(Regressors.INTERCEPT).degreesOfFreedom()).isEqualTo(3);
  }

  @Test
  void whatIsPositiveStaysAsItIs() {
    Reference.Table d = Reference.Table.read("petersen_cl.csv");
    LinearModel model = LinearModel.fit(RegressionReferenceTest.columns(d, "x"), d.numbers("y"));
    TwoWayCluster v =
        TwoWayCluster.of(model, d.text("firm"), d.text("year"), TwoWayCorrection.TWOWAY_CR1_MIN);
    assertThat(v.negativeEigenvalues()).isZero();
    assertThat(v.repaired().covariance()).isDeepEqualTo(v.unrepaired().covariance());
    assertThat(Arrays.stream(TwoWayCorrection.values())).hasSize(3);
  }
}
