package org.remitlake.frequency;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.remitlake.time.Quarter;

/**
 * The transfers of one sender in a corridor, and what they tell of a quarter (catalogue B11 to
 * B25). Days are counted since 1970; a window of 365 days ends with the quarter's last day.
 */
final class Path {
  private static final int YEAR = 365;
  private static final long DAY_MICROS = 86_400_000_000L;

  /**
   * A completed transfer.
   *
   * @param day of pricing
   * @param at when, in microseconds
   * @param beneficiary who gets it; empty where unknown
   * @param provider who carries it
   * @param providerType as MTO
   * @param sex of the sender, as the provider has it
   */
  record Transfer(
      int day, long at, String beneficiary, String provider, String providerType, String sex) {}

  private final List<Transfer> transfers;
  private final Transfer first;
  private final boolean isLinked;

  /**
   * A path.
   *
   * @param transfers in any order, at least one; of the quarters asked for and the four before them
   * @param start the sender's first transfer, where it may lie before these
   * @param isLinked whether the sender's hash is the same at all providers
   */
  Path(List<Transfer> transfers, Optional<Transfer> start, boolean isLinked) {
    this.transfers = new ArrayList<>(transfers);
    this.transfers.sort(
        Comparator.comparingInt(Transfer::day)
            .thenComparingLong(Transfer::at)
            .thenComparing(Transfer::beneficiary)
            .thenComparing(Transfer::provider));
    this.first = start.orElse(this.transfers.get(0));
    this.isLinked = isLinked;
  }

  /** The first transfer: it says for good what kind of sender this is. */
  Transfer first() {
    return first;
  }

  /** The quarter of a day. */
  static Quarter quarter(int day) {
    return Quarter.of(LocalDate.ofEpochDay(day));
  }

  /** What is known at the end of a quarter; empty where nothing was sent up to it. */
  Optional<Standing> at(Quarter quarter) {
    int end = (int) quarter.endExclusive().toEpochDay();
    List<Transfer> known = before(end);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int start = (int) quarter.firstDay().toEpochDay();
    int yearAgo = (int) quarter.plus(-4).firstDay().toEpochDay();
    int yearAgoEnd = (int) quarter.plus(-4).endExclusive().toEpochDay();
    List<Transfer> window = from(known, end - YEAR);
    List<Integer> events = events(window);
    List<Integer> gaps = new ArrayList<>();
    for (int i = 1; i < events.size(); i++) {
      gaps.add(events.get(i) - events.get(i - 1));
    }
    boolean isActive = known.get(known.size() - 1).day() >= start;
    boolean wasActive = isBetween(known, yearAgo, yearAgoEnd);
    boolean sinceThen = isBetween(known, yearAgo, start);
    OptionalInt next = events.size() > 1 ? OptionalInt.of(events.get(1)) : OptionalInt.empty();
    int opens = events.isEmpty() ? end - 1 : events.get(0);
    List<Transfer> own = from(known, start);
    return Optional.of(
        new Standing(
            gaps,
            events.size(),
            next.orElse(end - 1) - opens,
            next.isPresent(),
            months(from(known, yearAgoEnd)),
            isActive,
            wasActive,
            wasActive && isBetween(known, yearAgoEnd, end),
            isActive && !sinceThen && first.day() < yearAgo,
            known.get(known.size() - 1).day(),
            window.stream().map(Transfer::beneficiary).filter(b -> !b.isEmpty()).distinct().count()
                > 1,
            own.size(),
            split(own, known),
            hasSwitched(between(known, yearAgo, yearAgoEnd), own)));
  }

  private List<Transfer> before(int end) {
    return between(transfers, Integer.MIN_VALUE, end);
  }

  private static List<Transfer> from(List<Transfer> known, int start) {
    return between(known, start, Integer.MAX_VALUE);
  }

  private static List<Transfer> between(List<Transfer> known, int start, int end) {
    return known.subList(position(known, start), position(known, end));
  }

  private static boolean isBetween(List<Transfer> known, int start, int end) {
    return position(known, start) < position(known, end);
  }

  /** How many lie before a day. */
  private static int position(List<Transfer> known, int day) {
    int low = 0;
    int high = known.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (known.get(middle).day() < day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static List<Integer> events(List<Transfer> window) {
    List<Integer> days = new ArrayList<>();
    Set<String> ofDay = new HashSet<>();
    int day = Integer.MIN_VALUE;
    for (Transfer t : window) {
      if (t.day() != day) {
        ofDay.clear();
        day = t.day();
      }
      if (ofDay.add(t.beneficiary())) {
        days.add(day);
      }
    }
    return days;
  }

  private static int months(List<Transfer> year) {
    BitSet months = new BitSet();
    year.forEach(t -> months.set(LocalDate.ofEpochDay(t.day()).getMonthValue()));
    return months.cardinality();
  }

  /**
   * Transfers of a quarter that have a neighbour, in it or before it: one after the quarter's end
   * is not known yet.
   */
  private static int split(List<Transfer> own, List<Transfer> known) {
    int split = 0;
    for (Transfer t : own) {
      long beside =
          between(known, t.day() - 2, t.day() + 3).stream()
              .filter(n -> n.beneficiary().equals(t.beneficiary()))
              .filter(n -> Math.abs(n.at() - t.at()) <= DAY_MICROS)
              .count();
      // One of them is the transfer itself.
      split += beside > 1 && !t.beneficiary().isEmpty() ? 1 : 0;
    }
    return split;
  }

  private Optional<Boolean> hasSwitched(List<Transfer> yearAgo, List<Transfer> now) {
    if (!isLinked || yearAgo.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(!mainProvider(yearAgo).equals(mainProvider(now)));
  }

  /** The provider of most transfers; of several, the first by name. */
  private static String mainProvider(List<Transfer> some) {
    Map<String, Integer> counts = new HashMap<>();
    some.forEach(t -> counts.merge(t.provider(), 1, Integer::sum));
    return new TreeMap<>(counts)
        .entrySet().stream()
            .max(Map.Entry.comparingByValue(Comparator.naturalOrder()))
            .orElseThrow()
            .getKey();
  }
}
