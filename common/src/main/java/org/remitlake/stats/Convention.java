package org.remitlake.stats;

/**
 * How the errors of an estimate were computed: what must stand beside it in a table.
 *
 * @param errors name of the covariance, such as HC1, CR1, CR2 or TWOWAY_CR1_MIN
 * @param kRule what K counts
 * @param n units of positive weight
 * @param k coefficients that were counted
 * @param clusters number of clusters; of the smaller dimension if there are two; 0 if none
 * @param reference distribution of t, such as {@code t(G-1)}
 */
public record Convention(
    String errors, KRule kRule, int n, int k, int clusters, String reference) {}
