package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Quoted cost, each provider's mean weighted by the volume that it carried (catalogue A15). A
 * provider without quotes, or without volume, has no weight; the share of the volume that has one
 * is told by the grade.
 *
 * @param amount at which amount
 */
public record QuotesByVolume(StandardAmount amount) implements Formula {
  @Override
  public Outcome of(TransferCell cell) {
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal covered = BigDecimal.ZERO;
    double sum = 0;
    for (Map.Entry<String, BigDecimal> provider : cell.usdByProvider().entrySet()) {
      all = all.add(provider.getValue());
      Optional<Double> quoted = mean(cell.quotes(), provider.getKey());
      if (quoted.isPresent()) {
        covered = covered.add(provider.getValue());
        sum += provider.getValue().doubleValue() * quoted.get();
      }
    }
    boolean hasNone = covered.signum() == 0;
    return new Outcome(
        hasNone ? Optional.empty() : Optional.of(sum / covered.doubleValue()),
        Optional.empty(),
        Optional.of(covered),
        Formula.senders(cell, records()),
        "VALUE",
        hasNone ? 1 : covered.doubleValue() / all.doubleValue(),
        "NO_QUOTES");
  }

  private Optional<Double> mean(QuoteCell quotes, String provider) {
    List<QuoteRecord> own =
        quotes.eligible(amount.usd()).stream()
            .filter(q -> q.service().provider().equals(provider))
            .toList();
    return QuoteOutcome.meanCost(own);
  }

  /** Quotes are weighted for the corridor as a whole. */
  @Override
  public boolean has(CellKey cell) {
    return cell.isTotal();
  }

  @Override
  public Measure records() {
    return Measure.WITH_USD;
  }

  @Override
  public boolean usesRates() {
    return true;
  }
}
