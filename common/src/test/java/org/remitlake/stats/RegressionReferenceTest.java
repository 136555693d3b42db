package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.Reference.Table;

/** Every number of the cases A07, A08 and A10: R sandwich 3.0-2 and clubSandwich 0.5.8. */
public class RegressionReferenceTest {
  private static final double REL = 1e-9;

  /** What the cases allow for matrix square roots. */
  private static final double ROOTS = 1e-8;

  @TestFactory
  List<DynamicTest> withoutClusters() {
    Table schools = Table.read("public_schools.csv");
    Table cars = Table.read("mtcars.csv");
    Regressors byCylinders = columns(cars, "wt", "hp").andDummies("factor(cyl)", cars.text("cyl"));
    return ReferenceCase.tests(
        "A07_ols_hc.json",
        Map.of(
            "public_schools_quadratic",
            c ->
                all(
                    c,
                    new Data(
                        squared(columns(schools, "income10k"), schools, "income10k"),
                        schools.numbers("expenditure")),
                    1e-7), // the case's own: condition number of X'X about 1e6
            "mtcars",
            c ->
                all(c, new Data(columns(cars, "wt", "hp", "qsec", "am"), cars.numbers("mpg")), REL),
            "mtcars_factor_wls_disp",
            c ->
                all(
                    c,
                    new Data(byCylinders, cars.numbers("mpg")).weighted(cars.numbers("disp")),
                    REL)));
  }

  @TestFactory
  List<DynamicTest> withClusters() {
    Table d = Table.read("petersen_cl.csv");
    Table small = d.where(row -> Integer.parseInt(row[0]) <= 30);
    Table fatal = Table.read("fatalities.csv");
    Data petersen = new Data(columns(d, "x"), d.numbers("y"));
    return ReferenceCase.tests(
        "A08_ols_cluster.json",
        Map.of(
            "petersen_firm",
            c -> all(c, petersen.clustered(d.text("firm")).and(d.text("year")), REL),
            "petersen_year",
            c -> all(c, petersen.clustered(d.text("year")), REL),
            "petersen_30firms",
            c ->
                all(
                    c,
                    new Data(squared(columns(small, "x"), small, "x"), small.numbers("y"))
                        .clustered(small.text("firm")),
                    REL),
            "fatalities_state",
            c ->
                all(
                    c,
                    new Data(
                            columns(fatal, "beertax", "unemp", "drinkage", "miles"),
                            fatal.numbers("fatal_rate"))
                        .clustered(fatal.text("state"))
                        .and(fatal.text("year")),
                    1e-7), // the case's own: miles about 1e4
            "fatalities_state_wls_pop",
            c ->
                all(
                    c,
                    new Data(columns(fatal, "beertax", "unemp"), fatal.numbers("fatal_rate"))
                        .weighted(fatal.numbers("pop"))
                        .clustered(fatal.text("state")),
                    REL)));
  }

  @TestFactory
  List<DynamicTest> ancova() {
    Table girls = Table.read("anorexia.csv");
    double[] post = girls.numbers("postwt");
    double[] gain = girls.numbers("prewt");
    Arrays.setAll(gain, i -> post[i] - gain[i]);
    Table awards = Table.read("achievement_awards_2001_girls.csv");
    Data pairs =
        new Data(
            columns(awards, "treated", "lagscore").and(pairs(awards.text("pair"))),
            awards.numbers("bagrut"));
    return ReferenceCase.tests(
        "A10_ancova.json",
        Map.of(
            "anorexia_ancova",
            c -> all(c, new Data(columns(girls, "cbt", "ft", "prewt"), post), REL),
            "anorexia_gain",
            c -> all(c, new Data(columns(girls, "cbt", "ft"), gain), REL),
            "awards_cluster",
            c ->
                all(
                    c,
                    new Data(
                            columns(awards, "treated", "lagscore", "siblings", "father_ed"),
                            awards.numbers("bagrut"))
                        .clustered(awards.text("school_id")),
                    REL),
            "awards_pair_fe",
            c -> all(c, pairs.clustered(awards.text("school_id")), REL)));
  }

  /** One regression of the reference. */
  public static final class Data {
    final Regressors x;
    final double[] y;
    double[] weights;
    String[] clusters;
    String[] second;

    public Data(Regressors x, double[] y) {
      this.x = x;
      this.y = y;
      this.weights = new double[y.length];
      Arrays.fill(weights, 1);
    }

    public Data weighted(double[] w) {
      this.weights = w;
      return this;
    }

    public Data clustered(String[] labels) {
      Data copy = new Data(x, y).weighted(weights);
      copy.clusters = labels;
      return copy;
    }

    Data and(String[] labels) {
      this.second = labels;
      return this;
    }
  }

  /** R's {@code ols_block}: summary, every covariance, Satterthwaite. */
  public static void all(ReferenceCase c, Data d, double rel) {
    LinearModel model = LinearModel.fit(d.x, d.y, d.weights);
    FitSummary fit = FitSummary.of(model, d.y);
    c.count("/N", fit.n());
    c.count("/K", fit.k());
    c.count("/df_residual", fit.residualDf());
    c.close("/r2", fit.rSquared(), rel);
    c.close("/adj_r2", fit.adjustedRSquared(), rel);
    c.close("/sigma", fit.sigma(), rel);
    c.close("/rss", fit.rss(), rel);
    for (String type : c.keys("/by_vcov")) {
      Inference ours = covariance(model, d, type);
      assertThat(ours.convention().errors())
          .isEqualTo(type.equals("const") ? "CLASSICAL" : type.toUpperCase(java.util.Locale.ROOT));
      boolean root = type.equals("CR2") || type.equals("CR3");
      c.inference("/by_vcov/" + type, ours, root ? Math.max(rel, ROOTS) : rel);
    }
    if (d.clusters != null) {
      c.count("/G", ClusterRobust.of(model, d.clusters, ClusterCovariance.CR0).clusters());
    }
    if (d.second != null) {
      c.count("/G2", ClusterRobust.of(model, d.second, ClusterCovariance.CR0).clusters());
      c.count("/G12", Arrays.stream(both(d)).distinct().count());
    }
    if (c.has("/CR2_satterthwaite")) {
      Inference own = ClusterRobust.of(model, d.clusters, ClusterCovariance.CR2).inference();
      assertThat(own.convention().reference()).isEqualTo("t(Satterthwaite)");
      for (String name : model.names()) {
        c.row("/CR2_satterthwaite/" + name, own.estimate(name), Math.max(rel, ROOTS));
      }
    }
  }

  private static Inference covariance(LinearModel model, Data d, String type) {
    if (type.startsWith("twoway")) {
      String name = type.toUpperCase(java.util.Locale.ROOT);
      return TwoWayCluster.of(model, d.clusters, d.second, TwoWayCorrection.valueOf(name))
          .unrepaired();
    }
    if (type.startsWith("CR")) {
      return ClusterRobust.of(model, d.clusters, ClusterCovariance.valueOf(type)).naiveInference();
    }
    String name = type.equals("const") ? "CLASSICAL" : type;
    return HeteroskedasticRobust.of(model, HeteroskedasticCovariance.valueOf(name));
  }

  private static String[] both(Data d) {
    String[] both = new String[d.y.length];
    Arrays.setAll(both, i -> d.clusters[i] + "|" + d.second[i]);
    return both;
  }

  public static Regressors columns(Table d, String... names) {
    Regressors x = Regressors.intercept(d.rows().size());
    for (String name : names) {
      x = x.and(name, d.numbers(name));
    }
    return x;
  }

  private static Regressors squared(Regressors x, Table d, String name) {
    double[] values = d.numbers(name);
    return x.and("I(" + name + "^2)", Arrays.stream(values).map(v -> v * v).toArray());
  }

  /** R orders the levels of a numeric factor by number; as text 10 would come before 2. */
  private static Regressors pairs(String[] labels) {
    Regressors x = Regressors.none(labels.length);
    int[] levels = Arrays.stream(labels).mapToInt(Integer::parseInt).distinct().sorted().toArray();
    for (int level : Arrays.copyOfRange(levels, 1, levels.length)) {
      String own = Integer.toString(level);
      double[] is = Arrays.stream(labels).mapToDouble(l -> l.equals(own) ? 1 : 0).toArray();
      x = x.and("factor(pair)" + own, is);
    }
    return x;
  }
}
