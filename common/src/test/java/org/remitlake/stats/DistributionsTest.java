package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Every number of case A21: R's pt, qt, pnorm, qnorm, pchisq, qchisq, pf, qf, pbeta, pbinom. */
class DistributionsTest {
  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void everyNumberOfA21() {
    Expected all = Expected.of("A21_distributions.json");
    for (String key : all.at("t_quantile").keys()) {
      Expected e = all.at("t_quantile", key);
      double[] p = e.inputs("p");
      e.numbers("q", each(p, i -> Distributions.tQuantile(p[i], df(key))));
    }
    for (String key : all.at("t_cdf").keys()) {
      Expected e = all.at("t_cdf", key);
      double[] t = e.inputs("t");
      e.numbers("lower", each(t, i -> Distributions.tLower(t[i], df(key))));
      e.numbers("upper", each(t, i -> Distributions.tLower(-t[i], df(key))));
      e.numbers("two_sided", each(t, i -> Distributions.tTwoSided(t[i], df(key))));
    }
    normal(all.at("normal"));
    skewed(all.at("chisq"), all.at("f"), all.at("beta"));
    binomial(all.at("binomial"));
    Expected nct = all.at("noncentral_t").within(1e-8);
    double[] t = nct.inputs("t");
    double[] df = nct.inputs("df");
    double[] ncp = nct.inputs("ncp");
    nct.numbers("lower", each(t, i -> Distributions.noncentralT(t[i], df[i], ncp[i])));
    all.complete();
  }

  private static void normal(Expected e) {
    double[] z = e.inputs("z");
    e.numbers("lower", each(z, i -> Distributions.tLower(z[i], INFINITE)));
    e.numbers("upper", each(z, i -> Distributions.tLower(-z[i], INFINITE)));
    e.numbers("density", each(z, i -> new NormalDistribution().density(z[i])));
    double[] p = e.inputs("p");
    e.numbers("q", each(p, i -> Distributions.tQuantile(p[i], INFINITE)));
  }

  private static void skewed(Expected chi, Expected f, Expected beta) {
    double[] x = chi.inputs("x");
    double[] df = chi.inputs("df");
    double[] p = chi.inputs("p");
    chi.numbers("upper", each(x, i -> Distributions.chiSquaredUpper(x[i], df[i])));
    chi.numbers("q", each(p, i -> Distributions.chiSquaredQuantile(p[i], df[i])));
    double[] y = f.inputs("x");
    double[] df1 = f.inputs("df1");
    double[] df2 = f.inputs("df2");
    double[] q = f.inputs("p");
    f.numbers("upper", each(y, i -> Distributions.fUpper(y[i], df1[i], df2[i])));
    f.numbers("q", each(q, i -> Distributions.fQuantile(q[i], df1[i], df2[i])));
    double[] z = beta.inputs("x");
    double[] a = beta.inputs("a");
    double[] b = beta.inputs("b");
    double[] r = beta.inputs("p");
    beta.numbers("lower", each(z, i -> Distributions.betaLower(z[i], a[i], b[i])));
    beta.numbers("q", each(r, i -> Distributions.betaQuantile(r[i], a[i], b[i])));
  }

  private static void binomial(Expected e) {
    double[] k = e.inputs("k");
    double[] n = e.inputs("n");
    double[] prob = e.inputs("prob");
    e.numbers("cdf", each(k, i -> law(n[i], prob[i]).cumulativeProbability((int) k[i])));
    e.numbers("pmf", each(k, i -> law(n[i], prob[i]).probability((int) k[i])));
  }

  private static BinomialDistribution law(double n, double prob) {
    return new BinomialDistribution(null, (int) n, prob);
  }

  @Test
  void edges() {
    assertThat(Distributions.chiSquaredUpper(0, 3)).isEqualTo(1);
    assertThat(Distributions.fUpper(0, 3, 4)).isEqualTo(1);
    assertThat(Distributions.fUpper(1.5, 3, INFINITE))
        .isCloseTo(Distributions.chiSquaredUpper(4.5, 3), within(1e-15));
    assertThat(Distributions.betaQuantile(0.3, 0, 2)).isZero();
    assertThat(Distributions.betaQuantile(0.3, 2, 0)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Distributions.tQuantile(1, 5))
        .withMessage("A quantile needs a probability between 0 and 1.");
  }

  private static double df(String key) {
    return Double.parseDouble(key.substring("df_".length()));
  }

  private static double[] each(double[] of, IntToDoubleFunction value) {
    return IntStream.range(0, of.length).mapToDouble(value).toArray();
  }

  @Test
  void aQuantileUndoesTheTail() {
    for (double p : new double[] {1e-12, 0.001, 0.3, 0.7, 0.999}) {
      for (double df : new double[] {1, 2.5, 40, 1e4, INFINITE}) {
        assertThat(Distributions.tLower(Distributions.tQuantile(p, df), df))
            .as(Arrays.toString(new double[] {p, df}))
            .isCloseTo(p, within(1e-10 * p));
      }
    }
  }
}
