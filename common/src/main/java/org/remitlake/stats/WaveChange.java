package org.remitlake.stats;

/**
 * The change of an estimate between two waves of a survey, each with the PSUs of its own design:
 * {@code V(after) + V(before) − 2 C}, where only PSUs that are in both waves add to {@code C}. A
 * wave's PSUs deviate from the mean of their stratum in that wave, so that new PSUs are not
 * mistaken for old ones that changed.
 *
 * <p>With the same PSUs in both waves it is the variance of a difference within one design ({@link
 * Linearised#minus}); with none in common, the sum of both variances. It is never negative. With
 * some in common the covariance is somewhat too small, and with it the error somewhat too large:
 * deviations from the means of whole strata are smaller than those from the means of few PSUs.
 */
public final class WaveChange {
  private WaveChange() {}

  /**
   * The later estimate less the earlier one. Degrees of freedom are those of the wave that has
   * fewer.
   *
   * @param before of a design whose units are PSUs, as {@link DomainSums#design} makes it
   * @param after of another such design
   * @param common by PSU of the later design, its number in the earlier one; negative if new
   * @throws IllegalArgumentException if a design has units other than PSUs, two stages or
   *     calibrated weights, or sizes differ
   */
  public static Estimate of(Linearised before, Linearised after, int[] common) {
    double[] earlier = before.deviations();
    double[] later = after.deviations();
    Arguments.sameLength(common.length, later.length, "common");
    boolean[] isCommon = new boolean[earlier.length];
    double[] joint = new double[later.length];
    for (int k = 0; k < later.length; k++) {
      joint[k] = later[k];
      if (common[k] >= 0) {
        joint[k] -= earlier[common[k]];
        isCommon[common[k]] = true;
      }
    }
    double variance =
        Sums.over(joint.length, k -> joint[k] * joint[k])
            + Sums.over(earlier.length, j -> isCommon[j] ? 0 : earlier[j] * earlier[j]);
    double df = Math.min(before.estimate().degreesOfFreedom(), after.estimate().degreesOfFreedom());
    return new Estimate(after.value() - before.value(), Math.sqrt(variance), df);
  }
}
