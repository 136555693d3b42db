package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.remitlake.stats.ReferenceCase;

/** Every number of case A18: R power.t.test, power.prop.test, pwr 1.3-0, closed forms. */
class PowerReferenceTest {
  /** What the case allows where n, a difference or a proportion was solved for. */
  private static final double SOLVED = 1e-7;

  @TestFactory
  List<DynamicTest> power() {
    return ReferenceCase.tests(
        "A18_power_mde.json",
        Map.of(
            "t_test", c -> each(c, PowerReferenceTest::means),
            "prop_test", c -> each(c, PowerReferenceTest::proportions),
            "mde", c -> each(c, PowerReferenceTest::clusters),
            "two_prop_unequal", c -> each(c, PowerReferenceTest::unequal)));
  }

  private static void each(ReferenceCase c, java.util.function.Consumer<ReferenceCase> one) {
    assertThat(c.size("")).isPositive();
    for (int i = 0; i < c.size(""); i++) {
      one.accept(c.under("/" + i));
    }
  }

  private static void means(ReferenceCase c) {
    MeanPower given =
        new MeanPower(
            input(c, "n", 2),
            input(c, "delta", 1),
            input(c, "sd", 1),
            input(c, "sig.level", 0.05),
            c.text("/type").equals("two.sample")
                ? MeanPower.Design.TWO_SAMPLE
                : MeanPower.Design.ONE_SAMPLE,
            sides(c));
    if (c.has("/input/type")) {
      assertThat(c.text("/input/type")).isEqualTo(c.text("/type"));
    }
    double power = input(c, "power", Double.NaN);
    MeanPower found =
        !c.has("/input/n")
            ? given.sized(power)
            : c.has("/input/delta") ? given : given.detectable(power);
    c.close("/n", found.n(), SOLVED);
    c.close("/delta", found.delta(), SOLVED);
    c.close("/sd", found.sd());
    c.close("/sig_level", found.alpha());
    c.close("/power", found.power());
  }

  private static void proportions(ReferenceCase c) {
    double p1 = input(c, "p1", Double.NaN);
    ProportionPower given =
        ProportionPower.equalGroups(
            input(c, "n", 2), p1, input(c, "p2", p1), input(c, "sig.level", 0.05), sides(c));
    double power = input(c, "power", Double.NaN);
    ProportionPower found =
        !c.has("/input/n")
            ? given.sized(power)
            : c.has("/input/p2") ? given : given.detectable(power);
    c.close("/n", found.n1(), SOLVED);
    c.close("/p1", found.p1());
    c.close("/p2", found.p2(), SOLVED);
    c.close("/sig_level", found.alpha());
    c.close("/power", found.power());
  }

  private static Sides sides(ReferenceCase c) {
    if (c.has("/input/alternative")) {
      assertThat(c.text("/input/alternative")).isEqualTo(c.text("/alternative"));
    }
    return c.text("/alternative").equals("two.sided") ? Sides.TWO_SIDED : Sides.ONE_SIDED;
  }

  private static void clusters(ReferenceCase c) {
    ClusterPower p =
        new ClusterPower(
            c.number("/input/J"),
            c.number("/input/m"),
            c.number("/input/rho"),
            c.number("/input/sd"),
            c.number("/input/prop"),
            c.number("/input/alpha"),
            c.number("/input/power"),
            c.number("/input/R2b"),
            c.number("/input/R2w"),
            (int) c.number("/input/g"));
    double unequal = p.designEffect(c.number("/input/cv"));
    c.close("/N", p.units());
    c.close("/deff", p.designEffect());
    c.close("/deff_unequal", unequal);
    c.close("/df", p.degreesOfFreedom());
    c.close("/multiplier_t", p.multiplierT());
    c.close("/multiplier_z", p.multiplierZ());
    c.close("/se_effect", p.standardError());
    c.close("/mde_t", p.mde());
    c.close("/mde_z", p.mdeNormal());
    c.close("/mde_z_deff", p.mdeNormal(p.designEffect()));
    c.close("/mde_z_deff_unequal", p.mdeNormal(unequal));
    c.close("/mde_sd_units_t", p.mde() / p.sd());
    c.close("/effective_n", p.effectiveUnits());
    c.close("/mde_t_takeup", p.mdeOfTakeUp(c.number("/input/takeup")));
    c.close("/mde_t_attrition", p.mdeAfterAttrition(c.number("/input/attrition")));
    double delta = c.number("/input/delta");
    c.count("/J_required_for_delta_z", p.clustersFor(delta));
    c.close("/power_at_delta_t", p.powerFor(delta));
  }

  private static void unequal(ReferenceCase c) {
    ProportionPower p =
        new ProportionPower(
            c.number("/input/n1"),
            c.number("/input/n2"),
            c.number("/input/p1"),
            c.number("/input/p2"),
            c.number("/input/alpha"),
            Sides.TWO_SIDED);
    c.close("/power_pooled_null_one_side", p.power());
    c.close("/power_unpooled_one_side", p.unpooledPower());
    c.close("/cohen_h", p.cohenH());
    c.close("/pwr_2p2n", p.arcsinePower());
  }

  private static double input(ReferenceCase c, String name, double otherwise) {
    return c.has("/input/" + name) ? c.number("/input/" + name) : otherwise;
  }
}
