package org.remitlake.stats;

/**
 * Cluster-robust covariances, {@code V = M (Σ_g X_g′W_g A_g e_g e_g′ A_g′ W_g X_g) M}, by how they
 * correct for few clusters. Packages use the same names for different things: see each constant.
 */
public enum ClusterCovariance {
  /** No correction, A = I. sandwich {@code vcovCL(type = "HC0", cadjust = FALSE)}. */
  CR0,
  /** CR0 · G/(G−1): the survey design whose PSUs are the clusters. clubSandwich's CR1. */
  CR1_G,
  /**
   * CR0 · G/(G−1) · (N−1)/(N−K). Stata's {@code vce(cluster)}, clubSandwich's CR1S, sandwich's HC1;
   * with every unit its own cluster the usual HC1.
   */
  CR1,
  /**
   * A = (I − H_gg)^(−1/2): unbiased if errors are independent with one variance (Bell &amp;
   * McCaffrey 2002). With weights, A is that of clubSandwich for an identity working model.
   */
  CR2,
  /**
   * A = (I − H_gg)⁻¹: the jackknife over clusters without its factor (G−1)/G. clubSandwich's CR3.
   */
  CR3
}
