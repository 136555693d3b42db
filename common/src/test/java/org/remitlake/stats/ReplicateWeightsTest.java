package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of case A06: as.svrepdesign of R survey 4.1-1; balanced half-samples; bad input. */
class ReplicateWeightsTest {
  private static final Map<String, ReplicateCentre> CENTRES =
      Map.of(
          "mse_false_centre_replicate_mean", ReplicateCentre.REPLICATE_MEAN,
          "mse_true_centre_full_estimate", ReplicateCentre.FULL_ESTIMATE);

  private final Table api = Table.read("apiclus1.csv");
  private final SurveyDesign clusters = SurveyDesign.clusters(api.text("dnum"), api.numbers("pw"));

  @Test
  void everyNumberOfA06() {
    Expected e = Expected.of("A06_survey_jackknife.json");
    compare(e.at("apiclus1_JK1_nofpc"), api, "JK1", "stype", ReplicateWeights.jk1(clusters));
    ReplicateWeights finite = ReplicateWeights.jk1(clusters.withPopulationPsus(757));
    compare(e.at("apiclus1_JK1_fpc"), api, "JK1", "", finite);
    Table nhanes = Table.read("nhanes.csv");
    SurveyDesign nested =
        SurveyDesign.nested(
            nhanes.text("SDMVSTRA"), nhanes.text("SDMVPSU"), nhanes.numbers("WTMEC2YR"));
    compare(e.at("nhanes_JKn"), nhanes, "JKn", "race", ReplicateWeights.jkn(nested));
    e.complete();
  }

  private static void compare(
      Expected both, Table d, String type, String by, ReplicateWeights weights) {
    for (String mse : both.keys()) {
      Expected e = both.at(mse);
      ReplicateCentre centre = CENTRES.get(mse);
      e.text("type", type);
      e.number("n_replicates", weights.size());
      e.number("scale", weights.scale());
      e.numbers("rscales", weights.factors());
      e.number("degf", weights.degreesOfFreedom());
      for (String kind : List.of("means", "totals", "ratios", "by")) {
        for (String name : e.has(kind) ? e.at(kind).keys() : List.<String>of()) {
          Estimate actual = weights.estimate(estimator(kind, name, by, d), centre);
          Expected one = e.at(kind, name);
          one.number("estimate", actual.value());
          one.number("se", actual.standardError());
          if (one.has("ci95_t")) {
            one.interval("ci95_t", actual.interval(0.95));
          }
        }
      }
      if (e.has("regression")) {
        regression(e.at("regression"), d, weights, centre);
      }
    }
  }

  private static ToDoubleFunction<SurveyDesign> estimator(
      String kind, String name, String by, Table d) {
    if (kind.equals("ratios")) {
      return w -> SurveyRatio.of(d.numbers("api_stu"), d.numbers("enroll"), w).value();
    }
    String first = d.has("api00") ? "api00" : "HI_CHOL";
    double[] y = d.numbers(kind.equals("by") ? first : name);
    boolean[] domain =
        kind.equals("by") ? Domains.both(Domains.answered(y), d.is(by, name)) : Domains.answered(y);
    return kind.equals("totals")
        ? w -> SurveyTotal.of(y, domain, w).value()
        : w -> SurveyMean.of(y, domain, w).value();
  }

  private static void regression(
      Expected e, Table d, ReplicateWeights weights, ReplicateCentre centre) {
    e.text("formula", "api00 ~ ell + meals");
    Regressors right =
        Regressors.intercept(d.rows().size())
            .and("ell", d.numbers("ell"))
            .and("meals", d.numbers("meals"));
    for (String name : e.at("coef").keys()) {
      Estimate actual =
          weights.estimate(
              w -> LinearModel.fit(right, d.numbers("api00"), w.weights()).coefficient(name),
              centre);
      e.at("coef", name).number("estimate", actual.value());
      e.at("coef", name).number("se", actual.standardError());
    }
  }

  @Test
  void suppliedWeightsAreThoseOfTheJackknife() {
    Table file = Table.read("apiclus1_jk1_weights.csv");
    ReplicateWeights jackknife = ReplicateWeights.jk1(clusters);
    List<double[]> columns = new ArrayList<>();
    for (int r = 0; r < 15; r++) {
      columns.add(file.numbers("rw" + (r + 1)));
      assertThat(jackknife.weights(r)).containsExactly(columns.get(r), within(1e-10));
    }
    ReplicateWeights supplied =
        ReplicateWeights.supplied(clusters, columns, jackknife.scale(), jackknife.factors());
    ToDoubleFunction<SurveyDesign> mean = w -> SurveyMean.of(api.numbers("api00"), w).value();
    Estimate expected = jackknife.estimate(mean, ReplicateCentre.FULL_ESTIMATE);
    Estimate actual = supplied.estimate(mean, ReplicateCentre.FULL_ESTIMATE);
    assertThat(actual.standardError()).isCloseTo(expected.standardError(), within(1e-10));
    assertThat(actual.degreesOfFreedom()).isEqualTo(14);
  }

  /** With an orthogonal matrix the variance of a total is the linearised one, to rounding. */
  @Test
  void balancedHalfSamplesOfATotalAreLinearisation() {
    int n = 44;
    String[] strata = labels(n, j -> "s" + j / 4);
    String[] psus = labels(n, j -> "p" + j / 2);
    double[] w = new java.util.Random(5).doubles(n, 1, 9).toArray();
    double[] y = new java.util.Random(6).doubles(n, 0, 100).toArray();
    SurveyDesign design = SurveyDesign.of(strata, psus, w);
    Estimate linear = SurveyTotal.of(y, design).estimate();
    for (double rho : new double[] {0, 0.3, 0.5}) {
      ReplicateWeights half = ReplicateWeights.fay(design, rho);
      assertThat(half.size()).isEqualTo(16);
      for (ReplicateCentre centre : ReplicateCentre.values()) {
        Estimate actual = half.estimate(d -> SurveyTotal.of(y, d).value(), centre);
        assertThat(actual.standardError())
            .isCloseTo(linear.standardError(), within(1e-10 * linear.standardError()));
        assertThat(actual.degreesOfFreedom()).isEqualTo(11);
      }
    }
    Estimate ratio =
        ReplicateWeights.brr(design)
            .estimate(d -> SurveyMean.of(y, d).value(), ReplicateCentre.FULL_ESTIMATE);
    double error = SurveyMean.of(y, design).estimate().standardError();
    assertThat(ratio.standardError()).isCloseTo(error, within(0.1 * error));
  }

  /** By hand: 3 PSUs of totals 1, 2, 6; leaving one out 12, 10.5, 4.5; mean 9; 2/3 · 31.5. */
  @Test
  void jackknifeByHand() {
    SurveyDesign three =
        SurveyDesign.clusters(new String[] {"a", "b", "c"}, new double[] {1, 1, 1});
    ReplicateWeights jackknife = ReplicateWeights.jk1(three);
    double[] y = {1, 2, 6};
    Estimate total =
        jackknife.estimate(d -> SurveyTotal.of(y, d).value(), ReplicateCentre.REPLICATE_MEAN);
    assertThat(total.value()).isEqualTo(9);
    assertThat(total.standardError()).isCloseTo(Math.sqrt(21), within(1e-12));
  }

  @Test
  void whatCannotBeReplicatedIsRefused() {
    double[] one = {1, 1, 1};
    SurveyDesign stratified =
        SurveyDesign.of(new String[] {"s", "s", "t"}, new String[] {"a", "b", "c"}, one);
    refused(() -> ReplicateWeights.jk1(stratified), "The design has 2 strata. JK1 knows none");
    refused(() -> ReplicateWeights.jkn(stratified), "A stratum has a single PSU");
    refused(() -> ReplicateWeights.brr(stratified), "1 of 2 strata do not have two PSUs");
    refused(() -> ReplicateWeights.fay(stratified, 1), "Fay's factor");
    refused(
        () -> ReplicateWeights.supplied(stratified, List.of(one), 1, new double[] {1}),
        "1 replicates with 1 factors");
    double[] negative = {1, -1, 1};
    refused(
        () -> ReplicateWeights.supplied(stratified, List.of(one, negative), 1, new double[2]),
        "None of 2 weights is positive");
    refused(
        () -> ReplicateWeights.supplied(stratified, List.of(one, negative), 1, new double[] {1, 1}),
        "1 of 3 weights are negative");
    SurveyDesign two = SurveyDesign.clusters(new String[] {"a", "a", "b"}, one);
    boolean[] onlyB = {false, false, true};
    refused(
        () ->
            ReplicateWeights.jk1(two)
                .estimate(d -> SurveyMean.of(one, onlyB, d).value(), ReplicateCentre.FULL_ESTIMATE),
        "Replicate 2 of 2: The denominator adds to zero over 0 units");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static String[] labels(int n, java.util.function.IntFunction<String> label) {
    return IntStream.range(0, n).mapToObj(label).toArray(String[]::new);
  }
}
