package org.remitlake.evaluation;

import java.util.Set;

/**
 * What a run of evaluations did.
 *
 * @param evaluated pilots that were evaluated
 * @param withoutUnits pilots with a plan of which the lake has no units
 */
public record EvaluationReport(Set<String> evaluated, Set<String> withoutUnits) {}
