package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.List;

/** Exact quantiles over records (R's type 7). */
public enum Quantile {
  /** Median of the total cost in percent. */
  COST_MEDIAN(Of.TOTAL_COST_PCT, 0.5),
  /** Of the value in USD, that of the smallest tenth. */
  USD_P10(Of.USD, 0.1),
  USD_P25(Of.USD, 0.25),
  USD_MEDIAN(Of.USD, 0.5),
  USD_P75(Of.USD, 0.75),
  USD_P90(Of.USD, 0.9);

  /** All, in order. */
  static final List<Quantile> ALL = List.of(values());

  /** What quantiles are taken of. */
  enum Of {
    /** Total cost in percent. */
    TOTAL_COST_PCT(Measure.COSTED),
    /** Value in USD. */
    USD(Measure.WITH_USD);

    /** All, in order. */
    static final List<Of> LIST = List.of(values());

    private final Measure records;

    Of(Measure records) {
      this.records = records;
    }

    /** How many records have it. */
    Measure records() {
      return records;
    }

    /** Its amount; null where a transfer has none. */
    BigDecimal amount(TransferRecord transfer) {
      return switch (this) {
        case TOTAL_COST_PCT -> transfer.costPct;
        case USD -> transfer.usd;
      };
    }
  }

  private final Of of;
  private final double share;

  Quantile(Of of, double share) {
    this.of = of;
    this.share = share;
  }

  Of of() {
    return of;
  }

  /** The quantiles of the same values. */
  static List<Quantile> of(Of values) {
    return ALL.stream().filter(q -> q.of == values).toList();
  }

  /** Share of the records below it, 0 to 1. */
  double share() {
    return share;
  }
}
