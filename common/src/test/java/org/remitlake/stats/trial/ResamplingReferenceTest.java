package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.RegressionReferenceTest.columns;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.Distributions;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.ReferenceCase;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.trial.RandomisationInference.Statistic;
import org.remitlake.stats.trial.WildBootstrap.Null;

/** Every number of the cases A19 and A20: all assignments, all combinations of weights. */
class ResamplingReferenceTest {
  private final Table d = Table.read("ri_clusters.csv");
  private final Table firms = Table.read("grunfeld.csv");

  @TestFactory
  List<DynamicTest> assignments() {
    boolean[] treated = d.is("treat", "1");
    return ReferenceCase.tests(
        "A19_randomization_inference.json",
        Map.of(
            "unblocked",
            c -> assigned(c, Lottery.of(d.text("cluster"), treated)),
            "blocked",
            c -> assigned(c, Lottery.of(d.text("cluster"), treated, d.text("block")))));
  }

  @TestFactory
  List<DynamicTest> bootstraps() {
    return ReferenceCase.tests(
        "A20_wild_cluster_bootstrap.json",
        Map.of(
            "grunfeld8_value_rademacher_restricted",
            c -> drawn(c, firms(8, "value", BootstrapWeights.RADEMACHER, Null.IMPOSED)),
            "grunfeld8_capital_rademacher_restricted",
            c -> drawn(c, firms(8, "capital", BootstrapWeights.RADEMACHER, Null.IMPOSED)),
            "grunfeld8_capital_rademacher_unrestricted",
            c -> drawn(c, firms(8, "capital", BootstrapWeights.RADEMACHER, Null.NOT_IMPOSED)),
            "grunfeld5_value_webb_restricted",
            c -> drawn(c, firms(5, "value", BootstrapWeights.WEBB, Null.IMPOSED)),
            "ri_treat_rademacher_restricted",
            c ->
                drawn(
                    c,
                    WildBootstrap.of(
                        columns(d, "treat"),
                        d.numbers("y"),
                        d.text("cluster"),
                        "treat",
                        WildBootstrap.Plan.seeded(1)))));
  }

  private void assigned(ReferenceCase c, Lottery lottery) {
    c.count("/G", lottery.clusters().size());
    c.count("/G_treated", lottery.treated());
    statistic(c.under("/diff_in_means_individual"), lottery, Statistic.COEFFICIENT);
    statistic(c.under("/diff_in_cluster_means"), lottery, Statistic.CLUSTER_MEANS);
    statistic(c.under("/cluster_robust_t_CR0"), lottery, Statistic.CLUSTER_T);
  }

  private void statistic(ReferenceCase c, Lottery lottery, Statistic statistic) {
    RandomisationInference ri =
        RandomisationInference.of(
            d.numbers("y"),
            Regressors.intercept(d.rows().size()),
            d.text("cluster"),
            lottery,
            statistic,
            10_000,
            1);
    assertThat(ri.isExact()).isTrue();
    c.close("/observed", ri.observed());
    c.count("/n_assignments", ri.assignments());
    c.count("/count_abs_ge", ri.countAbs());
    c.close("/p_two_sided", ri.pTwoSided());
    c.close("/p_upper", ri.pUpper());
    c.close("/p_lower", ri.pLower());
    c.close("/p_2min", ri.pEqualTailed());
    c.tiny("/mean_over_assignments", ri.mean());
    c.close("/sd_over_assignments_pop", ri.deviation());
  }

  private WildBootstrap firms(int last, String name, BootstrapWeights weights, Null hypothesis) {
    Table some = firms.where(r -> Integer.parseInt(r[0]) <= last);
    return WildBootstrap.of(
        columns(some, "value", "capital"),
        some.numbers("invest"),
        some.text("firm"),
        name,
        new WildBootstrap.Plan(weights, hypothesis, 999, 1));
  }

  private static void drawn(ReferenceCase c, WildBootstrap b) {
    c.count("/N", b.units());
    c.count("/K", b.coefficients());
    c.count("/G", b.clusters());
    c.same("/weights", b.plan().weights().name().toLowerCase(java.util.Locale.ROOT));
    c.is("/null_imposed", b.plan().hypothesis() == Null.IMPOSED);
    c.close("/estimate", b.estimate().value());
    c.close("/se_CR1", b.estimate().standardError());
    c.close("/t", b.estimate().t());
    c.count("/n_enumerated", b.replicates());
    assertThat(b.seed()).isEmpty();
    double df = b.estimate().degreesOfFreedom();
    c.close("/p_t_dist_G_1", Distributions.tTwoSided(b.estimate().t(), df));
    c.count("/count_abs_gt", b.countAbove());
    c.count("/count_abs_tie", b.countTies());
    c.close("/p_strict", b.pStrict());
    c.close("/p_inclusive", b.pValue());
    c.count("/count_lower_le", b.countLower());
    c.count("/count_upper_ge", b.countUpper());
    c.close("/p_equal_tailed_inclusive", b.pEqualTailed());
    for (String share : c.keys("/abs_t_star_quantiles_type1")) {
      double p = Double.parseDouble(share.replace("%", "")) / 100;
      c.close("/abs_t_star_quantiles_type1/" + share, b.quantile(p));
    }
  }
}
