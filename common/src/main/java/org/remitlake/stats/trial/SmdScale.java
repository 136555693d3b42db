package org.remitlake.stats.trial;

/** The standard deviation by which a difference of means is divided, always of the full sample. */
public enum SmdScale {
  /** {@code √((s₁² + s₀²)/2)} with divisor n − 1: indicator E01, the headline. */
  POOLED_SAMPLE,
  /** The same with {@code p(1−p)} for binary covariates. */
  POOLED_BINOMIAL,
  /** {@code s₁} with divisor n − 1. */
  TREATED_SAMPLE,
  /** {@code s₁}, and {@code √(p(1−p))} for binary covariates: MatchIt. */
  TREATED_BINOMIAL
}
