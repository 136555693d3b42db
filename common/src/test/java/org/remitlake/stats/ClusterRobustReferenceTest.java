package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.Reference.close;
import static org.remitlake.stats.Reference.pClose;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Cases A07, A08 and the linear part of A11 of R sandwich, clubSandwich and survey. */
class ClusterRobustReferenceTest {
  /** Units as their own clusters. HC2 and CR2 differ under weights, so it is added where not. */
  private static final Map<String, ClusterCovariance> UNCLUSTERED =
      Map.of(
          "HC0", ClusterCovariance.CR0,
          "HC1", ClusterCovariance.CR1,
          "HC3", ClusterCovariance.CR3);

  private final JsonNode clustered = Reference.results("A08_ols_cluster.json");
  private final JsonNode plain = Reference.results("A07_ols_hc.json");

  @Test
  void fiveHundredFirms() {
    Table d = Table.read("petersen_cl.csv");
    LinearModel model = fit(d, "y", null, "x");
    JsonNode r = clustered.get("petersen_firm");
    byCluster(r, model, d.text("firm"), 1e-9);
    satterthwaite(r, model, d.text("firm"), 1e-8);
    unclustered(r, model, true, 1e-9);
    byCluster(clustered.get("petersen_year"), model, d.text("year"), 1e-9);
  }

  @Test
  void thirtyFirms() {
    Table d = Table.read("petersen_cl.csv").where(row -> Integer.parseInt(row[0]) <= 30);
    double[] x = d.numbers("x");
    Regressors right =
        Regressors.intercept(x.length)
            .and("x", x)
            .and("I(x^2)", Arrays.stream(x).map(v -> v * v).toArray());
    LinearModel model = LinearModel.fit(right, d.numbers("y"));
    JsonNode r = clustered.get("petersen_30firms");
    byCluster(r, model, d.text("firm"), 1e-9);
    satterthwaite(r, model, d.text("firm"), 1e-8);
    unclustered(r, model, true, 1e-9);
  }

  @Test
  void statesWithBadlyScaledRegressors() {
    Table d = Table.read("fatalities.csv");
    LinearModel model = fit(d, "fatal_rate", null, "beertax", "unemp", "drinkage", "miles");
    JsonNode r = clustered.get("fatalities_state");
    byCluster(r, model, d.text("state"), 1e-7);
    satterthwaite(r, model, d.text("state"), 1e-7);
    unclustered(r, model, true, 1e-7);
  }

  @Test
  void statesWeightedByPopulation() {
    Table d = Table.read("fatalities.csv");
    LinearModel model = fit(d, "fatal_rate", d.numbers("pop"), "beertax", "unemp");
    JsonNode r = clustered.get("fatalities_state_wls_pop");
    byCluster(r, model, d.text("state"), 1e-9);
    unclustered(r, model, false, 1e-9);
  }

  @Test
  void withoutClusters() {
    Table d = Table.read("mtcars.csv");
    unclustered(plain.get("mtcars"), fit(d, "mpg", null, "wt", "hp", "qsec", "am"), true, 1e-9);
    Regressors right =
        Regressors.intercept(32)
            .and("wt", d.numbers("wt"))
            .and("hp", d.numbers("hp"))
            .andDummies("factor(cyl)", d.text("cyl"));
    LinearModel weighted = LinearModel.fit(right, d.numbers("mpg"), d.numbers("disp"));
    // "4", "6", "8" sort alike as text and number.
    assertThat(weighted.names()).contains("factor(cyl)6", "factor(cyl)8");
    unclustered(plain.get("mtcars_factor_wls_disp"), weighted, false, 1e-9);
    Table schools = Table.read("public_schools.csv");
    double[] income = schools.numbers("income10k");
    Regressors quadratic =
        Regressors.intercept(income.length)
            .and("income10k", income)
            .and("I(income10k^2)", Arrays.stream(income).map(v -> v * v).toArray());
    LinearModel model = LinearModel.fit(quadratic, schools.numbers("expenditure"));
    unclustered(plain.get("public_schools_quadratic"), model, true, 1e-7);
  }

  private static LinearModel fit(Table d, String y, double[] weights, String... x) {
    Regressors right = Regressors.intercept(d.rows().size());
    for (String name : x) {
      right = right.and(name, d.numbers(name));
    }
    return weights == null
        ? LinearModel.fit(right, d.numbers(y))
        : LinearModel.fit(right, d.numbers(y), weights);
  }

  private static void byCluster(JsonNode r, LinearModel model, String[] clusters, double rel) {
    int seen = 0;
    for (ClusterCovariance type : ClusterCovariance.values()) {
      JsonNode e = r.get("by_vcov").get(type.name());
      if (e == null) {
        continue;
      }
      ClusterRobust robust = ClusterRobust.of(model, clusters, type);
      assertThat(robust.clusters()).isEqualTo(r.get("G").asInt());
      boolean root = type.compareTo(ClusterCovariance.CR2) >= 0;
      compare(e, model, robust, e.get("df").asDouble(), root ? Math.max(rel, 1e-8) : rel);
      seen++;
    }
    assertThat(seen).isGreaterThanOrEqualTo(3);
  }

  private static void unclustered(JsonNode r, LinearModel model, boolean hc2, double rel) {
    Map<String, ClusterCovariance> types = new LinkedHashMap<>(UNCLUSTERED);
    if (hc2) {
      types.put("HC2", ClusterCovariance.CR2);
    }
    String[] own =
        IntStream.range(0, model.residuals().length)
            .mapToObj(Integer::toString)
            .toArray(String[]::new);
    types.forEach(
        (name, type) ->
            compare(
                r.get("by_vcov").get(name),
                model,
                ClusterRobust.of(model, own, type),
                model.residualDegreesOfFreedom(),
                rel));
  }

  private static void compare(
      JsonNode e, LinearModel model, ClusterRobust robust, double df, double rel) {
    List<String> names = model.names();
    double[][] covariance = robust.covariance();
    for (int k = 0; k < names.size(); k++) {
      double[] unit = new double[names.size()];
      unit[k] = 1;
      row(e.get("coef").get(names.get(k)), robust.contrast(unit, df), rel, names.get(k));
      for (int l = 0; l < names.size(); l++) {
        double cell = e.at("/vcov/values/" + k + "/" + l).asDouble();
        close(covariance[k][l], cell, rel, "covariance");
      }
    }
  }

  private static void row(JsonNode e, Estimate actual, double rel, String name) {
    close(actual.value(), e.get("estimate").asDouble(), rel, name);
    close(actual.standardError(), e.get("se").asDouble(), rel, name + " se");
    close(actual.t(), e.get("t").asDouble(), rel, name + " t");
    pClose(actual.pValue(), e.get("p").asDouble(), rel, name + " p");
    close(actual.interval(0.95).lower(), e.get("ci95_low").asDouble(), rel, name + " low");
    close(actual.interval(0.95).upper(), e.get("ci95_high").asDouble(), rel, name + " high");
  }

  private static void satterthwaite(JsonNode r, LinearModel model, String[] clusters, double rel) {
    ClusterRobust robust = ClusterRobust.of(model, clusters, ClusterCovariance.CR2);
    for (String name : model.names()) {
      JsonNode e = r.get("CR2_satterthwaite").get(name);
      Estimate actual = robust.estimate(name);
      close(actual.standardError(), e.get("se").asDouble(), rel, name + " se");
      close(actual.degreesOfFreedom(), e.get("df").asDouble(), rel, name + " df");
      pClose(actual.pValue(), e.get("p").asDouble(), rel, name + " p");
    }
  }
}
