package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** How accounts are used, kept and followed by others, from banks' registers and ledgers. */
public enum AccountUse implements Indicator {
  /** Accounts not used for a year. */
  C03(
      "_T",
      "inactive_account_share",
      "Inactive accounts",
      Unit.PERCENT,
      Direction.DOWN,
      "Of open accounts that are a year old or older, those without a deposit or withdrawal of"
          + " the customer's own doing in 12 months; interest and fees are no use, unlike in a"
          + " bank's own dormancy flag."),
  /** Accounts of pilots not used for 90 days. */
  C03_D90(
      "d90",
      "inactive_account_share_90d",
      "Inactive pilot accounts, 90 days",
      Unit.PERCENT,
      Direction.DOWN,
      "The same in the last 90 days, of accounts of pilots that are 90 days old or older."),
  /** Accounts in use. */
  C25(
      "_T",
      "active_use_rate",
      "Active accounts (90 days)",
      Unit.PERCENT,
      Direction.UP,
      "Of open accounts that are 90 days old or older, those with a transaction of the customer's"
          + " own doing in the last 90 days; an account that is merely open does not count."),
  /** Accounts in use half a year after their opening. */
  C26_D180(
      "d180",
      "persistence_180",
      "Persistence at 180 days",
      Unit.PERCENT,
      Direction.UP,
      "Of all accounts opened 180 days ago or earlier, closed ones included, those that on their"
          + " 180th day were open, held money and had been used by the customer in 90 days;"
          + " without those older than the bank's books."),
  /** Accounts in use a year after their opening. */
  C26_D365(
      "d365",
      "persistence_365",
      "Persistence at 365 days",
      Unit.PERCENT,
      Direction.UP,
      "The same on the 365th day of accounts opened 365 days ago or earlier."),
  /** Accounts closed. */
  C27(
      "_T",
      "closure_rate",
      "Closures",
      Unit.PERCENT,
      Direction.DOWN,
      "Of accounts open when the quarter began, those closed in it, by whomever; one opened and"
          + " closed in the same quarter is on neither side."),
  /** Holders that took another product. */
  C28(
      "_T",
      "cross_sell_rate",
      "Holders with another product",
      Unit.PERCENT,
      Direction.UP,
      "Of holders of a pilot's account that is open and 90 days old or older, those with another"
          + " product of any kind begun at the bank, or another policy, after it; what they had"
          + " before, or took on the same day, does not count."),
  /** Holders that opened another account. */
  C28_ACCOUNT(
      "account",
      "cross_sell_rate_account",
      "Holders with another account",
      Unit.PERCENT,
      Direction.UP,
      "The same of accounts of another product, cards and term deposits among them: a register of"
          + " accounts does not tell them apart."),
  /** Holders that took a loan. */
  C28_CREDIT(
      "credit",
      "cross_sell_rate_credit",
      "Holders with a loan",
      Unit.PERCENT,
      Direction.UP,
      "The same of loans, at banks that tell of loans."),
  /** Holders that took a policy. */
  C28_INSURANCE(
      "insurance",
      "cross_sell_rate_insurance",
      "Holders with a policy",
      Unit.PERCENT,
      Direction.UP,
      "The same of insurance policies, in countries whose insurers tell of them."),
  /** Products that a holder has. */
  C29(
      "_T",
      "products_per_client",
      "Products per client",
      Unit.NUMBER,
      Direction.UP,
      "Mean number of different account products that a holder of a pilot's account has open at"
          + " the bank; loans and policies are not in it."),
  /** Goals reached in time. */
  C30(
      "_T",
      "goal_completion_share",
      "Goals reached",
      Unit.PERCENT,
      Direction.UP,
      "Of goals due in the quarter as last agreed, those whose amount was on the account at the"
          + " end of a day up to then for which the bank told the balance."),
  /** Applications approved. */
  C44(
      "_T",
      "approval_rate",
      "Approval rate",
      Unit.PERCENT,
      Direction.UP,
      "Of applications decided in the quarter, those approved; withdrawn ones stand apart, and a"
          + " bank that never told of a refusal counts as missing.");

  private static final int LEAST_PERSONS = 10;

  private final Definition definition;

  AccountUse(String variant, String key, String title, Unit unit, Direction better, String note) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_PERSONS);
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
