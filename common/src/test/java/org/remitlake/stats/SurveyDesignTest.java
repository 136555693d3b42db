package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurveyDesignTest {
  private static final int N = 600;
  private static final String[] STRATA = labels(N, j -> "s" + j % 6);
  private static final String[] PSUS = labels(N, j -> "s" + j % 6 + "-p" + (j / 6) % 7);
  private static final double[] WEIGHTS = random(1, 50, 400);
  private static final double[] Y = random(2, 0, 1000);
  private static final double[] X = random(3, 500, 3000);
  private static final boolean[] DOMAIN = flags(j -> Y[j] > 300);

  private final SurveyDesign design = SurveyDesign.of(STRATA, PSUS, WEIGHTS);

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13})
  void theOrderOfTheRowsDoesNotChangeOneBit(long seed) {
    List<Integer> order = new java.util.ArrayList<>(IntStream.range(0, N).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    SurveyDesign shuffled =
        SurveyDesign.of(
            labels(N, j -> STRATA[order.get(j)]),
            labels(N, j -> PSUS[order.get(j)]),
            reorder(WEIGHTS, order));
    double[] y = reorder(Y, order);
    double[] x = reorder(X, order);
    boolean[] domain = flags(j -> DOMAIN[order.get(j)]);
    assertThat(SurveyMean.of(y, domain, shuffled).estimate())
        .isEqualTo(SurveyMean.of(Y, DOMAIN, design).estimate());
    assertThat(SurveyTotal.of(y, shuffled).estimate())
        .isEqualTo(SurveyTotal.of(Y, design).estimate());
    assertThat(SurveyRatio.of(y, x, shuffled).estimate())
        .isEqualTo(SurveyRatio.of(Y, X, design).estimate());
    assertThat(Deff.withReplacement(SurveyMean.of(y, shuffled)))
        .isEqualTo(Deff.withReplacement(SurveyMean.of(Y, design)));
    assertThat(Deff.kish(shuffled)).isEqualTo(Deff.kish(design));
  }

  @Test
  void theNamesOfPsusAndStrataDoNotChangeOneBit() {
    SurveyDesign renamed =
        SurveyDesign.of(
            labels(N, j -> "z" + (9 - j % 6)), labels(N, j -> "q" + PSUS[j].hashCode()), WEIGHTS);
    SurveyDesign nested = SurveyDesign.nested(STRATA, labels(N, j -> "p" + (j / 6) % 7), WEIGHTS);
    Estimate expected = SurveyMean.of(Y, design).estimate();
    assertThat(SurveyMean.of(Y, renamed).estimate()).isEqualTo(expected);
    assertThat(SurveyMean.of(Y, nested).estimate()).isEqualTo(expected);
  }

  @Test
  void theScaleOfTheWeightsDoesNotChangeAMeanAndMultipliesATotal() {
    SurveyDesign scaled =
        SurveyDesign.of(STRATA, PSUS, Arrays.stream(WEIGHTS).map(w -> 1000 * w).toArray());
    same(SurveyMean.of(Y, scaled).estimate(), SurveyMean.of(Y, design).estimate(), 1);
    same(SurveyRatio.of(Y, X, scaled).estimate(), SurveyRatio.of(Y, X, design).estimate(), 1);
    same(SurveyTotal.of(Y, scaled).estimate(), SurveyTotal.of(Y, design).estimate(), 1000);
  }

  @Test
  void everyRowTwiceAtHalfTheWeightIsTheSameSample() {
    SurveyDesign twice =
        SurveyDesign.of(
            labels(2 * N, j -> STRATA[j % N]),
            labels(2 * N, j -> PSUS[j % N]),
            IntStream.range(0, 2 * N).mapToDouble(j -> WEIGHTS[j % N] / 2).toArray());
    double[] y = IntStream.range(0, 2 * N).mapToDouble(j -> Y[j % N]).toArray();
    same(SurveyMean.of(y, twice).estimate(), SurveyMean.of(Y, design).estimate(), 1);
    same(SurveyTotal.of(y, twice).estimate(), SurveyTotal.of(Y, design).estimate(), 1);
    assertThat(Deff.kish(twice)).isCloseTo(Deff.kish(design), within(1e-13));
  }

  @Test
  void aDifferenceOfDomainsHasTheCovarianceOfItsParts() {
    boolean[] rest = Reference.not(DOMAIN);
    Linearised a = SurveyMean.of(X, DOMAIN, design);
    Linearised b = SurveyMean.of(X, rest, design);
    double[][] v = design.covariance(new double[][] {a.influence(), b.influence()});
    Estimate difference = a.minus(b).estimate();
    assertThat(difference.value()).isCloseTo(a.value() - b.value(), within(1e-12));
    assertThat(difference.standardError())
        .isCloseTo(Math.sqrt(v[0][0] + v[1][1] - 2 * v[0][1]), within(1e-10));
    assertThat(a.minus(b).sampleSize()).isEqualTo(N);
    assertThat(a.minus(a).estimate().standardError()).isZero();
    assertThat(a.times(100).estimate().standardError())
        .isCloseTo(100 * a.estimate().standardError(), within(1e-9));
  }

  @Test
  void differencesAcrossDesignsAreRefused() {
    SurveyDesign other = SurveyDesign.of(STRATA, PSUS, WEIGHTS);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(Y, design).minus(SurveyMean.of(Y, other)))
        .withMessageContaining("no known covariance");
  }

  @Test
  void whatLiesOutsideTheDomainIsNeverLookedAt() {
    double[] y = Y.clone();
    for (int j = 0; j < N; j++) {
      y[j] = DOMAIN[j] ? y[j] : Double.NaN;
    }
    assertThat(SurveyMean.of(y, DOMAIN, design).estimate())
        .isEqualTo(SurveyMean.of(Y, DOMAIN, design).estimate());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(y, design))
        .withMessageContaining("values of the numerator within the domain are missing");
  }

  @Test
  void unitsOfWeightZeroCountNeitherInDfNorInN() {
    double[] w = {1, 2, 0, 3};
    SurveyDesign small = SurveyDesign.clusters(new String[] {"a", "b", "c", "d"}, w);
    assertThat(small.psus()).isEqualTo(4);
    assertThat(small.degreesOfFreedom()).isEqualTo(2);
    assertThat(SurveyMean.of(new double[] {1, 2, 3, 4}, small).sampleSize()).isEqualTo(3);
  }

  @Test
  void aTotalOverNobodyIsZeroAndKnowsNothingOfItsError() {
    Estimate nobody = SurveyTotal.of(Y, new boolean[N], design).estimate();
    assertThat(nobody).isEqualTo(new Estimate(0, 0, 0));
    assertThat(nobody.interval(0.95).upper()).isInfinite();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(Y, new boolean[N], design))
        .withMessage("The denominator adds to zero over 0 units: there is no ratio.");
  }

  @Test
  void whatDoesNotVaryHasNoDesignEffect() {
    double[] one = new double[N];
    Arrays.fill(one, 1);
    Linearised all = SurveyMean.of(one, design);
    assertThat(all.value()).isEqualTo(1);
    assertThat(Deff.withReplacement(all)).isEmpty();
    assertThat(Deff.withoutReplacement(all)).isEmpty();
    assertThat(Deff.effectiveSampleSize(all)).isEmpty();
  }

  @Test
  void brokenDesignsAreRefusedWithCounts() {
    String[] two = {"a", "b"};
    refused(() -> SurveyDesign.clusters(two, new double[] {1, -1}), "1 of 2 weights are negative");
    refused(
        () -> SurveyDesign.clusters(two, new double[] {Double.NaN, Double.POSITIVE_INFINITY}),
        "2 of 2 weights are negative or not finite. Give every unit a weight; 0 leaves it out.");
    refused(() -> SurveyDesign.clusters(two, new double[] {0, 0}), "None of 2 weights is positive");
    refused(() -> SurveyDesign.clusters(two, new double[] {1}), "has 2 entries for 1 units");
    refused(
        () -> SurveyDesign.of(two, new String[] {"p", "p"}, new double[] {1, 1}),
        "1 of 1 PSUs lie in more than one stratum");
    refused(
        () -> SurveyDesign.clusters(new String[] {"a", " "}, new double[] {1, 1}),
        "1 of 2 units have no psu");
    refused(
        () -> SurveyDesign.clusters(two, new double[] {1, 1}).withPopulationPsus(1),
        "1 of 1 strata have no number of PSUs in the population, or one below the PSUs drawn");
    refused(() -> design.withPopulationPsus(Map.of("s0", 50)), "5 of 6 strata");
  }

  @Test
  void brokenInputIsRefused() {
    refused(() -> design.variance(new double[3]), "influence has 3 entries for 600 units");
    double[] z = new double[N];
    z[4] = Double.NaN;
    refused(() -> design.variance(z), "1 of 600 values of influence are missing or not finite");
    refused(() -> SurveyTotal.of(z, design), "1 values of y within the domain");
    refused(() -> SurveyTotal.of(Y, new boolean[2], design), "domain has 2 entries for 600");
    refused(() -> SurveyRatio.of(Y, new double[N], design), "adds to zero over 600 units");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static void same(Estimate actual, Estimate expected, double scale) {
    double value = scale * expected.value();
    assertThat(actual.value()).isCloseTo(value, within(1e-13 * value));
    double se = scale * expected.standardError();
    assertThat(actual.standardError()).isCloseTo(se, within(1e-12 * se));
    assertThat(actual.degreesOfFreedom()).isEqualTo(expected.degreesOfFreedom());
  }

  private static String[] labels(int n, IntFunction<String> label) {
    return IntStream.range(0, n).mapToObj(label).toArray(String[]::new);
  }

  private static boolean[] flags(java.util.function.IntPredicate rule) {
    boolean[] flags = new boolean[N];
    for (int j = 0; j < N; j++) {
      flags[j] = rule.test(j);
    }
    return flags;
  }

  private static double[] random(long seed, double low, double high) {
    return new Random(seed).doubles(N, low, high).toArray();
  }

  private static double[] reorder(double[] values, List<Integer> order) {
    return order.stream().mapToDouble(j -> values[j]).toArray();
  }
}
