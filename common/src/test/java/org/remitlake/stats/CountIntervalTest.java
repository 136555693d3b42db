package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every number of case A23: shares from counts and their differences. */
class CountIntervalTest {
  @Test
  void everyNumberOfA23() {
    Expected all = Expected.of("A23_proportion_intervals.json");
    for (String name : all.keys()) {
      Expected e = all.at(name);
      long[] a = group(e.at("group1"));
      long[] b = group(e.at("group2"));
      TwoShares two = new TwoShares(a[0], a[1], b[0], b[1]);
      e.number("difference", two.difference());
      e.interval("newcombe_hybrid_score", two.newcombe(0.95));
      e.interval("wald_diff", two.wald(0.95));
      e.number("z_pooled", two.z());
      e.number("p_pooled", two.pValue());
      e.number("fisher_exact_p", two.fisherExact());
    }
    all.complete();
  }

  private static long[] group(Expected e) {
    long x = (long) e.input("x");
    long n = (long) e.input("n");
    e.number("p", (double) x / n);
    e.interval("wilson", CountInterval.WILSON.of(x, n, 0.95));
    e.interval("wilson90", CountInterval.WILSON.of(x, n, 0.9));
    e.interval("wilson_cc_prop.test", CountInterval.WILSON_CORRECTED.of(x, n, 0.95));
    e.interval("clopper_pearson", CountInterval.CLOPPER_PEARSON.of(x, n, 0.95));
    e.interval("wald", CountInterval.WALD.of(x, n, 0.95));
    e.interval("agresti_coull", CountInterval.AGRESTI_COULL.of(x, n, 0.95));
    e.interval("jeffreys_raw_beta", CountInterval.JEFFREYS.of(x, n, 0.95));
    return new long[] {x, n};
  }

  @Test
  void equalSharesAreNoDifference() {
    TwoShares none = new TwoShares(0, 5, 0, 7);
    assertThat(none.z()).isZero();
    assertThat(none.pValue()).isEqualTo(1);
    assertThat(none.fisherExact()).isEqualTo(1);
  }

  @Test
  void whatIsNoShareIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountInterval.WILSON.of(3, 2, 0.95))
        .withMessage("3 of 2 is no share. Count 0 to n, of 1 up.");
    assertThatIllegalArgumentException().isThrownBy(() -> new TwoShares(0, 0, 1, 2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CountInterval.WILSON.of(1, 2, 95))
        .withMessageContaining("such as 0.95");
  }

  @Test
  void aSurveyOfIndependentUnitsIsACount() {
    // n units of one weight, without strata: V = p(1−p)/(n−1), and z for t.
    Estimate p = new Estimate(0.3, Math.sqrt(0.3 * 0.7 / 40), Double.POSITIVE_INFINITY);
    Interval wilson = ProportionInterval.WILSON.of(p, 40, 0.95);
    assertThat(wilson.lower())
        .isCloseTo(CountInterval.WILSON.of(12, 40, 0.95).lower(), within(1e-14));
    Estimate exact = new Estimate(0.3, Math.sqrt(0.3 * 0.7 / 40), 39);
    Interval beta = ProportionInterval.BETA.of(exact, 40, 0.95);
    assertThat(beta.upper())
        .isCloseTo(CountInterval.CLOPPER_PEARSON.of(12, 40, 0.95).upper(), within(1e-12));
  }

  @Test
  void aShareOfNobodyIsNoCertainty() {
    Estimate none = new Estimate(0, 0, 20);
    // R: qbeta(.975, 1, 50 * (qt(.025, 49) / qt(.025, 20))^2)
    double size = 50 * Math.pow(2.0095752371292397 / 2.0859634472658364, 2);
    assertThat(ProportionInterval.BETA.of(none, 50, 0.95).upper())
        .isCloseTo(1 - Math.pow(0.025, 1 / size), within(1e-12));
    assertThat(ProportionInterval.WILSON.of(none, 50, 0.95).lower()).isZero();
    assertThat(ProportionInterval.WILSON.of(none, 50, 0.95).upper()).isBetween(0.05, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionInterval.ASIN.of(none, 50, 0.95))
        .withMessageContaining("use BETA");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionInterval.LOGIT.of(none, 50, 0.95));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ProportionInterval.WALD.of(new Estimate(2, 1, 3), 50, 0.95))
        .withMessageContaining("from 0 to 1");
    for (ProportionInterval kind : ProportionInterval.values()) {
      assertThat(kind.of(new Estimate(0.2, 0.1, 0), 50, 0.95)).isEqualTo(new Interval(0, 1));
    }
    assertThat(ProportionInterval.BETA.of(new Estimate(1, 0, 3), 1, 0.95))
        .isEqualTo(new Interval(0, 1));
    Interval asin = ProportionInterval.ASIN.of(new Estimate(0.01, 0.02, 9), 40, 0.95);
    assertThat(asin.lower()).isZero();
  }
}
