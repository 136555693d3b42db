package org.remitlake.indicator;

import java.util.Optional;

/**
 * What people paid at a standard amount less what services quote for it on average, in percentage
 * points: A33 less A10 (catalogue A37).
 *
 * @param amount at which amount
 */
public record QuoteGap(StandardAmount amount) implements Formula {
  @Override
  public Outcome of(TransferCell cell) {
    Optional<Double> quoted = QuoteOutcome.meanCost(cell.quotes().eligible(amount.usd()));
    Optional<Double> gap =
        new StandardCost(amount)
            .of(cell.services())
            .flatMap(paid -> quoted.map(q -> paid.percent() - q));
    String whenNone = quoted.isEmpty() ? "NO_QUOTES" : "OUT_OF_SUPPORT";
    return Outcome.of(gap, Formula.senders(cell, records()), "UNIT", whenNone);
  }

  /** Quotes are compared for the corridor as a whole. */
  @Override
  public boolean has(CellKey cell) {
    return cell.isTotal();
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
