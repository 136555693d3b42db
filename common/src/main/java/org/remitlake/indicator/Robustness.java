package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * How far costs depend on the source of reference rates: of transfers that have a rate by both.
 *
 * @param kind which number
 */
public record Robustness(Kind kind) implements Formula {
  private static final int LEAST_PROVIDERS = 3;

  /** Which number. */
  public enum Kind {
    /** Margin by the first source less that by the second, percentage points. */
    SENSITIVITY,
    /** The lower of both total costs, percent. */
    LOW,
    /** The higher, percent. */
    HIGH,
    /** Rank correlation (Spearman) of providers' total costs; of three providers or more. */
    RANKS
  }

  @Override
  public Outcome of(TransferCell cell) {
    double n = cell.count(Measure.WITH_SECOND);
    double first = cell.sum(Measure.FIRST_COST_PCT).doubleValue() / n;
    double second = cell.sum(Measure.SECOND_COST_PCT).doubleValue() / n;
    Optional<Double> value =
        n == 0
            ? Optional.empty()
            : switch (kind) {
              case SENSITIVITY ->
                  Optional.of(
                      cell.sum(Measure.FIRST_MARGIN_PCT)
                              .subtract(cell.sum(Measure.SECOND_MARGIN_PCT))
                              .doubleValue()
                          / n);
              case LOW -> Optional.of(Math.min(first, second));
              case HIGH -> Optional.of(Math.max(first, second));
              case RANKS -> ranks(cell.rated().values());
            };
    return Outcome.of(value, Formula.senders(cell, records()), "UNIT", "FEW_PROVIDERS");
  }

  private static Optional<Double> ranks(Collection<TransferCell.Rated> providers) {
    if (providers.size() < LEAST_PROVIDERS) {
      return Optional.empty();
    }
    List<Double> first = new ArrayList<>();
    List<Double> second = new ArrayList<>();
    for (TransferCell.Rated provider : providers) {
      first.add(provider.first().doubleValue() / provider.n());
      second.add(provider.second().doubleValue() / provider.n());
    }
    double rank =
        new SpearmansCorrelation()
            .correlation(
                first.stream().mapToDouble(x -> x).toArray(),
                second.stream().mapToDouble(x -> x).toArray());
    return Double.isNaN(rank) ? Optional.empty() : Optional.of(rank);
  }

  /** Ranks are of the providers of a whole corridor. */
  @Override
  public boolean has(CellKey cell) {
    return kind != Kind.RANKS || cell.isTotal();
  }

  @Override
  public Measure records() {
    return Measure.WITH_SECOND;
  }

  @Override
  public boolean usesRates() {
    return true;
  }
}
