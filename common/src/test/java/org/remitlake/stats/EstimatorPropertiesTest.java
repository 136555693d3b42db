package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What must hold of every estimator: nothing depends on the order of the rows, the names of strata
 * and PSUs or (but for totals) the scale of the weights; every household twice at half the weight
 * is the same sample; and the influence is the derivative by the weight.
 */
class EstimatorPropertiesTest {
  private static final int N = 360;

  /** Rows of a made-up sample: 5 strata of 6 PSUs of 12 households. */
  private record Sample(List<Integer> rows, double weightFactor, String names) {
    static Sample plain() {
      return new Sample(IntStream.range(0, N).boxed().toList(), 1, "");
    }

    int size() {
      return rows.size();
    }

    double[] column(long seed, double low, double high) {
      double[] all = new Random(seed).doubles(N, low, high).toArray();
      return rows.stream().mapToDouble(j -> all[j]).toArray();
    }

    double[] weights() {
      return Arrays.stream(column(1, 1, 30)).map(w -> weightFactor * w).toArray();
    }

    double[] amount() {
      // Rounded, so that values occur more than once.
      double[] y = Arrays.stream(column(2, 0, 40)).map(Math::rint).toArray();
      for (int j = 0; j < y.length; j++) {
        y[j] += rows.get(j) / 12 % 6;
      }
      return y;
    }

    double[] income() {
      return column(3, 50, 300);
    }

    double[] receives() {
      return Arrays.stream(column(4, 0, 1)).map(u -> u < 0.3 ? 1 : 0).toArray();
    }

    boolean[] domain() {
      double[] u = column(5, 0, 1);
      boolean[] domain = new boolean[u.length];
      for (int j = 0; j < u.length; j++) {
        domain[j] = u[j] < 0.6;
      }
      return domain;
    }

    String[] region() {
      double[] u = column(6, 0, 3);
      return Arrays.stream(u).mapToObj(v -> "r" + (int) v).toArray(String[]::new);
    }

    SurveyDesign design() {
      String[] strata = label(j -> "s" + names + (names.isEmpty() ? j / 72 : 9 - j / 72));
      String[] psus = label(j -> "p" + names + (names.isEmpty() ? j / 12 : (j / 12) * 7 % 31));
      return SurveyDesign.nested(strata, psus, weights());
    }

    private String[] label(java.util.function.IntFunction<String> of) {
      return rows.stream().map(j -> of.apply(j)).toArray(String[]::new);
    }
  }

  private interface Estimator {
    Linearised of(Sample sample, SurveyDesign design);
  }

  private static Map<String, Estimator> estimators() {
    Map<String, Estimator> all = new LinkedHashMap<>();
    all.put("mean", (s, d) -> SurveyMean.of(s.amount(), d));
    all.put("mean of a domain", (s, d) -> SurveyMean.of(s.amount(), s.domain(), d));
    all.put("proportion", (s, d) -> SurveyMean.of(s.receives(), d));
    all.put("ratio", (s, d) -> SurveyRatio.of(s.amount(), s.income(), s.domain(), d));
    all.put(
        "difference of domains",
        (s, d) ->
            SurveyMean.of(s.amount(), s.domain(), d)
                .minus(SurveyMean.of(s.amount(), Reference.not(s.domain()), d)));
    all.put("gini", (s, d) -> SurveyGini.of(s.amount(), s.domain(), d));
    all.put(
        "median",
        (s, d) ->
            SurveyQuantile.of(s.amount(), 0.5, s.domain(), d, QuantileRule.TYPE_1).linearised());
    all.put("regression", (s, d) -> linear(s, d).linearised("income"));
    all.put("logit", (s, d) -> logistic(s, d).linearised("income"));
    return all;
  }

  private static SurveyRegression linear(Sample s, SurveyDesign d) {
    Regressors x = Regressors.intercept(s.size()).and("income", s.income());
    return SurveyRegression.of(LinearModel.fit(x, s.amount(), d.weights()), d);
  }

  private static SurveyRegression logistic(Sample s, SurveyDesign d) {
    Regressors x = Regressors.intercept(s.size()).and("income", s.income());
    return SurveyRegression.of(LogisticModel.fit(x, s.receives(), d.weights()), d);
  }

  private static Linearised total(Sample s, SurveyDesign d) {
    return SurveyTotal.of(s.amount(), s.domain(), d);
  }

  @TestFactory
  List<DynamicTest> theOrderOfTheRowsDoesNotMatter() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, N).boxed().toList());
    Collections.shuffle(order, new Random(11));
    return everyEstimator(new Sample(order, 1, ""), 1e-11);
  }

  @TestFactory
  List<DynamicTest> theNamesOfStrataAndPsusDoNotMatter() {
    return everyEstimator(new Sample(Sample.plain().rows(), 1, "x"), 1e-13);
  }

  @TestFactory
  List<DynamicTest> theScaleOfTheWeightsDoesNotMatter() {
    return everyEstimator(new Sample(Sample.plain().rows(), 1000, ""), 1e-11);
  }

  @TestFactory
  List<DynamicTest> everyHouseholdTwiceAtHalfTheWeightIsTheSameSample() {
    List<Integer> twice = IntStream.range(0, 2 * N).mapToObj(j -> j % N).toList();
    return everyEstimator(new Sample(twice, 0.5, ""), 1e-11);
  }

  private static List<DynamicTest> everyEstimator(Sample changed, double relative) {
    List<DynamicTest> tests = new ArrayList<>();
    estimators()
        .forEach(
            (name, estimator) ->
                tests.add(DynamicTest.dynamicTest(name, () -> same(estimator, changed, relative))));
    tests.add(DynamicTest.dynamicTest("total", () -> sameTotal(changed, relative)));
    tests.add(DynamicTest.dynamicTest("independence", () -> sameTest(changed, relative)));
    tests.add(DynamicTest.dynamicTest("calibration", () -> sameCalibration(changed, relative)));
    tests.add(DynamicTest.dynamicTest("jackknife", () -> sameJackknife(changed, relative)));
    return tests;
  }

  private static void same(Estimator estimator, Sample changed, double relative) {
    Estimate expected = estimator.of(Sample.plain(), Sample.plain().design()).estimate();
    Estimate actual = estimator.of(changed, changed.design()).estimate();
    close(actual, expected, 1, relative);
    assertThat(actual.degreesOfFreedom()).isEqualTo(25);
  }

  /** A total moves with the scale of the weights: by the sum of the weights over the old one. */
  private static void sameTotal(Sample changed, double relative) {
    Sample plain = Sample.plain();
    double factor = Sums.of(changed.weights()) / Sums.of(plain.weights());
    close(
        total(changed, changed.design()).estimate(),
        total(plain, plain.design()).estimate(),
        factor,
        relative);
  }

  private static void sameTest(Sample changed, double relative) {
    RaoScott expected = independence(Sample.plain());
    RaoScott actual = independence(changed);
    close(actual.secondOrder().statistic(), expected.secondOrder().statistic(), relative * 100);
    close(actual.secondOrder().denominator(), expected.secondOrder().denominator(), relative * 100);
    close(actual.wald().pValue(), expected.wald().pValue(), relative * 100);
  }

  private static RaoScott independence(Sample s) {
    String[] receives =
        Arrays.stream(s.receives()).mapToObj(r -> r > 0 ? "yes" : "no").toArray(String[]::new);
    return RaoScott.of(receives, s.region(), s.domain(), s.design());
  }

  private static void sameCalibration(Sample changed, double relative) {
    Estimate expected =
        SurveyMean.of(Sample.plain().amount(), calibrated(Sample.plain())).estimate();
    Estimate actual = SurveyMean.of(changed.amount(), calibrated(changed)).estimate();
    close(actual, expected, 1, relative * 100);
  }

  private static SurveyDesign calibrated(Sample s) {
    Margins margins =
        Margins.of(s.size())
            .andClasses("region", s.region(), Map.of("r0", 2000, "r1", 2000, "r2", 2500))
            .and("income", s.income(), 6500 * 180.0);
    return Calibration.of(s.design(), margins, CalibrationDistance.raking()).design();
  }

  private static void sameJackknife(Sample changed, double relative) {
    Estimate expected = jackknife(Sample.plain());
    close(jackknife(changed), expected, 1, relative);
    assertThat(expected.degreesOfFreedom()).isEqualTo(25);
  }

  private static Estimate jackknife(Sample s) {
    return ReplicateWeights.jkn(s.design())
        .estimate(
            d -> SurveyGini.of(s.amount(), s.domain(), d).value(), ReplicateCentre.REPLICATE_MEAN);
  }

  /** {@code z_j = w_j ∂θ/∂w_j}, by central differences; a median has no derivative. */
  @TestFactory
  List<DynamicTest> theInfluenceIsTheDerivativeByTheWeight() {
    Map<String, Estimator> smooth = estimators();
    smooth.remove("median");
    smooth.put("total", EstimatorPropertiesTest::total);
    List<DynamicTest> tests = new ArrayList<>();
    smooth.forEach(
        (name, estimator) -> tests.add(DynamicTest.dynamicTest(name, () -> derivative(estimator))));
    return tests;
  }

  private static void derivative(Estimator estimator) {
    Sample s = Sample.plain();
    SurveyDesign design = s.design();
    double[] influence = estimator.of(s, design).influence();
    double largest = Arrays.stream(influence).map(Math::abs).max().orElseThrow();
    for (int j = 0; j < N; j += 17) {
      double step = 1e-4;
      double up = value(estimator, s, design, j, 1 + step);
      double down = value(estimator, s, design, j, 1 - step);
      assertThat((up - down) / (2 * step)).isCloseTo(influence[j], within(1e-5 * largest));
    }
  }

  private static double value(
      Estimator estimator, Sample s, SurveyDesign design, int unit, double factor) {
    double[] w = design.weights();
    w[unit] *= factor;
    return estimator.of(s, design.withWeights(w)).value();
  }

  private static void close(Estimate actual, Estimate expected, double factor, double relative) {
    close(actual.value(), factor * expected.value(), relative);
    close(actual.standardError(), factor * expected.standardError(), relative);
    assertThat(actual.degreesOfFreedom()).isEqualTo(expected.degreesOfFreedom());
  }

  private static void close(double actual, double expected, double relative) {
    assertThat(actual).isCloseTo(expected, within(relative * Math.abs(expected)));
  }
}
