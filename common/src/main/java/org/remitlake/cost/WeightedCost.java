package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What all corridors cost together, each by the money that goes through it. */
public enum WeightedCost implements Indicator {
  /** At USD 200. */
  A14_200(QuotedCost.A10_200),
  /** At USD 500. */
  A14_500(QuotedCost.A10_500);

  private static final int LEAST_SERVICES = 3;

  private final QuotedCost cost;
  private final Definition definition;

  WeightedCost(QuotedCost cost) {
    this.cost = cost;
    this.definition =
        new Definition(
            cost.variant(),
            "weighted_avg_cost_q",
            "Flow-weighted average cost, quotes",
            Unit.PERCENT,
            Direction.DOWN,
            "Corridors' average costs (A10), weighted by the official inflow in USD of the calendar"
                + " year before; by partner country where it is published so, else the country's"
                + " inflow shared evenly by its corridors. A corridor with a cost and no inflow"
                + " leaves no value; RPW's number weights by modelled flows.",
            LEAST_SERVICES);
  }

  /** What is averaged. */
  QuotedCost cost() {
    return cost;
  }

  @Override
  public String basis() {
    return "quote";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
