package org.remitlake.stats;

/** Small-sample factors of clustering in two dimensions: software differs. */
public enum TwoWayCorrection {
  /** None. */
  TWOWAY_CR0,
  /** Each component its own {@code G/(G−1)}, all times {@code (N−1)/(N−K)}: sandwich's HC1. */
  TWOWAY_CR1_EACH,
  /**
   * One factor {@code min(G)/(min(G)−1) · (N−1)/(N−K)} of the smaller dimension: reghdfe, fixest.
   */
  TWOWAY_CR1_MIN
}
