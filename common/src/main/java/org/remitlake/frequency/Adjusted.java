package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What is sent, without the season of the year. */
public enum Adjusted implements Indicator {
  /** Volume. */
  B17(
      "_T",
      "Seasonally adjusted volume, prices of " + ConsumerPrices.BASE_YEAR,
      Unit.LCU,
      "Volume in the receive country's currency (B05) at the mean consumer prices of "
          + ConsumerPrices.BASE_YEAR
          + ", over the seasonal index of its quarter (B16 by volume, from all quarters up to this"
          + " one): not what beneficiaries were paid, but how it moves when season and prices are"
          + " taken out."),
  /** Number of transfers. */
  B17_N(
      "n",
      "Seasonally adjusted number of transfers",
      Unit.NUMBER,
      "Completed transfers (B03) over the seasonal index of their quarter (B16).");

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;

  Adjusted(String variant, String title, Unit unit, String note) {
    this.definition =
        new Definition(
            variant, "seasonal_adjusted_volume", title, unit, Direction.UP, note, LEAST_SENDERS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
