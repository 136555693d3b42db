package org.remitlake.indicator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The quotes of a cell, in a fixed order.
 *
 * @param quotes of the cell's quarter
 * @param before those of the same cell in the quarter before
 */
public record QuoteCell(List<QuoteRecord> quotes, List<QuoteRecord> before) {

  /** Eligibility E of catalogue 3.2: of the tier, everything disclosed, with a cost. */
  public List<QuoteRecord> eligible(int tier) {
    return quotes.stream().filter(q -> q.isEligible(tier)).toList();
  }

  /** Quotes of a tier that averages leave out, by reason. */
  public Map<String, Long> excluded(int tier) {
    long hidden = quotes.stream().filter(q -> q.tier() == tier && !q.isDisclosed()).count();
    Map<String, Long> excluded = new TreeMap<>();
    if (hidden > 0) {
      excluded.put("NOT_DISCLOSED", hidden);
    }
    return excluded;
  }
}
