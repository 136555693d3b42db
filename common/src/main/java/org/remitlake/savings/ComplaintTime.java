package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** How long partners take to close complaints. */
public enum ComplaintTime implements Indicator {
  /** Receipt to closing. */
  C49;

  private static final int LEAST_COMPLAINTS = 10;

  private final Definition definition =
      new Definition(
          "complaint_resolution_days",
          "Complaint resolution time",
          Unit.DAYS,
          Direction.DOWN,
          "Median days from receipt to closing of complaints received in the quarter, open ones"
              + " counted until its end (Kaplan-Meier); a median of closed ones alone would fall"
              + " when hard ones stay open.",
          LEAST_COMPLAINTS);

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
