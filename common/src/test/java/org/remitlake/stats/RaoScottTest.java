package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What {@link SurveyReferenceTest} does not compare with R. */
class RaoScottTest {
  private static final int N = 120;
  private static final String[] ROW = labels(j -> "r" + j % 2);
  private static final String[] COLUMN = labels(j -> "c" + (j / 2 + j / 7) % 3);
  private static final double[] ONE = new double[N];

  static {
    Arrays.fill(ONE, 1);
  }

  /**
   * Of independent units of one weight, V is multinomial times n/(n − 1), so all design effects are
   * n/(n − 1), X² is Pearson's, and its p value nearly chi-square's.
   */
  @Test
  void withoutADesignItIsPearsonsTest() {
    RaoScott test =
        RaoScott.of(ROW, COLUMN, Domains.all(N), SurveyDesign.elements(labels(j -> "a"), ONE));
    double[][] counts = test.totals();
    double pearson = 0;
    for (int r = 0; r < 2; r++) {
      for (int c = 0; c < 3; c++) {
        double row = Arrays.stream(counts[r]).sum();
        double expected = row * (counts[0][c] + counts[1][c]) / N;
        pearson += Math.pow(counts[r][c] - expected, 2) / expected;
      }
    }
    assertThat(test.pearson()).isCloseTo(pearson, within(1e-10));
    assertThat(test.firstOrder().degreesOfFreedom()).isEqualTo(2);
    assertThat(test.secondOrder().numerator()).isBetween(1.8, 2.0);
    assertThat(test.firstOrder().statistic()).isCloseTo(pearson, within(0.05 * pearson + 0.05));
  }

  @Test
  void tooLittleForATestIsRefused() {
    SurveyDesign design = SurveyDesign.elements(labels(j -> "a"), ONE);
    boolean[] all = Domains.all(N);
    refused(
        () -> RaoScott.of(ROW, labels(j -> "c"), all, design),
        "The table has 2 rows and 1 columns with a unit of positive weight.");
    refused(() -> RaoScott.of(ROW, COLUMN, new boolean[N], design), "0 rows and 0 columns");
    refused(
        () -> RaoScott.of(ROW, labels(j -> j < 3 ? "" : "c" + j % 2), all, design),
        "3 units of the domain have no column.");
    refused(() -> RaoScott.of(new String[2], COLUMN, all, design), "row has 2 entries for 120");
    // 2 PSUs: 1 degree of freedom for 2 contrasts.
    SurveyDesign two = SurveyDesign.clusters(labels(j -> "p" + (j < 60)), ONE);
    RaoScott small = RaoScott.of(ROW, COLUMN, all, two);
    refused(small::wald, "The covariance of 2 estimates has no inverse");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static String[] labels(java.util.function.IntFunction<String> label) {
    return IntStream.range(0, N).mapToObj(label).toArray(String[]::new);
  }
}
