package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Formula.Mean;
import org.remitlake.indicator.Formula.OfOrder;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.MoneyRatio;
import org.remitlake.indicator.Quantile;
import org.remitlake.indicator.TransferIndicator;

/** What sending money cost, from completed transfers, in percent of principal. */
public enum PaidCost implements TransferIndicator {
  /** Explicit fee, mean over transfers. */
  A01(
      "fee_pct",
      "Sender fee, share of principal",
      "Mean over transfers of fee / principal; of principal, not of outlay as some authors take.",
      new Mean(Measure.FEE_PCT, Measure.WITH_FEE, false)),
  /** Exchange-rate margin, mean over transfers. */
  A02(
      "fx_margin_pct",
      "Exchange-rate margin",
      "Mean over transfers of 1 - paid rate / reference rate; the reference is official, not a"
          + " market mid.",
      new Mean(Measure.FX_MARGIN_PCT, Measure.COSTED, true)),
  /** All-in cost, mean over transfers. */
  A03(
      "total_cost_pct",
      "All-in cost, share of principal",
      "Mean over transfers of fee and margin, pick-up fees included where known; RPW leaves them"
          + " out.",
      new Mean(Measure.TOTAL_COST_PCT, Measure.COSTED, true)),
  /** Conversion imposed at pay-out. */
  A05(
      "payout_conversion_cost_pct",
      "Conversion cost at pay-out",
      "Where money arrived in another currency and was handed out in the local one: mean of 1 -"
          + " that rate / reference rate of the day of receipt. Extracts that end before count as"
          + " missing, so that unknown is not nil.",
      new Mean(Measure.CONVERSION_PCT, Measure.WITH_CONVERSION, Measure.CONVERTED, true)),
  /** Volume-weighted paid cost. */
  A30(
      "vw_cost_t",
      "Volume-weighted paid cost",
      "All costs over all principal; unlike RPW's average it weighs services by what people send.",
      new MoneyRatio(
          Measure.COST,
          Measure.COST_USD,
          Measure.COSTED_PRINCIPAL,
          Measure.COSTED_USD,
          Measure.COSTED)),
  /** Per-transfer mean paid cost. */
  A31(
      "sw_cost_t",
      "Per-transfer mean paid cost",
      "Each transfer counts once, so small transfers weigh as much as large ones, unlike in A30.",
      new Mean(Measure.TOTAL_COST_PCT, Measure.COSTED, true)),
  /** Median paid cost. */
  A32(
      "med_cost_t",
      "Median paid cost",
      "Half of the transfers cost less; exact, and not moved by a few extreme ones as A31 is.",
      new OfOrder(Quantile.COST_MEDIAN));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  PaidCost(String key, String title, String note, Formula formula) {
    this.definition = new Definition(key, title, Unit.PERCENT, Direction.DOWN, note, LEAST_SENDERS);
    this.formula = formula;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Formula formula() {
    return formula;
  }

  /** The headline: a change of it is taken for one of prices. */
  @Override
  public boolean isReadAsPrice() {
    return this == A30;
  }
}
