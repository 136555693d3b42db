package org.remitlake.indicator;

import java.util.Set;
import java.util.concurrent.TimeUnit;

/** How soon the money was there (catalogue 2.7 and A22). */
enum Speed {
  /** Within 60 minutes. */
  LT1H,
  SAME_DAY,
  NEXT_DAY,
  D2,
  D3_5,
  D6PLUS;

  private static final long HOUR = TimeUnit.HOURS.toMicros(1);
  private static final Set<String> TO_BENEFICIARY =
      Set.of("ACCOUNT", "CARD", "WALLET", "HOME_DELIVERY");

  /**
   * The speed of a transfer: of cash, until it could be collected, since the walk to fetch it is no
   * part of the service; days are those of the receiving country. Null where that is not told.
   */
  static Speed of(TransferFacts facts, Days days) {
    Long there = facts.availableAt();
    String payout = facts.payoutInstrument();
    if (there == null && payout != null && TO_BENEFICIARY.contains(payout)) {
      there = facts.paidAt();
    }
    if (there == null) {
      return null;
    }
    if (there - facts.initiatedAt() <= HOUR) {
      return LT1H;
    }
    long later = days.day(there, facts.receiveCountry()) - facts.pricedOn();
    if (later <= 0) {
      return SAME_DAY;
    }
    return later == 1 ? NEXT_DAY : later == 2 ? D2 : later <= 5 ? D3_5 : D6PLUS;
  }
}
