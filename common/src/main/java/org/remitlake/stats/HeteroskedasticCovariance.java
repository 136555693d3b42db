package org.remitlake.stats;

/**
 * Covariances of independent units, {@code V = M (Σ w_i² f_i e_i² x_i x_i′) M}, by their factor f.
 * With {@code h_i = w_i x_i′ M x_i}. R's sandwich {@code vcovHC} of the same names.
 */
public enum HeteroskedasticCovariance {
  /** One variance for all: {@code V = M Σ w e² / (N−K)}. */
  CLASSICAL,
  /** {@code f = 1} (White 1980). */
  HC0,
  /** {@code f = N/(N−K)}: Stata's {@code robust}. */
  HC1,
  /** {@code f = 1/(1−h)}. */
  HC2,
  /** {@code f = 1/(1−h)²}: close to the jackknife. */
  HC3
}
