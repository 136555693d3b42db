package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.stats.ClusterCovariance.CR0;
import static org.remitlake.stats.ClusterCovariance.CR1;
import static org.remitlake.stats.ClusterCovariance.CR1_G;
import static org.remitlake.stats.ClusterCovariance.CR2;
import static org.remitlake.stats.ClusterCovariance.CR3;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ClusterRobustTest {
  private static final int N = 60;
  private final Random random = new Random(7);
  private final double[] x = random.doubles(N, -1, 3).toArray();
  private final double[] v = random.doubles(N, 1000, 9000).toArray();
  private final double[] y = random.doubles(N, 0, 10).toArray();
  private final double[] weights = random.doubles(N, 0.2, 8).toArray();
  // 8 clusters of 1 to 15 units
  private final String[] clusters = labels(j -> "c" + (int) Math.sqrt(j + 1));

  /** The definition with n × n matrices, as written in clubSandwich for an identity model. */
  @ParameterizedTest
  @CsvSource({
    "CR2, false, false",
    "CR2, true, false",
    "CR2, false, true",
    "CR2, true, true",
    "CR3, false, false",
    "CR3, true, false",
    "CR0, true, true"
  })
  void agreesWithTheDefinition(ClusterCovariance type, boolean weighted, boolean nestedEffects) {
    Regressors right = Regressors.intercept(N).and("x", x).and("v", v);
    if (nestedEffects) {
      right = right.andDummies("c", clusters);
    }
    double[] w = weighted ? weights : filled(1);
    ClusterRobust robust = ClusterRobust.of(LinearModel.fit(right, y, w), clusters, type);
    double[] byHand = byHand(right.rows(), w, type);
    assertThat(robust.estimate("x").standardError())
        .isCloseTo(byHand[0], within(1e-10 * byHand[0]));
    assertThat(robust.satterthwaite("x")).isCloseTo(byHand[1], within(1e-9 * byHand[1]));
  }

  @Test
  void cr1IsTheSurveyDesignOfOneStratum() {
    LinearModel model = LinearModel.fit(line(), y, weights);
    Linearised slope = model.linearised("x", SurveyDesign.clusters(clusters, filled(1)));
    double design = slope.estimate().standardError();
    double g = ClusterRobust.of(model, clusters, CR0).clusters();
    close(se(model, CR1_G), design);
    close(se(model, CR0), design * Math.sqrt((g - 1) / g));
    close(se(model, CR1), design * Math.sqrt((N - 1.0) / (N - 2.0)));
  }

  @ParameterizedTest
  @EnumSource
  void theOrderOfTheRowsAndTheNamesOfTheClustersDoNotMatter(ClusterCovariance type) {
    List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, N).boxed().toList());
    Collections.shuffle(order, new Random(3));
    Regressors shuffled = Regressors.intercept(N).and("x", reorder(x, order));
    LinearModel model = LinearModel.fit(shuffled, reorder(y, order), reorder(weights, order));
    String[] renamed = labels(j -> "k" + clusters[order.get(j)].hashCode());
    Estimate actual = ClusterRobust.of(model, renamed, type).estimate("x");
    Estimate expected =
        ClusterRobust.of(LinearModel.fit(line(), y, weights), clusters, type).estimate("x");
    close(actual.value(), expected.value());
    close(actual.standardError(), expected.standardError());
    close(actual.degreesOfFreedom(), expected.degreesOfFreedom());
  }

  @ParameterizedTest
  @EnumSource
  void theScaleOfTheWeightsDoesNotMatter(ClusterCovariance type) {
    double[] more = Arrays.stream(weights).map(w -> 1e6 * w).toArray();
    Estimate actual =
        ClusterRobust.of(LinearModel.fit(line(), y, more), clusters, type).estimate("x");
    Estimate expected =
        ClusterRobust.of(LinearModel.fit(line(), y, weights), clusters, type).estimate("x");
    close(actual.standardError(), expected.standardError());
    close(actual.degreesOfFreedom(), expected.degreesOfFreedom());
  }

  @Test
  void everyRowTwiceAtHalfTheWeightIsTheSameSample() {
    int twice = 2 * N;
    Regressors right =
        Regressors.intercept(twice)
            .and("x", IntStream.range(0, twice).mapToDouble(j -> x[j % N]).toArray());
    LinearModel doubled =
        LinearModel.fit(
            right,
            IntStream.range(0, twice).mapToDouble(j -> y[j % N]).toArray(),
            IntStream.range(0, twice).mapToDouble(j -> weights[j % N] / 2).toArray());
    String[] both = IntStream.range(0, twice).mapToObj(j -> clusters[j % N]).toArray(String[]::new);
    LinearModel once = LinearModel.fit(line(), y, weights);
    for (ClusterCovariance type : List.of(CR0, CR1_G, CR3)) {
      close(ClusterRobust.of(doubled, both, type).estimate("x").standardError(), se(once, type));
    }
  }

  @Test
  void aContrastOfArmsIsTheCoefficientUnderAnotherBase() {
    String[] arms = labels(j -> "abc".substring(j % 3, j % 3 + 1));
    String[] rebased = labels(j -> arms[j].equals("b") ? "0b" : arms[j]);
    Regressors one = Regressors.intercept(N).andDummies("arm ", arms);
    Regressors other = Regressors.intercept(N).andDummies("arm ", rebased);
    ClusterRobust first = ClusterRobust.of(LinearModel.fit(one, y), clusters, CR2);
    ClusterRobust second = ClusterRobust.of(LinearModel.fit(other, y), clusters, CR2);
    Estimate contrast = first.contrast(new double[] {0, -1, 1});
    Estimate coefficient = second.estimate("arm c");
    close(contrast.value(), coefficient.value());
    close(contrast.standardError(), coefficient.standardError());
    close(contrast.degreesOfFreedom(), coefficient.degreesOfFreedom());
  }

  @Test
  void cr2HoldsItsSizeWithTwelveClustersOfUnequalSize() {
    int rejected = 0;
    int runs = 2000;
    String[] village = labels(j -> "c" + (int) (12 * Math.pow(j / (double) N, 1.3)));
    Regressors right =
        Regressors.intercept(N)
            .and(
                "z",
                Arrays.stream(village).mapToDouble(c -> c.hashCode() % 3 == 0 ? 1 : 0).toArray());
    for (int run = 0; run < runs; run++) {
      double[] effect = random.doubles(100, -1, 1).toArray();
      double[] outcome = new double[N];
      for (int j = 0; j < N; j++) {
        outcome[j] = effect[Integer.parseInt(village[j].substring(1))] + random.nextGaussian();
      }
      LinearModel model = LinearModel.fit(right, outcome);
      rejected += ClusterRobust.of(model, village, CR2).estimate("z").pValue() < 0.05 ? 1 : 0;
    }
    // 5 % of 2000 is 100; the test is known to be near its size, not exact
    assertThat(rejected).isBetween(60, 140);
  }

  @Test
  void clustersOfTwoHundredAreReducedToTheirDirections() {
    int n = 20_000;
    Regressors right = Regressors.intercept(n);
    for (int k = 0; k < 12; k++) {
      right = right.and("x" + k, random.doubles(n).toArray());
    }
    LinearModel model =
        LinearModel.fit(right, random.doubles(n).toArray(), random.doubles(n, 1, 2).toArray());
    String[] villages = IntStream.range(0, n).mapToObj(j -> "c" + j % 100).toArray(String[]::new);
    double ratio =
        ClusterRobust.of(model, villages, CR2).estimate("x0").standardError()
            / ClusterRobust.of(model, villages, CR0).estimate("x0").standardError();
    assertThat(ratio).isBetween(1.0, 1.02);
  }

  @Test
  void whatOneClusterAloneIdentifiesHasNoCr3() {
    Regressors right = line().andDummies("c", clusters);
    LinearModel model = LinearModel.fit(right, y);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterRobust.of(model, clusters, CR3))
        .withMessageContaining("CR3 does not exist");
  }

  @Test
  void brokenInputIsRefused() {
    LinearModel model = LinearModel.fit(line(), y);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterRobust.of(model, labels(j -> "one"), CR0))
        .withMessageContaining("There is 1 cluster");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterRobust.of(model, new String[3], CR2))
        .withMessage("cluster has 3 entries for 60 units. Give one per unit.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterRobust.of(model, clusters, CR2).contrast(new double[] {1}))
        .withMessageContaining("the combination has 1 entries for 2");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClusterRobust.of(model, labels(j -> j == 5 ? "" : "c" + j % 4), CR2))
        .withMessageContaining("1 of 60 units have no cluster");
  }

  /** Standard error and Satterthwaite df of the second coefficient. */
  private double[] byHand(double[][] rows, double[] w, ClusterCovariance type) {
    RealMatrix design = new Array2DRowRealMatrix(rows);
    RealMatrix wx = MatrixUtils.createRealDiagonalMatrix(w).multiply(design);
    RealMatrix m = MatrixUtils.inverse(design.transpose().multiply(wx));
    RealMatrix maker =
        MatrixUtils.createRealIdentityMatrix(N)
            .subtract(design.multiply(m).multiply(wx.transpose()));
    double[] e = maker.operate(y);
    List<int[]> groups =
        Arrays.stream(clusters)
            .distinct()
            .map(c -> IntStream.range(0, N).filter(j -> clusters[j].equals(c)).toArray())
            .toList();
    double variance = 0;
    RealMatrix g = new Array2DRowRealMatrix(groups.size(), N);
    for (int c = 0; c < groups.size(); c++) {
      int[] u = groups.get(c);
      int[] all = IntStream.range(0, N).toArray();
      int[] k = IntStream.range(0, rows[0].length).toArray();
      RealMatrix own = maker.getSubMatrix(u, all);
      RealMatrix a =
          switch (type) {
            case CR2 -> power(own.multiply(own.transpose()), -0.5);
            case CR3 -> MatrixUtils.inverse(maker.getSubMatrix(u, u));
            default -> MatrixUtils.createRealIdentityMatrix(u.length);
          };
      RealMatrix weight = m.multiply(wx.getSubMatrix(u, k).transpose()).multiply(a);
      g.setRow(c, own.preMultiply(weight.getRow(1)));
      double score = Sums.dot(weight.getRow(1), Arrays.stream(u).mapToDouble(j -> e[j]).toArray());
      variance += score * score;
    }
    RealMatrix p = g.multiply(g.transpose());
    return new double[] {
      Math.sqrt(variance), p.getTrace() * p.getTrace() / p.multiply(p).getTrace()
    };
  }

  private static RealMatrix power(RealMatrix matrix, double exponent) {
    EigenDecomposition eigen =
        new EigenDecomposition(matrix.add(matrix.transpose()).scalarMultiply(0.5));
    double[] roots =
        Arrays.stream(eigen.getRealEigenvalues())
            .map(l -> l > 1e-12 ? Math.pow(l, exponent) : 0)
            .toArray();
    return eigen
        .getV()
        .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
        .multiply(eigen.getVT());
  }

  private Regressors line() {
    return Regressors.intercept(N).and("x", x);
  }

  private double se(LinearModel model, ClusterCovariance type) {
    return ClusterRobust.of(model, clusters, type).estimate("x").standardError();
  }

  private static void close(double actual, double expected) {
    assertThat(actual).isCloseTo(expected, within(1e-11 * Math.abs(expected)));
  }

  private static double[] filled(double value) {
    double[] all = new double[N];
    Arrays.fill(all, value);
    return all;
  }

  private static String[] labels(IntFunction<String> label) {
    return IntStream.range(0, N).mapToObj(label).toArray(String[]::new);
  }

  private static double[] reorder(double[] values, List<Integer> order) {
    return order.stream().mapToDouble(j -> values[j]).toArray();
  }
}
