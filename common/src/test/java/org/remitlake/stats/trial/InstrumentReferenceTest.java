package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.stats.RegressionReferenceTest.columns;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.HeteroskedasticCovariance;
import org.remitlake.stats.HeteroskedasticRobust;
import org.remitlake.stats.Inference;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.ReferenceCase;
import org.remitlake.stats.RegressionReferenceTest;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.TwoStage;
import org.remitlake.stats.WaldTest;

/** Every number of case A12: R AER 1.2-10 {@code ivreg}, sandwich 3.0-2. */
class InstrumentReferenceTest {
  private static final double REL = 1e-8;

  private final Table cigarettes = Table.read("cigarettes_iv.csv");
  private final Table late = Table.read("late_encouragement.csv");

  @TestFactory
  List<DynamicTest> takeUp() {
    String[] clusters = late.text("cluster");
    Regressors one = Regressors.intercept(clusters.length);
    Regressors x = one.and("x", late.numbers("x"));
    return ReferenceCase.tests(
        "A12_iv_2sls.json",
        Map.of(
            "cig95",
            c -> all(c, cigarettes(cigarettes.where(r -> r[1].equals("1995")), false), null),
            "cig_panel_cluster",
            c -> all(c, cigarettes(cigarettes, true), cigarettes.text("state")),
            "late_wald",
            this::wald,
            "late_noX",
            c -> all(c, late(one), clusters),
            "late_X",
            c -> all(c, late(x), clusters),
            "first_stage",
            c -> regression(c, "d"),
            "itt",
            c -> regression(c, "y")));
  }

  private void regression(ReferenceCase c, String outcome) {
    RegressionReferenceTest.all(
        c,
        new RegressionReferenceTest.Data(columns(late, "z", "x"), late.numbers(outcome))
            .clustered(late.text("cluster")),
        REL);
  }

  private void wald(ReferenceCase c) {
    LinearModel reduced = LinearModel.fit(columns(late, "z"), late.numbers("y"));
    LinearModel first = LinearModel.fit(columns(late, "z"), late.numbers("d"));
    c.close("/itt_y", reduced.coefficient("z"));
    c.close("/first_stage", first.coefficient("z"));
    c.close("/late", late(Regressors.intercept(late.rows().size())).model().coefficient("d"));
  }

  private TwoStage late(Regressors controls) {
    Regressors none = Regressors.none(controls.units());
    return TwoStage.fit(
        late.numbers("y"),
        none.and("d", late.numbers("d")),
        controls,
        none.and("z", late.numbers("z")));
  }

  private static TwoStage cigarettes(Table d, boolean both) {
    Regressors none = Regressors.none(d.rows().size());
    Regressors controls = columns(d, "lrincome");
    if (both) {
      double[] y95 = d.numbers("year");
      java.util.Arrays.setAll(y95, i -> y95[i] == 1995 ? 1 : 0);
      controls = controls.and("y95", y95);
    }
    return TwoStage.fit(
        d.numbers("lpacks"),
        none.and("lrprice", d.numbers("lrprice")),
        controls,
        none.and("tdiff", d.numbers("tdiff")).and("rtax", d.numbers("rtax")));
  }

  /** R's {@code iv_block}. */
  private static void all(ReferenceCase c, TwoStage iv, String[] clusters) {
    LinearModel model = iv.model();
    c.count("/N", model.residuals().length);
    c.count("/K", model.names().size());
    c.close("/sigma", iv.sigma());
    if (clusters != null) {
      c.count("/G", ClusterRobust.of(model, clusters, ClusterCovariance.CR0).clusters());
    }
    for (String type : c.keys("/by_vcov")) {
      Inference ours =
          type.startsWith("CR")
              ? ClusterRobust.of(model, clusters, ClusterCovariance.valueOf(type)).inference()
              : HeteroskedasticRobust.of(
                  model,
                  HeteroskedasticCovariance.valueOf(type.equals("const") ? "CLASSICAL" : type));
      c.inference("/by_vcov/" + type, ours, REL);
      for (String name : ours.names()) {
        Estimate normal = ours.asymptotic(name);
        c.close("/by_vcov_z/" + type + "/" + name + "/z", normal.t());
        c.close("/by_vcov_z/" + type + "/" + name + "/p_normal", normal.pValue());
      }
    }
    String d = "/diagnostics_homoskedastic/";
    test(c, d + "Weak instruments", iv.weakInstruments(iv.endogenous().get(0)));
    test(c, d + "Wu-Hausman", iv.wuHausman());
    sargan(c, d + "Sargan", iv);
    robustSet(iv, clusters);
  }

  private static void test(ReferenceCase c, String path, WaldTest test) {
    c.close(path + "/df1", test.df1());
    c.close(path + "/df2", test.df2());
    c.close(path + "/statistic", test.f());
    c.close(path + "/p", test.pValue());
  }

  private static void sargan(ReferenceCase c, String path, TwoStage iv) {
    c.none(path + "/df2");
    int spare = iv.instruments().size() - iv.endogenous().size();
    c.count(path + "/df1", spare);
    if (spare == 0) {
      c.none(path + "/statistic");
      c.none(path + "/p");
      return;
    }
    WaldTest test = iv.sargan();
    c.close(path + "/statistic", test.f() * test.df1());
    c.close(path + "/p", test.pValue());
  }

  /**
   * Not in the case: the Anderson–Rubin set holds the estimate and meets the F bound at its end.
   */
  private static void robustSet(TwoStage iv, String[] clusters) {
    if (clusters == null) {
      return;
    }
    double estimate = iv.model().coefficient(iv.endogenous().get(0));
    AndersonRubin set = AndersonRubin.of(iv, clusters, ClusterCovariance.CR1, 0.95);
    assertThat(set.contains(estimate)).isTrue();
    if (iv.instruments().size() > 1) {
      return;
    }
    double end = set.parts().get(0).upper();
    double[] rest = iv.outcome();
    double[] takeUp = iv.takeUp("d");
    java.util.Arrays.setAll(rest, i -> rest[i] - end * takeUp[i]);
    double p =
        ClusterRobust.of(iv.reducedForm(rest), clusters, ClusterCovariance.CR1)
            .estimate("z")
            .pValue();
    assertThat(p).isCloseTo(0.05, within(1e-9));
  }
}
