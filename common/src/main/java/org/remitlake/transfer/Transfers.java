package org.remitlake.transfer;

import static org.remitlake.contract.DeliveredField.column;
import static org.remitlake.contract.DeliveredField.optional;
import static org.remitlake.contract.DeliveredField.required;

import java.util.List;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Kind;

/** Contract 1, the remittance transaction extract: one row per status event of a transfer. */
public final class Transfers {
  private static final String[] STATES = {
    "INITIATED",
    "SENT",
    "AVAILABLE",
    "PAID",
    "CANCELLED",
    "REFUNDED",
    "REVERSED",
    "PARTIAL_REFUND",
    "REJECTED",
    "TEST"
  };

  private static final DeliveredField[] FIELDS = {
    required("provider_id", Kind.TEXT, "Registry code of the provider"),
    required("transaction_id", Kind.TEXT, "Provider's reference, never reused"),
    required("event_seq", Kind.INTEGER, "1, 2, … within the transfer"),
    optional("end_to_end_id", Kind.TEXT, "Reference shared by sending and paying side"),
    optional("provider_group", Kind.TEXT, "Owner of the provider"),
    required("provider_type", Kind.CODE, "Type of provider")
        .of("MTO", "BANK", "POST", "EMI", "FINTECH", "MFI", "OTHER"),
    optional("payout_partner_id", Kind.TEXT, "Institution that paid out"),
    required("send_country", Kind.COUNTRY, "Country of the sender, ISO 3166-1 alpha-3"),
    required("receive_country", Kind.COUNTRY, "Country of the beneficiary, ISO 3166-1 alpha-3"),
    optional("send_region", Kind.TEXT, "ISO 3166-2 or local code"),
    optional("receive_region", Kind.TEXT, "ISO 3166-2 or local code"),
    required("initiated_at", Kind.INSTANT, "When the sender ordered the transfer"),
    optional("available_at", Kind.INSTANT, "When the money could be collected"),
    optional("paid_at", Kind.INSTANT, "When the money was paid or credited"),
    required("send_amount", Kind.MONEY, "Principal, or gross amount when fee_included"),
    required("send_currency", Kind.CURRENCY, "ISO 4217"),
    required("fee_amount", Kind.MONEY, "All fees the sender paid; 0 only when there was none"),
    required("fee_currency", Kind.CURRENCY, "ISO 4217"),
    optional(
        "fee_included", Kind.FLAG, "Whether the fee was taken out of send_amount; else derived"),
    optional("beneficiary_fee", Kind.MONEY, "Fee taken at pay-out, payout currency"),
    required("receive_amount", Kind.MONEY, "As it leaves the transfer system"),
    required("receive_currency", Kind.CURRENCY, "ISO 4217"),
    optional("payout_amount", Kind.MONEY, "Paid in another currency than receive_currency"),
    optional("payout_currency", Kind.CURRENCY, "ISO 4217"),
    optional("applied_fx_rate", Kind.RATE, "Receive currency per 1 unit of send currency"),
    required("send_channel", Kind.CODE, "How it was ordered")
        .of("BRANCH", "AGENT", "POST_OFFICE", "KIOSK", "WEB", "APP", "CALL_CENTRE", "EMPLOYER"),
    required("funding_instrument", Kind.CODE, "How the sender paid")
        .of("CASH", "CARD", "ACCOUNT", "WALLET", "PAYROLL"),
    required("payout_instrument", Kind.CODE, "How the beneficiary was paid")
        .of("CASH", "ACCOUNT", "CARD", "WALLET", "HOME_DELIVERY"),
    required("status", Kind.CODE, "State that this event put the transfer in").of(STATES),
    required("status_at", Kind.INSTANT, "When it did"),
    optional("original_transaction_id", Kind.TEXT, "What a reversal or refund refers to"),
    optional("refunded_amount", Kind.MONEY, "Part given back, send currency"),
    column("sender_pid", Kind.PERSON, "Keyed hash of the sender"),
    column("beneficiary_pid", Kind.PERSON, "Keyed hash of the beneficiary"),
    required("pid_scope", Kind.CODE, "Whether hashes agree across providers")
        .of("PROVIDER", "LINKED"),
    optional("pid_key_id", Kind.TEXT, "Version of the hashing key"),
    optional("sender_sex", Kind.CODE, "F, M, U").of("F", "M", "U"),
    optional("beneficiary_sex", Kind.CODE, "F, M, U").of("F", "M", "U"),
    optional("sender_age_band", Kind.CODE, "Age band")
        .of("<18", "18-24", "25-34", "35-44", "45-54", "55-64", "65+", "U"),
    optional("sender_nationality", Kind.COUNTRY, "ISO 3166-1 alpha-3"),
    optional("sender_resident", Kind.FLAG, "Resident of the sending country"),
    optional("relationship", Kind.CODE, "To the beneficiary").of("FAMILY", "SELF", "OTHER"),
    optional("purpose", Kind.CODE, "Purpose named by the sender"),
    optional("product_code", Kind.TEXT, "Linked product"),
    optional("pilot_code", Kind.TEXT, "Pilot of the registry"),
    optional("campaign_code", Kind.TEXT, "Campaign"),
    required("is_p2p", Kind.FLAG, "Person to person"),
    optional("tariff_code", Kind.TEXT, "Tariff table"),
  };

  /** The contract. */
  public static final DeliveryContract CONTRACT =
      DeliveryContract.delivery(
          "transfer", List.of("provider_id", "transaction_id", "event_seq"), FIELDS);

  private Transfers() {}
}
