package org.remitlake.frequency;

import static org.remitlake.frequency.SenderCount.ACTIVE;
import static org.remitlake.frequency.SenderCount.ACTIVE_YEAR_AGO;
import static org.remitlake.frequency.SenderCount.BACK;
import static org.remitlake.frequency.SenderCount.COHORT_4_ACTIVE;
import static org.remitlake.frequency.SenderCount.COHORT_8_ACTIVE;
import static org.remitlake.frequency.SenderCount.IN_180_DAYS;
import static org.remitlake.frequency.SenderCount.IN_90_DAYS;
import static org.remitlake.frequency.SenderCount.NEW;
import static org.remitlake.frequency.SenderCount.SEEN;
import static org.remitlake.frequency.SenderCount.SEVERAL_BENEFICIARIES;
import static org.remitlake.frequency.SenderCount.SPLIT;
import static org.remitlake.frequency.SenderCount.STAYING;
import static org.remitlake.frequency.SenderCount.SWITCHED;
import static org.remitlake.frequency.SenderCount.TRANSFERS;
import static org.remitlake.frequency.SenderCount.WITH_MAIN_PROVIDER;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;

/** Who stays, comes, goes and comes back, and to whom and with whom senders send. */
@SuppressWarnings("ImmutableEnumChecker") // formulas are records
public enum Loyalty implements SenderIndicator {
  /** Without a transfer for 180 days. */
  B18(
      "dormant_senders",
      "Dormant senders (180 days)",
      Unit.PERSONS,
      Direction.DOWN,
      "Senders of any earlier day without a transfer in the last 180: longer than a seasonal"
          + " worker's winter.",
      new SenderFormula.Dormant(IN_180_DAYS, 1)),
  /** Without a transfer for 90 days. */
  B18_D90(
      "d90",
      "dormant_senders",
      "Dormant senders (90 days)",
      Unit.PERSONS,
      Direction.DOWN,
      "Only to compare with standards of accounts: it calls half of the seasonal workers lost every"
          + " February.",
      new SenderFormula.Dormant(IN_90_DAYS, 1)),
  /** Without a transfer for 365 days. */
  B18_D365(
      "d365",
      "dormant_senders",
      "Dormant senders (365 days)",
      Unit.PERSONS,
      Direction.DOWN,
      "Senders of any earlier day without a transfer in the last 365.",
      new SenderFormula.Dormant(SEEN, SenderFormula.FOR_A_YEAR)),
  /** Gone since a year ago. */
  B19(
      "churn_yoy_pct",
      "Year-on-year churn",
      Unit.PERCENT,
      Direction.DOWN,
      "Of those who sent in the same quarter a year ago, those without a transfer since; year on"
          + " year, so the season cancels.",
      new SenderFormula.Rest(STAYING, ACTIVE_YEAR_AGO, 4)),
  /** Back after a year. */
  B20(
      "reactivation_share",
      "Reactivated senders",
      Unit.PERCENT,
      Direction.UP,
      "Of the quarter's senders, those back after four quarters or more without a transfer.",
      new SenderFormula.Share(BACK, ACTIVE, 5)),
  /** Cohort after a year. */
  B21_A4(
      "a4",
      "cohort_retention",
      "Cohort retention after 4 quarters",
      Unit.PERCENT,
      Direction.UP,
      "Of those first seen four quarters ago, those who sent in this one, the same season; not for"
          + " cohorts of the first four quarters of the data, whose senders may be old ones.",
      new SenderFormula.Cohort(COHORT_4_ACTIVE, 4, 8)),
  /** Cohort after two years. */
  B21_A8(
      "a8",
      "cohort_retention",
      "Cohort retention after 8 quarters",
      Unit.PERCENT,
      Direction.UP,
      "Of those first seen eight quarters ago, those who sent in this one.",
      new SenderFormula.Cohort(COHORT_8_ACTIVE, 8, 12)),
  /** First transfer in the quarter. */
  B22(
      "new_senders_share",
      "New senders",
      Unit.PERCENT,
      Direction.NONE,
      "Of the quarter's senders, those never seen before; not in the first four quarters of the"
          + " data, where everyone is.",
      new SenderFormula.Share(NEW, ACTIVE, 4)),
  /** Several beneficiaries. */
  B23(
      "senders_multi_beneficiary_share",
      "Senders with several beneficiaries",
      Unit.PERCENT,
      Direction.NONE,
      "Of those who sent in the last 365 days, those who sent to two or more.",
      new SenderFormula.Share(SEVERAL_BENEFICIARIES, SEEN, SenderFormula.FOR_A_YEAR)),
  /** Another main provider. */
  B24(
      "provider_switch_rate",
      "Provider switching",
      Unit.PERCENT,
      Direction.NONE,
      "Of those who sent in the quarter and a year ago, those whose main provider changed; only"
          + " where hashes are the same at all providers.",
      new SenderFormula.Share(SWITCHED, WITH_MAIN_PROVIDER, 4)),
  /** Split transfers. */
  B25(
      "split_transfer_rate",
      "Split transfers",
      Unit.PERCENT,
      Direction.DOWN,
      "Of the quarter's transfers, those beside another of the sender to the same beneficiary within"
          + " 24 hours; one after the quarter's end is not seen.",
      new SenderFormula.Share(SPLIT, TRANSFERS, 0));

  private static final int LEAST_SENDERS = 10;

  private final Definition definition;
  private final SenderFormula formula;

  Loyalty(
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
  Loyalty(
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
