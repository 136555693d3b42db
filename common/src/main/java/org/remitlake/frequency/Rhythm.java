package org.remitlake.frequency;

import static org.remitlake.frequency.SenderCount.FREQUENT;
import static org.remitlake.frequency.SenderCount.REGULAR;
import static org.remitlake.frequency.SenderCount.SEEN;
import static org.remitlake.frequency.SenderCount.SINGLE;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/**
 * How regularly people send, from the paths of senders through time. A sender counts where the
 * first transfer was made: with its provider, and with the sex noted there.
 */
@SuppressWarnings("ImmutableEnumChecker") // formulas are records
public enum Rhythm implements SenderIndicator {
  /** Median over senders of the median gap. */
  B11(
      "inter_transfer_days",
      "Days between transfers",
      Unit.DAYS,
      Direction.NONE,
      "Median over senders of their own median gap in the last 365 days; who sent once has none and"
          + " stands in B11 single.",
      new SenderFormula.Gap(0.5)),
  /** First quartile of it. */
  B11_P25(
      "p25",
      "inter_transfer_days",
      "Days between transfers, first quartile",
      Unit.DAYS,
      Direction.NONE,
      "A quarter of the senders have a shorter median gap.",
      new SenderFormula.Gap(0.25)),
  /** Third quartile of it. */
  B11_P75(
      "p75",
      "inter_transfer_days",
      "Days between transfers, third quartile",
      Unit.DAYS,
      Direction.NONE,
      "A quarter of the senders have a longer median gap.",
      new SenderFormula.Gap(0.75)),
  /** Senders without a gap. */
  B11_SINGLE(
      "single",
      "share_single",
      "Senders of a single transfer",
      Unit.PERCENT,
      Direction.NONE,
      "Of those who sent in the last 365 days, those who did once, whom B11 cannot see.",
      new SenderFormula.Share(SINGLE, SEEN, SenderFormula.FOR_A_YEAR)),
  /** Kaplan-Meier median. */
  B12(
      "km_median_days_to_next",
      "Time to next transfer",
      Unit.DAYS,
      Direction.NONE,
      "From the first transfer of the last 365 days to the next, those without one counted until"
          + " the end (Kaplan-Meier); none where fewer than half sent again.",
      new SenderFormula.ToNext()),
  /** Median irregularity. */
  B13(
      "interval_cv",
      "Irregularity of gaps",
      Unit.RATIO,
      Direction.DOWN,
      "Median over senders of standard deviation over mean of their gaps, four gaps or more.",
      new SenderFormula.Irregularity()),
  /** Regular among frequent senders. */
  B14(
      "regular_sender_share",
      "Regular senders",
      Unit.PERCENT,
      Direction.UP,
      "Of those with six transfers or more in 365 days, those whose gaps vary by half their mean or"
          + " less.",
      new SenderFormula.Share(REGULAR, FREQUENT, SenderFormula.FOR_A_YEAR)),
  /** Regular among all senders. */
  B14_OF_ACTIVE(
      "of_active",
      "regular_of_active",
      "Regular senders among all",
      Unit.PERCENT,
      Direction.UP,
      "The same, of all who sent in 365 days.",
      new SenderFormula.Share(REGULAR, SEEN, SenderFormula.FOR_A_YEAR)),
  /** Months with a transfer. */
  B15(
      "active_months_share",
      "Active months in a year",
      Unit.PERCENT,
      Direction.UP,
      "Mean over those who sent in the last twelve months of their months with a transfer, of 12.",
      new SenderFormula.Months());

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final SenderFormula formula;

  Rhythm(
      String variant,
      String key,
      String title,
      Unit unit,
      Direction better,
      String note,
      SenderFormula formula) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_SENDERS);
    this.formula = formula;
  }

  /** The only one of its id, or its headline. */
  Rhythm(
      String key, String title, Unit unit, Direction better, String note, SenderFormula formula) {
    this("_T", key, title, unit, better, note, formula);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public SenderFormula formula() {
    return formula;
  }
}
