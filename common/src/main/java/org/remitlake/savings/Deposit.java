package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What stays on accounts, from balances and ledgers of partner banks. */
public enum Deposit implements Indicator {
  /** Mean of accounts' average balances. */
  C15(
      "_T",
      "avg_daily_balance_lcu",
      "Average daily balance",
      Unit.LCU,
      "Mean over accounts of the balance at the ends of the days on which each was open, worked out"
          + " from postings between balances, and 0 where nothing was ever paid in; a balance of one"
          + " day depends on how near a payday is. Nominal."),
  /** Median of accounts' average balances. */
  C15_MEDIAN(
      "median",
      "avg_daily_balance_median_lcu",
      "Average daily balance, median account",
      Unit.LCU,
      "The same for the account in the middle: a few large deposits make the mean, and most"
          + " accounts are nearly empty."),
  /** Balances over remittances of a year. */
  C16(
      "_T",
      "balance_to_remittance_ratio",
      "Balance to yearly remittances",
      Unit.PERCENT,
      "Balances at the quarter's end over remittances credited in 12 months, of holders to whom any"
          + " were: other money of theirs is in the balance, unlike in what is kept of"
          + " remittances (C13)."),
  /** What was put in less what was taken out. */
  C17(
      "_T",
      "net_saving_flow_lcu",
      "Net saving flow",
      Unit.LCU,
      "Credits less debits and fees of the quarter, without interest and the tax on it: a balance"
          + " also grows by interest alone."),
  /** Remittances that are moved on to savings. */
  C18(
      "_T",
      "deposit_conversion_pct",
      "Remittance moved to savings",
      Unit.PERCENT,
      "Of remittances credited to other accounts, by number, those of which a tenth or more was"
          + " moved within 7 days to an account of a pilot's product; what is left where it came is"
          + " in C13.");

  private static final int LEAST_HOLDERS = 10;

  private final Definition definition;

  Deposit(String variant, String key, String title, Unit unit, String note) {
    this.definition = new Definition(variant, key, title, unit, Direction.UP, note, LEAST_HOLDERS);
  }

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** Whether records count alike, whatever their amounts. */
  boolean isOfRecords() {
    return this == C15 || this == C15_MEDIAN || this == C18;
  }
}
