package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What an account costs the programme of a pilot. */
public enum PilotCost implements Indicator {
  /** Per account opened. */
  C50(
      "_T",
      "cost_per_account_opened",
      "Programme cost per account",
      "Programme cost booked in the quarter, at the rates of the booking days and without the"
          + " evaluation, over the frame's subjects that opened in it; what was booked before the"
          + " first offer is in no quarter.",
      FunnelStage.OPENED,
      0),
  /** Per account that is still used half a year later. */
  C50_PERSIST180(
      "persist180",
      "cost_per_account_persistent",
      "Programme cost per persistent account",
      "Programme cost booked two quarters before, over the frame's subjects whose account was"
          + " persistent at its 180th day in this one: the number to decide by, since an account"
          + " that is opened and left helps nobody.",
      FunnelStage.PERSIST_180D,
      2);

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;
  private final FunnelStage stage;
  private final int lag;

  PilotCost(String variant, String key, String title, String note, FunnelStage stage, int lag) {
    this.definition =
        new Definition(variant, key, title, Unit.USD, Direction.DOWN, note, LEAST_PERSONS);
    this.stage = stage;
    this.lag = lag;
  }

  FunnelStage stage() {
    return stage;
  }

  /** Quarters by which the cost comes before the accounts. */
  int lag() {
    return lag;
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
