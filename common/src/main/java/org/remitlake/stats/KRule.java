package org.remitlake.stats;

/** What K counts in a correction {@code (N−1)/(N−K)} when fixed effects are absorbed. */
public enum KRule {
  /** All columns and every level of every effect: Stata's areg and {@code reg i.unit}, R's lm. */
  ALL_EFFECTS,
  /**
   * Columns, the constant, and the levels less one of effects that are not nested in the clusters:
   * xtreg, reghdfe, fixest's older {@code fixef.K = "nested"}.
   */
  NOT_NESTED
}
