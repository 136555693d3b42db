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
        low[i] = units.longValue();
        high[i] = ExactSum.high(units);
        measures[known] = i;
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
      sums[at].add(high[at], low[at]);
    }
  }

  /** Adds one of them, by its place among the measures; nothing where the transfer has none. */
  void addTo(ExactSum sum, int measure) {
    sum.add(high[measure], low[measure]);
  }

  /** Marks the measures to which something other than zero is added. */
  void markIn(boolean[] marks) {
    for (int k = 0; k < known; k++) {
      int at = measures[k];
      marks[at] |= (high[at] | low[at]) != 0;
    }
  }
}
