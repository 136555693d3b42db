package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** How long subjects of a pilot take from one stage of the funnel to another. */
public enum FunnelTime implements Indicator {
  /** Opening to first deposit. */
  C24(
      "_T",
      "first_use_days",
      "Days to first deposit",
      "Median days from opening to first deposit of accounts opened in the last 365 days, those"
          + " without one counted until the quarter's end (Kaplan-Meier); a median over users alone"
          + " would leave out who never deposits.",
      FunnelStage.OPENED,
      FunnelStage.FUNDED,
      0.5),
  /** Application to opening. */
  C43(
      "_T",
      "turnaround_days",
      "Application to opening",
      "Median working days from application to opening, of applications of the last 365 days, those"
          + " without an account counted until the quarter's end (Kaplan-Meier), or the number"
          + " would fall when decisions stall; Saturdays, Sundays and the holidays of conf/remit.yaml are left out,"
          + " and a refusal cannot be told from waiting.",
      FunnelStage.APPLIED,
      FunnelStage.OPENED,
      0.5),
  /** The same, of the slow tenth. */
  C43_P90(
      "p90",
      "turnaround_days",
      "Application to opening, nine of ten",
      "Working days after which nine of ten applications of the last 365 days have an account; none"
          + " where more than a tenth has none yet.",
      FunnelStage.APPLIED,
      FunnelStage.OPENED,
      0.9);

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;
  private final FunnelStage from;
  private final FunnelStage to;
  private final double share;

  FunnelTime(
      String variant,
      String key,
      String title,
      String note,
      FunnelStage from,
      FunnelStage to,
      double share) {
    this.definition =
        new Definition(variant, key, title, Unit.DAYS, Direction.DOWN, note, LEAST_PERSONS);
    this.from = from;
    this.to = to;
    this.share = share;
  }

  FunnelStage from() {
    return from;
  }

  FunnelStage to() {
    return to;
  }

  /** Share of subjects that have come to the later stage after the days told. */
  double share() {
    return share;
  }

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
