package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of case A22: inequality, concentration, dispersion, quantiles. */
class DescriptivesTest {
  @Test
  void everyNumberOfA22() {
    Expected e = Expected.of("A22_descriptives.json");
    Table schools = Table.read("apistrat.csv");
    Table cars = Table.read("mtcars.csv");
    compare(e.at("enroll_pw"), schools.numbers("enroll"), schools.numbers("pw"));
    compare(e.at("disp_hp"), cars.numbers("disp"), cars.numbers("hp"));
    compare(e.at("api00_unit_weights"), schools.numbers("api00"), ones(200));
    e.complete();
  }

  private static void compare(Expected e, double[] y, double[] w) {
    int n = y.length;
    double[] one = ones(n);
    SurveyDesign weighted = elements(w);
    e.number("n", n);
    e.number("sum_w", Sums.of(w));
    e.number("mean", Spread.mean(y, one));
    e.number("sd", Math.sqrt(Spread.SAMPLE.variance(y, one)));
    e.number("cv", Spread.SAMPLE.cv(y, one));
    e.number("cv_population", Spread.POPULATION.cv(y, one));
    e.number("weighted_mean", SurveyMean.of(y, weighted).value());
    e.number("weighted_mean", Spread.mean(y, w));
    e.number("weighted_var_population", Spread.POPULATION.variance(y, w));
    e.number("weighted_var_frequency", Spread.FREQUENCY.variance(y, w));
    e.number("weighted_var_reliability", Spread.RELIABILITY.variance(y, w));
    e.number("weighted_var_survey_n_nm1", Spread.SAMPLE.variance(y, w));
    e.number("weighted_cv_population", Spread.POPULATION.cv(y, w));
    e.number("kish_deff", Deff.kish(weighted));
    e.number("kish_neff", n / Deff.kish(weighted));
    double plain = SurveyGini.of(y, elements(one)).value();
    e.number("gini_unweighted", plain);
    e.number("gini_unweighted_bias_corrected", plain * n / (n - 1));
    e.number("gini_weighted", SurveyGini.of(y, weighted).value());
    Concentration market = Concentration.of(y);
    e.number("hhi", market.hhi());
    e.number("hhi_10000", 10_000 * market.hhi());
    e.number("hhi_normalised", market.normalised());
    e.number("hhi_effective_number", market.effectiveNumber());
    quantiles(e.at("weighted_quantile_inverse_cdf"), y, w, QuantileRule.TYPE_1);
    quantiles(e.at("weighted_quantile_averaged"), y, w, QuantileRule.TYPE_2);
    quantiles(e.at("quantile_type7_unweighted"), y, one, QuantileRule.HF7);
    quantiles(e.at("quantile_type6_unweighted"), y, one, QuantileRule.HF6);
    quantiles(e.at("quantile_type2_unweighted"), y, one, QuantileRule.TYPE_2);
  }

  private static void quantiles(Expected e, double[] y, double[] w, QuantileRule rule) {
    for (String key : e.keys()) {
      e.number(key, rule.of(y, w, Double.parseDouble(key.substring(1)) / 100));
    }
  }

  /** Two persons, one has all: G = 1/2; with 3/4 and 1/4: 1/4. By the definition. */
  @Test
  void giniByHand() {
    assertThat(SurveyGini.of(new double[] {0, 5}, elements(ones(2))).value()).isEqualTo(0.5);
    assertThat(SurveyGini.of(new double[] {3, 1}, elements(ones(2))).value()).isEqualTo(0.25);
    assertThat(SurveyGini.of(new double[] {7, 7}, elements(ones(2))).value()).isZero();
    // A weight of 3 is three persons.
    double[] y = {1, 4, 10};
    double[] each = {1, 1, 1, 4, 10, 10};
    assertThat(SurveyGini.of(y, elements(new double[] {3, 1, 2})).value())
        .isCloseTo(SurveyGini.of(each, elements(ones(6))).value(), within(1e-15))
        .isCloseTo(SurveyGini.of(y, elements(new double[] {6, 2, 4})).value(), within(1e-15));
  }

  @Test
  void giniOfADomainIsThatOfItsUnits() {
    Table d = Table.read("apistrat.csv");
    double[] y = d.numbers("enroll");
    double[] w = d.numbers("pw");
    Table high = d.where(r -> r[1].equals("H"));
    double alone = SurveyGini.of(high.numbers("enroll"), elements(high.numbers("pw"))).value();
    Linearised within = SurveyGini.of(y, d.is("stype", "H"), elements(w));
    assertThat(within.value()).isCloseTo(alone, within(1e-14));
    assertThat(within.sampleSize()).isEqualTo(50);
    assertThat(Arrays.stream(within.influence()).sum()).isCloseTo(0, within(1e-13));
  }

  /** The jackknife needs no derivative; both errors agree to a few per cent. */
  @Test
  void giniErrorIsThatOfTheJackknife() {
    Table d = Table.read("apistrat.csv");
    SurveyDesign design =
        SurveyDesign.elements(d.text("stype"), d.numbers("pw"))
            .withPopulationPsus(Map.of("E", 4421, "H", 755, "M", 1018));
    double[] y = d.numbers("enroll");
    double linear = SurveyGini.of(y, design).estimate().standardError();
    double jackknife =
        ReplicateWeights.jkn(design)
            .estimate(w -> SurveyGini.of(y, w).value(), ReplicateCentre.FULL_ESTIMATE)
            .standardError();
    assertThat(linear / jackknife).isBetween(0.95, 1.05);
  }

  @Test
  void whatHasNoSpreadOrShareIsRefused() {
    double[] one = {1};
    refused(() -> Spread.SAMPLE.variance(one, one), "The variance of 1 values of weight 1.0");
    refused(() -> Spread.RELIABILITY.variance(one, one), "has no divisor");
    refused(() -> Spread.mean(one, new double[2]), "the weights has 2 entries for 1 units");
    refused(
        () -> Concentration.of(new double[] {1, -1}),
        "1 of 2 amounts are negative or missing, or all are 0.");
    refused(
        () -> SurveyGini.of(new double[] {1, -1}, elements(ones(2))),
        "1 values of y are below zero");
    refused(() -> SurveyGini.of(new double[2], elements(ones(2))), "nothing to share");
    refused(
        () -> SurveyGini.of(new double[] {1, 2}, new boolean[2], elements(ones(2))),
        "nothing to share");
    assertThat(Concentration.of(one).normalised()).isEqualTo(1);
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static SurveyDesign elements(double[] w) {
    String[] one = new String[w.length];
    Arrays.fill(one, "all");
    return SurveyDesign.elements(one, w);
  }

  private static double[] ones(int n) {
    double[] one = new double[n];
    Arrays.fill(one, 1);
    return one;
  }
}
