package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How much the volume-weighted cost (A30) moved since the quarter before, in percentage points, and
 * why: because services changed their prices, because people moved between services, or because
 * services came and went. The three parts add up to the change (catalogue A36).
 *
 * <p>Among the services of both quarters, with value shares s and costs c, the price part is Σ s̄
 * Δc and the mix part Σ c̄ Δs; coverage is what those of one quarter only make the average differ.
 *
 * @param part which part
 */
public record CostChange(Part part) implements Formula {
  /** Parts of a change. */
  public enum Part {
    /** All of it. */
    TOTAL,
    /** Services changed their prices. */
    PRICE,
    /** People moved between services. */
    MIX,
    /** Services came and went. */
    COVERAGE,
    /** No part: how much of the value changed its service, 0 to 1. */
    MOVED
  }

  /** More of the value than this changed its service: no change of prices alone. */
  private static final double FAR = 0.10;

  /** Cost and principal of a service, in one money. */
  private record Paid(double cost, double principal) {}

  /** The parts, percentage points, and the share of the value that moved. */
  private record Change(double price, double mix, double coverage, double moved) {}

  @Override
  public Outcome of(TransferCell cell) {
    return Outcome.of(
        change(cell.servicesBefore(), cell.services()).map(this::pick),
        Formula.senders(cell, records()),
        "VALUE",
        "NO_PRIOR");
  }

  /** Whether composition moved so far since the quarter before that the parts are to be read. */
  static boolean hasMovedFar(TransferCell cell) {
    boolean isInOneCurrency = isInOneCurrency(cell.servicesBefore(), cell.services());
    Map<String, Paid> was = paid(cell.servicesBefore(), isInOneCurrency);
    Map<String, Paid> is = paid(cell.services(), isInOneCurrency);
    return !was.isEmpty() && !is.isEmpty() && moved(was, is) > FAR;
  }

  private double pick(Change change) {
    return switch (part) {
      case TOTAL -> change.price() + change.mix() + change.coverage();
      case PRICE -> change.price();
      case MIX -> change.mix();
      case COVERAGE -> change.coverage();
      case MOVED -> change.moved();
    };
  }

  private static Optional<Change> change(ServiceMix before, ServiceMix now) {
    Map<String, Paid> was = paid(before, isInOneCurrency(before, now));
    Map<String, Paid> is = paid(now, isInOneCurrency(before, now));
    Set<String> both = new TreeSet<>(was.keySet());
    both.retainAll(is.keySet());
    if (both.isEmpty()) {
      return Optional.empty();
    }
    double wasOfBoth = principal(was, both);
    double isOfBoth = principal(is, both);
    double price = 0;
    double mix = 0;
    for (String service : both) {
      Paid w = was.get(service);
      Paid i = is.get(service);
      double shareBefore = w.principal() / wasOfBoth;
      double shareNow = i.principal() / isOfBoth;
      double costBefore = 100 * w.cost() / w.principal();
      double costNow = 100 * i.cost() / i.principal();
      price += (shareBefore + shareNow) / 2 * (costNow - costBefore);
      mix += (costBefore + costNow) / 2 * (shareNow - shareBefore);
    }
    double came = average(is, is.keySet()) - average(is, both);
    double went = average(was, was.keySet()) - average(was, both);
    return Optional.of(new Change(price, mix, came - went, moved(was, is)));
  }

  private static boolean isInOneCurrency(ServiceMix before, ServiceMix now) {
    Set<String> currencies = new TreeSet<>(before.currencies());
    currencies.addAll(now.currencies());
    return currencies.size() == 1;
  }

  private static Map<String, Paid> paid(ServiceMix services, boolean isInOneCurrency) {
    Map<String, Paid> paid = new TreeMap<>();
    services
        .money()
        .forEach(
            (service, m) -> {
              BigDecimal principal = isInOneCurrency ? m.principal() : m.usd();
              BigDecimal cost = isInOneCurrency ? m.cost() : m.costUsd();
              if (principal.signum() > 0) {
                paid.put(service, new Paid(cost.doubleValue(), principal.doubleValue()));
              }
            });
    return paid;
  }

  /** Half the sum of the changes of all value shares. */
  private static double moved(Map<String, Paid> was, Map<String, Paid> is) {
    Set<String> all = new TreeSet<>(was.keySet());
    all.addAll(is.keySet());
    Paid none = new Paid(0, 0);
    double wasAll = principal(was, was.keySet());
    double isAll = principal(is, is.keySet());
    double sum = 0;
    for (String service : all) {
      sum +=
          Math.abs(
              is.getOrDefault(service, none).principal() / isAll
                  - was.getOrDefault(service, none).principal() / wasAll);
    }
    return sum / 2;
  }

  private static double principal(Map<String, Paid> paid, Set<String> services) {
    return services.stream().mapToDouble(s -> paid.get(s).principal()).sum();
  }

  private static double average(Map<String, Paid> paid, Set<String> services) {
    double cost = services.stream().mapToDouble(s -> paid.get(s).cost()).sum();
    return 100 * cost / principal(paid, services);
  }

  @Override
  public Measure records() {
    return Measure.COSTED;
  }

  @Override
  public boolean usesRates() {
    return true;
  }
}
