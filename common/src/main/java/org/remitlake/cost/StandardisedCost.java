package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.CostChange;
import org.remitlake.indicator.CostChange.Part;
import org.remitlake.indicator.CostGap;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.QuoteGap;
import org.remitlake.indicator.QuotesByVolume;
import org.remitlake.indicator.Savings;
import org.remitlake.indicator.StandardAmount;
import org.remitlake.indicator.StandardCost;
import org.remitlake.indicator.TransferIndicator;

/** Paid costs made comparable: at a standard amount, against the quarter before, against quotes. */
public enum StandardisedCost implements TransferIndicator {
  /** Quotes weighted by volume. */
  A15(
      "usd200",
      "volume_weighted_cost_q",
      "Provider-volume-weighted quoted cost",
      Unit.PERCENT,
      Direction.DOWN,
      "Quotes at USD 200, each provider's mean weighted by the USD that it carried; A10 counts all"
          + " services alike. Providers without quotes have no weight.",
      new QuotesByVolume(StandardAmount.USD_200)),
  /** Paid cost at USD 200. */
  A33_USD200(
      "usd200",
      "std_cost_200_t",
      "Paid cost at USD 200",
      Unit.PERCENT,
      Direction.DOWN,
      "By the services that people use, weighted by transfers of USD 100 to 300; money is"
          + " interpolated between bins of 30 transfers or more, so unlike A30 it does not move with"
          + " the sizes of transfers.",
      new StandardCost(StandardAmount.USD_200)),
  /** Paid cost at USD 500. */
  A33_USD500(
      "usd500",
      "std_cost_500_t",
      "Paid cost at USD 500",
      Unit.PERCENT,
      Direction.DOWN,
      "By the services that people use, weighted by transfers of USD 250 to 750; money is"
          + " interpolated between bins of 30 transfers or more, so unlike A30 it does not move with"
          + " the sizes of transfers.",
      new StandardCost(StandardAmount.USD_500)),
  /** Change of the volume-weighted cost. */
  A36_TOTAL(
      "total",
      "cost_change_pp",
      "Change of paid cost",
      Unit.POINTS,
      Direction.NONE,
      "A30 less A30 of the quarter before; the sum of the parts price, mix and coverage.",
      new CostChange(Part.TOTAL)),
  /** Its price part. */
  A36_PRICE(
      "price",
      "price_effect_pp",
      "Price effect on paid cost",
      Unit.POINTS,
      Direction.DOWN,
      "Of the change of A30, what services of both quarters changed their prices, at mean value"
          + " shares.",
      new CostChange(Part.PRICE)),
  /** Its mix part. */
  A36(
      "mix",
      "mix_effect_pp",
      "Composition effect on paid cost",
      Unit.POINTS,
      Direction.NONE,
      "Of the change of A30, what people moved between services of both quarters, at mean costs; a"
          + " service is a provider, channel, means of funding and of payout.",
      new CostChange(Part.MIX)),
  /** Its coverage part. */
  A36_COVERAGE(
      "coverage",
      "coverage_effect_pp",
      "Coverage effect on paid cost",
      Unit.POINTS,
      Direction.NONE,
      "Of the change of A30, what services came and went, or began and ceased to report.",
      new CostChange(Part.COVERAGE)),
  /** How far composition moved. */
  A36_MOVED(
      "moved",
      "composition_moved",
      "Composition moved since the quarter before",
      Unit.ZERO_ONE,
      Direction.NONE,
      "Share of the value that changed its service: half the sum of changes of value shares. Above"
          + " 0.10 a change of A30 is no change of prices alone: read its parts.",
      new CostChange(Part.MOVED)),
  /** Paid less quoted. */
  A37(
      "quote_gap_pp",
      "Paid minus quoted cost",
      Unit.POINTS,
      Direction.DOWN,
      "A33 at USD 200 less A10 at USD 200: actual less list, so positive where people pay more than"
          + " the average service asks.",
      new QuoteGap(StandardAmount.USD_200)),
  /** Money that searching would save. */
  A39(
      "sender_saving_usd",
      "Money saved at SmaRT price",
      Unit.USD,
      Direction.DOWN,
      "What transfers cost above the quarter's SmaRT price, summed in USD: an upper bound of what"
          + " searching would leave in the pocket.",
      new Savings()),
  /** Women less men. */
  A40_SEX(
      "sex",
      "cost_gender_gap_pp",
      "Cost gap by sex",
      Unit.POINTS,
      Direction.DOWN,
      "A33 at USD 200 of women less that of men, where 70 % of transfers tell the sender's sex; at"
          + " one amount, since smaller transfers cost more in percent.",
      new CostGap(Dimension.SENDER_SEX, StandardAmount.USD_200)),
  /** A region less the others. */
  A40_REGION(
      "region",
      "cost_region_gap_pp",
      "Cost gap by region",
      Unit.POINTS,
      Direction.DOWN,
      "A33 at USD 200 of what goes to a region less that of all other regions told, where 70 % of"
          + " transfers tell the region; in the cell of the region. Internal.",
      new CostGap(Dimension.RECEIVE_REGION, StandardAmount.USD_200)),
  /** An age band less the others. */
  A40_AGE(
      "age",
      "cost_age_gap_pp",
      "Cost gap by age",
      Unit.POINTS,
      Direction.DOWN,
      "A33 at USD 200 of senders of an age band less that of all others told, where 70 % of"
          + " transfers tell the sender's age; in the cell of the band. Internal.",
      new CostGap(Dimension.SENDER_AGE_BAND, StandardAmount.USD_200));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  StandardisedCost(
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

  StandardisedCost(
      String key, String title, Unit unit, Direction better, String note, Formula formula) {
    this.definition = new Definition(key, title, unit, better, note, LEAST_SENDERS);
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

  @Override
  public boolean isReadAsPrice() {
    return this == A36_TOTAL;
  }
}
