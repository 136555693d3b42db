package org.remitlake.evaluation;

import java.util.List;
import java.util.Set;

/**
 * What a run of evaluations did.
 *
 * @param evaluated pilots that were evaluated
 * @param notices what the tables do not tell: plans without data, units that were left out
 */
public record EvaluationReport(Set<String> evaluated, List<String> notices) {
  /** Copies the notices. */
  public EvaluationReport {
    notices = List.copyOf(notices);
  }
}
