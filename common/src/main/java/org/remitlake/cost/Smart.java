package org.remitlake.cost;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord;

/**
 * SmaRT, the mean of the three cheapest qualifying services (catalogue A12). Until the World Bank's
 * note was read in full it is titled "SmaRT-type" (catalogue 14.1); its thresholds are parameters.
 */
public final class Smart {
  private static final int TIER = 200;
  private static final int SERVICES = 3;
  private static final Set<String> COVERAGE = Set.of("HIGH", "MEDIUM");
  private static final String TOO_SLOW = "D6PLUS";

  private Smart() {}

  /** The price of a cell's cheapest qualifying services at USD 200. */
  public static QuoteOutcome of(QuoteCell cell) {
    List<QuoteRecord> eligible = cell.eligible(TIER);
    List<QuoteRecord> qualifying = eligible.stream().filter(Smart::qualifies).toList();
    List<QuoteRecord> cheapest =
        qualifying.stream()
            .sorted(
                Comparator.comparing((QuoteRecord q) -> q.totalCostPct().orElseThrow())
                    .thenComparing(q -> q.fee().orElse(BigDecimal.ZERO))
                    .thenComparing(q -> q.service().provider()))
            .limit(SERVICES)
            .toList();
    Map<String, Long> left = new TreeMap<>(cell.excluded(TIER));
    if (eligible.size() > qualifying.size()) {
      left.put("NOT_QUALIFYING", (long) eligible.size() - qualifying.size());
    }
    if (!cheapest.isEmpty() && cheapest.size() < SERVICES) {
      left.put("SMART_LT3", (long) SERVICES - cheapest.size());
    }
    return QuoteOutcome.mean(cheapest, QuoteRecord.Part.TOTAL_COST, left, "SMART_NONE");
  }

  /**
   * Within five days, and within reach: what needs a place needs a network, and an unknown one is
   * no network; coverage says nothing of a service that needs no place.
   */
  private static boolean qualifies(QuoteRecord quote) {
    boolean reachable =
        !quote.service().needsPlace() || COVERAGE.contains(quote.service().coverage());
    return !quote.service().speedClass().equals(TOO_SLOW) && reachable;
  }
}
