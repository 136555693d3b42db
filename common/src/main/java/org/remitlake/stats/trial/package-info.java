/**
 * Did the pilot work, and would a sceptic believe it? Family E of the catalogue, §7.
 *
 * <p>Start with {@link org.remitlake.stats.trial.TrialDesign}: it refuses a trial that cannot be
 * evaluated. {@link org.remitlake.stats.trial.AssignmentEffect} is the headline; the rest answers
 * the usual objections: few clusters ({@link org.remitlake.stats.trial.WildBootstrap}, {@link
 * org.remitlake.stats.trial.RandomisationInference}), attrition ({@link
 * org.remitlake.stats.trial.LeeBounds}), many outcomes ({@link
 * org.remitlake.stats.trial.MultipleTesting}, {@link org.remitlake.stats.trial.RomanoWolf}),
 * take-up ({@link org.remitlake.stats.trial.FirstStage}, {@link
 * org.remitlake.stats.trial.AndersonRubin}).
 *
 * <p>Arrays in, records out: nothing here knows Spark, a file or a table. Seeds are arguments, and
 * permutation results do not depend on the order of the rows.
 */
package org.remitlake.stats.trial;
