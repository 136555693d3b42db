package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.stats.Reference.close;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.Reference.Table;

/** From totals by PSU the numbers of R survey 4.1-1 for the worked survey of catalogue 12.4. */
class DomainSumsTest {
  private final Table d = Table.read("survey_hh.csv");
  private final double[] w = d.numbers("w");
  private final List<List<String>> psus = new ArrayList<>();

  /** PSUs by first appearance, which may be any. */
  private SurveyDesign design() {
    for (int j = 0; j < w.length; j++) {
      List<String> psu = List.of(d.text("stratum")[j], d.text("psu")[j]);
      if (!psus.contains(psu)) {
        psus.add(psu);
      }
    }
    return DomainSums.design(
        psus.stream().map(p -> p.get(0)).toArray(String[]::new),
        psus.stream().map(p -> p.get(1)).toArray(String[]::new));
  }

  /** Units shuffled and dealt to three places, then added up. */
  private DomainSums sums(String over, String under, IntPredicate isIn) {
    List<Integer> units = new ArrayList<>();
    for (int j = 0; j < w.length; j++) {
      units.add(j);
    }
    Collections.shuffle(units, new Random(3));
    List<DomainSums> parts = List.of(new DomainSums(), new DomainSums(), new DomainSums());
    for (int i = 0; i < w.length; i++) {
      int j = units.get(i);
      if (isIn.test(j)) {
        parts
            .get(i % 3)
            .add(
                psus.indexOf(List.of(d.text("stratum")[j], d.text("psu")[j])),
                w[j],
                d.numbers(over)[j],
                under.isEmpty() ? 1 : d.numbers(under)[j]);
      }
    }
    DomainSums all = new DomainSums();
    parts.forEach(all::add);
    return all;
  }

  @Test
  void proportionRatioAndTotal() {
    SurveyDesign design = design();
    DomainRatio receiving = sums("recv", "", j -> true).ratio(design).orElseThrow();
    Estimate p = receiving.linearised().estimate();
    same(p.value(), 0.441358024691);
    same(p.standardError(), 0.115864269600);
    assertThat(p.degreesOfFreedom()).isEqualTo(5);
    same(receiving.deff().getAsDouble(), 1.470070723447);
    assertThat(receiving.units()).isEqualTo(28);
    Estimate ratio =
        sums("rem", "inc", j -> true).ratio(design).orElseThrow().linearised().estimate();
    same(ratio.value(), 0.2068464558101);
    same(ratio.standardError(), 0.0543610900078);
    Estimate total = sums("recv", "", j -> true).total(design).estimate();
    same(total.value(), 2860);
    same(total.standardError(), 752.506921341);
  }

  @Test
  void aDomainLeavesItsDesign() {
    SurveyDesign design = design();
    boolean[] receives = d.is("recv", "1");
    DomainRatio account = sums("acct", "", j -> receives[j]).ratio(design).orElseThrow();
    Estimate e = account.linearised().estimate();
    same(e.value(), 0.472027972028);
    same(e.standardError(), 0.058794550338);
    assertThat(e.degreesOfFreedom()).isEqualTo(5);
    assertThat(account.linearised().estimate(DomainDf.UNITS_PRESENT).degreesOfFreedom())
        .isEqualTo(3);
    same(account.deff().getAsDouble(), 0.124835471624);
  }

  /** Against the units themselves, whose covariance is R's (SurveyReferenceTest). */
  @Test
  void aDifferenceOfDomainsHasTheCovarianceOfCommonPsus() {
    SurveyDesign design = design();
    boolean[] receives = d.is("recv", "1");
    boolean[] others = d.is("recv", "0");
    Estimate gap =
        sums("acct", "", j -> receives[j])
            .ratio(design)
            .orElseThrow()
            .linearised()
            .minus(sums("acct", "", j -> others[j]).ratio(design).orElseThrow().linearised())
            .estimate();
    SurveyDesign units = SurveyDesign.of(d.text("stratum"), d.text("psu"), w);
    Estimate expected =
        SurveyMean.of(d.numbers("acct"), receives, units)
            .minus(SurveyMean.of(d.numbers("acct"), others, units))
            .estimate();
    same(gap.value(), expected.value());
    same(gap.standardError(), expected.standardError());
  }

  @Test
  void whereNothingVariesThereIsNoDesignEffectAndOfNobodyNoRatio() {
    SurveyDesign design = design();
    boolean[] receives = d.is("recv", "1");
    assertThat(sums("recv", "", j -> receives[j]).ratio(design).orElseThrow().deff()).isEmpty();
    assertThat(sums("recv", "", j -> false).ratio(design)).isEmpty();
  }

  /** 0.1 three hundred times, and a large number that comes and goes. */
  @Test
  void noOrderMovesTheLastDigit() {
    double[] one = RunningSum.of(1);
    double[] other = RunningSum.of(1);
    RunningSum.add(one, 0, 1e12);
    for (int i = 0; i < 300; i++) {
      RunningSum.add(one, 0, 0.1);
      RunningSum.add(other, 0, 0.1);
    }
    RunningSum.add(one, 0, -1e12);
    RunningSum.add(other, 0, 1e12);
    RunningSum.add(other, 0, -1e12);
    assertThat(RunningSum.value(one, 0)).isEqualTo(RunningSum.value(other, 0)).isEqualTo(30.0);
  }

  private static void same(double actual, double expected) {
    close(actual, expected, 1e-10, "");
  }
}
