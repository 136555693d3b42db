package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of case A11: svyglm and regTermTest of R survey 4.1-1. */
class SurveyRegressionTest {
  @Test
  void everyNumberOfA11() {
    Expected e = Expected.of("A11_svyglm.json");
    clusters(e);
    strata(e);
    nhanes(e);
    e.complete();
  }

  private static void clusters(Expected e) {
    Table d = Table.read("apiclus1.csv");
    SurveyDesign design = SurveyDesign.clusters(d.text("dnum"), d.numbers("pw"));
    LinearModel model =
        LinearModel.fit(right(d, "ell", "meals", "mobility"), d.numbers("api00"), design.weights());
    SurveyRegression infinite = SurveyRegression.of(model, design);
    compare(e.at("apiclus1_nofpc"), infinite, model);
    e.at("apiclus1_nofpc").number("dispersion", infinite.dispersion());
    SurveyRegression finite = SurveyRegression.of(model, design.withPopulationPsus(757));
    compare(e.at("apiclus1_fpc"), finite, model);
    e.at("apiclus1_fpc").number("dispersion", finite.dispersion());
    wald(e.at("apiclus1_fpc", "wald"), "~ell + meals", finite, List.of("ell", "meals"));
  }

  private static void strata(Expected e) {
    Table d = Table.read("apistrat.csv");
    SurveyDesign design =
        SurveyDesign.elements(d.text("stype"), d.numbers("pw"))
            .withPopulationPsus(Map.of("E", 4421, "H", 755, "M", 1018));
    LinearModel model =
        LinearModel.fit(
            right(d, "ell", "meals").andDummies("stype", d.text("stype")),
            d.numbers("api00"),
            design.weights());
    SurveyRegression regression = SurveyRegression.of(model, design);
    compare(e.at("apistrat"), regression, model);
    e.at("apistrat").number("dispersion", regression.dispersion());
    wald(e.at("apistrat", "wald"), "~stype", regression, List.of("stypeH", "stypeM"));
    double[] weights = design.weights();
    boolean[] met = d.is("sch_wide", "Yes");
    for (int j = 0; j < weights.length; j++) {
      weights[j] = met[j] ? weights[j] : 0;
    }
    LinearModel some = LinearModel.fit(right(d, "ell", "meals"), d.numbers("api00"), weights);
    SurveyRegression domain = SurveyRegression.of(some, design);
    compare(e.at("apistrat_domain_sch_wide"), domain, some);
    e.at("apistrat_domain_sch_wide").number("dispersion", domain.dispersion());
  }

  private static void nhanes(Expected e) {
    Table d = Table.read("nhanes.csv");
    double[] weights = d.numbers("WTMEC2YR");
    double[] y = d.numbers("HI_CHOL");
    SurveyDesign design = SurveyDesign.nested(d.text("SDMVSTRA"), d.text("SDMVPSU"), weights);
    for (int j = 0; j < y.length; j++) {
      if (Double.isNaN(y[j])) {
        y[j] = 0;
        weights[j] = 0;
      }
    }
    Regressors right =
        Regressors.intercept(y.length)
            .andDummies("factor(race)", d.text("race"))
            .andDummies("agecat", d.text("agecat"))
            .and("RIAGENDR", d.numbers("RIAGENDR"));
    LinearModel linear = LinearModel.fit(right, y, weights);
    SurveyRegression regression = SurveyRegression.of(linear, design);
    compare(e.at("nhanes_lpm"), regression, linear);
    e.at("nhanes_lpm").number("dispersion", twiceScaled(regression, weights, design));
    List<String> ages = List.of("agecat20-39", "agecat40-59", "agecat60+");
    wald(e.at("nhanes_lpm", "wald"), "~agecat", regression, ages);
    LogisticModel logistic = LogisticModel.fit(right, y, weights);
    Expected logit = e.at("nhanes_logit").within(1e-8);
    SurveyRegression odds = SurveyRegression.of(logistic, design);
    compare(logit, odds, logistic);
    logit.number("dispersion", twiceScaled(odds, weights, design));
  }

  private static void compare(Expected e, SurveyRegression actual, FittedModel model) {
    e.number("n", actual.sampleSize());
    e.number("K", model.names().size());
    e.number("degf", actual.designDegreesOfFreedom());
    e.number("df_residual", actual.degreesOfFreedom());
    assertThat(model.names()).containsExactlyElementsOf(e.at("coef").keys());
    for (String name : model.names()) {
      Expected row = e.at("coef", name);
      Estimate estimate = actual.estimate(name);
      row.number("estimate", estimate.value());
      row.number("se", estimate.standardError());
      row.number("t", estimate.t());
      row.number("df", estimate.degreesOfFreedom());
      row.p("p", estimate.pValue());
      row.number("ci95_low", estimate.interval(0.95).lower());
      row.number("ci95_high", estimate.interval(0.95).upper());
      assertThat(actual.linearised(name).estimate(estimate.degreesOfFreedom())).isEqualTo(estimate);
    }
    e.matrix("vcov", model.names(), model.names(), actual.covariance());
  }

  /**
   * Where outcomes are missing, R's dispersion is that of residuals times the mean weight of the
   * fitted units over the mean weight of all: it scales weights twice. Nothing else uses it.
   */
  private static double twiceScaled(SurveyRegression of, double[] fitted, SurveyDesign design) {
    double mean = Sums.of(fitted) / of.sampleSize();
    return of.dispersion() * mean / (Sums.of(design.weights()) / design.size());
  }

  private static void wald(Expected e, String terms, SurveyRegression actual, List<String> names) {
    e.text("terms", terms);
    FTest test = actual.wald(names);
    e.number("F", test.statistic());
    e.number("df1", test.numerator());
    e.number("df2", test.denominator());
    e.p("p", test.pValue());
  }

  @Test
  void aRegressionOnAConstantIsTheMean() {
    Table d = Table.read("apiclus1.csv");
    SurveyDesign design = SurveyDesign.clusters(d.text("dnum"), d.numbers("pw"));
    double[] y = d.numbers("api00");
    LinearModel model = LinearModel.fit(Regressors.intercept(y.length), y, design.weights());
    Estimate actual = SurveyRegression.of(model, design).estimate(Regressors.INTERCEPT);
    Estimate mean = SurveyMean.of(y, design).estimate();
    assertThat(actual.value()).isCloseTo(mean.value(), within(1e-10));
    assertThat(actual.standardError()).isCloseTo(mean.standardError(), within(1e-10));
    assertThat(actual.degreesOfFreedom()).isEqualTo(14);
  }

  /** Odds of 3 to 1 and 1 to 3: coefficients −ln 3 and 2 ln 3, by hand. */
  @Test
  void logOddsByHand() {
    double[] x = {0, 0, 0, 0, 1, 1, 1, 1};
    double[] y = {0, 0, 0, 1, 1, 1, 1, 0};
    double[] one = {1, 1, 1, 1, 1, 1, 1, 1};
    Regressors right = Regressors.intercept(8).and("x", x);
    LogisticModel model = LogisticModel.fit(right, y, one);
    assertThat(model.coefficients())
        .containsExactly(new double[] {-Math.log(3), 2 * Math.log(3)}, within(1e-12));
    assertThat(model.fitted()[7]).isCloseTo(0.75, within(1e-13));
  }

  @Test
  void whatHasNoSolutionIsRefused() {
    double[] x = {0, 0, 0, 1, 1, 1};
    double[] one = {1, 1, 1, 1, 1, 1};
    Regressors right = Regressors.intercept(6).and("x", x);
    refused(() -> LogisticModel.fit(right, x, one), "The coefficients do not settle.");
    double[] two = {0, 1, 2, 0, 1, Double.NaN};
    refused(() -> LogisticModel.fit(right, two, one), "2 of 6 outcomes are missing or outside");
    LinearModel model = LinearModel.fit(right, new double[] {1, 2, 3, 4, 5, 7}, one);
    SurveyDesign pair = SurveyDesign.clusters(new String[] {"a", "b"}, new double[] {1, 1});
    refused(() -> SurveyRegression.of(model, pair), "the regression has 6 entries for 2 units");
    SurveyRegression regression =
        SurveyRegression.of(
            model, SurveyDesign.clusters(new String[] {"a", "a", "b", "b", "c", "c"}, one));
    refused(() -> regression.estimate("z"), "There are: (Intercept), x.");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  private static Regressors right(Table d, String... names) {
    Regressors right = Regressors.intercept(d.rows().size());
    for (String name : names) {
      right = right.and(name, d.numbers(name));
    }
    return right;
  }
}
