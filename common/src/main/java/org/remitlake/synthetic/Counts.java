package org.remitlake.synthetic;

import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.remitlake.synthetic.Event.Status;

/** Counts and sums of one unit while it is written: plain numbers, for there are many rows. */
final class Counts {
  /** Sums in one currency, in hundredths. */
  private static final class Money {
    private long principal;
    private long fee;
    private long refunded;
    private long receive;
    private long relocation;
  }

  /** One corridor. */
  private static final class Cell {
    private final Map<Provider, long[]> providers = new EnumMap<>(Provider.class);
    private final Map<Status, long[]> finals = new EnumMap<>(Status.class);
    private final Map<Currency, Money> money = new EnumMap<>(Currency.class);
    private long quarantined;
    private long relocations;
  }

  private final Map<Corridor, Cell> cells = new EnumMap<>(Corridor.class);

  /**
   * Counts a transfer by its last row.
   *
   * @param quarantined whether its only row was spoilt beyond repair
   */
  void add(Transfer last, boolean quarantined) {
    Cell cell = cells.computeIfAbsent(last.corridor(), c -> new Cell());
    cell.providers.computeIfAbsent(last.provider(), p -> new long[1])[0]++;
    if (quarantined) {
      cell.quarantined++;
      return;
    }
    Status status = last.event().status();
    cell.finals.computeIfAbsent(status, s -> new long[1])[0]++;
    if (status == Status.PAID || status == Status.PARTIAL_REFUND) {
      completed(cell, last);
    }
  }

  private static void completed(Cell cell, Transfer last) {
    Amounts amounts = last.amounts();
    Money sent = cell.money.computeIfAbsent(amounts.sendCurrency(), c -> new Money());
    sent.principal += last.principal();
    sent.fee += amounts.fee();
    sent.refunded += amounts.refunded();
    cell.money.computeIfAbsent(amounts.receiveCurrency(), c -> new Money()).receive +=
        amounts.receive();
    if (last.parties().relocation()) {
      cell.relocations++;
      sent.relocation += last.principal();
    }
  }

  /** A corridor's measures by name; what did not occur is left out. */
  SortedMap<String, Long> measures(Corridor corridor) {
    SortedMap<String, Long> measures = new TreeMap<>();
    Cell cell = cells.getOrDefault(corridor, new Cell());
    cell.providers.forEach((provider, count) -> put(measures, "provider_" + provider, count[0]));
    cell.providers.values().forEach(n -> measures.merge(Tally.TRANSFERS, n[0], Long::sum));
    cell.finals.forEach((status, count) -> put(measures, "final_" + status, count[0]));
    put(measures, "quarantined", cell.quarantined);
    put(measures, "relocation_completed", cell.relocations);
    cell.money.forEach(
        (currency, sums) -> {
          put(measures, "principal_" + currency, sums.principal);
          put(measures, "fee_" + currency, sums.fee);
          put(measures, "refunded_" + currency, sums.refunded);
          put(measures, "receive_" + currency, sums.receive);
          put(measures, "relocation_principal_" + currency, sums.relocation);
        });
    return measures;
  }

  private static void put(SortedMap<String, Long> measures, String name, long amount) {
    if (amount != 0) {
      measures.put(name, amount);
    }
  }
}
