package org.remitlake.indicator;

import java.util.Optional;
import java.util.Set;

/**
 * What women pay for a standard amount less what men pay, in percentage points (catalogue A40): at
 * a standard amount, since who sends little pays more in percent.
 *
 * @param amount at which amount
 */
public record CostGap(StandardAmount amount) implements Formula {
  private static final String WOMEN = "F";
  private static final String MEN = "M";

  /** Of the costed transfers, so many must tell the sender's sex. */
  private static final double LEAST_CODED = 0.70;

  @Override
  public Outcome of(TransferCell cell) {
    long units = Formula.senders(cell, records());
    long all = cell.services().transfers();
    long coded = mix(cell, WOMEN).transfers() + mix(cell, MEN).transfers();
    if (coded < LEAST_CODED * all) {
      return Outcome.of(Optional.empty(), units, "UNIT", "Q_MISSING");
    }
    Optional<Double> women = cost(mix(cell, WOMEN));
    Optional<Double> gap = women.flatMap(w -> cost(mix(cell, MEN)).map(m -> w - m));
    return Outcome.of(gap, units, "UNIT", "OUT_OF_SUPPORT");
  }

  private static ServiceMix mix(TransferCell cell, String sex) {
    return cell.servicesBySex().getOrDefault(sex, new ServiceMix(Set.of()));
  }

  private Optional<Double> cost(ServiceMix services) {
    return new StandardCost(amount).of(services).map(StandardCost.Standard::percent);
  }

  /** A gap of the whole corridor: its parts are the cells by sex. */
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
