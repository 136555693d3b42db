package org.remitlake.indicator;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/** Costed transfers of one service: by bin of amounts, and what they come to. */
final class ServiceSums implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int USD = Measure.USD.scale();
  private static final int COST = Measure.COST.scale();
  private static final int MONEY = Measure.FEE.scale();
  private static final int AT_AMOUNT = Measure.COSTED_EVEN_USD.place();
  private static final int AT_COST = Measure.COST.place();
  private static final int AT_PRINCIPAL = Measure.COSTED_PRINCIPAL.place();
  private static final int AT_COST_USD = Measure.COST_USD.place();
  private static final int AT_USD = Measure.COSTED_USD.place();

  /** Transfers of similar amounts. */
  private static final class Bin implements Serializable {
    private static final long serialVersionUID = 1;
    private final ExactSum amount = new ExactSum();
    private final ExactSum cost = new ExactSum();
    private long n;
  }

  private final Map<Integer, Bin> bins = new TreeMap<>();
  private final long[] near = new long[StandardAmount.ALL.size()];
  private final ExactSum cost = new ExactSum();
  private final ExactSum principal = new ExactSum();
  private final ExactSum costUsd = new ExactSum();
  private final ExactSum usd = new ExactSum();

  /** Whether a transfer tells what its service costs. */
  static boolean isOf(TransferRecord transfer) {
    return transfer.costUsd != null && transfer.evenUsd != null;
  }

  void add(TransferRecord transfer, Amounts amounts) {
    Bin bin = bins.computeIfAbsent(transfer.bin, b -> new Bin());
    bin.n++;
    amounts.addTo(bin.amount, AT_AMOUNT);
    amounts.addTo(bin.cost, AT_COST_USD);
    for (int i = 0; i < near.length; i++) {
      near[i] += (transfer.near & 1 << i) == 0 ? 0 : 1;
    }
    amounts.addTo(cost, AT_COST);
    amounts.addTo(principal, AT_PRINCIPAL);
    amounts.addTo(costUsd, AT_COST_USD);
    amounts.addTo(usd, AT_USD);
  }

  void add(ServiceSums other) {
    other.bins.forEach(
        (at, more) -> {
          Bin bin = bins.computeIfAbsent(at, b -> new Bin());
          bin.n += more.n;
          bin.amount.add(more.amount);
          bin.cost.add(more.cost);
        });
    for (int i = 0; i < near.length; i++) {
      near[i] += other.near[i];
    }
    cost.add(other.cost);
    principal.add(other.principal);
    costUsd.add(other.costUsd);
    usd.add(other.usd);
  }

  /** Puts them into a mix under the service's name. */
  void giveTo(ServiceMix mix, String service) {
    bins.forEach(
        (at, bin) ->
            mix.addBin(
                service,
                at,
                new ServiceMix.Bin(bin.n, bin.amount.value(USD), bin.cost.value(USD))));
    for (int i = 0; i < near.length; i++) {
      mix.addNear(service, StandardAmount.ALL.get(i), near[i]);
    }
    mix.addMoney(
        service,
        new ServiceMix.Money(
            cost.value(COST), principal.value(MONEY), costUsd.value(USD), usd.value(USD)));
  }
}
