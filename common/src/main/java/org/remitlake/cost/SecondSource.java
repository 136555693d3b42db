package org.remitlake.cost;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Formula.Mean;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.Robustness;
import org.remitlake.indicator.Robustness.Kind;
import org.remitlake.indicator.TransferIndicator;

/** Costs by another central bank's reference rates: what depends on the choice of source. */
public enum SecondSource implements TransferIndicator {
  /** Margin by the second source. */
  A06(
      "_T",
      "fx_margin_alt_pct",
      "Margin on a second reference rate",
      Unit.PERCENT,
      "A02 by the other country's central bank; of transfers that have a rate by both.",
      new Mean(Measure.SECOND_MARGIN_PCT, Measure.WITH_SECOND, true)),
  /** How much the margin depends on the source. */
  A06_SENSITIVITY(
      "sensitivity",
      "fx_source_sensitivity_pp",
      "Margin by the first source less that by the second",
      Unit.POINTS,
      "A02 less A06 over the same transfers: a level that differs by more than this from another"
          + " study's may differ by the reference alone.",
      new Robustness(Kind.SENSITIVITY)),
  /** Total cost by the second source. */
  A06_COST(
      "cost",
      "total_cost_alt_pct",
      "All-in cost on a second reference rate",
      Unit.PERCENT,
      "A03 by the other country's central bank; of transfers that have a rate by both.",
      new Mean(Measure.SECOND_COST_PCT, Measure.WITH_SECOND, true)),
  /** Lower end. */
  A06_LOW(
      "low",
      "total_cost_low_pct",
      "All-in cost, lower of two sources",
      Unit.PERCENT,
      "Lower end of the interval that both sources span for A03; no sampling error is in it.",
      new Robustness(Kind.LOW)),
  /** Upper end. */
  A06_HIGH(
      "high",
      "total_cost_high_pct",
      "All-in cost, higher of two sources",
      Unit.PERCENT,
      "Upper end of the interval that both sources span for A03; no sampling error is in it.",
      new Robustness(Kind.HIGH)),
  /** Whether providers keep their order. */
  A06_RANKS(
      "ranks",
      "provider_rank_stability",
      "Order of providers by two sources",
      Unit.RATIO,
      "Spearman's rank correlation of providers' A03 by both sources: 1 where who is dearer than whom"
          + " does not depend on the source.",
      new Robustness(Kind.RANKS));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  SecondSource(String variant, String key, String title, Unit unit, String note, Formula formula) {
    this.definition =
        new Definition(variant, key, title, unit, Direction.NONE, note, LEAST_SENDERS);
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
}
