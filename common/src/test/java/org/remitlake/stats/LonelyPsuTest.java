package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** Every number of case A04: R's survey.lonely.psu and survey.adjust.domain.lonely. */
class LonelyPsuTest {
  private static final Map<String, LonelyPsu> RULES =
      Map.of(
          "certainty", LonelyPsu.CERTAINTY,
          "remove", LonelyPsu.CERTAINTY,
          "adjust", LonelyPsu.ADJUST,
          "average", LonelyPsu.AVERAGE);

  private final Table all = Table.read("nhanes.csv");
  private final Table lonely = all.where(r -> !(r[1].equals("78") && r[2].equals("2")));

  @Test
  void everyNumberOfA04() {
    Expected e = Expected.of("A04_survey_lonely_psu.json");
    lonelyStratum(e.at("design_lonely"));
    lonelyDomain(e.at("domain_lonely"));
    e.complete();
  }

  private void lonelyStratum(Expected e) {
    SurveyDesign design = design(lonely);
    assertThat(design.lonelyPsus()).isEqualTo(1);
    e.number("degf", design.degreesOfFreedom());
    e.at("fail").text("error", "Stratum (78) has only one PSU at stage 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(lonely.numbers("WTMEC2YR"), design).estimate())
        .withMessage(
            "1 of 15 strata have a single PSU: their variance is unknown."
                + " Merge strata, or name another rule for lonely PSUs.");
    RULES.forEach(
        (name, rule) -> {
          same(e.at(name, "mean"), design.withLonelyPsus(rule), true);
          same(e.at(name, "total"), design.withLonelyPsus(rule), false);
        });
    SurveyDesign centred = design.withLonelyPsus(LonelyPsu.ADJUST_CENTERED);
    same(e.at("adjust_stata_centered_total"), centred, false);
  }

  private void same(Expected e, SurveyDesign design, boolean mean) {
    double[] one = new double[design.size()];
    Arrays.fill(one, 1);
    for (String name : e.keys()) {
      double[] y = name.equals("one") ? one : lonely.numbers(name);
      boolean[] answered = Domains.answered(y);
      same(
          e.at(name),
          mean ? SurveyMean.of(y, answered, design) : SurveyTotal.of(y, answered, design));
    }
  }

  private void lonelyDomain(Expected e) {
    SurveyDesign design = design(all);
    double[] y = all.numbers("HI_CHOL");
    e.text("rule", "(SDMVSTRA==75 & SDMVPSU==1) | SDMVSTRA>80");
    boolean[] domain = all.above("SDMVSTRA", 80);
    boolean[] one = Domains.both(all.is("SDMVSTRA", "75"), all.is("SDMVPSU", "1"));
    for (int j = 0; j < domain.length; j++) {
      domain[j] |= one[j];
    }
    e.number("degf_domain", design.degreesOfFreedom(domain, DomainDf.UNITS_PRESENT));
    e.number("degf_full", design.degreesOfFreedom(domain, DomainDf.DESIGN));
    assertThat(design.degreesOfFreedom(domain, DomainDf.STRATA_PRESENT)).isEqualTo(11);
    boolean[] answered = Domains.both(domain, Domains.answered(y));
    for (String name : new String[] {"certainty", "adjust", "average"}) {
      LonelyPsu rule = RULES.get(name);
      Expected plain = e.at(name + "_default");
      same(plain.at("mean"), SurveyMean.of(y, answered, design.withLonelyPsus(rule)));
      same(plain.at("total"), SurveyTotal.of(y, answered, design.withLonelyPsus(rule)));
      SurveyDesign strict = design.withLonelyPsusInDomains(rule);
      Expected adjusted = e.at(name + "_adjust_domain_lonely");
      same(adjusted.at("mean"), SurveyMean.of(y, answered, strict));
      same(adjusted.at("total"), SurveyTotal.of(y, answered, strict));
    }
    SurveyDesign strict = design.withLonelyPsusInDomains(LonelyPsu.FAIL);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyMean.of(y, answered, strict).estimate())
        .withMessageStartingWith("1 of 10 strata have a single PSU");
  }

  /** Stratum 78 is lonely; what speaks of other strata only needs no rule. R's subset. */
  @Test
  void aDomainBesideTheLonelyStratumNeedsNoRule() {
    SurveyDesign design = design(lonely);
    double[] y = lonely.numbers("HI_CHOL");
    boolean[] rest = Domains.both(lonely.above("SDMVSTRA", 78), Domains.answered(y));
    Estimate alone = SurveyMean.of(y, rest, design).estimate();
    assertThat(SurveyMean.of(y, rest, design.withLonelyPsus(LonelyPsu.AVERAGE)).estimate())
        .isEqualTo(alone);
    // With it, the average counts the strata that the domain reaches: 78 to 89, not all 15.
    boolean[] withIt = Domains.both(lonely.above("SDMVSTRA", 77), Domains.answered(y));
    double none = SurveyTotal.of(y, withIt, design.withLonelyPsus(LonelyPsu.CERTAINTY)).variance();
    double average = SurveyTotal.of(y, withIt, design.withLonelyPsus(LonelyPsu.AVERAGE)).variance();
    assertThat(average / none).isCloseTo(12 / 11.0, within(1e-12));
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

  private static void same(Expected e, Linearised actual) {
    e.number("estimate", actual.value());
    e.number("se", actual.estimate().standardError());
  }
}
