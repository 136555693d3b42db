package org.remitlake.stats.trial;

/** With whom a cohort is compared over time. */
public enum Comparison {
  /** Units that never start. */
  NEVER_TREATED,
  /** Units that have not started by the period, those that never start among them. */
  NOT_YET_TREATED
}
