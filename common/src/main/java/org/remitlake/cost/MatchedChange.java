package org.remitlake.cost;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord;

/**
 * Change of price since the quarter before, of services that are quoted in both (catalogue A19): a
 * service that came or went moves no price.
 */
final class MatchedChange {
  private MatchedChange() {}

  static QuoteOutcome of(QuoteCell cell, int tier) {
    Map<String, BigDecimal> now = costs(cell.quotes(), tier);
    Map<String, BigDecimal> before = costs(cell.before(), tier);
    List<BigDecimal> changes = new ArrayList<>();
    now.forEach(
        (service, cost) -> {
          if (before.containsKey(service)) {
            changes.add(cost.subtract(before.get(service)));
          }
        });
    Map<String, Long> excluded = new TreeMap<>(cell.excluded(tier));
    count(excluded, "NEW_SERVICE", now.size() - changes.size());
    count(excluded, "GONE_SERVICE", before.size() - changes.size());
    return QuoteOutcome.mean(changes, 0, excluded, before.isEmpty() ? "NO_PRIOR" : "EMPTY");
  }

  private static void count(Map<String, Long> excluded, String reason, int n) {
    if (n > 0) {
      excluded.put(reason, (long) n);
    }
  }

  /** Cost by service; the mean where a service is quoted several times, as at several places. */
  private static Map<String, BigDecimal> costs(List<QuoteRecord> quotes, int tier) {
    Map<String, List<BigDecimal>> all = new TreeMap<>();
    for (QuoteRecord q : quotes) {
      if (q.isEligible(tier)) {
        all.computeIfAbsent(String.join("|", q.service().match()), s -> new ArrayList<>())
            .add(q.totalCostPct().orElseThrow());
      }
    }
    Map<String, BigDecimal> costs = new TreeMap<>();
    all.forEach(
        (service, of) ->
            costs.put(
                service,
                of.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(of.size()), MathContext.DECIMAL64)));
    return costs;
  }
}
