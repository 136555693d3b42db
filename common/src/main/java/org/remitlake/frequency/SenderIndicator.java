package org.remitlake.frequency;

import org.remitlake.indicator.Indicator;

/** An indicator that follows from the paths of senders through time. */
interface SenderIndicator extends Indicator {
  /** How it follows from the senders of a cell. */
  SenderFormula formula();

  @Override
  default String basis() {
    return "tx";
  }
}
