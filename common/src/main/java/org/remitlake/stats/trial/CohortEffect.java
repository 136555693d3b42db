package org.remitlake.stats.trial;

import java.util.List;

/**
 * {@code ATT(g,t)}: effect on a cohort in a period.
 *
 * @param cohort first treated period of its units, g
 * @param period t; before g a check of the trend
 * @param value change since the period before g, less that of the comparison units
 * @param treated units of the cohort
 * @param compared units compared with
 * @param influence of every unit of the panel on the value
 */
public record CohortEffect(
    int cohort, int period, double value, int treated, int compared, List<Double> influence) {}
