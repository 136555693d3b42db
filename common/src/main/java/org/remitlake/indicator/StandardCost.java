package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Cost of sending a standard amount by the services that people use, in percent: of each service by
 * interpolation of money between bins of amounts, then averaged by the number of transfers near the
 * amount (catalogue A33). Never extrapolated.
 *
 * @param amount which amount
 */
public record StandardCost(StandardAmount amount) implements Formula {
  private static final long LEAST_IN_BIN = 30;

  /** Of the transfers near the amount, so many must be of services with a cost at it. */
  private static final double LEAST_SUPPORT = 0.70;

  /**
   * A cost at a standard amount.
   *
   * @param percent of the amount
   * @param supported share of the transfers near the amount whose service has a cost at it
   */
  record Standard(double percent, double supported) {}

  @Override
  public Outcome of(TransferCell cell) {
    Optional<Standard> cost = of(cell.services());
    long units = Formula.senders(cell, records());
    return new Outcome(
        cost.map(Standard::percent),
        Optional.empty(),
        Optional.empty(),
        units,
        "UNIT",
        cost.map(Standard::supported).orElse(1.0),
        "OUT_OF_SUPPORT");
  }

  /** The cost by a mix of services; empty where too few transfers support one. */
  Optional<Standard> of(ServiceMix services) {
    long all = 0;
    long supported = 0;
    double sum = 0;
    for (Map.Entry<String, Long> service : services.near(amount).entrySet()) {
      all += service.getValue();
      Optional<Double> cost = money(services.bins(service.getKey()).values());
      if (cost.isPresent()) {
        supported += service.getValue();
        sum += service.getValue() * cost.get();
      }
    }
    if (supported == 0 || supported < LEAST_SUPPORT * all) {
      return Optional.empty();
    }
    double percent = 100 * sum / supported / amount.usd();
    return Optional.of(new Standard(percent, (double) supported / all));
  }

  /** Money that the amount costs, on the line between the bins' means on either side. */
  private Optional<Double> money(Iterable<ServiceMix.Bin> bins) {
    List<double[]> points = new ArrayList<>();
    for (ServiceMix.Bin bin : bins) {
      if (bin.n() >= LEAST_IN_BIN) {
        points.add(
            new double[] {
              bin.amount().doubleValue() / bin.n(), bin.cost().doubleValue() / bin.n()
            });
      }
    }
    for (int i = 0; i < points.size(); i++) {
      double[] high = points.get(i);
      if (high[0] == amount.usd()) {
        return Optional.of(high[1]);
      }
      if (high[0] > amount.usd()) {
        return i == 0 ? Optional.empty() : Optional.of(between(points.get(i - 1), high));
      }
    }
    return Optional.empty();
  }

  private double between(double[] low, double[] high) {
    return low[1] + (amount.usd() - low[0]) * (high[1] - low[1]) / (high[0] - low[0]);
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
