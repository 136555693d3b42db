package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4c, balances at the end of a day. */
public final class Balances {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "balance",
          List.of("bank_id", "account_pid", "as_of_on"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("account_pid", Kind.PERSON, "Account"),
          required("as_of_on", Kind.DATE, "Day at whose end it holds"),
          required("closing_balance", Kind.MONEY, "In the account's currency"),
          optional("available_balance", Kind.MONEY, "Less what is blocked"),
          optional("accrued_interest", Kind.MONEY, "Not yet booked"));

  /** {@code silver.acct_bal}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED, "silver.acct_bal", "Account and day", "quarter", SettledTable.QUARTER);

  private Balances() {}
}
