package org.remitlake.indicator;

import java.util.List;

/**
 * A sum over the transfers of one month of the quarter; of totals, since seasons are looked at in
 * no others.
 *
 * @param sum what is summed
 * @param records over how many records
 * @param population of how many: the month's completed transfers
 * @param usesRates whether reference rates enter
 */
public record MonthTotal(Measure sum, Measure records, Measure population, boolean usesRates)
    implements Formula {
  private static final List<Measure> TRANSFERS =
      List.of(Measure.IN_MONTH_1, Measure.IN_MONTH_2, Measure.IN_MONTH_3);
  private static final List<Measure> WITH_LCU =
      List.of(
          Measure.WITH_LCU_IN_MONTH_1, Measure.WITH_LCU_IN_MONTH_2, Measure.WITH_LCU_IN_MONTH_3);
  private static final List<Measure> LCU =
      List.of(Measure.LCU_IN_MONTH_1, Measure.LCU_IN_MONTH_2, Measure.LCU_IN_MONTH_3);

  /** The number of completed transfers in a month of the quarter, 1 to 3. */
  public static MonthTotal ofTransfers(int month) {
    Measure transfers = TRANSFERS.get(month - 1);
    return new MonthTotal(transfers, transfers, transfers, false);
  }

  /** Their volume in the receive country's currency. */
  public static MonthTotal ofVolume(int month) {
    int at = month - 1;
    return new MonthTotal(LCU.get(at), WITH_LCU.get(at), TRANSFERS.get(at), true);
  }

  @Override
  public boolean has(CellKey cell) {
    return cell.isTotal();
  }

  @Override
  public Outcome of(TransferCell cell) {
    return new Total(sum, records, usesRates).of(cell);
  }
}
