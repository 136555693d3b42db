package org.remitlake.stats;

/**
 * What a stratum with a single PSU adds to the variance. Nothing can be learnt from it: every rule
 * but {@link #FAIL} is an assumption, to be named beside the number.
 */
public enum LonelyPsu {
  /** Refuse to compute a variance. */
  FAIL,
  /** It adds nothing, as if it had been chosen with certainty. R's certainty and remove. */
  CERTAINTY,
  /**
   * It adds the square of its PSU total, not centred. R's adjust. For a mean or a ratio this
   * centres at the grand mean, which is zero; for a total it is larger than {@link
   * #ADJUST_CENTERED}.
   */
  ADJUST,
  /** It adds the squared distance from the mean of all PSU totals. Stata's singleunit(centered). */
  ADJUST_CENTERED,
  /** It adds what the other strata add on average. R's average, Stata's singleunit(scaled). */
  AVERAGE
}
