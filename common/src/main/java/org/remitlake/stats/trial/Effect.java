package org.remitlake.stats.trial;

import org.remitlake.stats.Convention;
import org.remitlake.stats.Estimate;

/**
 * One effect as it stands in a table of results, with what it rests on.
 *
 * @param estimator E10, E11 or E12 of the catalogue
 * @param arm whose effect
 * @param against the control, or another arm
 * @param estimate in the unit of the outcome, with error and degrees of freedom
 * @param convention how the error was computed
 * @param clustersArm clusters of the arm in the sample
 * @param clustersAgainst clusters of the other
 * @param meanAgainst mean outcome of the other
 * @param effectSd effect in its standard deviations (divisor n − 1); NaN where that is 0
 * @param rSquared share of the variance explained, 0 to 1
 */
public record Effect(
    String estimator,
    String arm,
    String against,
    Estimate estimate,
    Convention convention,
    int clustersArm,
    int clustersAgainst,
    double meanAgainst,
    double effectSd,
    double rSquared) {}
