package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4b, postings: append-only; order is booked_at, then posting_id. */
public final class Postings {
  /** Day of booking where the bank is. */
  public static final Field BOOKED_ON =
      Field.attribute("booked_on", DataTypes.DateType, "Day of booking, in the bank's zone");

  /** Provider of the transfer that a credit without its reference is of. */
  public static final Field LINKED_PROVIDER =
      Field.attribute(
          "linked_provider_id",
          DataTypes.StringType,
          "Provider of the transfer that a credit without end_to_end_id is of (rule K05)");

  /** Reference of that transfer. */
  public static final Field LINKED_TRANSACTION_ID =
      Field.attribute(
          "linked_transaction_id",
          DataTypes.StringType,
          "That transfer: of the account's beneficiary, amount and days; null where none or several"
              + " agree");

  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "posting",
          List.of("bank_id", "posting_id"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("posting_id", Kind.TEXT, "Unique in the bank"),
          required("account_pid", Kind.PERSON, "Account"),
          required("booked_at", Kind.INSTANT, "When it was booked"),
          required("value_on", Kind.DATE, "Value date"),
          required("direction", Kind.CODE, "Credit or debit").of("C", "D"),
          required("amount", Kind.MONEY, "Above zero; the sign is the direction"),
          required("currency", Kind.CURRENCY, "ISO 4217"),
          required("type", Kind.CODE, "What it was")
              .of(
                  "REMIT_CREDIT",
                  "CASH_IN",
                  "CASH_OUT",
                  "ATM",
                  "CARD_POS",
                  "TRANSFER_OWN",
                  "TRANSFER_OTHER",
                  "SALARY",
                  "PENSION",
                  "INTEREST",
                  "FEE",
                  "TAX",
                  "LOAN_DISB",
                  "LOAN_REPAY",
                  "REVERSAL"),
          optional("end_to_end_id", Kind.TEXT, "The transfer's, for REMIT_CREDIT"),
          required(
              "is_customer_initiated",
              Kind.FLAG,
              "False for interest, fees and standing entries of the bank"),
          optional("reverses_posting_id", Kind.TEXT, "The posting that this one takes back"),
          optional(
              "own_transfer_group",
              Kind.TEXT,
              "Joins the two sides of a move between the holder's own accounts"),
          optional("balance_after", Kind.MONEY, "Balance after the posting"));

  /** {@code silver.acct_txn}. */
  public static final TableContract CONTRACT =
      SettledTable.of(
          DELIVERED,
          "silver.acct_txn",
          "Posting",
          "quarter",
          BOOKED_ON,
          SettledTable.QUARTER,
          LINKED_PROVIDER,
          LINKED_TRANSACTION_ID);

  private Postings() {}
}
