package org.remitlake.cost;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.remitlake.indicator.QuoteCell;
import org.remitlake.indicator.QuoteOutcome;
import org.remitlake.indicator.QuoteRecord;

/** Money transfer operators that are quoted in nearly all corridors (catalogue A13). */
final class Operators {
  private static final int LEAST_PERCENT = 85;

  private Operators() {}

  /** Mean cost of their services, over all corridors. */
  static QuoteOutcome index(QuoteCell allCorridors, int tier) {
    Set<String> corridors =
        allCorridors.quotes().stream().map(QuoteRecord::corridor).collect(Collectors.toSet());
    Map<String, Set<String>> reach = new HashMap<>();
    for (QuoteRecord q : allCorridors.quotes()) {
      if (isOperator(q)) {
        reach.computeIfAbsent(q.service().provider(), p -> new HashSet<>()).add(q.corridor());
      }
    }
    List<QuoteRecord> eligible =
        allCorridors.eligible(tier).stream().filter(Operators::isOperator).toList();
    List<QuoteRecord> wide =
        eligible.stream()
            .filter(q -> isWide(reach.get(q.service().provider()).size(), corridors.size()))
            .toList();
    Map<String, Long> excluded = new TreeMap<>();
    if (eligible.size() > wide.size()) {
      excluded.put("FEW_CORRIDORS", (long) eligible.size() - wide.size());
    }
    return QuoteOutcome.mean(wide, QuoteRecord.Part.TOTAL_COST, excluded, "EMPTY");
  }

  private static boolean isOperator(QuoteRecord quote) {
    return quote.service().providerType().equals("MTO") && !quote.service().provider().isEmpty();
  }

  private static boolean isWide(int corridors, int of) {
    return 100 * corridors >= LEAST_PERCENT * of;
  }
}
