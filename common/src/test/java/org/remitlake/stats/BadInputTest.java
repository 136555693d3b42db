package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a survey file may hold that no estimate can be made of: a sentence, or a stated value. */
class BadInputTest {
  private static final String[] STRATA = {"s", "s", "t", "t"};
  private static final String[] PSUS = {"a", "b", "c", "d"};
  private static final double[] ONE = {1, 1, 1, 1};
  private static final double[] Y = {1, 2, 3, 4};
  private static final double[] NOBODY_ANSWERED = new double[4];

  static {
    Arrays.fill(NOBODY_ANSWERED, Double.NaN);
  }

  private final SurveyDesign design = SurveyDesign.of(STRATA, PSUS, ONE);

  @Test
  void weights() {
    double[] missing = {1, Double.NaN, 1, Double.NaN};
    refused(
        () -> SurveyDesign.of(STRATA, PSUS, missing),
        "2 of 4 weights are negative or not finite. Give every unit a weight; 0 leaves it out.");
    refused(
        () -> design.withWeights(new double[] {1, 1, -1, 1}),
        "1 of 4 weights are negative or not finite. Give every unit a weight; 0 leaves it out.");
    refused(
        () -> SurveyDesign.elements(STRATA, new double[4]),
        "None of 4 weights is positive: nothing is represented.");
  }

  @Test
  void aPsuInTwoStrata() {
    refused(
        () -> SurveyDesign.of(STRATA, new String[] {"a", "b", "b", "d"}, ONE),
        "1 of 3 PSUs lie in more than one stratum. Correct the labels, or declare them nested if"
            + " they start anew in every stratum.");
    assertThat(SurveyDesign.nested(STRATA, new String[] {"a", "b", "b", "d"}, ONE).psus())
        .isEqualTo(4);
  }

  @Test
  void aStratumWithOnePsu() {
    SurveyDesign lonely = SurveyDesign.of(STRATA, new String[] {"a", "b", "c", "c"}, ONE);
    assertThat(lonely.lonelyPsus()).isEqualTo(1);
    assertThat(SurveyMean.of(Y, lonely).value()).isEqualTo(2.5);
    refused(
        () -> SurveyMean.of(Y, lonely).estimate(),
        "1 of 2 strata have a single PSU: their variance is unknown. Merge strata, or name another"
            + " rule for lonely PSUs.");
    refused(
        () -> ReplicateWeights.jkn(lonely),
        "A stratum has a single PSU: a jackknife cannot leave it out. Merge strata.");
    for (LonelyPsu rule : LonelyPsu.values()) {
      if (rule != LonelyPsu.FAIL) {
        Estimate mean = SurveyMean.of(Y, lonely.withLonelyPsus(rule)).estimate();
        assertThat(mean.degreesOfFreedom()).isEqualTo(1);
        assertThat(mean.standardError()).isPositive();
      }
    }
  }

  @Test
  void aVariableThatNobodyAnswered() {
    boolean[] answered = Domains.answered(NOBODY_ANSWERED);
    String missing =
        "4 values of y within the domain are missing or not finite. Take them out of the domain.";
    refused(() -> SurveyTotal.of(NOBODY_ANSWERED, design), missing);
    refused(() -> SurveyQuantile.of(NOBODY_ANSWERED, 0.5, design, QuantileRule.MATH), missing);
    refused(() -> SurveyGini.of(NOBODY_ANSWERED, design), missing);
    assertThat(SurveyTotal.of(NOBODY_ANSWERED, answered, design).estimate())
        .isEqualTo(new Estimate(0, 0, 0));
    nobody(answered, NOBODY_ANSWERED);
  }

  @Test
  void aDomainWithoutRows() {
    nobody(new boolean[4], Y);
  }

  private void nobody(boolean[] domain, double[] y) {
    String none = "The denominator adds to zero over 0 units: there is no ratio.";
    refused(() -> SurveyMean.of(y, domain, design), none);
    refused(() -> SurveyRatio.of(y, y, domain, design), none);
    refused(
        () -> SurveyQuantile.of(y, 0.5, domain, design, QuantileRule.MATH),
        "None of 4 weights is positive: nothing is represented.");
    refused(
        () -> SurveyGini.of(y, domain, design),
        "The variable adds to zero: there is nothing to share.");
    refused(
        () -> RaoScott.of(STRATA, PSUS, domain, design),
        "The table has 0 rows and 0 columns with a unit of positive weight. A test needs two of"
            + " each.");
    for (DomainDf rule : DomainDf.values()) {
      assertThat(design.degreesOfFreedom(domain, rule)).isEqualTo(rule == DomainDf.DESIGN ? 2 : 0);
    }
  }

  /** One PSU of the domain: its mean varies with nothing, and 1 − 1 degrees of freedom say so. */
  @Test
  void aDomainOfOneUnit() {
    boolean[] one = {true, false, false, false};
    Linearised mean = SurveyMean.of(Y, one, design);
    assertThat(mean.estimate().standardError()).isZero();
    assertThat(mean.estimate(DomainDf.UNITS_PRESENT).interval(0.95).upper()).isInfinite();
    assertThat(Deff.withReplacement(mean)).isEmpty();
    assertThat(SurveyQuantile.of(Y, 0.5, one, design, QuantileRule.MATH).standardError())
        .isInfinite();
  }

  @Test
  void populationsBelowTheSample() {
    refused(
        () -> design.withPopulationPsus(Map.of("s", 1, "t", 9)),
        "1 of 2 strata have no number of PSUs in the population, or one below the PSUs drawn.");
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
