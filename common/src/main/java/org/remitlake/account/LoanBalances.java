package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4d, what is outstanding of loans at the ends of months. */
public final class LoanBalances {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "loan_balance",
          List.of("bank_id", "loan_pid", "as_of_on"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("loan_pid", Kind.PERSON, "Loan"),
          required("as_of_on", Kind.DATE, "Last day of the month at whose end it holds"),
          required("outstanding", Kind.MONEY, "Principal not yet repaid, in the loan's currency"),
          required(
              "arrears_days",
              Kind.INTEGER,
              "Days since the oldest unpaid instalment was due; 0 if none is late"));

  /** {@code silver.loan_bal}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.loan_bal", "Loan and month", "quarter", SettledTable.QUARTER);

  private LoanBalances() {}
}
