package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/**
 * How far eligible subjects of a pilot came by the end of a quarter: each stage counted, over the
 * stage before, and over all eligible.
 *
 * <p>The headline are the cells of {@code cohort}, by the quarter in which a subject was reached;
 * who was not reached is in none. The other cells hold all subjects of the frame.
 */
public enum Funnel implements Indicator {
  /** Eligible units. */
  C20_ELIGIBLE(Kind.COUNT, FunnelStage.ELIGIBLE),
  /** Reached. */
  C20_REACHED(Kind.COUNT, FunnelStage.REACHED),
  /** Aware. */
  C20_AWARE(Kind.COUNT, FunnelStage.AWARE),
  /** Interested. */
  C20_INTERESTED(Kind.COUNT, FunnelStage.INTERESTED),
  /** Applied. */
  C20_APPLIED(Kind.COUNT, FunnelStage.APPLIED),
  /** Approved. */
  C20_APPROVED(Kind.COUNT, FunnelStage.APPROVED),
  /** Opened. */
  C20_OPENED(Kind.COUNT, FunnelStage.OPENED),
  /** First deposit made. */
  C20_FUNDED(Kind.COUNT, FunnelStage.FUNDED),
  /** Active at 30 days. */
  C20_ACTIVE_30D(Kind.COUNT, FunnelStage.ACTIVE_30D),
  /** Active at 90 days. */
  C20_ACTIVE_90D(Kind.COUNT, FunnelStage.ACTIVE_90D),
  /** Persistent at 180 days. */
  C20_PERSIST_180D(Kind.COUNT, FunnelStage.PERSIST_180D),
  /** Persistent at 365 days. */
  C20_PERSIST_365D(Kind.COUNT, FunnelStage.PERSIST_365D),
  /** Reached, of those at the stage before. */
  C21_REACHED(Kind.STEP, FunnelStage.REACHED),
  /** Aware, of those at the stage before. */
  C21_AWARE(Kind.STEP, FunnelStage.AWARE),
  /** Interested, of those at the stage before. */
  C21_INTERESTED(Kind.STEP, FunnelStage.INTERESTED),
  /** Applied, of those at the stage before. */
  C21_APPLIED(Kind.STEP, FunnelStage.APPLIED),
  /** Approved, of those at the stage before. */
  C21_APPROVED(Kind.STEP, FunnelStage.APPROVED),
  /** Opened, of those at the stage before. */
  C21_OPENED(Kind.STEP, FunnelStage.OPENED),
  /** First deposit made, of those at the stage before. */
  C21_FUNDED(Kind.STEP, FunnelStage.FUNDED),
  /** Active at 30 days, of those at the stage before. */
  C21_ACTIVE_30D(Kind.STEP, FunnelStage.ACTIVE_30D),
  /** Active at 90 days, of those at the stage before. */
  C21_ACTIVE_90D(Kind.STEP, FunnelStage.ACTIVE_90D),
  /** Persistent at 180 days, of those at the stage before. */
  C21_PERSIST_180D(Kind.STEP, FunnelStage.PERSIST_180D),
  /** Persistent at 365 days, of those at the stage before. */
  C21_PERSIST_365D(Kind.STEP, FunnelStage.PERSIST_365D),
  /** Reached, of those eligible. */
  C22_REACHED(Kind.OF_ELIGIBLE, FunnelStage.REACHED),
  /** Aware, of those eligible. */
  C22_AWARE(Kind.OF_ELIGIBLE, FunnelStage.AWARE),
  /** Interested, of those eligible. */
  C22_INTERESTED(Kind.OF_ELIGIBLE, FunnelStage.INTERESTED),
  /** Applied, of those eligible. */
  C22_APPLIED(Kind.OF_ELIGIBLE, FunnelStage.APPLIED),
  /** Approved, of those eligible. */
  C22_APPROVED(Kind.OF_ELIGIBLE, FunnelStage.APPROVED),
  /** Opened, of those eligible. */
  C22_OPENED(Kind.OF_ELIGIBLE, FunnelStage.OPENED),
  /** First deposit made, of those eligible. */
  C22_FUNDED(Kind.OF_ELIGIBLE, FunnelStage.FUNDED),
  /** Active at 30 days, of those eligible. */
  C22_ACTIVE_30D(Kind.OF_ELIGIBLE, FunnelStage.ACTIVE_30D),
  /** Active at 90 days, of those eligible. */
  C22_ACTIVE_90D(Kind.OF_ELIGIBLE, FunnelStage.ACTIVE_90D),
  /** Persistent at 180 days, of those eligible. */
  C22_PERSIST_180D(Kind.OF_ELIGIBLE, FunnelStage.PERSIST_180D),
  /** Persistent at 365 days, of those eligible. */
  C22_PERSIST_365D(Kind.OF_ELIGIBLE, FunnelStage.PERSIST_365D);

  private static final int LEAST_PERSONS = 10;

  private final Kind kind;
  private final FunnelStage stage;
  private final Definition definition;

  /** What is done with the count of a stage. */
  enum Kind {
    COUNT(
        "funnel_n_",
        "Funnel stage counts: ",
        Unit.NUMBER,
        "Distinct subjects of the registry's frame that came to the stage by the quarter's end; an"
            + " earlier stage from the application on that nobody noted counts from the day of the"
            + " later one (n_missing)."),
    STEP(
        "funnel_step_pct_",
        "Step conversion: ",
        Unit.PERCENT,
        "Over those at the stage before by the quarter's end; above 100 where neighbours heard of"
            + " it without being contacted, and without openers whose days at the stage are not yet"
            + " over."),
    OF_ELIGIBLE(
        "funnel_cum_pct_",
        "Cumulative conversion: ",
        Unit.PERCENT,
        "Over all units of the registry's frame, reached or not, unlike a rate of those contacted;"
            + " over those reached in cells of a cohort, and without openers whose days at the"
            + " stage are not yet over.");

    private final String key;
    private final String title;
    private final Unit unit;
    private final String note;

    Kind(String key, String title, Unit unit, String note) {
      this.key = key;
      this.title = title;
      this.unit = unit;
      this.note = note;
    }

    private Definition of(FunnelStage stage) {
      return new Definition(
          stage.variant(),
          key + stage.variant(),
          title + stage.words(),
          unit,
          Direction.UP,
          note,
          LEAST_PERSONS);
    }
  }

  Funnel(Kind kind, FunnelStage stage) {
    this.kind = kind;
    this.stage = stage;
    this.definition = kind.of(stage);
  }

  Kind kind() {
    return kind;
  }

  FunnelStage stage() {
    return stage;
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
