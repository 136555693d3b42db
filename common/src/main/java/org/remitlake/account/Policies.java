package org.remitlake.account;

import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;
import org.remitlake.contract.SettledTable;
import org.remitlake.contract.TableContract;

/** Contract 4d, insurance policies of customers, sold by a bank or told by an insurer. */
public final class Policies {
  /** What is delivered. */
  public static final DeliveryContract DELIVERED =
      DeliveryContract.delivery(
          "policy",
          List.of("insurer_id", "policy_pid"),
          required("insurer_id", Kind.TEXT, "Insurer's code, or that of the bank that sold it"),
          required("country", Kind.COUNTRY, "Country of the insurer, ISO 3166-1 alpha-3"),
          required("policy_pid", Kind.PERSON, "Policy"),
          required("customer_pid", Kind.PERSON, "Insured; same key as holders of accounts"),
          required(
                  "kind",
                  Kind.CODE,
                  "What is insured; COMPULSORY_MEDICAL is the one that a work patent asks for")
              .of("HEALTH", "ACCIDENT", "REPATRIATION", "COMPULSORY_MEDICAL", "OTHER"),
          required("valid_from", Kind.DATE, "First day in force"),
          required("valid_to", Kind.DATE, "Last day in force; the day of a cancellation"));

  /** {@code silver.policy}. */
  public static final TableContract CONTRACT =
      SettledTable.of(DELIVERED, "silver.policy", "Policy, last state", "insurer_id");

  private Policies() {}
}
