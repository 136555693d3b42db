package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The services that a cell's costed transfers went through, each with what its cost at a standard
 * amount and its part in a change of cost follow from. A service is a provider, channel, means of
 * funding and means of payout.
 */
final class ServiceMix {
  /**
   * Transfers of similar amounts.
   *
   * @param n costed transfers
   * @param amount sum of amounts, USD at the quarter's average rate
   * @param cost sum of costs, USD at each day's rate
   */
  record Bin(long n, BigDecimal amount, BigDecimal cost) {
    private static Bin sum(Bin a, Bin b) {
      return new Bin(a.n + b.n, a.amount.add(b.amount), a.cost.add(b.cost));
    }
  }

  /**
   * Cost and principal of costed transfers.
   *
   * @param cost send currency
   * @param principal send currency
   * @param costUsd the same in USD
   * @param usd the same in USD
   */
  record Money(BigDecimal cost, BigDecimal principal, BigDecimal costUsd, BigDecimal usd) {
    private static Money sum(Money a, Money b) {
      return new Money(
          a.cost.add(b.cost),
          a.principal.add(b.principal),
          a.costUsd.add(b.costUsd),
          a.usd.add(b.usd));
    }
  }

  private final Map<String, SortedMap<Integer, Bin>> bins = new TreeMap<>();
  private final Map<String, Money> money = new TreeMap<>();
  private final Map<String, Map<StandardAmount, Long>> near = new TreeMap<>();
  private final Set<String> currencies;

  /**
   * No services yet.
   *
   * @param currencies send currencies of the costed transfers
   */
  ServiceMix(Set<String> currencies) {
    this.currencies = Set.copyOf(currencies);
  }

  /** The services of several cells that have no transfer in common. */
  static ServiceMix sum(Collection<ServiceMix> mixes) {
    Set<String> currencies = new TreeSet<>();
    mixes.forEach(m -> currencies.addAll(m.currencies));
    ServiceMix sum = new ServiceMix(currencies);
    for (ServiceMix m : mixes) {
      m.bins.forEach((service, of) -> of.forEach((at, bin) -> sum.addBin(service, at, bin)));
      m.money.forEach(sum::addMoney);
      m.near.forEach((service, of) -> of.forEach((amount, n) -> sum.addNear(service, amount, n)));
    }
    return sum;
  }

  void addBin(String service, int bin, Bin more) {
    bins.computeIfAbsent(service, s -> new TreeMap<>()).merge(bin, more, Bin::sum);
  }

  void addMoney(String service, Money more) {
    money.merge(service, more, Money::sum);
  }

  void addNear(String service, StandardAmount amount, long n) {
    near.computeIfAbsent(service, s -> new TreeMap<>()).merge(amount, n, Long::sum);
  }

  /** Bins of a service by their place, which is the order of their amounts. */
  SortedMap<Integer, Bin> bins(String service) {
    return bins.getOrDefault(service, new TreeMap<>());
  }

  /** Costed transfers of amounts near a standard amount, by service. */
  Map<String, Long> near(StandardAmount amount) {
    Map<String, Long> counts = new TreeMap<>();
    near.forEach((service, n) -> counts.put(service, n.getOrDefault(amount, 0L)));
    return counts;
  }

  /** Costed transfers. */
  long transfers() {
    return bins.values().stream().flatMap(b -> b.values().stream()).mapToLong(Bin::n).sum();
  }

  Map<String, Money> money() {
    return money;
  }

  /** Send currencies of the costed transfers. */
  Set<String> currencies() {
    return currencies;
  }
}
