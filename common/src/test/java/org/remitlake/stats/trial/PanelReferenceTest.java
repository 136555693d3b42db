package org.remitlake.stats.trial;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.AbsorbedModel;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.HeteroskedasticCovariance;
import org.remitlake.stats.Inference;
import org.remitlake.stats.KRule;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.ReferenceCase;
import org.remitlake.stats.RegressionReferenceTest;
import org.remitlake.stats.Regressors;

/** Every number of case A09: R lm with all dummies, sandwich 3.0-2. */
class PanelReferenceTest {
  private static final double REL = 1e-8;

  private final Table fatal = Table.read("fatalities.csv");
  private final Table belts = Table.read("us_seatbelts.csv");

  @TestFactory
  List<DynamicTest> overTime() {
    return ReferenceCase.tests(
        "A09_did.json",
        Map.of(
            "did_2x2",
            this::twoByTwo,
            "twfe_fatalities",
            c -> twfe(c, fatal, "fatal_rate", "beertax", "unemp"),
            "twfe_seatbelts",
            c -> twfe(c, belts, "fat1e6", "law", "drink21", "sp65"),
            "event_study_seatbelts",
            this::eventStudy));
  }

  private void twoByTwo(ReferenceCase c) {
    List<String> early =
        fatal.where(r -> r[1].equals("1988") && r[8].equals("1")).rows().stream()
            .map(r -> r[0])
            .toList();
    Table d = fatal.where(r -> r[1].equals("1982") || r[1].equals("1988"));
    String[] states = d.text("state");
    boolean[] post = d.is("year", "1988");
    boolean[] treated = new boolean[post.length];
    for (int i = 0; i < post.length; i++) {
      treated[i] = early.contains(states[i]);
    }
    double[] y = d.numbers("fatal_rate");
    DifferenceInDifferences did = DifferenceInDifferences.of(y, treated, post);
    c.close("/cell_means/g0_t0", did.controlBefore());
    c.close("/cell_means/g0_t1", did.controlAfter());
    c.close("/cell_means/g1_t0", did.treatedBefore());
    c.close("/cell_means/g1_t1", did.treatedAfter());
    c.close("/did", did.effect());
    c.close("/did", did.model().coefficient(DifferenceInDifferences.EFFECT));
    Regressors x = Regressors.intercept(y.length);
    double[][] columns =
        did.model().names().stream().map(n -> new double[y.length]).toArray(double[][]::new);
    for (int i = 0; i < y.length; i++) {
      columns[1][i] = treated[i] ? 1 : 0;
      columns[2][i] = post[i] ? 1 : 0;
      columns[3][i] = columns[1][i] * columns[2][i];
    }
    x = x.and("g", columns[1]).and("post", columns[2]).and("g:post", columns[3]);
    RegressionReferenceTest.all(
        c.under("/ols"), new RegressionReferenceTest.Data(x, y).clustered(states), REL);
  }

  private void twfe(ReferenceCase c, Table d, String outcome, String... names) {
    Regressors x = Regressors.none(d.rows().size());
    for (String name : names) {
      x = x.and(name, d.numbers(name));
    }
    String[] states = d.text("state");
    panel(c, AbsorbedModel.fit(x, d.numbers(outcome), List.of(states, d.text("year"))), d);
  }

  private void eventStudy(ReferenceCase c) {
    int[] starts =
        IntStream.range(0, belts.rows().size())
            .map(
                i -> {
                  String first = belts.text("first_law_year")[i];
                  return first.isEmpty() ? EventStudy.NEVER : Integer.parseInt(first);
                })
            .toArray();
    int[] years =
        IntStream.range(0, starts.length).map(i -> (int) belts.numbers("year")[i]).toArray();
    EventStudy study =
        EventStudy.of(belts.numbers("fat1e6"), belts.text("state"), years, starts, -4, 4);
    panel(c, study.model(), belts);
  }

  /** R's {@code twfe_block}. */
  private static void panel(ReferenceCase c, AbsorbedModel model, Table d) {
    String[] states = d.text("state");
    c.count("/N", model.n());
    c.count("/p", model.names().size());
    c.count("/n_units", java.util.Arrays.stream(states).distinct().count());
    c.count("/n_periods", java.util.Arrays.stream(d.text("year")).distinct().count());
    c.count("/K_allFE", model.parameters(KRule.ALL_EFFECTS, states));
    c.count("/K_nestedFE", model.parameters(KRule.NOT_NESTED, states));
    c.close("/rss", model.rss());
    rows(c, "/classical", model.independent(HeteroskedasticCovariance.CLASSICAL));
    rows(c, "/HC1_allFE", model.independent(HeteroskedasticCovariance.HC1));
    Inference cr0 = model.clustered(states, ClusterCovariance.CR0, KRule.ALL_EFFECTS);
    c.count("/G", cr0.convention().clusters());
    c.close("/df_t", cr0.estimate(model.names().get(0)).degreesOfFreedom());
    rows(c, "/CR0", cr0);
    c.matrix("/vcov_CR0", model.names(), cr0.covariance(), REL);
    rows(c, "/CR1_G", model.clustered(states, ClusterCovariance.CR1_G, KRule.ALL_EFFECTS));
    rows(c, "/CR1_allFE", model.clustered(states, ClusterCovariance.CR1, KRule.ALL_EFFECTS));
    rows(c, "/CR1_nestedFE", model.clustered(states, ClusterCovariance.CR1, KRule.NOT_NESTED));
  }

  private static void rows(ReferenceCase c, String path, Inference inference) {
    for (String name : inference.names()) {
      c.row(path + "/" + name, inference.estimate(name), REL);
    }
  }
}
