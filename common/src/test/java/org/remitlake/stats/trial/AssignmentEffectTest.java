package org.remitlake.stats.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.HeteroskedasticCovariance;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Reference.Table;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.trial.OutcomeIndex.Component;
import org.remitlake.stats.trial.OutcomeIndex.Direction;

class AssignmentEffectTest {
  private final Table d = Table.read("trial.csv");
  private final String[] clusters = d.text("cluster");
  private final double[] y = d.numbers("y1");
  private final double[] z = d.numbers("z");
  private final TrialDesign design = TrialDesign.of(d.text("z"), "0", clusters);

  @Test
  void interactedIsTheMeanDifferenceOfTwoRegressions() {
    double[] y0 = d.numbers("y0");
    Regressors x = Regressors.intercept(40).and("y0", y0);
    LinearModel one = LinearModel.fit(x, y, z);
    LinearModel none = LinearModel.fit(x, y, Arrays.stream(z).map(v -> 1 - v).toArray());
    double mean = Arrays.stream(y0).average().orElseThrow();
    double expected =
        one.coefficient("(Intercept)")
            - none.coefficient("(Intercept)")
            + mean * (one.coefficient("y0") - none.coefficient("y0"));
    Effect lin =
        AssignmentEffect.interacted(design, y, Regressors.none(40).and("y0", y0))
            .effect("1", HeteroskedasticCovariance.HC2);
    assertThat(lin.estimate().value()).isCloseTo(expected, within(1e-10));
    assertThat(lin.estimator()).isEqualTo("E12");
    assertThat(lin.convention().reference()).isEqualTo("t(N-K)");
  }

  @Test
  void aMissingBaselineIsTheMeanOfItsBlockWithADummy() {
    double[] y0 = d.numbers("y0");
    y0[3] = Double.NaN;
    y0[20] = Double.NaN;
    AssignmentEffect fitted = AssignmentEffect.ancova(design, y, y0);
    assertThat(fitted.model().names()).contains("baseline", "baseline_missing");
    // The dummy takes up whatever is filled in: any other value gives the same effect.
    double[] filled = y0.clone();
    double[] missing = new double[40];
    for (int i : new int[] {3, 20}) {
      filled[i] = 0;
      missing[i] = 1;
    }
    LinearModel by0 =
        LinearModel.fit(
            Regressors.intercept(40).and("z", z).and("y0", filled).and("missing", missing), y);
    assertThat(fitted.model().coefficient("arm:1")).isCloseTo(by0.coefficient("z"), within(1e-10));
  }

  @Test
  void threeArmsAreComparedInPairs() {
    String[] arms = new String[40];
    Arrays.setAll(
        arms, i -> z[i] == 0 ? "control" : clusters[i].compareTo("5") < 0 ? "advice" : "bonus");
    AssignmentEffect effects =
        AssignmentEffect.difference(TrialDesign.of(arms, "control", clusters), y);
    double advice = effects.effect("advice", ClusterCovariance.CR1).estimate().value();
    double bonus = effects.effect("bonus", ClusterCovariance.CR1).estimate().value();
    Effect between = effects.difference("bonus", "advice", ClusterCovariance.CR1);
    assertThat(between.estimate().value()).isCloseTo(bonus - advice, within(1e-12));
    assertThat(between.against()).isEqualTo("advice");
    assertThat(between.estimate().standardError()).isPositive();
  }

  @Test
  void attritionByArm() {
    Attrition lost = Attrition.of(design, d.is("observed", "1"), "1", ClusterCovariance.CR1);
    assertThat(lost.rateArm()).isCloseTo(1 / 21.0, within(1e-15));
    assertThat(lost.rateControl()).isCloseTo(2 / 19.0, within(1e-15));
    assertThat(lost.difference().estimate().value()).isCloseTo(1 / 21.0 - 2 / 19.0, within(1e-12));
    boolean[] fourth = new boolean[40];
    for (int i = 0; i < 40; i++) {
      fourth[i] = i % 4 != 0;
    }
    Attrition.Selection selection =
        Attrition.selection(design, fourth, d.numbers("y0"), "1", ClusterCovariance.CR1);
    assertThat(selection.acrossArms().df1()).isEqualTo(2);
    assertThat(selection.acrossArms().df2()).isEqualTo(9);
    assertThat(selection.selective().pValue()).isBetween(0.0, 1.0);
    // The saturated regression: the lost of the control less the others of it.
    double[] y0 = d.numbers("y0");
    double lostMean = mean(y0, i -> z[i] == 0 && !fourth[i]);
    double keptMean = mean(y0, i -> z[i] == 0 && fourth[i]);
    assertThat(selection.inference().estimate("lost").value())
        .isCloseTo(lostMean - keptMean, within(1e-10));
    double[] weights =
        Attrition.weights(Regressors.intercept(40).and("z", z), d.is("observed", "1"));
    // Saturated in the arm: 1/(20/21) and 1/(17/19).
    assertThat(weights[0]).isCloseTo(21 / 20.0, within(1e-9));
    assertThat(weights[4]).isCloseTo(19 / 17.0, within(1e-9));
  }

  @Test
  void indicesOfOneTheme() {
    String[] arms = {"C", "C", "C", "T", "T", "T"};
    Component up = Component.of("saves", new double[] {1, 2, 3, 4, 5, Double.NaN}, Direction.UP);
    Component down = Component.of("debt", new double[] {4, 2, 0, 2, 0, 2}, Direction.DOWN);
    // Control: mean 2, sd 1; and mean 2, sd 2. z: −1 0 1 2 3 ?; turned: −1 0 1 0 1 0.
    OutcomeIndex plain = OutcomeIndex.kling(List.of(up, down), arms, "C");
    // The missing one is set to its arm's mean, 2.5.
    assertThat(plain.array()).containsExactly(new double[] {-1, 0, 1, 1, 2, 1.25}, within(1e-12));
    OutcomeIndex efficient = OutcomeIndex.anderson(List.of(up, down), arms, "C");
    // z1: mean 1, variance 10/5 = 2 over five. z2: mean 1/6, variance 17/36 over six (sum of
    // squares 3 − 6/36). Together over five: Σz1z2 = 1+0+1+0+3 = 5, means 1 and 1/5: cov 4/5.
    // Inverse rows ∝ (17/36 − 4/5, 2 − 4/5) = (−59/180, 216/180): weights −59/157 and 216/157.
    assertThat(efficient.weights().get(0)).isCloseTo(-59 / 157.0, within(1e-12));
    assertThat(efficient.array()[3]).isCloseTo(2 * -59 / 157.0, within(1e-12));
    // The last unit has one outcome: that alone.
    assertThat(efficient.array()[5]).isCloseTo(0, within(1e-12));
  }

  @Test
  void drawnAssignmentsCountTheObservedOne() {
    int g = 30;
    String[] villages = new String[g];
    boolean[] treated = new boolean[g];
    double[] outcome = new double[g];
    for (int i = 0; i < g; i++) {
      villages[i] = "v" + (100 + i);
      treated[i] = i % 2 == 0;
      outcome[i] = treated[i] ? 10 + i : i;
    }
    Lottery lottery = Lottery.of(villages, treated);
    assertThat(lottery.isExact()).isFalse();
    RandomisationInference ri = permuted(outcome, villages, lottery, 5);
    assertThat(ri.seed()).hasValue(5);
    assertThat(ri.pTwoSided()).isCloseTo((1.0 + ri.countAbs()) / 500, within(1e-15));
    assertThat(permuted(outcome, villages, lottery, 5)).isEqualTo(ri);
    assertThat(permuted(outcome, villages, lottery, 6)).isNotEqualTo(ri);
  }

  private static double mean(double[] values, java.util.function.IntPredicate in) {
    return java.util.stream.IntStream.range(0, values.length)
        .filter(in)
        .mapToDouble(i -> values[i])
        .average()
        .orElseThrow();
  }

  private static RandomisationInference permuted(
      double[] outcome, String[] villages, Lottery lottery, long seed) {
    return RandomisationInference.of(
        outcome,
        Regressors.intercept(outcome.length),
        villages,
        lottery,
        RandomisationInference.Statistic.CLUSTER_T,
        499,
        seed);
  }
}
