package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Share of a send currency in the volume, in percent of USD.
 *
 * @param currency ISO 4217; {@code _O} for all that {@code named} does not hold
 * @param named currencies with a share of their own
 */
public record CurrencyShare(String currency, List<String> named) implements Formula {
  private static final String OTHERS = "_O";

  /** The share of all others. */
  public static CurrencyShare ofOthers(List<String> named) {
    return new CurrencyShare(OTHERS, named);
  }

  @Override
  public Outcome of(TransferCell cell) {
    BigDecimal all = BigDecimal.ZERO;
    BigDecimal own = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> e : cell.usdByCurrency().entrySet()) {
      all = all.add(e.getValue());
      String name = named.contains(e.getKey()) ? e.getKey() : OTHERS;
      if (name.equals(currency)) {
        own = own.add(e.getValue());
      }
    }
    return Outcome.ratio(
        own.multiply(BigDecimal.valueOf(100)), all, Formula.senders(cell, records()), "VALUE");
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
