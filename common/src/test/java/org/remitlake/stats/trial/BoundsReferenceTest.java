package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.Interval;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.ReferenceCase;

/** Every number of the cases A16 (bounds) and A17 (families of tests). */
class BoundsReferenceTest {
  @TestFactory
  List<DynamicTest> bounds() {
    Table tiny = Table.read("lee_tiny.csv");
    Table d = Table.read("lee_attrition.csv");
    return ReferenceCase.tests(
        "A16_lee_bounds.json",
        Map.of(
            "tiny", c -> bounds(c, of(tiny)),
            "main", c -> bounds(c, of(d)),
            "tightened_by_x", c -> tightened(c, d)));
  }

  @TestFactory
  List<DynamicTest> families() {
    return ReferenceCase.tests(
        "A17_multiple_testing.json",
        Map.of(
            "p1", c -> family(c, "p1"),
            "p2_ties", c -> family(c, "p2_ties"),
            "p3_simes", c -> family(c, "p3_simes"),
            "single", c -> family(c, null)));
  }

  private static LeeBounds of(Table d) {
    return LeeBounds.of(d.numbers("y"), d.is("observed", "1"), d.is("treat", "1"));
  }

  private static void bounds(ReferenceCase c, LeeBounds b) {
    c.count("/n", b.units());
    c.count("/n1", b.treated());
    c.count("/n0", b.units() - b.treated());
    c.close("/response_rate1", b.rateTreated());
    c.close("/response_rate0", b.rateControl());
    c.count("/trimmed_arm", b.trimmedIsTreated() ? 1 : 0);
    c.close("/trim_share", b.trimShare());
    c.count("/n_selected_trimmed_arm", b.selected());
    c.close("/q_low", b.quantileLow());
    c.close("/q_high", b.quantileHigh());
    c.count("/n_kept_top", b.keptTop());
    c.count("/n_kept_bottom", b.keptBottom());
    c.close("/naive_difference", b.naive());
    c.close("/threshold/lower", b.threshold().lower());
    c.close("/threshold/upper", b.threshold().upper());
    c.close("/threshold/se_lower", b.threshold().lowerError());
    c.close("/threshold/se_upper", b.threshold().upperError());
    c.close("/threshold/imbens_manski_C", b.threshold().imbensManskiC());
    ends(c, "/threshold/im_ci95", b.threshold().interval());
    ends(c, "/threshold/union_ci95", b.threshold().unionInterval());
    c.close("/fractional/lower", b.fractional().lower());
    c.close("/fractional/upper", b.fractional().upper());
  }

  private static void tightened(ReferenceCase c, Table d) {
    TightenedBounds t =
        TightenedBounds.of(d.numbers("y"), d.is("observed", "1"), d.is("treat", "1"), d.text("x"));
    for (String cell : t.cells().keySet()) {
      bounds(c.under("/cells/cell_" + cell), t.cells().get(cell));
      c.count("/cells/cell_" + cell + "/cell_weight_n", t.cells().get(cell).selectedOther());
      c.close("/weights/cell_" + cell, t.weights().get(cell));
    }
    c.close("/lower_threshold", t.threshold().lower());
    c.close("/upper_threshold", t.threshold().upper());
    c.close("/lower_fractional", t.fractional().lower());
    c.close("/upper_fractional", t.fractional().upper());
  }

  private static void ends(ReferenceCase c, String path, Interval interval) {
    c.close(path, new double[] {interval.lower(), interval.upper()});
  }

  private static void family(ReferenceCase c, String set) {
    double[] p =
        set == null
            ? new double[] {0.03}
            : Table.read("pvalues.csv").where(r -> r[0].equals(set)).numbers("p");
    c.close("/p", p);
    c.close("/BH", MultipleTesting.BENJAMINI_HOCHBERG.adjust(p));
    c.close("/BY", MultipleTesting.BENJAMINI_YEKUTIELI.adjust(p));
    c.close("/holm", MultipleTesting.HOLM.adjust(p));
    c.close("/bonferroni", MultipleTesting.BONFERRONI.adjust(p));
    c.close("/hochberg", MultipleTesting.HOCHBERG.adjust(p));
    c.close("/sidak_single_step", MultipleTesting.SIDAK.adjust(p));
    c.close("/anderson_sharpened_q", MultipleTesting.SHARPENED_Q.adjust(p));
    assertThat(Arrays.stream(MultipleTesting.values())).hasSize(7);
  }
}
