package org.remitlake.indicator;

import java.util.List;

/** An indicator that follows from the quotes of a corridor and quarter. */
public interface QuoteIndicator extends Indicator {
  /** The number; {@code quotes} are all of the corridor and quarter, in a fixed order. */
  QuoteOutcome of(List<QuoteRecord> quotes);

  @Override
  default String basis() {
    return "quote";
  }
}
