package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of case A05: svyquantile of R survey 4.1-1. */
class SurveyQuantileTest {
  private static final Map<String, ProportionInterval> KINDS =
      Map.of(
          "interval_mean", ProportionInterval.WALD,
          "interval_xlogit", ProportionInterval.LOGIT,
          "interval_beta", ProportionInterval.BETA,
          "interval_asin", ProportionInterval.ASIN);

  @Test
  void everyNumberOfA05() {
    Expected all = Expected.of("A05_survey_quantiles.json");
    Table one = Table.read("apiclus1.csv");
    SurveyDesign clusters =
        SurveyDesign.clusters(one.text("dnum"), asKeptByR(one.numbers("pw")))
            .withPopulationPsus(757);
    Table two = Table.read("apistrat.csv");
    SurveyDesign strata = stratified(two);
    boolean[] everybody = Domains.all(200);
    compare(all.at("apiclus1_api00"), one.numbers("api00"), Domains.all(183), clusters);
    compare(all.at("apiclus1_enroll"), one.numbers("enroll"), Domains.all(183), clusters);
    compare(all.at("apistrat_api00"), two.numbers("api00"), everybody, strata);
    compare(all.at("apistrat_enroll"), two.numbers("enroll"), everybody, strata);
    boolean[] high = two.is("stype", "H");
    compare(all.at("apistrat_enroll_domain_H"), two.numbers("enroll"), high, strata);
    all.complete();
  }

  private static void compare(Expected e, double[] y, boolean[] domain, SurveyDesign design) {
    e.number("df", design.degreesOfFreedom(domain, DomainDf.STRATA_PRESENT));
    for (String name : e.keys()) {
      if (name.equals("df")) {
        continue;
      }
      QuantileRule rule =
          QuantileRule.valueOf(name.substring("qrule_".length()).toUpperCase(Locale.ROOT));
      for (String kind : e.at(name).keys()) {
        for (String p : e.at(name, kind).keys()) {
          double share = Double.parseDouble(p.substring(1)) / 100;
          SurveyQuantile actual = SurveyQuantile.of(y, share, domain, design, rule);
          quantile(e.at(name, kind, p), actual, KINDS.get(kind));
        }
      }
    }
  }

  private static void quantile(Expected e, SurveyQuantile actual, ProportionInterval kind) {
    Interval interval = actual.interval(kind, 0.95);
    e.number("estimate", actual.value());
    e.number("ci95_low", interval.lower());
    e.number("ci95_high", interval.upper());
    double t = actual.share().estimate().quantile(0.95);
    e.number("se", interval.halfWidth() / t);
    if (kind == ProportionInterval.WALD) {
      e.number("se", actual.standardError());
    }
  }

  /**
   * 5 of 50 high schools of one weight are a tenth, so the first decile is the fifth, 357. R says
   * 532, the sixth, for its weights 1/(1/w) leave p − C/W = 1e-17.
   */
  @Test
  void roundingDecidesTiesUnderRsRuleOnly() {
    Table d = Table.read("apistrat.csv");
    double[] y = d.numbers("enroll");
    boolean[] high = d.is("stype", "H");
    SurveyDesign plain = SurveyDesign.of(d.text("stype"), d.text("cds"), d.numbers("pw"));
    assertThat(SurveyQuantile.of(y, 0.1, high, plain, QuantileRule.MATH).value()).isEqualTo(357);
    SurveyDesign kept = stratified(d);
    assertThat(SurveyQuantile.of(y, 0.1, high, kept, QuantileRule.MATH).value()).isEqualTo(532);
    for (SurveyDesign design : new SurveyDesign[] {plain, kept}) {
      SurveyQuantile decile = SurveyQuantile.of(y, 0.1, high, design, QuantileRule.TYPE_1);
      assertThat(decile.value()).isEqualTo(357);
      decile = SurveyQuantile.of(y, 0.1, high, design, QuantileRule.TYPE_2);
      assertThat(decile.value()).isEqualTo((357 + 532) / 2.0);
    }
  }

  @Test
  void theInfluenceGivesWoodruffsError() {
    Table d = Table.read("apistrat.csv");
    SurveyDesign design = stratified(d);
    double[] y = d.numbers("api00");
    boolean[] poor = d.above("meals", 50);
    SurveyQuantile a = SurveyQuantile.of(y, 0.5, poor, design, QuantileRule.MATH);
    SurveyQuantile b = SurveyQuantile.of(y, 0.5, Reference.not(poor), design, QuantileRule.MATH);
    assertThat(a.linearised().estimate().standardError())
        .isCloseTo(a.standardError(), within(1e-10));
    Estimate gap = b.linearised().minus(a.linearised()).estimate();
    assertThat(gap.value()).isEqualTo(b.value() - a.value());
    // Of disjoint domains within strata of elements, nearly independent.
    assertThat(gap.standardError())
        .isCloseTo(Math.hypot(a.standardError(), b.standardError()), within(1.0));
  }

  @Test
  void whatTheSampleDoesNotReachIsUnbounded() {
    SurveyDesign design =
        SurveyDesign.clusters(new String[] {"a", "b", "c", "d"}, new double[] {1, 1, 1, 1});
    double[] y = {1, 2, 3, 4};
    SurveyQuantile top = SurveyQuantile.of(y, 0.75, design, QuantileRule.MATH);
    assertThat(top.value()).isEqualTo(3);
    assertThat(top.interval(ProportionInterval.WALD, 0.95).upper()).isInfinite();
    assertThat(top.standardError()).isInfinite();
    assertThatIllegalArgumentException()
        .isThrownBy(top::linearised)
        .withMessageContaining("leaves the sample of 4 units");
    SurveyQuantile last = SurveyQuantile.of(y, 0.99, design, QuantileRule.MATH);
    assertThat(last.interval(ProportionInterval.LOGIT, 0.95).lower()).isInfinite();
  }

  @Test
  void brokenInputIsRefused() {
    SurveyDesign design = SurveyDesign.clusters(new String[] {"a", "b"}, new double[] {1, 1});
    double[] y = {1, Double.NaN};
    refused(() -> SurveyQuantile.of(y, 0.5, design, QuantileRule.MATH), "1 values of y");
    refused(() -> SurveyQuantile.of(y, 1, new boolean[2], design, QuantileRule.MATH), "such as");
    refused(
        () -> SurveyQuantile.of(y, 0.5, new boolean[2], design, QuantileRule.MATH),
        "None of 2 weights is positive");
    refused(() -> QuantileRule.HF7.of(y, new double[] {1, 1}, 0.5), "1 of 2 values");
    refused(() -> QuantileRule.HF7.of(y, new double[] {1}, 0.5), "has 1 entries for 2 units");
  }

  private static void refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable c, String m) {
    assertThatIllegalArgumentException().isThrownBy(c).withMessageContaining(m);
  }

  /** R keeps probabilities, not weights; that rounding decides a tie, see the test on it. */
  private static double[] asKeptByR(double[] weights) {
    return java.util.Arrays.stream(weights).map(w -> 1 / (1 / w)).toArray();
  }

  private static SurveyDesign stratified(Table d) {
    Map<String, Double> schools = Map.of("E", 4421.0, "H", 755.0, "M", 1018.0);
    return SurveyDesign.of(d.text("stype"), d.text("cds"), asKeptByR(d.numbers("pw")))
        .withPopulationPsus(schools);
  }
}
