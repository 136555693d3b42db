package org.remitlake.frequency;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.remitlake.stats.KaplanMeier;

/** What is known of the senders of a cell. */
final class SenderCell {
  private final Map<SenderCount, Long> counts = new EnumMap<>(SenderCount.class);
  private final TreeMap<Double, Long> gaps = new TreeMap<>();
  private final TreeMap<Integer, KaplanMeier.Ends> spells = new TreeMap<>();
  private Optional<Double> irregularity = Optional.empty();
  private Map<Integer, Long> starts = Map.of();

  void add(SenderCount count, long n) {
    counts.merge(count, n, Long::sum);
  }

  void addGap(double median, long senders) {
    gaps.merge(median, senders, Long::sum);
  }

  void addSpell(int days, boolean hasNext, long senders) {
    KaplanMeier.Ends ends =
        hasNext ? new KaplanMeier.Ends(senders, 0) : new KaplanMeier.Ends(0, senders);
    spells.merge(days, ends, KaplanMeier.Ends::plus);
  }

  void irregularity(double median) {
    irregularity = Optional.of(median);
  }

  /** Takes the numbers of senders by the quarters since their first transfer. */
  void starts(Map<Integer, Long> byAge) {
    starts = Map.copyOf(byAge);
  }

  long count(SenderCount count) {
    return counts.getOrDefault(count, 0L);
  }

  /** Senders with a transfer up to the quarter's end, those of earlier quarters included. */
  long everSeen() {
    return starts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Senders whose first transfer was that many quarters before. */
  long startedBefore(int quarters) {
    return starts.getOrDefault(quarters, 0L);
  }

  Optional<Double> irregularity() {
    return irregularity;
  }

  Optional<Double> daysToNext() {
    return KaplanMeier.of(spells).median();
  }

  /** Quantile of senders' median gaps, R type 7: position (n - 1) p between order statistics. */
  Optional<Double> gap(double p) {
    long n = gaps.values().stream().mapToLong(Long::longValue).sum();
    if (n == 0) {
      return Optional.empty();
    }
    double position = (n - 1) * p;
    long below = (long) position;
    double low = orderStatistic(below);
    double share = position - below;
    return Optional.of(share == 0 ? low : low + share * (orderStatistic(below + 1) - low));
  }

  private double orderStatistic(long index) {
    long seen = 0;
    for (Map.Entry<Double, Long> e : gaps.entrySet()) {
      seen += e.getValue();
      if (seen > index) {
        return e.getKey();
      }
    }
    return gaps.lastKey();
  }
}
