package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Volume of the extracts over the volume that the receive country's central bank published, in
 * percent of USD (catalogue B27). A series that ended, or a month that is missing, gives none.
 *
 * @param concept which official volume
 */
public record Coverage(OfficialInflow.Concept concept) implements Formula {
  /** Of all transfers of individuals through banks. */
  public static Coverage ofTotal() {
    return new Coverage(OfficialInflow.Concept.TOTAL);
  }

  /** Of those without payments for goods and services. */
  public static Coverage ofNonCommercial() {
    return new Coverage(OfficialInflow.Concept.NON_COMMERCIAL);
  }

  @Override
  public Outcome of(TransferCell cell) {
    long units = Formula.senders(cell, records());
    BigDecimal official = cell.official().getOrDefault(concept, BigDecimal.ZERO);
    if (official.signum() <= 0) {
      return Outcome.of(Optional.empty(), units, "VALUE", "NO_OFFICIAL");
    }
    return Outcome.ratio(
        cell.sum(Measure.USD).multiply(BigDecimal.valueOf(100)), official, units, "VALUE");
  }

  /** Nothing official is broken down further. */
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
