package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.stats.Reference.close;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.AbsorbedModel;
import org.remitlake.stats.Estimate;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.Regressors;

class GroupTimeEffectsTest {
  /** 12 units, 6 periods: 4 start in period 3, 4 in period 5, 4 never. */
  private static final int UNITS = 12;

  private static final int PERIODS = 6;

  private final String[] units = new String[UNITS * PERIODS];
  private final int[] periods = new int[units.length];
  private final int[] starts = new int[units.length];

  GroupTimeEffectsTest() {
    for (int i = 0; i < units.length; i++) {
      int unit = i / PERIODS;
      units[i] = "u" + (10 + unit);
      periods[i] = 1 + i % PERIODS;
      starts[i] = unit < 4 ? 3 : unit < 8 ? 5 : EventStudy.NEVER;
    }
  }

  /** One cohort, two periods: the difference in differences of §12.5, its CR1_G error too. */
  @Test
  void oneCohortIsTheDifferenceInDifferences() {
    Table d = Table.read("trial.csv");
    double[] y = Arrays.copyOf(d.numbers("y0"), 80);
    System.arraycopy(d.numbers("y1"), 0, y, 40, 40);
    String[] ids = new String[80];
    String[] villages = new String[80];
    int[] time = new int[80];
    int[] start = new int[80];
    for (int i = 0; i < 80; i++) {
      ids[i] = d.text("unit")[i % 40];
      villages[i] = d.text("cluster")[i % 40];
      time[i] = i / 40;
      start[i] = d.is("z", "1")[i % 40] ? 1 : EventStudy.NEVER;
    }
    GroupTimeEffects effects =
        GroupTimeEffects.of(
            y, ids, time, start, villages, Regressors.intercept(80), Comparison.NEVER_TREATED);
    assertThat(effects.cells()).hasSize(1);
    Estimate one = effects.overall();
    close(one.value(), 4.68496240602, 1e-10, "DiD");
    close(one.standardError(), 4.81735157132, 1e-10, "CR1_G");
    assertThat(one.degreesOfFreedom()).isEqualTo(9);
  }

  @Test
  void findsEffectsThatGrowWhereTwoWayEffectsDoNot() {
    // Effect 1 + e after e periods, twice that for the late cohort; no noise.
    double[] y = outcome((start, e) -> e < 0 ? 0 : (1.0 + e) * (start == 5 ? 2 : 1));
    for (Comparison comparison : Comparison.values()) {
      GroupTimeEffects effects = of(y, comparison);
      assertThat(effects.events()).containsExactly(-4, -3, -2, 0, 1, 2, 3);
      // At the start both cohorts, 4 units each: (1 + 2)/2; after two periods the early one alone.
      assertThat(effects.event(0).value()).isCloseTo(1.5, within(1e-12));
      assertThat(effects.event(1).value()).isCloseTo(3, within(1e-12));
      assertThat(effects.event(2).value()).isCloseTo(3, within(1e-12));
      assertThat(effects.event(-2).value()).isCloseTo(0, within(1e-12));
      // Periods 3 to 6 of the early cohort, 5 and 6 of the late one: (1+2+3+4 + 2+4)/6.
      assertThat(effects.overall().value()).isCloseTo(16 / 6.0, within(1e-12));
    }
    double[] treated = new double[y.length];
    Arrays.setAll(treated, i -> periods[i] >= starts[i] ? 1 : 0);
    String[] times = IntStream.of(periods).mapToObj(Integer::toString).toArray(String[]::new);
    AbsorbedModel twoWay =
        AbsorbedModel.fit(
            Regressors.none(y.length).and("d", treated), y, java.util.List.of(units, times));
    assertThat(Math.abs(twoWay.coefficient("d") - 16 / 6.0)).isGreaterThan(0.3);
  }

  /** Errors of the doubly robust form against the jackknife over units, which knows no formula. */
  @Test
  void influencesAgreeWithTheJackknife() {
    Random random = new Random(11);
    int n = 240;
    double[] change = new double[n];
    boolean[] treated = new boolean[n];
    double[] x = new double[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextGaussian();
      treated[i] = random.nextDouble() < 1 / (1 + Math.exp(-0.7 * x[i]));
      change[i] = 0.5 * x[i] + (treated[i] ? 1 : 0) + random.nextGaussian();
    }
    Regressors covariates = Regressors.intercept(n).and("x", x);
    ChangeContrast all = ChangeContrast.of(change, treated, covariates);
    assertThat(all.influence().stream().mapToDouble(d -> d).sum()).isCloseTo(0, within(1e-9));
    double jackknife = 0;
    for (int out = 0; out < n; out++) {
      int left = out;
      int[] rows = IntStream.range(0, n).filter(i -> i != left).toArray();
      boolean[] some = new boolean[n - 1];
      for (int j = 0; j < some.length; j++) {
        some[j] = treated[rows[j]];
      }
      double without =
          ChangeContrast.of(
                  Arrays.stream(rows).mapToDouble(i -> change[i]).toArray(),
                  some,
                  covariates.rows(rows))
              .value();
      // Leaving a unit out moves the value by its influence, up to terms of the next order.
      assertThat(all.value() - without).isCloseTo(all.influence().get(out), within(0.006));
      jackknife += (without - all.value()) * (without - all.value());
    }
    double own = all.influence().stream().mapToDouble(d -> d * d).sum();
    assertThat(Math.sqrt(own / jackknife)).isCloseTo(1, within(0.03));
  }

  @Test
  void refusesWhatHasNoComparison() {
    double[] y = outcome((start, e) -> 0);
    int[] all = starts.clone();
    Arrays.setAll(all, i -> Math.min(starts[i], 5));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                GroupTimeEffects.of(
                    y,
                    units,
                    periods,
                    all,
                    units,
                    Regressors.intercept(y.length),
                    Comparison.NEVER_TREATED))
        .withMessageContaining("None of 2 cohorts has units to be compared with");
    int[] torn = starts.clone();
    torn[0] = 4;
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EventStudy.of(y, units, periods, torn, -2, 2))
        .withMessageContaining("1 of 12 units have more than one start of treatment");
  }

  private interface EffectOf {
    double at(int start, int event);
  }

  private double[] outcome(EffectOf effect) {
    double[] y = new double[units.length];
    for (int i = 0; i < y.length; i++) {
      int number = i / PERIODS;
      double unit = number * 1.7;
      double period = periods[i] * periods[i] * 0.3;
      double own = starts[i] == EventStudy.NEVER ? 0 : effect.at(starts[i], periods[i] - starts[i]);
      y[i] = unit + period + own;
    }
    return y;
  }

  private GroupTimeEffects of(double[] y, Comparison comparison) {
    return GroupTimeEffects.of(
        y, units, periods, starts, units, Regressors.intercept(y.length), comparison);
  }
}
