package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SecondStageTest {
  private static final String[] PSUS = {"a", "a", "b", "b"};
  private static final String[] SSUS = {"1", "2", "1", "2"};
  private static final double[] OF = {3, 3, 4, 4};
  // 4 PSUs, 2 drawn; of 3 and 4 villages 2 each: 4/2 · 3/2 and 4/2 · 4/2.
  private static final double[] WEIGHTS = {3, 3, 4, 4};
  private static final double[] Y = {10, 14, 20, 26};

  private final SurveyDesign oneStage = SurveyDesign.clusters(PSUS, WEIGHTS).withPopulationPsus(4);
  private final SurveyDesign design = oneStage.withSecondStage(SSUS, OF);

  /**
   * By hand (Särndal, Swensson and Wretman 1992, result 4.3.1): totals of PSUs 36 and 92, s² =
   * 1568; 16 · ½ / 2 · 1568 = 6272. Within: 4/2 · (9 · ⅓ / 2 · 8 + 16 · ½ / 2 · 18) = 168.
   */
  @Test
  void bothStagesAdd() {
    Linearised total = SurveyTotal.of(Y, design);
    assertThat(total.value()).isEqualTo(256);
    assertThat(total.variance()).isCloseTo(6440, within(1e-9));
    assertThat(SurveyTotal.of(Y, oneStage).variance()).isCloseTo(6272, within(1e-9));
    assertThat(total.estimate().degreesOfFreedom()).isEqualTo(1);
  }

  @Test
  void theOrderOfTheCallsDoesNotMatter() {
    SurveyDesign other =
        SurveyDesign.clusters(PSUS, WEIGHTS).withSecondStage(SSUS, OF).withPopulationPsus(4);
    assertThat(SurveyTotal.of(Y, other).variance()).isCloseTo(6440, within(1e-9));
  }

  @Test
  void afterPsusDrawnWithReplacementTheSecondStageAddsNothing() {
    SurveyDesign replaced = SurveyDesign.clusters(PSUS, WEIGHTS);
    assertThat(SurveyTotal.of(Y, replaced.withSecondStage(SSUS, OF)).variance())
        .isEqualTo(SurveyTotal.of(Y, replaced).variance());
  }

  @Test
  void whereAllPsusAreDrawnTheSecondStageIsAll() {
    SurveyDesign census =
        SurveyDesign.clusters(PSUS, new double[] {1.5, 1.5, 2, 2})
            .withPopulationPsus(2)
            .withSecondStage(SSUS, OF);
    // 9 · ⅓ / 2 · 8 + 16 · ½ / 2 · 18
    assertThat(SurveyTotal.of(Y, census).variance()).isCloseTo(84, within(1e-9));
  }

  @Test
  void aPsuWithOneOfSeveralIsLonelyToo() {
    SurveyDesign one =
        SurveyDesign.clusters(new String[] {"a", "b", "b"}, new double[] {6, 4, 4})
            .withPopulationPsus(4)
            .withSecondStage(new String[] {"1", "1", "2"}, new double[] {3, 4, 4});
    double[] y = {12, 20, 26};
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyTotal.of(y, one).variance())
        .withMessageStartingWith("1 of 2 strata have a single PSU");
    // Between as before, within PSU b only: 6272 + 4/2 · 72.
    SurveyDesign certainty = one.withLonelyPsus(LonelyPsu.CERTAINTY);
    assertThat(SurveyTotal.of(y, certainty).variance()).isCloseTo(6416, within(1e-9));
  }

  @Test
  void brokenStagesAreRefused() {
    String message =
        "1 of 2 PSUs have no single number of second-stage units in the population, or one below"
            + " the units drawn.";
    refused(new double[] {3, 3, 4, 5}, message);
    refused(new double[] {1, 1, 4, 4}, message);
    refused(new double[] {3, 3, Double.NaN, 4}, message);
    refused(new double[] {3}, "the number of second-stage units has 1 entries for 4 units");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> oneStage.withSecondStage(new String[] {"1", "2", "", "2"}, OF))
        .withMessageContaining("1 of 4 units have no psu");
  }

  private void refused(double[] of, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> oneStage.withSecondStage(SSUS, of))
        .withMessageContaining(message);
  }

  /** R survey's own example(fpc): mean 5.4481, SE 0.7413, with the finite population 0.616. */
  @Test
  void examplesOfFiniteStrata() {
    String[] strata = {"1", "1", "1", "1", "1", "2", "2", "2"};
    double[] weights = {3, 3, 3, 3, 3, 4, 4, 4};
    double[] x = {2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2};
    SurveyDesign elements = SurveyDesign.elements(strata, weights);
    Estimate mean = SurveyMean.of(x, elements).estimate();
    assertThat(mean.value()).isCloseTo(5.4481, within(5e-5));
    assertThat(mean.standardError()).isCloseTo(0.7413, within(5e-5));
    assertThat(mean.degreesOfFreedom()).isEqualTo(6);
    SurveyDesign finite = elements.withPopulationPsus(Map.of("1", 15, "2", 12));
    assertThat(SurveyMean.of(x, finite).estimate().standardError()).isCloseTo(0.616, within(5e-4));
  }
}
