package org.remitlake.frequency;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Formula;
import org.remitlake.indicator.MonthTotal;
import org.remitlake.indicator.TransferIndicator;

/** How much was sent in each month of the quarter: the base of the season by months. */
public enum MonthlyVolume implements TransferIndicator {
  /** Transfers in the quarter's first month. */
  B03_M1(1, MonthTotal.ofTransfers(1)),
  /** In the second. */
  B03_M2(2, MonthTotal.ofTransfers(2)),
  /** In the third. */
  B03_M3(3, MonthTotal.ofTransfers(3)),
  /** Volume in the quarter's first month. */
  B05_M1(1, MonthTotal.ofVolume(1)),
  /** In the second. */
  B05_M2(2, MonthTotal.ofVolume(2)),
  /** In the third. */
  B05_M3(3, MonthTotal.ofVolume(3));

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;
  private final Formula formula;

  MonthlyVolume(int month, MonthTotal formula) {
    boolean isVolume = formula.usesRates();
    this.definition =
        new Definition(
            "m" + month,
            isVolume ? "volume_lcu" : "transfers_n",
            (isVolume ? "Volume in receive currency, month " : "Completed transfers, month ")
                + month
                + " of the quarter",
            isVolume ? Unit.LCU : Unit.NUMBER,
            Direction.UP,
            "By pricing date, as the quarter's; the three months add up to it. Internal: a quarter less"
                + " two months tells the third.",
            LEAST_PERSONS);
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
