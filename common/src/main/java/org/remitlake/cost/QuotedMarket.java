package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteIndicator;
import org.remitlake.indicator.QuoteOutcome;

/** How a market is: open, dear, fast, and how much searching would save; from price quotes. */
public enum QuotedMarket implements QuoteIndicator {
  /** Share of quotes that disclose everything, 0 to 1. */
  A07(
      "disclosure_complete",
      "Quotes that disclose fee, rate and amount",
      Unit.ZERO_ONE,
      Direction.UP,
      "Share, 0 to 1, of quotes whose fee, rate and delivered amount were told before payment; from"
          + " the fields of own quotes, not from a flag.",
      Scope.CORRIDOR_AND_PARTS),
  /** Operators that are quoted in nearly all corridors, at USD 200. */
  A13_200(
      "usd200",
      "intl_mto_index_q",
      "MTO index (local), USD 200",
      Unit.PERCENT,
      Direction.DOWN,
      "Mean over services of operators that are quoted in 85 % of the corridors collected; over"
          + " few corridors, so its level is not to be compared with the World Bank's index.",
      Scope.ALL_CORRIDORS),
  /** Operators that are quoted in nearly all corridors, at USD 500. */
  A13_500(
      "usd500",
      "intl_mto_index_q",
      "MTO index (local), USD 500",
      Unit.PERCENT,
      Direction.DOWN,
      "The same at USD 500.",
      Scope.ALL_CORRIDORS),
  /** Services below 3 %. */
  A16_LT3(
      "lt3",
      "share_services_below_3_q",
      "Services below 3 %",
      Unit.PERCENT,
      Direction.UP,
      "Of services that disclose their price at USD 200, those strictly below 3 %; the 3 % of the"
          + " SDG are about the global average, not about a service.",
      Scope.CORRIDOR_AND_PARTS),
  /** Services below 5 %. */
  A16_LT5(
      "lt5",
      "share_services_below_5_q",
      "Services below 5 %",
      Unit.PERCENT,
      Direction.UP,
      "Of services that disclose their price at USD 200, those strictly below 5 %.",
      Scope.CORRIDOR_AND_PARTS),
  /** Whether SmaRT lies above 5 %. */
  A17(
      "corridor_above_5_flag",
      "Corridor above 5 %",
      Unit.ZERO_ONE,
      Direction.DOWN,
      "1 where the SmaRT-type cost is above 5 %, as SDG 10.c has it for corridors.",
      Scope.CORRIDOR),
  /** Whether the corridor's average lies above 5 %. */
  A17_AVG(
      "avg",
      "corridor_above_5_flag",
      "Corridor average above 5 %",
      Unit.ZERO_ONE,
      Direction.DOWN,
      "1 where the plain average at USD 200 is above 5 %; stricter than the SDG's test, which is"
          + " about SmaRT.",
      Scope.CORRIDOR),
  /** Transparent services, in percent. */
  A18(
      "transparency_rate_q",
      "Transparent services",
      Unit.PERCENT,
      Direction.UP,
      "Of all valid quotes of both amounts, those that disclose fee, rate and amount.",
      Scope.CORRIDOR_AND_PARTS),
  /** Price change of services that are there in both quarters, at USD 200. */
  A19_200(
      "usd200",
      "matched_cost_change_q",
      "Price change, same services, USD 200",
      Unit.POINTS,
      Direction.DOWN,
      "Mean change since the quarter before of services quoted in both (provider, instrument,"
          + " pay-out, speed), so that a changed sample is no changed price; unlike a difference of"
          + " two A10.",
      Scope.CORRIDOR),
  /** Price change of services that are there in both quarters, at USD 500. */
  A19_500(
      "usd500",
      "matched_cost_change_q",
      "Price change, same services, USD 500",
      Unit.POINTS,
      Direction.DOWN,
      "The same at USD 500.",
      Scope.CORRIDOR),
  /** Dearest less cheapest. */
  A20_RANGE(
      "range",
      "Spread of quoted cost: range",
      Unit.POINTS,
      "Dearest less cheapest service at USD 200."),
  /** Interquartile range. */
  A20_IQR(
      "iqr",
      "Spread of quoted cost: interquartile range",
      Unit.POINTS,
      "Third less first quartile at USD 200 (R type 7)."),
  /** Standard deviation. */
  A20_SD(
      "sd",
      "Spread of quoted cost: standard deviation",
      Unit.POINTS,
      "Over services at USD 200, with n - 1."),
  /** Ninth over first decile. */
  A20_P90P10(
      "p90p10",
      "Spread of quoted cost: ninth over first decile",
      Unit.RATIO,
      "At USD 200 (R type 7); none where the first decile is not above 0."),
  /** Corridor average less SmaRT. */
  A21(
      "price_saving_pp_q",
      "Saving from searching",
      Unit.POINTS,
      Direction.NONE,
      "Corridor average less SmaRT-type cost at USD 200: what a sender who searches gains.",
      Scope.CORRIDOR),
  /** Services within an hour. */
  A22(
      "speed_within_1h_share_q",
      "Services within one hour",
      Unit.PERCENT,
      Direction.UP,
      "Of all valid quotes, those promised within an hour; the G20's 75 % is about transfers, see"
          + " the series from transfers.",
      Scope.CORRIDOR_AND_PARTS);

  private static final int LEAST_SERVICES = 3;

  private final Definition definition;
  private final Scope scope;

  QuotedMarket(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      Scope scope) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_SERVICES);
    this.scope = scope;
  }

  /** The only one of its id. */
  QuotedMarket(String key, String title, Unit unit, Direction better, String note, Scope scope) {
    this("_T", key, title, unit, better, note, scope);
  }

  /** A measure of spread, A20. */
  QuotedMarket(String variant, String title, Unit unit, String note) {
    this(variant, "cost_dispersion_q", title, unit, Direction.NONE, note, Scope.CORRIDOR);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public QuoteOutcome of(QuoteCell cell) {
    return switch (this) {
      case A07 -> Spread.disclosed(cell, 1);
      case A13_200 -> Operators.index(cell, 200);
      case A13_500 -> Operators.index(cell, 500);
      case A16_LT3 -> Spread.below(cell, 3);
      case A16_LT5 -> Spread.below(cell, 5);
      case A17 -> Spread.aboveFive(Smart.of(cell));
      case A17_AVG -> Spread.aboveFive(QuotedCost.A10_200.of(cell));
      case A18 -> Spread.disclosed(cell, 100);
      case A19_200 -> MatchedChange.of(cell, 200);
      case A19_500 -> MatchedChange.of(cell, 500);
      case A20_RANGE -> Spread.of(cell, Spread.Kind.RANGE);
      case A20_IQR -> Spread.of(cell, Spread.Kind.IQR);
      case A20_SD -> Spread.of(cell, Spread.Kind.SD);
      case A20_P90P10 -> Spread.of(cell, Spread.Kind.P90_P10);
      case A21 -> Spread.saving(cell);
      case A22 -> Spread.withinAnHour(cell);
    };
  }
}
