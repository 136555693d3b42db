package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** Whether a product pays for the partner; told by partners in confidence, and for nobody else. */
public enum PartnerFinance implements Indicator {
  /** What an account brings. */
  C51(
      "revenue_per_account",
      "Partner revenue per account",
      Unit.USD,
      Direction.UP,
      "Fees and net interest income of the quarter, at the mean reference rate of each month, over"
          + " the mean of accounts open when it began and when it ended; revenue and not profit."),
  /** The balance from which an account pays for itself. */
  C52(
      "break_even_balance",
      "Balance at which account breaks even",
      Unit.LCU,
      Direction.DOWN,
      "Yearly servicing cost less fees of an account, over the net interest margin that a unit of"
          + " deposits earns in a year, of four quarters; 0 where fees cover the cost. A mean: the"
          + " cost of opening and what a further account would cost are not in it.");

  private static final int LEAST_ACCOUNTS = 10;

  private final Definition definition;

  PartnerFinance(String key, String title, Unit unit, Direction better, String note) {
    this.definition = new Definition(key, title, unit, better, note, LEAST_ACCOUNTS);
  }

  /** Months that it rests on. */
  int months() {
    return switch (this) {
      case C51 -> 3;
      case C52 -> 12;
    };
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
