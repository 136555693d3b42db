package org.remitlake.household;

import org.remitlake.indicator.Indicator;

/** A number that a sample survey estimates. */
interface SurveyIndicator extends Indicator {
  /** How it is estimated. */
  Question question();

  @Override
  default String basis() {
    return "svy";
  }
}
