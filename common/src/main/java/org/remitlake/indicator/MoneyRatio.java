package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;

/**
 * Money over money in percent: both in the one send currency of the cell, or both in USD where the
 * cell mixes currencies.
 *
 * @param over send currency
 * @param overUsd the same in USD
 * @param under send currency
 * @param underUsd the same in USD
 * @param records over how many
 */
public record MoneyRatio(
    Measure over, Measure overUsd, Measure under, Measure underUsd, Measure records)
    implements Formula {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  @Override
  public Outcome of(TransferCell cell) {
    boolean one = cell.isInOneCurrency(List.of(over, under));
    BigDecimal part = cell.sum(one ? over : overUsd).multiply(HUNDRED);
    BigDecimal whole = cell.sum(one ? under : underUsd);
    Outcome ratio =
        Outcome.ratio(part, whole.max(BigDecimal.ZERO), Formula.senders(cell, records), "VALUE");
    BigDecimal all = cell.sum(Measure.USD);
    boolean isCosted = records == Measure.COSTED;
    double covered =
        all.signum() == 0 || !isCosted
            ? 1
            : cell.sum(Measure.COSTED_USD).doubleValue() / all.doubleValue();
    return new Outcome(
        ratio.value(),
        ratio.numerator(),
        ratio.denominator(),
        ratio.units(),
        ratio.weightRule(),
        covered);
  }

  @Override
  public boolean usesRates() {
    return true;
  }
}
