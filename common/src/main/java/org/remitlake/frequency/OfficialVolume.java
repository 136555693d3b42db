package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Coverage;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.Formula.Total;
import org.remitlake.indicator.Measure;
import org.remitlake.indicator.TransferIndicator;

/** How the volume of extracts stands to what central banks publish, and what of it is wages. */
public enum OfficialVolume implements TransferIndicator {
  /** Volume of workers, where much is taken for relocation. */
  B04_WORKERS_LOW(
      "workers_low",
      "volume_usd",
      "Volume of workers in USD, low",
      Unit.USD,
      Direction.UP,
      "B04 without transfers from Russia since March 2022 that people send to themselves or that are"
          + " USD 3 000 or more.",
      new Total(Measure.WORKERS_USD_LOW, Measure.WITH_USD, true)),
  /** Volume of workers. */
  B04_WORKERS(
      "workers",
      "volume_usd",
      "Volume of workers in USD",
      Unit.USD,
      Direction.UP,
      "B04 without transfers from Russia since March 2022 that people send to themselves: money of"
          + " those who moved, which is no remittance.",
      new Total(Measure.WORKERS_USD, Measure.WITH_USD, true)),
  /** Volume of workers, where little is taken for relocation. */
  B04_WORKERS_HIGH(
      "workers_high",
      "volume_usd",
      "Volume of workers in USD, high",
      Unit.USD,
      Direction.UP,
      "B04 without transfers from Russia since March 2022 that people send to themselves and that are"
          + " USD 1 000 or more.",
      new Total(Measure.WORKERS_USD_HIGH, Measure.WITH_USD, true)),
  /** Coverage of the central bank's total. */
  B27_TOTAL(
      "total",
      "coverage_ratio",
      "Extract over official volume, all transfers",
      Unit.PERCENT,
      Direction.UP,
      "B04 over what the receive country's central bank published of individuals' transfers through"
          + " banks from the same country, all three months of the quarter; a series that ended gives"
          + " no value. Not the balance of payments' personal remittances.",
      Coverage.ofTotal()),
  /** Coverage of the central bank's non-commercial transfers. */
  B27_NON_COMMERCIAL(
      "non_commercial",
      "coverage_ratio",
      "Extract over official volume, non-commercial transfers",
      Unit.PERCENT,
      Direction.UP,
      "The same over transfers without payments for goods and services, the concept nearer to"
          + " remittances.",
      Coverage.ofNonCommercial());

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final Formula formula;

  OfficialVolume(
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

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Formula formula() {
    return formula;
  }
}
