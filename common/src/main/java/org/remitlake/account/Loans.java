package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/**
 * Contract 4d, loans: one row per loan as the bank knows it at the end of a quarter. What is due of
 * one is in {@link Instalments}, what is outstanding in {@link LoanBalances}.
 */
public final class Loans {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "loan",
          List.of("bank_id", "loan_pid"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("loan_pid", Kind.PERSON, "Loan"),
          required("customer_pid", Kind.PERSON, "Borrower; same key as holders of accounts"),
          optional(
              "beneficiary_pid",
              Kind.PERSON,
              "The borrower as a beneficiary of transfers; null if never matched"),
          required("disbursed_on", Kind.DATE, "Day of disbursement"),
          required("principal", Kind.MONEY, "Amount lent, in the loan's currency"),
          required("currency", Kind.CURRENCY, "ISO 4217"),
          required("annual_rate", Kind.PERCENT, "Nominal interest, per cent a year"),
          required("type", Kind.CODE, "What for; ROAD is for the way to work abroad")
              .of("ROAD", "CONSUMER", "HOUSING", "BUSINESS", "EDUCATION"),
          required(
              "is_remittance_backed",
              Kind.FLAG,
              "Whether past transfers were used in underwriting, or transfers pay instalments"),
          optional("pilot_code", Kind.TEXT, "Pilot that the loan belongs to"),
          optional("written_off_on", Kind.DATE, "Day of the write-off"),
          optional("rescheduled_on", Kind.DATE, "Day of the last change of the schedule"),
          optional("customer_sex", Kind.CODE, "Borrower's sex").of("F", "M", "U"),
          optional("region", Kind.TEXT, "ISO 3166-2"));

  /** {@code silver.loan}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.loan", "Loan, last state", "bank_id");

  private Loans() {}
}
