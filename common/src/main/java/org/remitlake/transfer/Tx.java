package org.remitlake.transfer;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.remitlake.contract.Field.MONEY;
import static org.remitlake.contract.Field.RATE;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code silver.tx}: one transfer, last known state (catalogue 2.1 and 2.4). */
public final class Tx {
  public static final Field PROVIDER_ID = identifier("provider_id", StringType, "Provider");
  public static final Field TRANSACTION_ID =
      identifier("transaction_id", StringType, "Provider's reference");
  public static final Field END_TO_END_ID =
      attribute("end_to_end_id", StringType, "Reference shared by sending and paying side");
  public static final Field QUARTER =
      attribute("quarter", StringType, "Quarter of initiated_on, as 2024-Q1");
  public static final Field CORRIDOR =
      attribute("corridor", StringType, "ISO 3166 alpha-3 pair, sender first: RUS-TJK");
  public static final Field FINAL_STATE =
      attribute("final_state", StringType, "State after the last event in source time");
  public static final Field EVENT_SEQ =
      attribute("event_seq", IntegerType, "Number of the event that gave the state");
  public static final Field STATUS_AT =
      attribute("status_at", TimestampType, "When the transfer reached its state");
  public static final Field PROVIDER_TYPE =
      attribute("provider_type", StringType, "MTO, BANK, POST, EMI, FINTECH, MFI, OTHER");
  public static final Field PROVIDER_GROUP =
      attribute("provider_group", StringType, "Owner of the provider");
  public static final Field PAYOUT_PARTNER_ID =
      attribute("payout_partner_id", StringType, "Institution that paid out; null if not told");
  public static final Field SEND_COUNTRY =
      attribute("send_country", StringType, "ISO 3166-1 alpha-3");
  public static final Field RECEIVE_COUNTRY =
      attribute("receive_country", StringType, "ISO 3166-1 alpha-3");
  public static final Field SEND_REGION = attribute("send_region", StringType, "ISO 3166-2");
  public static final Field RECEIVE_REGION = attribute("receive_region", StringType, "ISO 3166-2");
  public static final Field INITIATED_AT =
      attribute("initiated_at", TimestampType, "When the sender ordered the transfer");
  public static final Field INITIATED_ON =
      attribute("initiated_on", DateType, "Pricing date: its day in the sending country");
  public static final Field AVAILABLE_AT =
      attribute("available_at", TimestampType, "When the money could be collected");
  public static final Field PAID_AT =
      attribute("paid_at", TimestampType, "When the money was paid or credited");
  public static final Field PAID_ON =
      attribute("paid_on", DateType, "Receipt date: its day in the receiving country");
  public static final Field SEND_AMOUNT =
      measure("send_amount", MONEY, Unit.SEND_CURRENCY, "As delivered; gross when fee_included");
  public static final Field SEND_CURRENCY = attribute("send_currency", StringType, "ISO 4217");
  public static final Field PRINCIPAL =
      measure("principal", MONEY, Unit.SEND_CURRENCY, "S: meant to be delivered, net of refunds");
  public static final Field FEE =
      measure("fee", MONEY, Unit.SEND_CURRENCY, "F: fees paid, net of refunds; in fee_currency");
  public static final Field FEE_CURRENCY = attribute("fee_currency", StringType, "ISO 4217");
  public static final Field FEE_INCLUDED =
      attribute("fee_included", BooleanType, "Whether send_amount held the fee");
  public static final Field DELIVERED =
      measure(
          "delivered",
          MONEY,
          Unit.PAYOUT_CURRENCY,
          "R: given to the beneficiary; without delivered_currency, in send_currency");
  public static final Field DELIVERED_CURRENCY =
      attribute(
          "delivered_currency",
          StringType,
          "ISO 4217; null: the extract ends in the send currency");
  public static final Field RECEIVED_CURRENCY =
      attribute("received_currency", StringType, "ISO 4217, as the money left the transfer system");
  public static final Field PAYOUT_RATE =
      measure(
          "payout_rate",
          RATE,
          Unit.RATE,
          "Delivered per 1 unit of received_currency; null unless who paid out converted");
  public static final Field BENEFICIARY_FEE =
      measure("beneficiary_fee", MONEY, Unit.PAYOUT_CURRENCY, "F_r: taken at pay-out; null = none");
  public static final Field APPLIED_FX_RATE =
      measure("applied_fx_rate", RATE, Unit.RATE, "Rate the provider states");
  public static final Field SEND_CHANNEL = attribute("send_channel", StringType, "Catalogue 2.7");
  public static final Field FUNDING_INSTRUMENT =
      attribute("funding_instrument", StringType, "Catalogue 2.7");
  public static final Field PAYOUT_INSTRUMENT =
      attribute("payout_instrument", StringType, "Catalogue 2.7");
  public static final Field SENDER_PID =
      attribute("sender_pid", StringType, "Keyed hash of the sender");
  public static final Field BENEFICIARY_PID =
      attribute("beneficiary_pid", StringType, "Keyed hash of the beneficiary");
  public static final Field PID_SCOPE =
      attribute("pid_scope", StringType, "PROVIDER or LINKED: where a hash means one person");
  public static final Field PID_KEY_ID =
      attribute("pid_key_id", StringType, "Key of the hashes: they agree within one key only");
  public static final Field SENDER_SEX = attribute("sender_sex", StringType, "F, M, U");
  public static final Field BENEFICIARY_SEX = attribute("beneficiary_sex", StringType, "F, M, U");
  public static final Field SENDER_AGE_BAND = attribute("sender_age_band", StringType, "Age band");
  public static final Field SENDER_NATIONALITY =
      attribute("sender_nationality", StringType, "ISO 3166-1 alpha-3");
  public static final Field RELATIONSHIP =
      attribute("relationship", StringType, "FAMILY, SELF, OTHER");
  public static final Field PURPOSE = attribute("purpose", StringType, "Purpose code");
  public static final Field PRODUCT_CODE = attribute("product_code", StringType, "Linked product");
  public static final Field PILOT_CODE = attribute("pilot_code", StringType, "Pilot");
  public static final Field IS_P2P = attribute("is_p2p", BooleanType, "Person to person");
  public static final Field FLAGS =
      attribute(
          "flags", DataTypes.createArrayType(StringType), "Rules that repaired or flagged the row");
  public static final Field FILE_ID = provenance("file_id", StringType, "SHA-256 of the file");
  public static final Field LINE_NO = provenance("line_no", LongType, "Line in the file");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
              "silver.tx",
              "One transfer, last known state",
              QUARTER,
              PROVIDER_ID,
              TRANSACTION_ID,
              END_TO_END_ID,
              QUARTER,
              CORRIDOR,
              FINAL_STATE,
              EVENT_SEQ,
              STATUS_AT,
              PROVIDER_TYPE,
              PROVIDER_GROUP,
              PAYOUT_PARTNER_ID,
              SEND_COUNTRY,
              RECEIVE_COUNTRY,
              SEND_REGION,
              RECEIVE_REGION,
              INITIATED_AT,
              INITIATED_ON,
              AVAILABLE_AT,
              PAID_AT,
              PAID_ON,
              SEND_AMOUNT,
              SEND_CURRENCY,
              PRINCIPAL,
              FEE,
              FEE_CURRENCY,
              FEE_INCLUDED,
              DELIVERED,
              DELIVERED_CURRENCY,
              RECEIVED_CURRENCY,
              PAYOUT_RATE,
              BENEFICIARY_FEE,
              APPLIED_FX_RATE,
              SEND_CHANNEL,
              FUNDING_INSTRUMENT,
              PAYOUT_INSTRUMENT,
              SENDER_PID,
              BENEFICIARY_PID,
              PID_SCOPE,
              PID_KEY_ID,
              SENDER_SEX,
              BENEFICIARY_SEX,
              SENDER_AGE_BAND,
              SENDER_NATIONALITY,
              RELATIONSHIP,
              PURPOSE,
              PRODUCT_CODE,
              PILOT_CODE,
              IS_P2P,
              FLAGS,
              FILE_ID,
              LINE_NO)
          .indexedBy(CORRIDOR, PROVIDER_ID, INITIATED_ON);

  private Tx() {}
}
