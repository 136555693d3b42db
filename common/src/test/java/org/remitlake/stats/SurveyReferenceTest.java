package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of R survey 4.1-1 in A01 to A03. */
class SurveyReferenceTest {
  private static final Map<String, String[]> RATIOS =
      Map.of(
          "stu_per_enroll", new String[] {"api_stu", "enroll"},
          "api00_api99", new String[] {"api00", "api99"});

  @Test
  void clusterSample() {
    Table d = Table.read("apiclus1.csv");
    SurveyDesign design = SurveyDesign.clusters(d.text("dnum"), d.numbers("pw"));
    Map<String, Rule> rules =
        Map.of(
            "high", new Rule("stype=='H'", d.is("stype", "H")),
            "poor", new Rule("meals>50", d.above("meals", 50)),
            "empty_psus",
                new Rule(
                    "comp_imp=='No' & ell>30",
                    Domains.both(d.is("comp_imp", "No"), d.above("ell", 30))));
    Expected e = Expected.of("A01_survey_cluster.json");
    compare(e.at("no_fpc"), d, design, rules);
    compare(e.at("with_fpc"), d, design.withPopulationPsus(757), rules);
    e.complete();
  }

  @Test
  void stratifiedSample() {
    Table d = Table.read("apistrat.csv");
    SurveyDesign design = SurveyDesign.elements(d.text("stype"), d.numbers("pw"));
    Map<String, Double> schools = new HashMap<>();
    for (int j = 0; j < design.size(); j++) {
      schools.put(d.text("stype")[j], d.numbers("fpc")[j]);
    }
    Map<String, Rule> rules =
        Map.of(
            "high_met",
                new Rule(
                    "stype=='H' & sch_wide=='Yes'",
                    Domains.both(d.is("stype", "H"), d.is("sch_wide", "Yes"))),
            "poor", new Rule("meals>50", d.above("meals", 50)));
    Expected e = Expected.of("A02_survey_stratified.json");
    compare(e.at("no_fpc"), d, design, rules);
    compare(e.at("with_fpc"), d, design.withPopulationPsus(schools), rules);
    e.complete();
  }

  @Test
  void stratifiedClusterSampleWithMissingValues() {
    Table d = Table.read("nhanes.csv");
    SurveyDesign design =
        SurveyDesign.nested(d.text("SDMVSTRA"), d.text("SDMVPSU"), d.numbers("WTMEC2YR"));
    Map<String, Rule> rules =
        Map.of(
            "women_race2",
                new Rule(
                    "race==2 & RIAGENDR==2",
                    Domains.both(d.is("race", "2"), d.is("RIAGENDR", "2"))),
            "old", new Rule("agecat=='60+'", d.is("agecat", "60+")));
    Expected e = Expected.of("A03_survey_strat_cluster.json");
    compare(e, d, design, rules);
    raoScott(e.at("rao_scott_HI_CHOL_by_race"), d, "race", design);
    raoScott(e.at("rao_scott_HI_CHOL_by_gender"), d, "RIAGENDR", design);
    e.complete();
  }

  private static void compare(Expected e, Table d, SurveyDesign design, Map<String, Rule> rules) {
    e.number("n", design.size());
    e.number("n_psu", design.psus());
    e.number("n_strata", design.strata());
    e.number("degf", design.degreesOfFreedom());
    e.number("sum_w", Sums.of(design.weights()));
    for (String kind : List.of("mean", "total", "ratio")) {
      Expected all = e.at(kind + "s");
      all.keys().forEach(y -> full(all.at(y), estimate(kind, y, all(d), d, design)));
    }
    Expected shares = e.at("proportions");
    for (String variable : shares.keys()) {
      for (String level : shares.at(variable).keys()) {
        level(shares.at(variable, level), variable, level, d, design);
      }
    }
    e.at("domains")
        .keys()
        .forEach(name -> domain(e.at("domains", name), rules.get(name), d, design));
    e.at("by").keys().forEach(columns -> by(e.at("by", columns), columns, d, design));
    if (e.has("joint")) {
      joint(e.at("joint"), d, design);
    }
  }

  private static void full(Expected e, Linearised actual) {
    value(e, actual);
    Estimate estimate = actual.estimate(DomainDf.DESIGN);
    e.number("df", estimate.degreesOfFreedom());
    e.interval("ci95_t", estimate.interval(0.95));
    e.interval("ci95_normal", actual.estimate(Double.POSITIVE_INFINITY).interval(0.95));
    e.number("deff", Deff.withoutReplacement(actual).getAsDouble());
    if (e.has("deff_wr")) {
      e.number("deff_wr", Deff.withReplacement(actual).getAsDouble());
    }
  }

  private static void level(
      Expected e, String variable, String level, Table d, SurveyDesign design) {
    boolean[] is = d.is(variable, level);
    double[] y = new double[is.length];
    java.util.Arrays.setAll(y, j -> is[j] ? 1 : 0);
    Linearised p = SurveyMean.of(y, Reference.not(d.is(variable, "")), design);
    full(e, p);
    Estimate estimate = p.estimate(DomainDf.DESIGN);
    Map<String, ProportionInterval> kinds =
        Map.of(
            "logit", ProportionInterval.LOGIT,
            "xlogit", ProportionInterval.LOGIT,
            "mean", ProportionInterval.WALD,
            "asin", ProportionInterval.ASIN,
            "beta", ProportionInterval.BETA);
    kinds.forEach(
        (name, kind) -> e.at("ci95").interval(name, kind.of(estimate, p.sampleSize(), 0.95)));
  }

  private static void domain(Expected e, Rule rule, Table d, SurveyDesign design) {
    boolean[] in = rule.flags();
    e.text("rule", rule.text());
    long n = java.util.stream.IntStream.range(0, in.length).filter(j -> in[j]).count();
    e.number("n_domain", (double) n);
    int few = design.degreesOfFreedom(in, DomainDf.UNITS_PRESENT);
    e.number("degf_domain", few);
    e.number("degf_full", design.degreesOfFreedom(in, DomainDf.DESIGN));
    for (String statistic : e.keys()) {
      String[] name = statistic.split("_", 2);
      if (!List.of("mean", "total", "ratio").contains(name[0])) {
        continue;
      }
      Expected one = e.at(statistic);
      if (nobodyAnswers(name, in, d)) {
        refusesNobody(e, statistic, () -> estimate(name[0], name[1], in, d, design));
        continue;
      }
      Linearised actual = estimate(name[0], name[1], in, d, design);
      value(one, actual);
      if (one.has("ci95_t_df_domain")) {
        one.interval("ci95_t_df_domain", actual.estimate(few).interval(0.95));
        one.interval("ci95_t_df_full", actual.estimate(DomainDf.DESIGN).interval(0.95));
      }
    }
  }

  private static void by(Expected e, String columns, Table d, SurveyDesign design) {
    String[] column = columns.split("\\+", -1);
    for (String statistic : e.keys()) {
      String[] name = statistic.split("_", 2);
      for (String group : e.at(statistic).keys()) {
        String[] level = group.split("\\.", -1);
        boolean[] rule = d.is(column[0], level[0]);
        if (column.length > 1) {
          rule = Domains.both(rule, d.is(column[1], level[1]));
        }
        boolean[] in = rule;
        if (nobodyAnswers(name, in, d)) {
          refusesNobody(e.at(statistic), group, () -> estimate(name[0], name[1], in, d, design));
          continue;
        }
        Linearised actual = estimate(name[0], name[1], in, d, design);
        Expected one = e.at(statistic, group);
        value(one, actual);
        Estimate estimate = actual.estimate(DomainDf.DESIGN);
        one.number("df_full", estimate.degreesOfFreedom());
        one.interval("ci95_t", estimate.interval(0.95));
      }
    }
  }

  private static void refusesNobody(
      Expected e, String key, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("over 0 units");
    e.skip(key, "R gives 0 with standard error 0 for the mean of nobody; we refuse");
  }

  private static void joint(Expected e, Table d, SurveyDesign design) {
    List<String> names = e.texts("vars");
    for (String kind : List.of("mean", "total")) {
      Linearised[] both =
          names.stream()
              .map(name -> estimate(kind, name, all(d), d, design))
              .toArray(Linearised[]::new);
      e.numbers(kind, both[0].value(), both[1].value());
      double[][] z = {both[0].influence(), both[1].influence()};
      e.matrix("vcov_" + kind, names, names, design.covariance(z));
    }
  }

  private static void raoScott(Expected e, Table d, String column, SurveyDesign design) {
    RaoScott test =
        RaoScott.of(
            d.text("HI_CHOL"), d.text(column), Domains.answered(d.numbers("HI_CHOL")), design);
    fTest(e.at("F"), test.secondOrder());
    e.at("Chisq_first_order").number("X2", test.pearson());
    e.at("Chisq_first_order").number("df", test.firstOrder().degreesOfFreedom());
    e.at("Chisq_first_order").p("p", test.firstOrder().pValue());
    fTest(e.at("Wald"), test.wald());
    fTest(e.at("adjWald"), test.adjustedWald());
    e.matrix("table_estimated_totals", test.rows(), test.columns(), test.totals());
  }

  private static void fTest(Expected e, FTest test) {
    e.number("F", test.statistic());
    e.number("ndf", test.numerator());
    e.number("ddf", test.denominator());
    e.p("p", test.pValue());
  }

  private static Linearised estimate(
      String kind, String name, boolean[] rule, Table d, SurveyDesign design) {
    if (kind.equals("ratio")) {
      double[] y = d.numbers(RATIOS.get(name)[0]);
      double[] x = d.numbers(RATIOS.get(name)[1]);
      boolean[] answered = Domains.both(Domains.answered(y), Domains.answered(x));
      return SurveyRatio.of(y, x, Domains.both(rule, answered), design);
    }
    double[] y = d.numbers(name);
    boolean[] in = Domains.both(rule, Domains.answered(y));
    return kind.equals("mean") ? SurveyMean.of(y, in, design) : SurveyTotal.of(y, in, design);
  }

  private static boolean nobodyAnswers(String[] name, boolean[] rule, Table d) {
    if (!name[0].equals("mean")) {
      return false;
    }
    boolean[] both = Domains.both(rule, Domains.answered(d.numbers(name[1])));
    return java.util.stream.IntStream.range(0, both.length).noneMatch(j -> both[j]);
  }

  private static void value(Expected e, Linearised actual) {
    e.number("estimate", actual.value());
    e.number("se", actual.estimate().standardError());
  }

  private static boolean[] all(Table d) {
    return Domains.all(d.rows().size());
  }

  /** A domain by the words of the case, and by ours. */
  private static final class Rule {
    private final String text;
    private final boolean[] flags;

    Rule(String text, boolean[] flags) {
      this.text = text;
      this.flags = flags;
    }

    String text() {
      return text;
    }

    boolean[] flags() {
      return flags;
    }
  }
}
