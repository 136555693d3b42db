package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What one transfer adds to the sums of each of its cells, worked out once for all of them. */
final class Amounts {
  private final int[] measures = new int[Measure.LIST.size()];
  private final long[] high = new long[measures.length];
  private final long[] low = new long[measures.length];
  private int known;

  Amounts(TransferRecord transfer) {
    for (int i = 0; i < measures.length; i++) {
      Measure measure = Measure.LIST.get(i);
      BigDecimal amount = measure.of(transfer);
      if (amount != null) {
        BigInteger units = amount.setScale(measure.scale()).unscaledValue();
        measures[known] = i;
        high[known] = ExactSum.high(units);
        low[known] = units.longValue();
        known++;
      }
    }
  }

  /** Adds all to sums, which are in the order of measures; null where nothing was added yet. */
  void addTo(ExactSum[] sums) {
    for (int k = 0; k < known; k++) {
      int at = measures[k];
      if (sums[at] == null) {
        sums[at] = new ExactSum();
      }
      sums[at].add(high[k], low[k]);
    }
  }

  /** Marks the measures to which something other than zero is added. */
  void markIn(boolean[] marks) {
    for (int k = 0; k < known; k++) {
      marks[measures[k]] |= high[k] != 0 || low[k] != 0;
    }
  }
}
