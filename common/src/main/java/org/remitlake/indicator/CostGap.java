package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a standard amount costs some people less what it costs others, in percentage points
 * (catalogue A40): at a standard amount, since who sends little pays more in percent. Women are
 * compared with men, in the cell of all; each region, and each age band, with all others that are
 * told, in its own cell.
 *
 * @param by sex, region or age band
 * @param amount at which amount
 */
public record CostGap(Dimension by, StandardAmount amount) implements Formula {
  /** Names of the dimensions that people are compared by. */
  static final Set<String> COMPARED =
      Set.of(
          Dimension.SENDER_SEX.column(),
          Dimension.SENDER_AGE_BAND.column(),
          Dimension.RECEIVE_REGION.column());

  private static final String WOMEN = "F";
  private static final String MEN = "M";

  /** Of the costed transfers, so many must tell what is compared. */
  private static final double LEAST_CODED = 0.70;

  @Override
  public Outcome of(TransferCell cell) {
    long units = Formula.senders(cell, records());
    Map<String, ServiceMix> byValue = cell.servicesByValue();
    long all = byValue.values().stream().mapToLong(ServiceMix::transfers).sum();
    if (all - mix(byValue, Dimension.UNKNOWN).transfers() < LEAST_CODED * all) {
      return Outcome.of(Optional.empty(), units, "UNIT", "Q_MISSING");
    }
    boolean isOfSex = by == Dimension.SENDER_SEX;
    Optional<Double> of = cost(isOfSex ? mix(byValue, WOMEN) : cell.services());
    Optional<Double> than = cost(isOfSex ? mix(byValue, MEN) : others(byValue, cell.services()));
    return Outcome.of(
        of.flatMap(one -> than.map(other -> one - other)), units, "UNIT", "OUT_OF_SUPPORT");
  }

  private static ServiceMix mix(Map<String, ServiceMix> byValue, String value) {
    return byValue.getOrDefault(value, new ServiceMix(Set.of()));
  }

  /** The mixes of all other values: a cell's own is one of those by value, the same object. */
  private static ServiceMix others(Map<String, ServiceMix> byValue, ServiceMix own) {
    List<ServiceMix> others = new ArrayList<>();
    byValue.forEach(
        (value, mix) -> {
          if (!mix.equals(own) && !value.equals(Dimension.UNKNOWN)) {
            others.add(mix);
          }
        });
    return ServiceMix.sum(others);
  }

  private Optional<Double> cost(ServiceMix services) {
    return new StandardCost(amount).of(services).map(StandardCost.Standard::percent);
  }

  @Override
  public boolean has(CellKey cell) {
    return by == Dimension.SENDER_SEX
        ? cell.isTotal()
        : cell.dimensions().equals(by.column()) && !cell.values().equals(Dimension.UNKNOWN);
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
