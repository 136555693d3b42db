package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.remitlake.contract.Unit;

/**
 * A figure of gold before disclosure control; it must not leave this package.
 *
 * @param cell what it is a figure of
 * @param entry its line of the register
 * @param unit unit of the value
 * @param value unrounded; empty with a reason
 * @param nullReason why there is no value; empty when there is one
 * @param parts numerator and denominator
 * @param count how many stand behind it
 * @param precision of surveys and effects; empty for full counts
 * @param source where it comes from
 */
record Figure(
    Cell cell,
    Register.Entry entry,
    String unit,
    Optional<Double> value,
    String nullReason,
    Parts parts,
    Count count,
    Optional<Precision> precision,
    Source source) {

  /** The value of a dimension or key that a cell does not break down. */
  static final String TOTAL = "_T";

  /** Whether it is a part of a group: a share, or a number per 100. */
  boolean isShare() {
    return entry.isShare() || unit.equals(Unit.PER_100.label());
  }

  /** Whether it says that all of a group or none of it has the trait. */
  boolean isAllOrNone() {
    boolean ofHundred = unit.equals(Unit.PERCENT.label()) || unit.equals(Unit.PER_100.label());
    return ofHundred && value.filter(v -> v == 0 || v == 100).isPresent();
  }

  /**
   * The key of a figure within a vintage.
   *
   * @param indicator register id
   * @param variant member of the series
   * @param basis evidence base
   * @param corridor corridor or country
   * @param periodType Q or W
   * @param period quarter or year
   * @param breakdown dimensions with their values; empty for the total
   * @param pilot pilot, or {@code _T}
   * @param arm arm, or {@code _T}
   */
  record Cell(
      String indicator,
      String variant,
      String basis,
      String corridor,
      String periodType,
      String period,
      List<Dimension> breakdown,
      String pilot,
      String arm) {}

  /**
   * A dimension and its value.
   *
   * @param name as gold names it
   * @param value code
   */
  record Dimension(String name, String value) {}

  /**
   * What a ratio is made of.
   *
   * @param numerator exact
   * @param denominator exact
   * @param counted whether both are numbers of records or persons, not sums of survey weights
   */
  record Parts(Optional<BigDecimal> numerator, Optional<BigDecimal> denominator, boolean counted) {}

  /**
   * How many stand behind a figure.
   *
   * @param records records in it
   * @param units persons, households or services in it
   */
  record Count(long records, long units) {
    boolean isNone() {
      return records == 0 && units == 0;
    }

    /** The smaller of the two that is known. */
    long least() {
      return records == 0 ? units : units == 0 ? records : Math.min(records, units);
    }
  }

  /**
   * How sure an estimate is.
   *
   * @param error standard error
   * @param low lower end of the interval
   * @param high upper end
   * @param df degrees of freedom
   */
  record Precision(
      Optional<Double> error, Optional<Double> low, Optional<Double> high, Optional<Double> df) {}

  /**
   * Where a figure comes from.
   *
   * @param suppression code that gold already gave the cell; empty if none
   * @param usesRates whether reference rates entered
   * @param grade A to D; empty if none
   * @param method version of the definition
   * @param remark for readers; may be empty
   */
  record Source(
      String suppression, boolean usesRates, String grade, String method, String remark) {}
}
