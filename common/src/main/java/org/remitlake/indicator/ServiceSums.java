package org.remitlake.indicator;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Costed transfers of one service: by bin of amounts, and what they come to. */
final class ServiceSums implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int USD = Measure.USD.scale();
  private static final int COST = Measure.COST.scale();
  private static final int MONEY = Measure.FEE.scale();

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

  void add(TransferRecord transfer) {
    BigDecimal amount = transfer.evenUsd;
    Bin bin = bins.computeIfAbsent(StandardAmount.bin(amount), b -> new Bin());
    bin.n++;
    bin.amount.add(amount);
    bin.cost.add(transfer.costUsd);
    for (int i = 0; i < near.length; i++) {
      near[i] += StandardAmount.ALL.get(i).isNear(amount) ? 1 : 0;
    }
    cost.add(transfer.cost);
    principal.add(transfer.principal);
    costUsd.add(transfer.costUsd);
    usd.add(transfer.usd);
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
