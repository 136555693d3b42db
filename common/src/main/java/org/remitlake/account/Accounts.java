package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4a, accounts at partner banks: one row per account, a full snapshot each month. */
public final class Accounts {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "account",
          List.of("bank_id", "account_pid"),
          required("bank_id", Kind.TEXT, "Bank's code"),
          required(
              "country",
              Kind.COUNTRY,
              "Country of the bank, ISO 3166-1 alpha-3; its zone gives the day"),
          required("account_pid", Kind.PERSON, "Account"),
          required("customer_pid", Kind.PERSON, "Holder; same key as senders and beneficiaries"),
          optional(
              "beneficiary_pid",
              Kind.PERSON,
              "The holder as a beneficiary of transfers; null if never matched"),
          required("product_code", Kind.TEXT, "Product"),
          optional("pilot_code", Kind.TEXT, "Pilot that the account belongs to"),
          optional("application_at", Kind.INSTANT, "When it was applied for"),
          optional("decision_at", Kind.INSTANT, "When that was decided"),
          optional("decision", Kind.CODE, "Decision").of("APPROVED", "REJECTED", "WITHDRAWN"),
          optional("reject_reason", Kind.CODE, "Why rejected")
              .of("KYC", "DOCUMENT", "BLACKLIST", "OTHER"),
          required("opened_on", Kind.DATE, "Day of opening"),
          required("opened_channel", Kind.CODE, "Where it was opened")
              .of("BRANCH", "AGENT", "APP", "REMOTE_ABROAD"),
          required("opened_by", Kind.CODE, "Who opened it").of("BENEFICIARY", "MIGRANT"),
          required("currency", Kind.CURRENCY, "ISO 4217"),
          required("is_joint", Kind.FLAG, "Whether two hold it"),
          required("status", Kind.CODE, "State at the snapshot")
              .of("OPEN", "DORMANT", "BLOCKED", "CLOSED"),
          optional("closed_on", Kind.DATE, "Day of closing"),
          optional("close_reason", Kind.CODE, "Why closed")
              .of("CUSTOMER", "RETURNED_HOME", "DORMANT", "BANK", "DEATH", "U"),
          optional("first_deposit_on", Kind.DATE, "Day of the first deposit"),
          optional(
              "goal_amount", Kind.MONEY, "Amount the holder saves for, in the account's currency"),
          optional("goal_on", Kind.DATE, "By when"),
          optional("customer_sex", Kind.CODE, "Holder's sex").of("F", "M", "U"),
          optional("age_band", Kind.TEXT, "Holder's age, as 35-44"),
          optional("region", Kind.TEXT, "ISO 3166-2"));

  /** {@code silver.acct}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.acct", "Account, last snapshot", "bank_id");

  private Accounts() {}
}
