package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteIndicator;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord.Part;

/** What the market offers, from price quotes, in percent of principal; each service counts once. */
public enum QuotedCost implements QuoteIndicator {
  /** Fee at USD 200. */
  A01_200("fee_pct", "Sender fee, share of principal", 200, Part.FEE, Scope.CORRIDOR_AND_PARTS),
  /** Fee at USD 500. */
  A01_500("fee_pct", "Sender fee, share of principal", 500, Part.FEE, Scope.CORRIDOR_AND_PARTS),
  /** Margin at USD 200. */
  A02_200("fx_margin_pct", "Exchange-rate margin", 200, Part.FX_MARGIN, Scope.CORRIDOR_AND_PARTS),
  /** Margin at USD 500. */
  A02_500("fx_margin_pct", "Exchange-rate margin", 500, Part.FX_MARGIN, Scope.CORRIDOR_AND_PARTS),
  /** Total cost at USD 200. */
  A03_200(
      "total_cost_pct", "All-in cost, share of principal", 200, Part.TOTAL_COST, Scope.CORRIDOR),
  /** Total cost at USD 500. */
  A03_500(
      "total_cost_pct", "All-in cost, share of principal", 500, Part.TOTAL_COST, Scope.CORRIDOR),
  /** Corridor average at USD 200: RPW's and SDG 10.c.1's number for a corridor. */
  A10_200(
      "corridor_avg_cost_q", "Corridor average cost, quotes", 200, Part.TOTAL_COST, Scope.CORRIDOR),
  /** Corridor average at USD 500. */
  A10_500(
      "corridor_avg_cost_q", "Corridor average cost, quotes", 500, Part.TOTAL_COST, Scope.CORRIDOR),
  /** Average of each type of service at USD 200. */
  A11_200(
      "avg_cost_by_type_q", "Average cost by type of service", 200, Part.TOTAL_COST, Scope.PARTS),
  /** Average of each type of service at USD 500. */
  A11_500(
      "avg_cost_by_type_q", "Average cost by type of service", 500, Part.TOTAL_COST, Scope.PARTS),
  /** The three cheapest qualifying services at USD 200. */
  A12_200(
      "smart_cost_q",
      "SmaRT-type cost",
      200,
      Part.TOTAL_COST,
      Scope.CORRIDOR,
      "Mean of the three cheapest services within five days and within reach, of fewer where fewer"
          + " qualify (SMART_LT3); lower than what people pay.") {
    @Override
    public QuoteOutcome of(QuoteCell cell) {
      return Smart.of(cell);
    }
  };

  private static final int LEAST_SERVICES = 3;

  private final Definition definition;
  private final int tier;
  private final Part part;
  private final Scope scope;

  QuotedCost(String key, String title, int tier, Part part, Scope scope) {
    this(
        key,
        title,
        tier,
        part,
        scope,
        "At USD "
            + tier
            + " equivalent, services that disclose their price; what a sender would be asked, not"
            + " what people pay.");
  }

  QuotedCost(String key, String title, int tier, Part part, Scope scope, String note) {
    this.definition =
        new Definition(
            "usd" + tier, key, title, Unit.PERCENT, Direction.DOWN, note, LEAST_SERVICES);
    this.tier = tier;
    this.part = part;
    this.scope = scope;
  }

  @Override
  public QuoteOutcome of(QuoteCell cell) {
    return QuoteOutcome.mean(cell.eligible(tier), part, cell.excluded(tier), "EMPTY");
  }

  @Override
  public Scope scope() {
    return scope;
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
