package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/**
 * An additive quantity over transfer records: sums and counts that may be rolled up exactly. All
 * measures are taken in the one scan of a run.
 */
public enum Measure {
  /** Records of any state. */
  ALL(count(lit(1))),
  /** Completed transfers. */
  COMPLETED(count(when(col("exclusion").isNull(), 1))),
  /** Completed transfers with a fee in percent. */
  WITH_FEE(count(col("fee_pct"))),
  /** Sum of fees in percent. */
  FEE_PCT(sum(col("fee_pct"))),
  /** Completed transfers with all of fee, principal, delivered amount and reference rate. */
  COSTED(count(col("total_cost_pct"))),
  /** Sum of margins in percent. */
  FX_MARGIN_PCT(sum(col("fx_margin_pct"))),
  /** Sum of total costs in percent. */
  TOTAL_COST_PCT(sum(col("total_cost_pct"))),
  /** Cost in send currency. */
  COST(sum(col("cost"))),
  /** Principal of costed transfers, send currency. */
  COSTED_PRINCIPAL(sum(when(col("cost").isNotNull(), col("principal")))),
  /** Cost in USD. */
  COST_USD(sum(col("cost_usd"))),
  /** Principal of costed transfers, USD. */
  COSTED_USD(sum(when(col("cost").isNotNull(), col("usd")))),
  /** Costed transfers whose cost is known in USD. */
  COSTED_IN_USD(count(col("cost_usd"))),
  /** Costed transfers whose cost is known by a second source of reference rates too. */
  WITH_SECOND(count(col("second_cost_pct"))),
  /** Of these, sum of margins in percent by the first source. */
  FIRST_MARGIN_PCT(sum(when(hasSecond(), col("fx_margin_pct")))),
  /** By the second. */
  SECOND_MARGIN_PCT(sum(col("second_margin_pct"))),
  /** Sum of total costs in percent by the first source. */
  FIRST_COST_PCT(sum(when(hasSecond(), col("total_cost_pct")))),
  /** By the second. */
  SECOND_COST_PCT(sum(col("second_cost_pct"))),
  /** What costs above the SmaRT price of the corridor came to, USD. */
  ABOVE_SMART_USD(sum(col("above_smart_usd"))),
  /** Of the cost, what is the sender's fee, send currency. */
  COSTED_FEE(sum(when(col("cost").isNotNull(), col("fee")))),
  /** The same, USD. */
  COSTED_FEE_USD(sum(when(col("cost").isNotNull(), col("fee_usd")))),
  /** Of the cost, what is no fee of the sender, send currency. */
  COSTED_MARGIN(sum(col("cost").minus(col("fee")))),
  /** The same, USD. */
  COSTED_MARGIN_USD(sum(col("cost_usd").minus(col("fee_usd")))),
  /** Costed transfers below 3 %. */
  BELOW_3(count(below(3, lit(1)))),
  /** Costed transfers below 5 %. */
  BELOW_5(count(below(5, lit(1)))),
  /** Their principal, send currency. */
  PRINCIPAL_BELOW_3(sum(below(3, col("principal")))),
  /** The same, USD. */
  USD_BELOW_3(sum(below(3, col("usd")))),
  /** Principal of those below 5 %, send currency. */
  PRINCIPAL_BELOW_5(sum(below(5, col("principal")))),
  /** The same, USD. */
  USD_BELOW_5(sum(below(5, col("usd")))),
  /** Completed transfers that tell when the money was there. */
  WITH_SPEED(count(col("is_within_hour"))),
  /** Of these, within an hour. */
  WITHIN_HOUR(count(when(col("is_within_hour"), 1))),
  /** Fees of completed transfers, send currency. */
  FEE(sum(when(completed(), col("fee")))),
  /** The same, USD. */
  FEE_USD(sum(when(completed(), col("fee_usd")))),
  /** Fees kept on transfers that were cancelled or refunded, send currency. */
  FEE_KEPT(sum(when(isTakenBack(), col("fee")))),
  /** The same, USD. */
  FEE_KEPT_USD(sum(when(isTakenBack(), col("fee_usd")))),
  /** Completed transfers with a value in USD. */
  WITH_USD(count(col("usd"))),
  /** Volume in USD. */
  USD(sum(col("usd"))),
  /** Volume of workers in USD, where much is taken for relocation. */
  WORKERS_USD_LOW(sum(when(Relocation.WIDE.isWorkers(), col("usd")))),
  /** By the central rule. */
  WORKERS_USD(sum(when(Relocation.CENTRAL.isWorkers(), col("usd")))),
  /** Where little is. */
  WORKERS_USD_HIGH(sum(when(Relocation.NARROW.isWorkers(), col("usd")))),
  /** Completed transfers whose sender is known. */
  WITH_SENDER(count(when(completed().and(col("sender").isNotNull()), 1))),
  /** Of these, volume in USD. */
  USD_WITH_SENDER(sum(when(col("sender").isNotNull(), col("usd")))),
  /** Completed transfers with a value in the receive country's currency. */
  WITH_LCU(count(col("lcu"))),
  /** Volume in the receive country's currency. */
  LCU(sum(col("lcu"))),
  /** Completed transfers whose way of payout is known. */
  WITH_PAYOUT(count(when(completed().and(isKnown()), 1))),
  /** Of these, those with a value in USD. */
  WITH_PAYOUT_AND_USD(count(when(isKnown(), col("usd")))),
  /** Completed transfers paid to an account, card or wallet. */
  PAID_TO_ACCOUNT(count(when(completed().and(isToAccount()), 1))),
  /** Volume in USD whose way of payout is known. */
  USD_WITH_PAYOUT(sum(when(isKnown(), col("usd")))),
  /** Of it, paid to an account, card or wallet. */
  USD_PAID_TO_ACCOUNT(sum(when(isToAccount(), col("usd"))));

  private final Column aggregate;

  Measure(Column aggregate) {
    this.aggregate = aggregate;
  }

  private static Column completed() {
    return col("exclusion").isNull();
  }

  private static Column hasSecond() {
    return col("second_cost_pct").isNotNull();
  }

  private static Column below(int percent, Column what) {
    return when(col("total_cost_pct").lt(percent), what);
  }

  private static Column isTakenBack() {
    return col("exclusion").isin("CANCELLED", "REFUNDED");
  }

  private static Column isKnown() {
    return col("payout_instrument").notEqual(Dimension.UNKNOWN);
  }

  private static Column isToAccount() {
    return col("payout_instrument").isin("ACCOUNT", "CARD", "WALLET");
  }

  /** The aggregate over transfer records; exact whatever the order of rows. */
  Column aggregate() {
    return aggregate.as(name());
  }
}
