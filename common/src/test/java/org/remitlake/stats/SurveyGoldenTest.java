package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.Reference.close;

import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** The worked survey of the catalogue, §12.4: 28 households, 2 strata, 7 PSUs; R survey 4.1-1. */
class SurveyGoldenTest {
  private final Table d = Table.read("survey_hh.csv");
  private final SurveyDesign design =
      SurveyDesign.of(d.text("stratum"), d.text("psu"), d.numbers("w"));
  private final Linearised receiving = SurveyMean.of(d.numbers("recv"), design);

  @Test
  void proportion() {
    Estimate p = receiving.estimate();
    same(p.value(), 0.441358024691);
    same(p.standardError(), 0.115864269600);
    assertThat(p.degreesOfFreedom()).isEqualTo(5);
    same(p.interval(0.95).lower(), 0.143519437858);
    same(p.interval(0.95).upper(), 0.739196611524);
    same(p.logitInterval(0.95).lower(), 0.190984930303);
    same(p.logitInterval(0.95).upper(), 0.725581326276);
  }

  @Test
  void designEffects() {
    same(Deff.withReplacement(receiving).getAsDouble(), 1.470070723447);
    same(Deff.withoutReplacement(receiving).getAsDouble(), 1.4764504476);
    same(Deff.effectiveSampleSize(receiving).getAsDouble(), 28 / 1.470070723447);
    same(Deff.kish(design), 1.13505944216);
    same(Spread.SAMPLE.variance(d.numbers("recv"), d.numbers("w")), 0.255693012018);
  }

  @Test
  void totalAndRatio() {
    Estimate total = SurveyTotal.of(d.numbers("recv"), design).estimate();
    same(total.value(), 2860);
    same(total.standardError(), 752.506921341);
    Estimate ratio = SurveyRatio.of(d.numbers("rem"), d.numbers("inc"), design).estimate();
    same(ratio.value(), 0.2068464558101);
    same(ratio.standardError(), 0.0543610900078);
  }

  @Test
  void domainKeepsThePsusWithoutReceivers() {
    Linearised account = SurveyMean.of(d.numbers("acct"), d.is("recv", "1"), design);
    Estimate e = account.estimate();
    same(e.value(), 0.472027972028);
    same(e.standardError(), 0.058794550338);
    assertThat(e.degreesOfFreedom()).isEqualTo(5);
    assertThat(account.estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom()).isEqualTo(3);
    assertThat(account.sampleSize()).isEqualTo(10);
    same(e.interval(0.95).lower(), 0.320891768895);
    same(e.interval(0.95).upper(), 0.623164175161);
    same(Deff.withReplacement(account).getAsDouble(), 0.124835471624);
  }

  private static void same(double actual, double expected) {
    close(actual, expected, 1e-10, "§12.4");
  }
}
