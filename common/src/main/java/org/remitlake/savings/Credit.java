package org.remitlake.savings;

import org.remitlake.contract.Unit;
import org.remitlake.indicator.Definition;
import org.remitlake.indicator.Indicator;

/** Credit that rests on remittances, from the loan books of partner banks. */
public enum Credit implements Indicator {
  /** Remittance-backed loans, by number. */
  C60_N(
      "n",
      "remit_backed_loans_n",
      "Remittance-backed loans",
      Unit.NUMBER,
      Direction.UP,
      "Loans disbursed in the quarter for which past transfers counted or transfers pay; not those"
          + " outstanding, of which a borrower keeps one for years."),
  /** Remittance-backed loans, by value. */
  C60_VALUE(
      "value",
      "remit_backed_loans_value",
      "Remittance-backed loans, principal",
      Unit.USD,
      Direction.UP,
      "Principal of the loans of C60 by number, in USD at the central bank's rate of the day of"
          + " disbursement; not what is still outstanding of it."),
  /** Portfolio at risk. */
  C61(
      "_T",
      "par30_pct",
      "Portfolio at risk 30 days",
      Unit.PERCENT,
      Direction.DOWN,
      "Outstanding principal of loans with an instalment more than 30 days late, of all outstanding"
          + " at the quarter's end; the whole loan and not only what is late, and no written-off"
          + " loan on either side."),
  /** What a schedule that was changed takes out of the portfolio at risk. */
  C61_RESCHEDULED(
      "rescheduled",
      "par30_rescheduled_pct",
      "Rescheduled and not at risk",
      Unit.PERCENT,
      Direction.DOWN,
      "Outstanding principal of loans that were rescheduled and are not more than 30 days late, of"
          + " all outstanding: to be read beside C61, which falls when a late loan gets a new"
          + " schedule."),
  /** What a write-off takes out of the portfolio at risk. */
  C61_WRITTEN_OFF(
      "written_off",
      "written_off_pct",
      "Written off in the quarter",
      Unit.PERCENT,
      Direction.DOWN,
      "What was outstanding of the loans written off in the quarter, as last told before, of the"
          + " portfolio at the quarter's end with them: to be read beside C61, which falls by a"
          + " write-off."),
  /** Repayments right after a remittance. */
  C62(
      "_T",
      "repaid_from_remittance_share",
      "Repayments from transfers",
      Unit.PERCENT,
      Direction.NONE,
      "Of what was paid of instalments, what was paid within 3 days after a remittance was credited"
          + " to an account of the borrower at the bank; what a family pays from cash that came by"
          + " transfer is not seen."),
  /** Loans for the way to work abroad. */
  C63(
      "_T",
      "pre_departure_loan_share",
      "Travel loans",
      Unit.PERCENT,
      Direction.NONE,
      "Of loans disbursed to migrant households, by number, those for the way to work abroad;"
          + " business loans are left out, and borrowers of whom no tie to transfers is known."),
  /** Debt service over remittances, by transfers. */
  C64(
      "_T",
      "debt_service_to_remittance_pct",
      "Debt service to remittances",
      Unit.PERCENT,
      Direction.DOWN,
      "Instalments due in 12 months over transfers received in them, of borrowers who are known as"
          + " beneficiaries and received any; due to partner banks alone, and due is not yet"
          + " paid."),
  /** Borrowers whose debt service is above half of their remittances. */
  C64_OVER50(
      "over50",
      "debt_service_over_half_share",
      "Debt service above half of remittances",
      Unit.PERCENT,
      Direction.DOWN,
      "Of the borrowers of C64, by number, those whose instalments are above half of what they"
          + " received: a flag of over-indebtedness that the ratio of sums hides."),
  /** Debt service over remittances, by the bank's own books. */
  C64_CREDITED(
      "credited",
      "debt_service_to_credited_pct",
      "Debt service to credited remittances",
      Unit.PERCENT,
      Direction.DOWN,
      "Instalments due in 12 months over remittances credited to the borrower's accounts at partner"
          + " banks; higher than C64, since transfers paid in cash are not in it.");

  private static final int LEAST_BORROWERS = 10;

  private final Definition definition;

  Credit(String variant, String key, String title, Unit unit, Direction better, String note) {
    this.definition = new Definition(variant, key, title, unit, better, note, LEAST_BORROWERS);
  }

  @Override
  public String basis() {
    return "adm";
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** Whether money of several currencies is added up. */
  boolean usesRates() {
    return this != C60_N && this != C63;
  }

  /** Whether records count alike, whatever their amounts. */
  boolean isOfRecords() {
    return this == C60_N || this == C63 || this == C64_OVER50;
  }

  /** Whether it looks back on 12 months. */
  boolean isOfYear() {
    return this == C64 || this == C64_OVER50 || this == C64_CREDITED;
  }
}
