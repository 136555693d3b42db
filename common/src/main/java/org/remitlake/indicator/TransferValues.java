package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Values of transfer indicators, from the cells of a cube. */
final class TransferValues {
  private static final String BREAK = "g";
  private static final double LEAST_COVERAGE = 0.80;
  private static final Set<Measure> WITH_COST =
      Set.of(Measure.COSTED, Measure.COSTED_IN_USD, Measure.WITH_SECOND);

  private final Map<String, Optional<String>> sources;
  private final Predicate<CellKey> isFallback;
  private final Predicate<CellKey> isOtherBank;

  /**
   * Knows the reference rates.
   *
   * @param sources their source, by corridor and quarter joined by a blank
   * @param isFallback whether a cell's source is not the first choice
   * @param isOtherBank whether it is another than in the quarter before
   */
  TransferValues(
      Map<String, Optional<String>> sources,
      Predicate<CellKey> isFallback,
      Predicate<CellKey> isOtherBank) {
    this.sources = sources;
    this.isFallback = isFallback;
    this.isOtherBank = isOtherBank;
  }

  List<ValueRow> of(List<TransferIndicator> indicators, Map<CellKey, TransferCell> cells) {
    List<ValueRow> rows = new ArrayList<>();
    cells.forEach(
        (key, cell) ->
            indicators.stream()
                .filter(i -> i.formula().has(key))
                .forEach(i -> rows.add(value(i, key, cell))));
    return rows;
  }

  private ValueRow value(TransferIndicator indicator, CellKey key, TransferCell cell) {
    Formula formula = indicator.formula();
    Formula.Outcome outcome = formula.of(cell);
    long population = cell.count(formula.population());
    long n = cell.count(formula.records());
    boolean ofReceipts =
        formula instanceof Formula.Persons p && p.side() == Formula.Side.BENEFICIARY;
    long missing = ofReceipts ? 0 : population - n;
    double missingShare = population == 0 ? 0 : (double) missing / population;
    String nullReason = "";
    if (ValueRow.tooMuchMissing(missing, population)) {
      nullReason = "Q_MISSING";
    } else if (outcome.units() == 0) {
      nullReason = "EMPTY";
    } else if (outcome.value().isEmpty()) {
      nullReason = outcome.whenNone();
    }
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? outcome.value() : Optional.empty(),
        nullReason,
        outcome.numerator(),
        outcome.denominator(),
        ofReceipts ? cell.receipts() : n,
        outcome.units(),
        missing,
        excluded(formula, cell),
        outcome.weightRule(),
        formula.usesRates()
            ? sources.getOrDefault(key.corridor() + " " + key.quarter(), Optional.empty())
            : Optional.empty(),
        grade(formula, key, missingShare, outcome.coveredShare()),
        Optional.empty(),
        isBreak(indicator, key, cell) ? BREAK : "");
  }

  /** Catalogue 8.6: what differs from the quarter before for other reasons than prices. */
  private boolean isBreak(TransferIndicator indicator, CellKey key, TransferCell cell) {
    return (indicator.formula().usesRates() && isOtherBank.test(key))
        || (indicator.isReadAsPrice() && CostChange.hasMovedFar(cell));
  }

  private static Map<String, Long> excluded(Formula formula, TransferCell cell) {
    Map<String, Long> excluded = new TreeMap<>();
    List<String> reasons = new ArrayList<>(Excluded.FROM_POPULATION);
    if (WITH_COST.contains(formula.records())) {
      reasons.addAll(Excluded.WITHOUT_COST);
    }
    for (String reason : reasons) {
      if (cell.excluded(reason) > 0) {
        excluded.put(reason, cell.excluded(reason));
      }
    }
    return excluded;
  }

  /** Catalogue 8.6 and 2.9, as far as transfers alone tell: missing values, fallback rates. */
  private String grade(Formula formula, CellKey key, double missingShare, double covered) {
    int score = 100;
    score -= missingShare > 0.10 ? 15 : missingShare > 0.05 ? 5 : 0;
    score -= formula.usesRates() && isFallback.test(key) ? 5 : 0;
    if (covered < LEAST_COVERAGE) {
      score = Math.min(score, 74);
    }
    return score >= 90 ? "A" : score >= 75 ? "B" : score >= 60 ? "C" : "D";
  }
}
