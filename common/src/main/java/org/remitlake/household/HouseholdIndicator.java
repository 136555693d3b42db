package org.remitlake.household;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** Shares of persons and households, estimated from sample surveys. */
public enum HouseholdIndicator implements Indicator {
  /** Adults of receiving households who hold an account. */
  C01(
      "account_ownership_svy_pct",
      "Adults with an account",
      "Adults (15+) of households that receive from abroad, by their own answer; Findex asks one adult"
          + " of any household."),
  /** Households that received from abroad. */
  D01(
      "hh_receiving_pct",
      "Households receiving",
      "Money from a person abroad within twelve months; shares of the last ten days are far lower.");

  private static final int LEAST_INTERVIEWS = 30;

  private final Definition definition;

  HouseholdIndicator(String key, String title, String note) {
    Direction better = key.startsWith("account") ? Direction.UP : Direction.NONE;
    this.definition = new Definition(key, title, Unit.PERCENT, better, note, LEAST_INTERVIEWS);
  }

  @Override
  public String basis() {
    return "svy";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
