package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.remitlake.stats.Reference.close;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.stats.Reference.Table;

/** Case A04: R's options(survey.lonely.psu). */
class LonelyPsuTest {
  private final JsonNode expected = Reference.results("A04_survey_lonely_psu.json");
  private final Table all = Table.read("nhanes.csv");
  private final Table lonely = all.where(r -> !(r[1].equals("78") && r[2].equals("2")));

  @ParameterizedTest
  @CsvSource({"certainty, CERTAINTY", "remove, CERTAINTY", "adjust, ADJUST", "average, AVERAGE"})
  void agreesWithR(String name, LonelyPsu rule) {
    SurveyDesign design = design(lonely).withLonelyPsus(rule);
    assertThat(design.degreesOfFreedom()).isEqualTo(15);
    assertThat(design.lonelyPsus()).isEqualTo(1);
    JsonNode r = expected.at("/design_lonely/" + name);
    double[] y = lonely.numbers("HI_CHOL");
    boolean[] answered = Domains.answered(y);
    double[] one = new double[y.length];
    Arrays.fill(one, 1);
    same(r.at("/mean/HI_CHOL"), SurveyMean.of(y, answered, design));
    same(r.at("/mean/one"), SurveyMean.of(one, design));
    same(r.at("/total/HI_CHOL"), SurveyTotal.of(y, answered, design));
    same(r.at("/total/one"), SurveyTotal.of(one, design));
  }

  @Test
  void centredAdjustmentIsStatas() {
    SurveyDesign design = design(lonely).withLonelyPsus(LonelyPsu.ADJUST_CENTERED);
    double[] y = lonely.numbers("HI_CHOL");
    same(
        expected.at("/design_lonely/adjust_stata_centered_total/HI_CHOL"),
        SurveyTotal.of(y, Domains.answered(y), design));
  }

  @ParameterizedTest
  @CsvSource({"certainty, CERTAINTY", "adjust, ADJUST", "average, AVERAGE"})
  void aDomainThatLeavesOnePsuIsNoLonelyPsu(String name, LonelyPsu rule) {
    SurveyDesign design = design(all).withLonelyPsus(rule);
    double[] y = all.numbers("HI_CHOL");
    boolean[] domain = all.above("SDMVSTRA", 80);
    boolean[] one = Domains.both(all.is("SDMVSTRA", "75"), all.is("SDMVPSU", "1"));
    for (int j = 0; j < domain.length; j++) {
      domain[j] |= one[j];
    }
    assertThat(design.degreesOfFreedom(domain, DomainDf.UNITS_PRESENT)).isEqualTo(10);
    assertThat(design.degreesOfFreedom(domain, DomainDf.STRATA_PRESENT)).isEqualTo(11);
    boolean[] answered = Domains.both(domain, Domains.answered(y));
    JsonNode r = expected.at("/domain_lonely/" + name + "_default");
    same(r.get("mean"), SurveyMean.of(y, answered, design));
    same(r.get("total"), SurveyTotal.of(y, answered, design));
  }

  @Test
  void withoutARuleThereIsNoVariance() {
    SurveyDesign design = design(lonely);
    double[] y = lonely.numbers("WTMEC2YR");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(y, design).estimate())
        .withMessage(
            "1 of 15 strata have a single PSU: their variance is unknown."
                + " Merge strata, or name another rule for lonely PSUs.");
  }

  @Test
  void anAverageOverNoStratumIsRefused() {
    SurveyDesign design =
        SurveyDesign.clusters(new String[] {"a"}, new double[] {1})
            .withLonelyPsus(LonelyPsu.AVERAGE);
    assertThatIllegalArgumentException().isThrownBy(() -> design.variance(new double[] {0}));
  }

  @Test
  void aStratumDrawnWholeNeedsNoRule() {
    SurveyDesign design =
        SurveyDesign.clusters(new String[] {"a"}, new double[] {1}).withPopulationPsus(1);
    assertThat(design.variance(new double[] {3})).isZero();
  }

  private static SurveyDesign design(Table d) {
    return SurveyDesign.nested(d.text("SDMVSTRA"), d.text("SDMVPSU"), d.numbers("WTMEC2YR"));
  }

  private static void same(JsonNode e, Linearised actual) {
    close(actual.value(), e.get("estimate").asDouble(), 1e-9, "estimate");
    close(actual.estimate().standardError(), e.get("se").asDouble(), 1e-9, "se");
  }
}
