package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;

/**
 * How few firms hold a market (catalogue A38); brands count with their owner.
 *
 * @param by what shares are of
 * @param kind which number
 */
public record Concentration(By by, Kind kind) implements Formula {
  /** What shares are of. */
  public enum By {
    /** Number of transfers. */
    NUMBER,
    /** Volume in USD. */
    VOLUME
  }

  /** Which number. */
  public enum Kind {
    /** Sum of squared shares, 1/N to 1. */
    HHI,
    /** The same, 0 to 1 whatever the number of firms; none with one firm. */
    NORMALISED,
    /** Share of the largest firm, in percent. */
    LARGEST,
    /** Share of the three largest, in percent. */
    THREE_LARGEST
  }

  @Override
  public Outcome of(TransferCell cell) {
    double[] sizes =
        cell.firms().values().stream()
            .map(f -> by == By.NUMBER ? BigDecimal.valueOf(f.transfers()) : f.usd())
            .filter(size -> size.signum() > 0)
            .sorted(Comparator.reverseOrder())
            .mapToDouble(BigDecimal::doubleValue)
            .toArray();
    return new Outcome(
        sizes.length == 0 ? Optional.empty() : value(sizes),
        Optional.empty(),
        Optional.empty(),
        Formula.senders(cell, records()),
        by == By.NUMBER ? "UNIT" : "VALUE",
        1);
  }

  private Optional<Double> value(double[] descending) {
    double all = 0;
    double largest = 0;
    double squares = 0;
    for (int i = 0; i < descending.length; i++) {
      all += descending[i];
      largest += i < 3 ? descending[i] : 0;
      squares += descending[i] * descending[i];
    }
    double hhi = squares / (all * all);
    double least = 1.0 / descending.length;
    return switch (kind) {
      case HHI -> Optional.of(hhi);
      case NORMALISED ->
          descending.length < 2 ? Optional.empty() : Optional.of((hhi - least) / (1 - least));
      case LARGEST -> Optional.of(100 * descending[0] / all);
      case THREE_LARGEST -> Optional.of(100 * largest / all);
    };
  }

  @Override
  public Measure records() {
    return by == By.NUMBER ? Measure.COMPLETED : Measure.WITH_USD;
  }

  @Override
  public boolean usesRates() {
    return by == By.VOLUME;
  }

  /** Of one firm it says nothing. */
  @Override
  public boolean has(CellKey cell) {
    return !cell.isBrokenDownBy(Dimension.PROVIDER_ID);
  }
}
