package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** What banks make of remittances: deposits, and customers. */
public enum Intermediation implements Indicator {
  /** Deposits over remittances of a year. */
  C70(
      "_T",
      "remittance_to_deposit_ratio",
      "Deposits per remittance paid",
      Unit.PERCENT,
      Direction.UP,
      "Deposits in all currencies at the quarter's end over remittances credited by the bank in 12"
          + " months, of customers to whom any were; what the bank paid them in cash is not in it,"
          + " and a wage on the same account is, unlike in what is kept of remittances (C13)."),
  /** The same without customers whose wage or pension comes to the bank. */
  C70_RETAIL(
      "retail",
      "remittance_to_deposit_ratio_retail",
      "Deposits per remittance paid, no wage or pension",
      Unit.PERCENT,
      Direction.UP,
      "The same of customers to whom no wage or pension was credited in the 12 months."),
  /** Beneficiaries who became customers. */
  C71(
      "_T",
      "new_to_bank_share",
      "Beneficiaries new to the bank",
      Unit.PERCENT,
      Direction.UP,
      "Of beneficiaries whom the bank paid in the quarter and who had no account or loan there when"
          + " it began, those who have one from within it: told by transfers that name the bank, or"
          + " credited by it; only of banks that match customers to beneficiaries, and unlike all"
          + " accounts opened, of which others are most."),
  /** Growth of the deposits of those who got remittances a year ago. */
  C72(
      "_T",
      "deposit_growth_remit_clients_pct",
      "Deposit growth of remittance clients",
      Unit.PERCENT,
      Direction.UP,
      "Deposits at the quarter's end over those of a year before, less 100, of those who were"
          + " customers then and to whom a remittance was credited in the 12 months up to then; in"
          + " all currencies at the rates of then, so that a fall of the currency is no growth, and"
          + " without new customers, unlike in the growth of a bank's books."),
  /** Growth of the deposits of others. */
  C72_OTHER(
      "other_clients",
      "deposit_growth_other_clients_pct",
      "Deposit growth of other customers",
      Unit.PERCENT,
      Direction.NONE,
      "The same of customers to whom no remittance was credited in the 12 months up to then."),
  /** The first growth less the second. */
  C72_DIFFERENCE(
      "difference",
      "deposit_growth_difference",
      "Deposit growth, remittance clients less others",
      Unit.POINTS,
      Direction.UP,
      "Growth of the deposits of remittance clients less that of other customers' deposits: what"
          + " moved all deposits of a bank is in neither, but the two kinds of customers differ in"
          + " more than remittances."),
  /** What is walked away with. */
  C73(
      "_T",
      "walk_away_value_share",
      "Cash paid out and not redeposited",
      Unit.PERCENT,
      Direction.DOWN,
      "Of what the bank paid of remittances, by value, what it paid in cash, or credited and paid"
          + " out on the same day, and what did not come back in cash within 7 days to an account"
          + " of the beneficiary there; cash is told by transfers that name the bank, so that what"
          + " other operators have it pay is on neither side."),
  /** The same of what comes on accounts. */
  C73_CREDITED(
      "credited",
      "walk_away_value_share_credited",
      "Credits withdrawn and not redeposited",
      Unit.PERCENT,
      Direction.DOWN,
      "The same of credits alone, by the bank's ledger: needs no link to transfers. Payments by card"
          + " are no withdrawals; what is withdrawn the next day is one here only in what is kept"
          + " of remittances (C13).");

  private static final int LEAST_CUSTOMERS = 10;

  private final Definition definition;

  Intermediation(
      String variant, String key, String title, Unit unit, Direction better, String note) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_CUSTOMERS);
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
    return this == C71;
  }

  /** Quarters before that of the value with which the postings that it rests on begin. */
  int reach() {
    return switch (this) {
      case C70, C70_RETAIL -> LoanBooks.YEAR - 1;
      case C71, C73, C73_CREDITED -> 0;
      case C72, C72_OTHER, C72_DIFFERENCE -> 2 * LoanBooks.YEAR - 1;
    };
  }
}
