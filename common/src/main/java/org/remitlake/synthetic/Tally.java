package org.remitlake.synthetic;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.remitlake.synthetic.Event.Status;
import org.remitlake.time.Quarter;

/** Exact counts and sums by corridor and quarter. Grows with the cells, not with the transfers. */
final class Tally {
  /** Transfers in the population, whatever was done to their rows. */
  static final String TRANSFERS = "transfers";

  private static final Pattern MONEY = Pattern.compile(".*_(RUB|USD|EUR|AMD|TJS|KZT)");

  /** Corridor and quarter, then measure. Sums are of hundredths. */
  private final SortedMap<String, SortedMap<String, Long>> cells = new TreeMap<>();

  /**
   * Counts a transfer by its last row.
   *
   * @param quarantined whether its only row was spoilt beyond repair
   */
  void add(Unit unit, Transfer last, boolean quarantined) {
    SortedMap<String, Long> cell = cell(last.corridor().code() + " " + unit.quarter());
    Status status = last.event().status();
    plus(cell, TRANSFERS, 1);
    plus(cell, "provider_" + unit.provider(), 1);
    if (quarantined) {
      plus(cell, "quarantined", 1);
      return;
    }
    plus(cell, "final_" + status, 1);
    if (status == Status.PAID || status == Status.PARTIAL_REFUND) {
      Amounts amounts = last.amounts();
      plus(cell, "principal_" + amounts.sendCurrency(), last.principal());
      plus(cell, "fee_" + amounts.sendCurrency(), amounts.fee());
      plus(cell, "receive_" + amounts.receiveCurrency(), amounts.receive());
      plus(cell, "refunded_" + amounts.sendCurrency(), amounts.refunded());
      if (last.parties().relocation()) {
        plus(cell, "relocation_completed", 1);
        plus(cell, "relocation_principal_" + amounts.sendCurrency(), last.principal());
      }
    }
  }

  void add(Corridor corridor, Quarter quarter, String measure, long amount) {
    plus(cell(corridor.code() + " " + quarter), measure, amount);
  }

  void add(Tally other) {
    other.cells.forEach(
        (name, measures) ->
            measures.forEach((measure, amount) -> plus(cell(name), measure, amount)));
  }

  /** Whether a measure is a sum of money; the others are counts. */
  static boolean isMoney(String measure) {
    return MONEY.matcher(measure).matches();
  }

  private SortedMap<String, Long> cell(String name) {
    return cells.computeIfAbsent(name, n -> new TreeMap<>());
  }

  private static void plus(SortedMap<String, Long> cell, String measure, long amount) {
    cell.merge(measure, amount, Math::addExact);
  }

  SortedMap<String, SortedMap<String, Long>> cells() {
    return cells;
  }

  long transfers() {
    return cells.values().stream().mapToLong(cell -> cell.getOrDefault(TRANSFERS, 0L)).sum();
  }
}
