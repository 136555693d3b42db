package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** The sets of transfers whose senders are counted. */
enum Population {
  /** All completed transfers. */
  COMPLETED(col("exclusion").isNull()),
  /** Those with a fee in percent. */
  WITH_FEE(col("fee_pct").isNotNull()),
  /** Those with a total cost. */
  COSTED(col("total_cost_pct").isNotNull()),
  /** Those with a total cost in USD. */
  COSTED_IN_USD(col("cost_usd").isNotNull()),
  /** Those with a cost by a second source of reference rates. */
  WITH_SECOND(col("second_cost_pct").isNotNull()),
  /** Those that tell when the money was there. */
  WITH_SPEED(col("is_within_hour").isNotNull()),
  /** Those with a value in USD. */
  WITH_USD(col("usd").isNotNull()),
  /** Those with a value in the receive country's currency. */
  WITH_LCU(col("lcu").isNotNull()),
  /** Those whose way of payout is known. */
  WITH_PAYOUT(col("exclusion").isNull().and(col("payout_instrument").notEqual(Dimension.UNKNOWN))),
  /** Those whose way of payout and value in USD are known. */
  WITH_PAYOUT_AND_USD(
      col("payout_instrument").notEqual(Dimension.UNKNOWN).and(col("usd").isNotNull()));

  private final Column belongs;

  Population(Column belongs) {
    this.belongs = belongs;
  }

  Column belongs() {
    return belongs;
  }

  /** The population whose records a measure counts. */
  static Population of(Measure records) {
    return switch (records) {
      case WITH_FEE -> WITH_FEE;
      case COSTED -> COSTED;
      case COSTED_IN_USD -> COSTED_IN_USD;
      case WITH_SECOND -> WITH_SECOND;
      case WITH_SPEED -> WITH_SPEED;
      case WITH_USD -> WITH_USD;
      case WITH_LCU -> WITH_LCU;
      case WITH_PAYOUT -> WITH_PAYOUT;
      case WITH_PAYOUT_AND_USD -> WITH_PAYOUT_AND_USD;
      default -> COMPLETED;
    };
  }
}
