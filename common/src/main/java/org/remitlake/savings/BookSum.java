package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;

/** The facts of a number in a cell, added up. */
final class BookSum {
  /** Why a record of the population has no value; other reasons put it outside the population. */
  private static final Set<String> MISSING =
      Set.of(
          "NO_REPORT",
          "NO_LEDGER",
          "NO_BALANCE",
          "LEDGER_BREAK",
          "FX_STALE",
          "PAID_UNKNOWN",
          "CURRENCY_MISMATCH");

  private final Map<String, Long> left = new TreeMap<>();
  private BigDecimal over = BigDecimal.ZERO;
  private Optional<BigDecimal> under = Optional.empty();
  private Optional<Double> middle = Optional.empty();
  private long records;
  private long counted;
  private long units;

  void add(Row row, boolean hasMiddle) {
    long of = row.<Long>getAs("records");
    String reason = row.getAs("reason");
    if (reason != null) {
      left.merge(reason, of, Long::sum);
      return;
    }
    over = row.getAs("over");
    under = Optional.ofNullable(row.getAs("under"));
    middle = hasMiddle ? Optional.ofNullable(row.getAs("middle")) : Optional.empty();
    records = of;
    counted = row.<Long>getAs("n");
    units = row.<Long>getAs("units");
  }

  /**
   * The value.
   *
   * @param isShort whether the books begin too late for it
   * @param weightRule UNIT or VALUE
   * @param fxSource source of rates, or empty
   */
  ValueRow value(
      Indicator indicator,
      CellKey cell,
      boolean isShort,
      String weightRule,
      Optional<String> fxSource) {
    long missing =
        left.entrySet().stream()
            .filter(e -> MISSING.contains(e.getKey()))
            .mapToLong(Map.Entry::getValue)
            .sum();
    String nullReason = nullReason(isShort, missing);
    boolean isMedian = middle.isPresent();
    return new ValueRow(
        indicator,
        cell,
        nullReason.isEmpty() ? Optional.of(value(indicator)) : Optional.empty(),
        nullReason,
        records == 0 || isMedian ? Optional.empty() : Optional.of(over),
        isMedian ? Optional.empty() : under,
        counted,
        units,
        missing,
        Map.copyOf(left),
        weightRule,
        fxSource,
        ValueRow.grade(missing, records + missing),
        Optional.empty());
  }

  private double value(Indicator indicator) {
    int scale = indicator.unit() == Unit.PERCENT ? 100 : 1;
    return middle.orElseGet(
        () -> under.map(u -> scale * over.doubleValue() / u.doubleValue()).orElse(value(over)));
  }

  private static double value(BigDecimal sum) {
    return sum.doubleValue();
  }

  private String nullReason(boolean isShort, long missing) {
    if (isShort) {
      return "HISTORY_SHORT";
    }
    if (ValueRow.tooMuchMissing(missing, records + missing)) {
      return "Q_MISSING";
    }
    if (records == 0) {
      return List.of("WINDOW_OPEN", "NO_LINK").stream()
          .filter(left::containsKey)
          .findFirst()
          .orElse("EMPTY");
    }
    return under.filter(u -> u.signum() <= 0).isPresent() ? "DEN_ZERO" : "";
  }
}
