package org.remitlake.stats.trial;

import java.util.Arrays;
import java.util.List;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.ClusterCovariance;
import org.remitlake.stats.ClusterRobust;
import org.remitlake.stats.Inference;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;
import org.remitlake.stats.WaldTest;

/**
 * Who was lost: indicators E40 and E41.
 *
 * @param rateArm share of the arm without an outcome, 0 to 1
 * @param rateControl share of the control
 * @param difference arm minus control; its p value is E41
 */
public record Attrition(double rateArm, double rateControl, Effect difference) {

  /**
   * Attrition of an arm against the control.
   *
   * @param observed whether each unit has an outcome
   */
  public static Attrition of(
      TrialDesign design, boolean[] observed, String arm, ClusterCovariance type) {
    Arguments.sameLength(observed.length, design.units(), "who was observed");
    double[] lost = lost(observed);
    boolean[] in = design.isIn(arm);
    boolean[] control = design.isIn(design.control());
    return new Attrition(
        mean(lost, in),
        mean(lost, control),
        AssignmentEffect.difference(design, lost).effect(arm, type));
  }

  /**
   * E42: whether those who were lost differ, and differ by arm, in what they had before: {@code y₀
   * = a + bZ + c·lost + d·Z·lost + blocks}.
   *
   * @param inference all coefficients
   * @param acrossArms b = d = 0: respondents of both arms are alike, and so are the lost (Ghanem,
   *     Hirshleifer and Ortiz-Becerra 2023, internal validity for respondents)
   * @param selective c = d = 0: the lost are like the others (validity for all)
   */
  public record Selection(Inference inference, WaldTest acrossArms, WaldTest selective) {}

  /** The test of E42, of an arm against the control; units without a baseline stay out. */
  public static Selection selection(
      TrialDesign design,
      boolean[] observed,
      double[] baseline,
      String arm,
      ClusterCovariance type) {
    Arguments.sameLength(baseline.length, design.units(), "the baseline");
    int[] rows =
        Arrays.stream(design.rowsOf(arm)).filter(i -> !Double.isNaN(baseline[i])).toArray();
    TrialDesign own = design.rows(rows);
    double[] all = lost(observed);
    double[] lost = Arrays.stream(rows).mapToDouble(i -> all[i]).toArray();
    double[] z = own.indicator(arm);
    double[] both = new double[z.length];
    Arrays.setAll(both, i -> z[i] * lost[i]);
    Regressors x =
        Regressors.intercept(rows.length).and("arm", z).and("lost", lost).and("arm:lost", both);
    x = own.isBlocked() ? x.andDummies("block:", own.blocks()) : x;
    double[] y = Arrays.stream(rows).mapToDouble(i -> baseline[i]).toArray();
    Inference inference =
        ClusterRobust.of(LinearModel.fit(x, y), own.clusters(), type).naiveInference();
    return new Selection(
        inference,
        inference.wald(List.of("arm", "arm:lost")),
        inference.wald(List.of("lost", "arm:lost")));
  }

  /**
   * E43: weights {@code 1/P(observed | Z, X)} for those who were observed, 0 for the lost.
   *
   * @param x constant, arms and what was known before
   */
  public static double[] weights(Regressors x, boolean[] observed) {
    double[] p = PropensityModel.fit(x, observed).fitted();
    double[] weights = new double[p.length];
    Arrays.setAll(weights, i -> observed[i] ? 1 / p[i] : 0);
    return weights;
  }

  private static double[] lost(boolean[] observed) {
    double[] lost = new double[observed.length];
    Arrays.setAll(lost, i -> observed[i] ? 0 : 1);
    return lost;
  }

  private static double mean(double[] values, boolean[] in) {
    return Sums.over(values.length, i -> in[i] ? values[i] : 0) / Arms.count(in);
  }
}
