package org.remitlake.household;

import org.remitlake.indicator.Indicator;

/** A number that a sample survey estimates. */
interface SurveyIndicator extends Indicator {
  /** How it is estimated. */
  Question question();

  /** Whether it is told by a dimension: not by one that its own answers make up. */
  default boolean isBy(String dimension) {
    return true;
  }

  @Override
  default String basis() {
    return "svy";
  }
}
