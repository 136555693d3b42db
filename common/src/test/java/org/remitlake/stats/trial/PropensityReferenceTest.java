package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.ReferenceCase;
import org.remitlake.stats.RegressionReferenceTest;
import org.remitlake.stats.Regressors;

/** Every number of the cases A13, A14 and A15: R glm, MatchIt 4.5.1's distance matrix, survey. */
class PropensityReferenceTest {
  private static final double REL = 1e-8;
  private static final List<String> COVARIATES =
      List.of("age", "educ", "black", "hispan", "married", "nodegree", "re74", "re75");

  private final Table d = Table.read("lalonde_matchit.csv");
  private final boolean[] treated = d.is("treat", "1");
  private final double[] y = d.numbers("re78");
  private final PropensityModel model =
      PropensityModel.fit(
          RegressionReferenceTest.columns(d, COVARIATES.toArray(String[]::new)), treated);

  @TestFactory
  List<DynamicTest> weighting() {
    Map<String, Consumer<ReferenceCase>> checks = new LinkedHashMap<>();
    checks.put("N", c -> c.count("", d.rows().size()));
    checks.put("coef", c -> model.names().forEach(n -> c.row("/" + n, model.estimate(n), REL)));
    checks.put("vcov", c -> c.matrix("", model.names(), model.covariance(), REL));
    checks.put("vcov_HC0", c -> c.matrix("", model.names(), model.robustCovariance(), REL));
    checks.put("loglik", c -> c.close("", model.logLikelihood()));
    checks.put("deviance", c -> c.close("", model.deviance()));
    checks.put("null_deviance", c -> c.close("", model.nullDeviance()));
    checks.put("aic", c -> c.close("", model.aic()));
    checks.put("fitted", c -> c.close("", model.fitted()));
    checks.put("fitted_min", c -> c.close("", Arrays.stream(model.fitted()).min().orElseThrow()));
    checks.put("fitted_max", c -> c.close("", Arrays.stream(model.fitted()).max().orElseThrow()));
    checks.put("ATE_hajek", c -> weighted(c, Estimand.ATE));
    checks.put("ATT_hajek", c -> weighted(c, Estimand.ATT));
    checks.put("ATO_overlap", c -> weighted(c, Estimand.OVERLAP));
    checks.put(
        "ATE_horvitz_thompson",
        c -> c.close("/estimate", InverseProbability.horvitzThompson(model, y)));
    checks.put(
        "ATE_aipw",
        c -> {
          Estimate aipw = DoublyRobust.ate(model, y).estimate();
          c.close("/estimate", aipw.value());
          c.close("/se_if", aipw.standardError());
        });
    checks.put("weights_ATE", c -> byRow(c, InverseProbability.weights(model, Estimand.ATE)));
    checks.put("weights_ATT", c -> byRow(c, InverseProbability.weights(model, Estimand.ATT)));
    checks.put("ATE_hajek_trimmed", this::trimmed);
    checks.put("smd_before", c -> balance(c, ones()));
    checks.put("smd_after_ATE", c -> balance(c, InverseProbability.weights(model, Estimand.ATE)));
    checks.put("smd_after_ATT", c -> balance(c, InverseProbability.weights(model, Estimand.ATT)));
    return ReferenceCase.tests("A13_propensity_ipw.json", checks);
  }

  @TestFactory
  List<DynamicTest> matching() {
    MatchingRule pairs =
        new MatchingRule(
            MatchingRule.Order.LARGEST,
            MatchingRule.Replacement.WITHOUT,
            1,
            Double.POSITIVE_INFINITY);
    MatchingRule again = pairs.with(MatchingRule.Order.DATA).with(MatchingRule.Replacement.WITH);
    double[] p = model.fitted();
    return ReferenceCase.tests(
        "A14_matching.json",
        Map.of(
            "nn_largest",
            c -> matched(c, p, pairs),
            "nn_smallest",
            c -> matched(c, p, pairs.with(MatchingRule.Order.SMALLEST)),
            "nn_data_caliper02",
            c -> matched(c, p, pairs.with(MatchingRule.Order.DATA).within(0.2)),
            "nn_largest_linear_logit_caliper02",
            c -> matched(c, model.linear(), pairs.within(0.2)),
            "nn_replace",
            c -> matched(c, p, again),
            "nn_replace_ratio2",
            c -> matched(c, p, again.of(2))));
  }

  @TestFactory
  List<DynamicTest> entropyBalancing() {
    Regressors all = without(COVARIATES);
    Regressors some = without(COVARIATES.subList(0, 6));
    return ReferenceCase.tests(
        "A15_entropy_balancing.json",
        Map.of(
            "first_moments", c -> balanced(c, all),
            "second_moments", c -> balanced(c, EntropyBalancing.withSquares(some))));
  }

  private void weighted(ReferenceCase c, Estimand estimand) {
    InverseProbability ipw = InverseProbability.of(model, y, estimand);
    WeightedContrast w = ipw.contrast();
    c.close("/mean1", w.meanTreated());
    c.close("/mean0", w.meanControl());
    c.close("/estimate", w.difference());
    c.close("/se_HC0_fixed_weights", w.hc0());
    c.close("/se_HC1_fixed_weights", w.hc1());
    c.close("/ess1", w.essTreated());
    c.close("/ess0", w.essControl());
    c.close("/sum_w1", w.weightTreated());
    c.close("/sum_w0", w.weightControl());
    if (c.has("/se_mestimation")) {
      c.close("/se_mestimation", ipw.estimate().standardError());
    }
  }

  private void trimmed(ReferenceCase c) {
    assertThat(c.text("/rule")).isEqualTo("keep 0.1 <= e <= 1-0.1, e not re-estimated");
    var kept = InverseProbability.trimmed(model, y, Estimand.ATE, 0.1, 0.9);
    c.count("/n_kept", kept.kept());
    c.close("/estimate", kept.contrast().difference());
  }

  private void byRow(ReferenceCase c, double[] weights) {
    for (int i = 0; i < weights.length; i++) {
      c.close("/" + (i + 1), weights[i]);
    }
  }

  private void matched(ReferenceCase c, double[] distance, MatchingRule rule) {
    Matching m = Matching.of(distance, treated, rule);
    c.count("/n_treated", Arms.count(treated));
    c.count("/n_control", treated.length - Arms.count(treated));
    c.count("/n_matched_treated", m.matchedTreated());
    c.count("/n_matched_controls", m.matchedControls());
    c.close("/mean_abs_distance", m.meanDistance());
    c.close("/max_abs_distance", m.maxDistance());
    c.close("/att", m.att(y, treated));
    if (c.has("/caliper_abs")) {
      c.close("/caliper_abs", m.caliper());
    }
    // Rows of the case count from 1.
    c.close("/pairs/treated_row", m.pairs().stream().mapToDouble(p -> p.treated() + 1).toArray());
    c.close("/pairs/control_row", m.pairs().stream().mapToDouble(p -> p.control() + 1).toArray());
    c.close("/unmatched_treated", m.unmatched().stream().mapToDouble(i -> i + 1).toArray());
    c.count(
        "/sum_matched_treated_rows",
        m.pairs().stream().map(Matching.Pair::treated).distinct().mapToLong(i -> i + 1).sum());
    c.count("/sum_matched_control_rows", m.pairs().stream().mapToLong(p -> p.control() + 1).sum());
    balance(c.under("/balance_before"), ones());
    balance(c.under("/balance_after"), m.weightsArray());
    if (c.has("/control_weights")) {
      int[] used =
          IntStream.range(0, treated.length)
              .filter(i -> !treated[i] && m.weights().get(i) > 0)
              .toArray();
      c.close("/control_weights/row", Arrays.stream(used).mapToDouble(i -> i + 1).toArray());
      c.close(
          "/control_weights/weight", Arrays.stream(used).mapToDouble(m.weights()::get).toArray());
      return;
    }
    Estimate paired = m.paired(y);
    c.close("/paired/mean_diff", paired.value());
    c.close("/paired/se_paired", paired.standardError());
    c.close("/paired/df", paired.degreesOfFreedom());
    Estimate byPair = m.sample(y).byPair();
    c.close("/cluster_by_pair/estimate", byPair.value());
    c.close("/cluster_by_pair/se_CR1", byPair.standardError());
    c.close(
        "/cluster_by_pair/se_HC1",
        org.remitlake.stats.HeteroskedasticRobust.of(
                m.sample(y).model(), org.remitlake.stats.HeteroskedasticCovariance.HC1)
            .estimate("treated")
            .standardError());
  }

  private void balance(ReferenceCase c, double[] weights) {
    for (String name : COVARIATES) {
      CovariateBalance b = CovariateBalance.of(d.numbers(name), treated, weights);
      String at = "/" + name + "/";
      c.close(at + "mean1", b.meanTreated());
      c.close(at + "mean0", b.meanControl());
      c.close(at + "diff", b.difference());
      c.close(at + "smd_sd_treated_matchit", b.smd(SmdScale.TREATED_BINOMIAL));
      c.close(at + "smd_sd_treated_sample", b.smd(SmdScale.TREATED_SAMPLE));
      c.close(at + "smd_pooled_binary_p1mp", b.smd(SmdScale.POOLED_BINOMIAL));
      c.close(at + "smd_pooled_sample", b.smd(SmdScale.POOLED_SAMPLE));
      c.close(at + "var_ratio_unweighted", b.varianceRatio());
    }
  }

  private void balanced(ReferenceCase c, Regressors x) {
    EntropyBalancing e = EntropyBalancing.of(x, treated);
    for (int k = 0; k < x.names().size(); k++) {
      String name = x.names().get(k);
      c.same("/moments/" + k, name);
      c.close("/targets/" + name, e.targets().get(k));
      c.close("/lambda/" + name, e.lambda().get(k));
    }
    c.tiny("/max_abs_moment_gap", e.largestGap());
    c.close(
        "/control_rows",
        IntStream.range(0, treated.length)
            .filter(i -> !treated[i])
            .mapToDouble(i -> i + 1)
            .toArray());
    double[] w = e.controlWeights(treated);
    c.close("/control_weights_sum_n1", w);
    WeightedContrast contrast = e.contrast(y, treated);
    c.close("/ess", contrast.essControl());
    double mean = Arrays.stream(w).average().orElseThrow();
    c.close("/max_weight_over_mean", Arrays.stream(w).max().orElseThrow() / mean);
    c.close("/entropy_sum_q_log_q_over_base", e.entropy(treated));
    c.close("/mean_y1", contrast.meanTreated());
    c.close("/mean_y0_weighted", contrast.meanControl());
    c.close("/att", contrast.difference());
    c.leaveOut("/crosscheck_survey_raking_max_rel_diff", "compares two programs of R");
  }

  private Regressors without(List<String> names) {
    Regressors x = Regressors.none(treated.length);
    for (String name : names) {
      x = x.and(name, d.numbers(name));
    }
    return x;
  }

  private double[] ones() {
    double[] ones = new double[treated.length];
    Arrays.fill(ones, 1);
    return ones;
  }
}
