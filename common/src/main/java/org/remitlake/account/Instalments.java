package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 4d, schedules of loans: one row per instalment, with what was paid of it. A row that
 * comes again with a payment is another state of it, no correction.
 */
public final class Instalments {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "instalment",
          List.of("bank_id", "loan_pid", "instalment_no"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("loan_pid", Kind.PERSON, "Loan"),
          required("instalment_no", Kind.INTEGER, "Number in the loan's schedule, from 1"),
          required("due_on", Kind.DATE, "Day on which it is due"),
          required("due_amount", Kind.MONEY, "Principal and interest due, in currency"),
          required("currency", Kind.CURRENCY, "ISO 4217; the loan's"),
          optional("paid_on", Kind.DATE, "Day of the last payment; null if nothing was paid"),
          optional("paid_amount", Kind.MONEY, "Paid so far, in currency; null if not told"),
          optional(
              "posting_id",
              Kind.TEXT,
              "Posting on the borrower's account by which it was collected (contract 4b)"));

  /** {@code silver.loan_instalment}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.loan_instalment", "Loan and instalment, last state", "bank_id");

  private Instalments() {}
}
