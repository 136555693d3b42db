package org.remitlake.indicator;

import java.util.List;

/** The sets of transfers whose senders are counted. */
enum Population {
  /** All completed transfers. */
  COMPLETED(Measure.COMPLETED),
  /** Those with a fee in percent. */
  WITH_FEE(Measure.WITH_FEE),
  /** Those with a total cost. */
  COSTED(Measure.COSTED),
  /** Those with a total cost in USD. */
  COSTED_IN_USD(Measure.COSTED_IN_USD),
  /** Those with a cost by a second source of reference rates. */
  WITH_SECOND(Measure.WITH_SECOND),
  /** Those that tell when the money was there. */
  WITH_SPEED(Measure.WITH_SPEED),
  /** Those converted at pay-out at a known rate. */
  WITH_CONVERSION(Measure.WITH_CONVERSION),
  /** Those with a value in USD. */
  WITH_USD(Measure.WITH_USD),
  /** Those with a value in the receive country's currency. */
  WITH_LCU(Measure.WITH_LCU),
  /** Those of the quarter's first month. */
  IN_MONTH_1(Measure.IN_MONTH_1),
  /** Those of the second. */
  IN_MONTH_2(Measure.IN_MONTH_2),
  /** Those of the third. */
  IN_MONTH_3(Measure.IN_MONTH_3),
  /** Those of the first month with a value in the receive country's currency. */
  WITH_LCU_IN_MONTH_1(Measure.WITH_LCU_IN_MONTH_1),
  /** Those of the second. */
  WITH_LCU_IN_MONTH_2(Measure.WITH_LCU_IN_MONTH_2),
  /** Those of the third. */
  WITH_LCU_IN_MONTH_3(Measure.WITH_LCU_IN_MONTH_3),
  /** Those whose way of payout is known. */
  WITH_PAYOUT(Measure.WITH_PAYOUT),
  /** Those whose way of payout and value in USD are known. */
  WITH_PAYOUT_AND_USD(Measure.WITH_PAYOUT_AND_USD);

  /** All, in order. */
  static final List<Population> ALL = List.of(values());

  private final Measure records;

  Population(Measure records) {
    this.records = records;
  }

  /** The population whose records a measure counts; completed transfers of any other measure. */
  static Population of(Measure records) {
    return ALL.stream().filter(p -> p.records == records).findFirst().orElse(COMPLETED);
  }

  /** The populations that a transfer belongs to, a bit for each in their order. */
  static int of(TransferRecord transfer) {
    int bits = 0;
    for (int i = 0; i < ALL.size(); i++) {
      bits |= ALL.get(i).records.of(transfer) == null ? 0 : 1 << i;
    }
    return bits;
  }
}
