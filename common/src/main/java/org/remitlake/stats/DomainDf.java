package org.remitlake.stats;

/**
 * Which PSUs and strata count in the degrees of freedom of a domain: always PSUs minus strata. All
 * three agree when the domain reaches every PSU.
 */
public enum DomainDf {
  /** The whole design. What R's {@code confint(svymean(…), df = degf(full design))} uses. */
  DESIGN,
  /**
   * Every PSU of the strata that hold a unit of the domain: the rule of this project and Stata's.
   */
  STRATA_PRESENT,
  /** Only PSUs and strata that hold a unit of the domain. R's {@code degf(subset(design, …))}. */
  UNITS_PRESENT
}
