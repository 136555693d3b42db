package org.remitlake.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Which transfers from Russia since March 2022 are money of people who moved, not wages sent home
 * (catalogue 11.6), version 1: told by the relationship of sender and beneficiary and by the size,
 * narrowly, centrally and widely, since no extract says so. A change here is a change of method.
 */
enum Relocation {
  /** Sent to oneself, USD 1 000 and more. */
  NARROW,
  /** Sent to oneself. */
  CENTRAL,
  /** Sent to oneself, or USD 3 000 and more. */
  WIDE;

  private static final int SINCE = (int) LocalDate.of(2022, 3, 1).toEpochDay();
  private static final BigDecimal MUCH = BigDecimal.valueOf(1_000);
  private static final BigDecimal VERY_MUCH = BigDecimal.valueOf(3_000);

  /** Whether a transfer is a worker's; true where nothing tells. */
  boolean isWorkers(TransferRecord transfer) {
    return transfer.pricedOn < SINCE || !transfer.corridor.startsWith("RUS-") || !looksSo(transfer);
  }

  private boolean looksSo(TransferRecord transfer) {
    boolean isToSelf = "SELF".equals(transfer.relationship);
    return switch (this) {
      case NARROW -> isToSelf && isFrom(MUCH, transfer);
      case CENTRAL -> isToSelf;
      case WIDE -> isToSelf || isFrom(VERY_MUCH, transfer);
    };
  }

  private static boolean isFrom(BigDecimal least, TransferRecord transfer) {
    return transfer.usd != null && transfer.usd.compareTo(least) >= 0;
  }
}
