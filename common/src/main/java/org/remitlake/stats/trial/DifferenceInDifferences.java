package org.remitlake.stats.trial;

import java.util.Arrays;
import org.remitlake.stats.Arguments;
import org.remitlake.stats.LinearModel;
import org.remitlake.stats.Regressors;
import org.remitlake.stats.Sums;

/**
 * Two groups, before and after: the change of the treated less that of the others. Indicator E30 in
 * its plainest form.
 *
 * @param controlBefore mean of the control before
 * @param controlAfter mean of the control after
 * @param treatedBefore mean of the treated before
 * @param treatedAfter mean of the treated after
 * @param model the saturated regression; its coefficient {@link #EFFECT} is the effect
 */
public record DifferenceInDifferences(
    double controlBefore,
    double controlAfter,
    double treatedBefore,
    double treatedAfter,
    LinearModel model) {
  /** Name of the effect among the coefficients. */
  public static final String EFFECT = "treated:post";

  /**
   * Computes the four means and the regression.
   *
   * @param y outcome, one per unit and period
   * @param treated whether the unit belongs to the treated group, in both periods
   * @param post whether the period is the later one
   * @throws IllegalArgumentException if one of the four cells is empty (named)
   */
  public static DifferenceInDifferences of(double[] y, boolean[] treated, boolean[] post) {
    Arguments.finite(y, "the outcome");
    Arguments.sameLength(treated.length, y.length, "the group");
    Arguments.sameLength(post.length, y.length, "the period");
    double[] group = numbers(treated);
    double[] later = numbers(post);
    double[] both = new double[y.length];
    Arrays.setAll(both, i -> group[i] * later[i]);
    double[] means = {
      mean(y, treated, post, false, false),
      mean(y, treated, post, false, true),
      mean(y, treated, post, true, false),
      mean(y, treated, post, true, true)
    };
    Regressors x =
        Regressors.intercept(y.length).and("treated", group).and("post", later).and(EFFECT, both);
    return new DifferenceInDifferences(
        means[0], means[1], means[2], means[3], LinearModel.fit(x, y));
  }

  /** {@code (ȳ₁₁ − ȳ₁₀) − (ȳ₀₁ − ȳ₀₀)}. */
  public double effect() {
    return treatedAfter - treatedBefore - controlAfter + controlBefore;
  }

  private static double mean(
      double[] y, boolean[] treated, boolean[] post, boolean group, boolean later) {
    double n = Sums.over(y.length, i -> treated[i] == group && post[i] == later ? 1 : 0);
    if (n == 0) {
      throw new IllegalArgumentException(
          "There is no observation of the "
              + (group ? "treated" : "control")
              + " group "
              + (later ? "after" : "before")
              + " the start: the difference needs all four cells.");
    }
    return Sums.over(y.length, i -> treated[i] == group && post[i] == later ? y[i] : 0) / n;
  }

  private static double[] numbers(boolean[] flags) {
    double[] numbers = new double[flags.length];
    Arrays.setAll(numbers, i -> flags[i] ? 1 : 0);
    return numbers;
  }
}
