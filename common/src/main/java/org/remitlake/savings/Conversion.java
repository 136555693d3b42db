package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** Who leaves cash for an account, and who goes back, from beneficiaries' quarters. */
public enum Conversion implements Indicator {
  /** Cash users with a payout to an account. */
  C11(
      "_T",
      "cash_to_account_conversion_pct",
      "Cash users converted",
      Direction.UP,
      "Of beneficiaries paid twice or more in the four quarters before, always in cash, and paid in"
          + " this one: those with a payout to an account, card or wallet. One who goes to another"
          + " provider's card is lost, not converted."),
  /** Cash users with most of the quarter's value on an account. */
  C11_GE50(
      "ge50",
      "conversion_ge50",
      "Cash users converted by half or more",
      Direction.UP,
      "The same with half of the quarter's value or more to an account: one promotional credit is no"
          + " habit."),
  /** Back to cash. */
  C12(
      "_T",
      "reversion_pct",
      "Back to cash",
      Direction.DOWN,
      "Of those converted two quarters before, those paid since, and only in cash.");

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;

  Conversion(String variant, String key, String title, Direction better, String note) {
    this.definition =
        new Definition(variant, key, title, Unit.PERCENT, better, note, LEAST_PERSONS);
  }

  @Override
  public String basis() {
    return "tx";
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
