package org.remitlake.indicator;

import org.remitlake.contract.Unit;

/**
 * What an indicator says of itself.
 *
 * @param variant member of the series, as usd200; {@code _T} when there is only one
 * @param key key in the register, as vw_cost_t
 * @param title title for readers
 * @param unit unit of the value
 * @param better which direction is an improvement
 * @param note one sentence: what it is, and how it differs from the better-known number
 * @param minimumUnits units below which a cell must not be published
 */
public record Definition(
    String variant,
    String key,
    String title,
    Unit unit,
    Indicator.Direction better,
    String note,
    int minimumUnits) {

  /** Of the only member of its series. */
  public Definition(
      String key,
      String title,
      Unit unit,
      Indicator.Direction better,
      String note,
      int minimumUnits) {
    this(Dimension.TOTAL, key, title, unit, better, note, minimumUnits);
  }
}
