/**
 * How sure is a number that comes from a sample, a survey or an experiment?
 *
 * <p>Start with {@link org.remitlake.stats.SurveyDesign}: every estimator returns a value and one
 * influence number per unit ({@link org.remitlake.stats.Linearised}), and the design turns
 * influence into variance. A cluster-robust variance is the design of one stratum whose PSUs are
 * the clusters; a calibrated design keeps of every influence what the known totals do not explain.
 * What has no influence is repeated under {@link org.remitlake.stats.ReplicateWeights}. Proportions
 * are 0 to 1 here; tables and reports show them as 0 to 100.
 *
 * <p>Where packages differ, the default is R's {@code survey}; other conventions have names of
 * their own ({@link org.remitlake.stats.LonelyPsu}, {@link org.remitlake.stats.DomainDf}, {@link
 * org.remitlake.stats.QuantileRule}, {@link org.remitlake.stats.ProportionInterval}).
 *
 * <p>Regressions give an {@link org.remitlake.stats.Inference}, which says its convention. What
 * experiments need beside them is in {@link org.remitlake.stats.trial}.
 *
 * <p>Nothing here knows Spark, a file or a table: arrays in, estimates out.
 */
package org.remitlake.stats;
