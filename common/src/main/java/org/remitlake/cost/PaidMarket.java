package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Concentration;
import org.remitlake.indicator.Concentration.By;
import org.remitlake.indicator.Concentration.Kind;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Formula.Mean;
import org.remitlake.indicator.Formula.Share;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.MoneyRatio;
import org.remitlake.indicator.TransferIndicator;

/** What paid costs are made of, how they lie, how fast and how concentrated the market is. */
public enum PaidMarket implements TransferIndicator {
  /** Cost in money. */
  A04(
      "total_cost_usd",
      "All-in cost in money",
      Unit.USD,
      Direction.DOWN,
      "Mean over transfers, each at its own day's rate; rises with the size of transfers, unlike a"
          + " percentage.",
      new Mean(Measure.COST_USD, Measure.COSTED_IN_USD, true)),
  /** Transfers within an hour. */
  A22(
      "speed_within_1h_share_t",
      "Transfers within one hour",
      Unit.PERCENT,
      Direction.UP,
      "Of completed transfers that tell it, those whose money was there within 60 minutes; of cash,"
          + " when it could be collected, not when it was. The G20's target is 75 %.",
      new Share(Measure.WITHIN_HOUR, Measure.WITH_SPEED, Measure.WITH_SPEED, "UNIT")),
  /** Transfers below 3 %. */
  A34_N_LT3(
      "n_lt3",
      "share_transfers_below_3_t",
      "Transfers below 3 %",
      Unit.PERCENT,
      Direction.UP,
      "Of transfers with a cost, those strictly below 3 % of principal.",
      new Share(Measure.BELOW_3, Measure.COSTED, Measure.COSTED, "UNIT")),
  /** Transfers below 5 %. */
  A34_N_LT5(
      "n_lt5",
      "share_transfers_below_5_t",
      "Transfers below 5 %",
      Unit.PERCENT,
      Direction.UP,
      "Of transfers with a cost, those strictly below 5 % of principal.",
      new Share(Measure.BELOW_5, Measure.COSTED, Measure.COSTED, "UNIT")),
  /** Volume below 3 %. */
  A34_VALUE_LT3(
      "value_lt3",
      "share_volume_below_3_t",
      "Volume below 3 %",
      Unit.PERCENT,
      Direction.UP,
      "Of the principal of transfers with a cost, that of those strictly below 3 %.",
      new MoneyRatio(
          Measure.PRINCIPAL_BELOW_3,
          Measure.USD_BELOW_3,
          Measure.COSTED_PRINCIPAL,
          Measure.COSTED_USD,
          Measure.COSTED)),
  /** Volume below 5 %. */
  A34_VALUE_LT5(
      "value_lt5",
      "share_volume_below_5_t",
      "Volume below 5 %",
      Unit.PERCENT,
      Direction.UP,
      "Of the principal of transfers with a cost, that of those strictly below 5 %.",
      new MoneyRatio(
          Measure.PRINCIPAL_BELOW_5,
          Measure.USD_BELOW_5,
          Measure.COSTED_PRINCIPAL,
          Measure.COSTED_USD,
          Measure.COSTED)),
  /** Fee part of total cost. */
  A35_FEE(
      "fee",
      "cost_decomposition",
      "Fee part of total cost",
      Unit.PERCENT,
      Direction.NONE,
      "Fees over all costs; above 100 where the rate was better than the reference. None where"
          + " costs are not above 0.",
      new MoneyRatio(
          Measure.COSTED_FEE,
          Measure.COSTED_FEE_USD,
          Measure.COST,
          Measure.COST_USD,
          Measure.COSTED)),
  /** The rest of it. */
  A35_FX(
      "fx",
      "cost_decomposition",
      "Exchange-rate part of total cost",
      Unit.PERCENT,
      Direction.NONE,
      "What is left of all costs beside the sender's fees: the margin, and fees at pick-up.",
      new MoneyRatio(
          Measure.COSTED_MARGIN,
          Measure.COSTED_MARGIN_USD,
          Measure.COST,
          Measure.COST_USD,
          Measure.COSTED)),
  /** Concentration by volume. */
  A38_VOLUME("volume", "hhi_volume", "Provider concentration, volume", By.VOLUME, Kind.HHI),
  /** Concentration by number. */
  A38_COUNT("count", "hhi_count", "Provider concentration, number", By.NUMBER, Kind.HHI),
  /** Concentration by volume, 0 to 1. */
  A38_VOLUME_NORM(
      "volume_norm",
      "hhi_volume_normalised",
      "Provider concentration, volume, normalised",
      By.VOLUME,
      Kind.NORMALISED),
  /** Concentration by number, 0 to 1. */
  A38_COUNT_NORM(
      "count_norm",
      "hhi_count_normalised",
      "Provider concentration, number, normalised",
      By.NUMBER,
      Kind.NORMALISED),
  /** The largest firm's share. */
  A38_CR1("cr1", "cr1_share", "Volume of the largest provider", By.VOLUME, Kind.LARGEST),
  /** The three largest firms' share. */
  A38_CR3(
      "cr3", "cr3_share", "Volume of the three largest providers", By.VOLUME, Kind.THREE_LARGEST),
  /** Fees kept though the transfer was not paid out. */
  A41(
      "cancelled_fee_burden_pct",
      "Fees kept on cancelled transfers",
      Unit.PERCENT,
      Direction.DOWN,
      "Fees of cancelled and refunded transfers that were not given back, over fees of completed"
          + " ones.",
      new MoneyRatio(
          Measure.FEE_KEPT, Measure.FEE_KEPT_USD, Measure.FEE, Measure.FEE_USD, Measure.COMPLETED));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  PaidMarket(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Formula formula) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_SENDERS);
    this.formula = formula;
  }

  /** The only one of its id. */
  PaidMarket(String key, String title, Unit unit, Direction better, String note, Formula formula) {
    this("_T", key, title, unit, better, note, formula);
  }

  /** A measure of concentration, A38. */
  PaidMarket(String variant, String key, String title, By by, Kind kind) {
    this(
        variant,
        key,
        title,
        kind == Kind.HHI || kind == Kind.NORMALISED ? Unit.ZERO_ONE : Unit.PERCENT,
        Direction.DOWN,
        "Among the firms that report, brands with their owner; a market where others do not report"
            + " is less concentrated than it says.",
        new Concentration(by, kind));
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Formula formula() {
    return formula;
  }
}
