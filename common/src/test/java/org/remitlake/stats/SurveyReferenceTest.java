package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.remitlake.stats.Reference.close;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every mean, total, ratio, proportion, domain and group of R survey 4.1-1 in A01 to A03. */
class SurveyReferenceTest {
  private static final double REL = 1e-9;
  private static final Map<String, String[]> RATIOS =
      Map.of(
          "stu_per_enroll", new String[] {"api_stu", "enroll"},
          "api00_api99", new String[] {"api00", "api99"});

  private int compared;

  @Test
  void clusterSample() {
    Table d = Table.read("apiclus1.csv");
    SurveyDesign design = SurveyDesign.clusters(d.text("dnum"), d.numbers("pw"));
    Map<String, boolean[]> domains =
        Map.of(
            "high", d.is("stype", "H"),
            "poor", d.above("meals", 50),
            "empty_psus", Domains.both(d.is("comp_imp", "No"), d.above("ell", 30)));
    JsonNode r = Reference.results("A01_survey_cluster.json");
    compare(r.get("no_fpc"), d, design, domains);
    compare(r.get("with_fpc"), d, design.withPopulationPsus(757), domains);
    assertThat(compared).isGreaterThan(300);
  }

  @Test
  void stratifiedSample() {
    Table d = Table.read("apistrat.csv");
    String[] own = d.text("cds");
    SurveyDesign design = SurveyDesign.of(d.text("stype"), own, d.numbers("pw"));
    Map<String, Double> schools = new HashMap<>();
    for (int j = 0; j < own.length; j++) {
      schools.put(d.text("stype")[j], d.numbers("fpc")[j]);
    }
    Map<String, boolean[]> domains =
        Map.of(
            "high_met", Domains.both(d.is("stype", "H"), d.is("sch_wide", "Yes")),
            "poor", d.above("meals", 50));
    JsonNode r = Reference.results("A02_survey_stratified.json");
    compare(r.get("no_fpc"), d, design, domains);
    compare(r.get("with_fpc"), d, design.withPopulationPsus(schools), domains);
    assertThat(compared).isGreaterThan(250);
  }

  @Test
  void stratifiedClusterSampleWithMissingValues() {
    Table d = Table.read("nhanes.csv");
    SurveyDesign design =
        SurveyDesign.nested(d.text("SDMVSTRA"), d.text("SDMVPSU"), d.numbers("WTMEC2YR"));
    Map<String, boolean[]> domains =
        Map.of(
            "women_race2", Domains.both(d.is("race", "2"), d.is("RIAGENDR", "2")),
            "old", d.is("agecat", "60+"));
    compare(Reference.results("A03_survey_strat_cluster.json"), d, design, domains);
    assertThat(compared).isGreaterThan(150);
  }

  private void compare(JsonNode r, Table d, SurveyDesign design, Map<String, boolean[]> domains) {
    assertThat(design.size()).isEqualTo(r.get("n").asInt());
    assertThat(design.psus()).isEqualTo(r.get("n_psu").asInt());
    assertThat(design.strata()).isEqualTo(r.get("n_strata").asInt());
    assertThat(design.degreesOfFreedom()).isEqualTo(r.get("degf").asInt());
    r.get("means")
        .properties()
        .forEach(e -> full(e.getValue(), mean(e.getKey(), all(d), d, design)));
    r.get("totals")
        .properties()
        .forEach(e -> full(e.getValue(), total(e.getKey(), all(d), d, design)));
    r.get("ratios")
        .properties()
        .forEach(e -> full(e.getValue(), ratio(e.getKey(), all(d), d, design)));
    r.get("proportions")
        .properties()
        .forEach(v -> v.getValue().properties().forEach(l -> level(v.getKey(), l, d, design)));
    r.get("domains").properties().forEach(e -> domain(e, domains.get(e.getKey()), d, design));
    r.get("by").properties().forEach(e -> by(e.getKey(), e.getValue(), d, design));
    if (r.has("joint")) {
      joint(r.get("joint"), d, design);
    }
  }

  private void full(JsonNode e, Linearised actual) {
    value(e, actual);
    Estimate estimate = actual.estimate(DomainDf.DESIGN);
    interval(e.get("ci95_t"), estimate.interval(0.95));
    interval(e.get("ci95_normal"), actual.estimate(Double.POSITIVE_INFINITY).interval(0.95));
    number(e.get("deff"), Deff.withoutReplacement(actual).getAsDouble());
    if (e.has("deff_wr")) {
      number(e.get("deff_wr"), Deff.withReplacement(actual).getAsDouble());
    }
  }

  private void level(
      String variable, Map.Entry<String, JsonNode> level, Table d, SurveyDesign design) {
    boolean[] is = d.is(variable, level.getKey());
    Linearised p = SurveyMean.of(indicator(is), Reference.not(d.is(variable, "")), design);
    full(level.getValue(), p);
    Estimate estimate = p.estimate(DomainDf.DESIGN);
    interval(level.getValue().at("/ci95/logit"), estimate.logitInterval(0.95));
    interval(level.getValue().at("/ci95/mean"), estimate.interval(0.95));
  }

  private void domain(Map.Entry<String, JsonNode> e, boolean[] rule, Table d, SurveyDesign design) {
    JsonNode r = e.getValue();
    int few = design.degreesOfFreedom(rule, DomainDf.UNITS_PRESENT);
    assertThat(few).as(e.getKey()).isEqualTo(r.get("degf_domain").asInt());
    assertThat(design.degreesOfFreedom(rule, DomainDf.DESIGN))
        .isEqualTo(r.get("degf_full").asInt());
    for (Map.Entry<String, JsonNode> one : r.properties()) {
      String[] name = one.getKey().split("_", 2);
      if (!List.of("mean", "total", "ratio").contains(name[0])) {
        continue;
      }
      if (nobodyAnswers(name, rule, d)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> mean(name[1], rule, d, design))
            .withMessageContaining("over 0 units");
        continue;
      }
      Linearised actual = estimate(name[0], name[1], rule, d, design);
      value(one.getValue(), actual);
      if (one.getValue().has("ci95_t_df_domain")) {
        interval(one.getValue().get("ci95_t_df_domain"), actual.estimate(few).interval(0.95));
        interval(
            one.getValue().get("ci95_t_df_full"), actual.estimate(DomainDf.DESIGN).interval(0.95));
      }
    }
  }

  private void by(String columns, JsonNode statistics, Table d, SurveyDesign design) {
    String[] column = columns.split("\\+", -1);
    for (Map.Entry<String, JsonNode> statistic : statistics.properties()) {
      String[] name = statistic.getKey().split("_", 2);
      for (Map.Entry<String, JsonNode> group : statistic.getValue().properties()) {
        String[] level = group.getKey().split("\\.", -1);
        boolean[] rule = d.is(column[0], level[0]);
        if (column.length > 1) {
          rule = Domains.both(rule, d.is(column[1], level[1]));
        }
        if (nobodyAnswers(name, rule, d)) {
          continue;
        }
        Linearised actual = estimate(name[0], name[1], rule, d, design);
        value(group.getValue(), actual);
        interval(group.getValue().get("ci95_t"), actual.estimate(DomainDf.DESIGN).interval(0.95));
      }
    }
  }

  private void joint(JsonNode r, Table d, SurveyDesign design) {
    String one = r.at("/vars/0").asText();
    String other = r.at("/vars/1").asText();
    double[][] means =
        design.covariance(
            new double[][] {
              mean(one, all(d), d, design).influence(), mean(other, all(d), d, design).influence()
            });
    double[][] totals =
        design.covariance(
            new double[][] {
              total(one, all(d), d, design).influence(), total(other, all(d), d, design).influence()
            });
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        number(r.at("/vcov_mean/values/" + a + "/" + b), means[a][b]);
        number(r.at("/vcov_total/values/" + a + "/" + b), totals[a][b]);
      }
    }
  }

  private static Linearised estimate(
      String kind, String name, boolean[] rule, Table d, SurveyDesign design) {
    return switch (kind) {
      case "mean" -> mean(name, rule, d, design);
      case "total" -> total(name, rule, d, design);
      default -> ratio(name, rule, d, design);
    };
  }

  private static Linearised mean(String name, boolean[] rule, Table d, SurveyDesign design) {
    double[] y = d.numbers(name);
    return SurveyMean.of(y, Domains.both(rule, Domains.answered(y)), design);
  }

  private static Linearised total(String name, boolean[] rule, Table d, SurveyDesign design) {
    double[] y = d.numbers(name);
    return SurveyTotal.of(y, Domains.both(rule, Domains.answered(y)), design);
  }

  private static Linearised ratio(String name, boolean[] rule, Table d, SurveyDesign design) {
    double[] y = d.numbers(RATIOS.get(name)[0]);
    double[] x = d.numbers(RATIOS.get(name)[1]);
    boolean[] answered = Domains.both(Domains.answered(y), Domains.answered(x));
    return SurveyRatio.of(y, x, Domains.both(rule, answered), design);
  }

  /** R returns 0 with standard error 0 for the mean of nobody; we refuse. */
  private static boolean nobodyAnswers(String[] name, boolean[] rule, Table d) {
    if (!name[0].equals("mean")) {
      return false;
    }
    boolean[] both = Domains.both(rule, Domains.answered(d.numbers(name[1])));
    TreeSet<Boolean> seen = new TreeSet<>();
    for (boolean b : both) {
      seen.add(b);
    }
    return !seen.contains(true);
  }

  private void value(JsonNode e, Linearised actual) {
    number(e.get("estimate"), actual.value());
    number(e.get("se"), actual.estimate().standardError());
  }

  private void interval(JsonNode e, Interval actual) {
    number(e.get(0), actual.lower());
    number(e.get(1), actual.upper());
  }

  private void number(JsonNode expected, double actual) {
    compared++;
    close(actual, expected.asDouble(), REL, "number " + compared);
  }

  private static boolean[] all(Table d) {
    return Domains.all(d.rows().size());
  }

  private static double[] indicator(boolean[] flags) {
    double[] y = new double[flags.length];
    for (int j = 0; j < y.length; j++) {
      y[j] = flags[j] ? 1 : 0;
    }
    return y;
  }
}
