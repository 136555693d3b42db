package org.remitlake.microdata;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where a number is cut: at P1 and P99, or further in, so that enough units lie beyond each cut. An
 * end that enough units share is not cut.
 *
 * @param low what is below becomes this
 * @param high what is above becomes this
 */
record Ends(BigDecimal low, BigDecimal high) {
  private static final double TAIL = 0.01;

  /**
   * The ends of numbers; empty if there are too few numbers to be told at all.
   *
   * @param least fewest units beyond a cut
   */
  static Optional<Ends> of(List<BigDecimal> numbers, int least) {
    if (numbers.size() < 3 * least) {
      return Optional.empty();
    }
    List<BigDecimal> up = numbers.stream().sorted().toList();
    List<BigDecimal> down = numbers.stream().sorted(Comparator.reverseOrder()).toList();
    Ends ends = new Ends(end(up, least), end(down, least));
    return ends.low().compareTo(ends.high()) < 0 || up.get(0).compareTo(down.get(0)) == 0
        ? Optional.of(ends)
        : Optional.empty();
  }

  /** The cut at the beginning of an ordered list. */
  private static BigDecimal end(List<BigDecimal> ordered, int least) {
    BigDecimal last = ordered.get(0);
    if (ordered.get(least - 1).compareTo(last) == 0) {
      return last;
    }
    int tail = (int) Math.ceil(TAIL * ordered.size()) - 1;
    int at = Math.max(least, tail);
    // Of equal numbers some may stand before the cut: it is enough that the first one is far enough
    // in.
    while (at < ordered.size() - 1 && first(ordered, at) < least) {
      at++;
    }
    return ordered.get(at);
  }

  /** How many numbers lie beyond the one at a place. */
  private static int first(List<BigDecimal> ordered, int at) {
    int first = at;
    while (first > 0 && ordered.get(first - 1).compareTo(ordered.get(at)) == 0) {
      first--;
    }
    return first;
  }

  /** A number, cut. */
  BigDecimal cut(BigDecimal number) {
    return number.max(low).min(high);
  }
}
