package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Money that senders would have kept, had each transfer cost no more than the corridor's SmaRT
 * price (catalogue A39), USD of the quarter. An upper bound: nobody searches for nothing.
 */
public record Savings() implements Formula {
  @Override
  public Outcome of(TransferCell cell) {
    BigDecimal money = cell.sum(Measure.ABOVE_SMART_USD);
    boolean isKnown = cell.isSummed(Measure.ABOVE_SMART_USD);
    return new Outcome(
        isKnown ? Optional.of(money.doubleValue()) : Optional.empty(),
        isKnown ? Optional.of(money) : Optional.empty(),
        Optional.empty(),
        Formula.senders(cell, records()),
        "UNIT",
        1,
        "SMART_NONE");
  }

  @Override
  public Measure records() {
    return Measure.COSTED_IN_USD;
  }

  @Override
  public boolean usesRates() {
    return true;
  }
}
