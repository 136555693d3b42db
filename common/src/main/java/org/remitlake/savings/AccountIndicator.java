package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** Savings numbers from ledgers and registers. */
public enum AccountIndicator implements Indicator {
  /** Share of remittances still on the account after 30 days. */
  C13(
      "_T",
      "retained_30d_share",
      "Kept after 30 days (last in, first out)",
      Unit.PERCENT,
      "Of credited remittances, by value, what no later debit consumed; a balance would count other"
          + " money as kept."),
  /** The same, older lots first. */
  C13_FIFO(
      "fifo",
      "retained_30d_share",
      "Kept after 30 days (first in, first out)",
      Unit.PERCENT,
      "The upper comparison of C13: withdrawals consume older money first."),
  /** Share of remittances still on the account after 90 days. */
  C13_D90(
      "d90",
      "retained_90d_share",
      "Kept after 90 days (last in, first out)",
      Unit.PERCENT,
      "The same after 90 days, of credits whose 90 days lie in the bank's books."),
  /** Share of remittances of which something is left. */
  C14(
      "_T",
      "retained_any_share",
      "Transfers with a tenth kept",
      Unit.PERCENT,
      "Of credited remittances, by number, those of which 10 % or more is left after 30 days; the"
          + " median is 0 where most is withdrawn at once."),
  /** Units that opened the product within 12 months of the offer. */
  C23_M12(
      "m12",
      "uptake_per_100_elig",
      "Uptake per 100 eligible, 12 months",
      Unit.PER_100,
      "Opened within 12 months of the offer, of all eligible units as assigned; those who moved or"
          + " died stay in, unlike in a rate of those contacted."),
  /** Units that opened the product within 3 months of the offer. */
  C23_M3(
      "m3",
      "uptake_per_100_elig",
      "Uptake per 100 eligible, 3 months",
      Unit.PER_100,
      "The early version of C23: opened within 3 months of the offer.");

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;

  AccountIndicator(String variant, String key, String title, Unit unit, String note) {
    this.definition = new Definition(variant, key, title, unit, Direction.UP, note, LEAST_PERSONS);
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
