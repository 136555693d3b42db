package org.remitlake.frequency;

import java.util.List;
import java.util.Optional;

/**
 * What is known of a sender at the end of a quarter.
 *
 * @param gaps days between events of the last 365 days; transfers of a day to one beneficiary are
 *     one event
 * @param events number of events of the last 365 days
 * @param daysToNext days from the first of these events to the next, or to the end
 * @param hasNext whether there is a next
 * @param months of the last twelve calendar months, those with a transfer
 * @param isActive whether there is a transfer in the quarter
 * @param wasActive in the quarter a year before
 * @param isStaying active a year before and in one of the four quarters since
 * @param isBack active again after four quarters without, or more
 * @param lastDay of the last transfer up to the quarter's end
 * @param hasBeneficiaries whether there were two beneficiaries or more in the last 365 days
 * @param transfers transfers of the quarter
 * @param split of these, those beside another to the same beneficiary within 24 hours
 * @param hasSwitched whether the main provider is another than a year before; empty where hashes
 *     are not linked, or there is none
 */
record Standing(
    List<Integer> gaps,
    int events,
    int daysToNext,
    boolean hasNext,
    int months,
    boolean isActive,
    boolean wasActive,
    boolean isStaying,
    boolean isBack,
    int lastDay,
    boolean hasBeneficiaries,
    int transfers,
    int split,
    Optional<Boolean> hasSwitched) {

  private static final int LEAST_GAPS = 4;

  /** Middle gap; the mean of both where two are in the middle. */
  Optional<Double> medianGap() {
    if (gaps.isEmpty()) {
      return Optional.empty();
    }
    List<Integer> sorted = gaps.stream().sorted().toList();
    int half = sorted.size() / 2;
    return Optional.of(
        sorted.size() % 2 == 1
            ? (double) sorted.get(half)
            : (sorted.get(half - 1) + sorted.get(half)) / 2.0);
  }

  /** Standard deviation (n - 1) over mean of four gaps or more. */
  Optional<Double> irregularity() {
    double mean = gaps.stream().mapToInt(g -> g).average().orElse(0);
    if (gaps.size() < LEAST_GAPS || mean == 0) {
      return Optional.empty();
    }
    double squares = gaps.stream().mapToDouble(g -> (g - mean) * (g - mean)).sum();
    return Optional.of(Math.sqrt(squares / (gaps.size() - 1)) / mean);
  }
}
