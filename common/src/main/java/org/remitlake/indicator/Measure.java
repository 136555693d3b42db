package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * An additive quantity over transfer records: sums and counts that may be rolled up exactly. All
 * measures are taken in the one scan of a run.
 */
public enum Measure {
  /** Records of any state. */
  ALL(count(functions.lit(1))),
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
  /** Completed transfers with a value in USD. */
  WITH_USD(count(col("usd"))),
  /** Volume in USD. */
  USD(sum(col("usd"))),
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
