package org.remitlake.indicator;

import java.util.List;

/** Reasons for which a transfer is not in a value, as columns of counts. */
final class Excluded {
  /** Not in the population. */
  static final List<String> FROM_POPULATION =
      List.of(
          "AMT_NONPOS",
          "CANCELLED",
          "DUPLICATE",
          "IN_FLIGHT",
          "NOT_P2P",
          "REFUNDED",
          "REJECTED",
          "REVERSED");

  /** In the population, without a cost. */
  static final List<String> WITHOUT_COST =
      List.of(
          "COST_IMPLAUSIBLE",
          "FEE_CURRENCY",
          "FEE_UNCLEAR",
          "FX_STALE",
          "PAYOUT_UNKNOWN",
          "RATE_MISMATCH");

  private Excluded() {}
}
