package org.remitlake.quote;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.PERCENT;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code silver.quote}: one price quote of a service for a corridor and an amount tier. */
public final class Quote {
  public static final Field QUOTE_ID =
      identifier("quote_id", StringType, "Hash of source, period, corridor, service and tier");
  public static final Field QUARTER = attribute("quarter", StringType, "Period, as 2024-Q1");
  public static final Field CORRIDOR = attribute("corridor", StringType, "Sender first: RUS-TJK");
  public static final Field SOURCE = attribute("source", StringType, "RPW, OWN_SHOPPER, …");
  public static final Field COLLECTED_ON = attribute("collected_on", DateType, "Day of enquiry");
  public static final Field PROVIDER_ID = attribute("provider_id", StringType, "Provider or firm");
  public static final Field PROVIDER_TYPE =
      attribute("provider_type", StringType, "MTO, BANK, POST, EMI, FINTECH, MFI, OTHER");
  public static final Field FUNDING_INSTRUMENT =
      attribute("funding_instrument", StringType, "Catalogue 2.7");
  public static final Field SEND_CHANNEL = attribute("send_channel", StringType, "Catalogue 2.7");
  public static final Field PAYOUT_INSTRUMENT =
      attribute("payout_instrument", StringType, "Catalogue 2.7");
  public static final Field COVERAGE =
      attribute("coverage", StringType, "Receiving network: HIGH, MEDIUM, LOW");
  public static final Field SPEED_CLASS = attribute("speed_class", StringType, "Catalogue 2.7");
  public static final Field AMOUNT_TIER = attribute("amount_tier", IntegerType, "200 or 500 USD");
  public static final Field SEND_AMOUNT =
      measure("send_amount", Field.MONEY, Unit.SEND_CURRENCY, "Principal");
  public static final Field SEND_CURRENCY = attribute("send_currency", StringType, "ISO 4217");
  public static final Field FEE = measure("fee", Field.MONEY, Unit.SEND_CURRENCY, "Fee");
  public static final Field APPLIED_RATE =
      measure("applied_rate", Field.RATE, Unit.RATE, "Rate offered");
  public static final Field INTERBANK_RATE =
      measure(
          "interbank_rate",
          Field.RATE,
          Unit.RATE,
          "Reference rate at collection, as the collector states it");
  public static final Field FEE_PCT = measure("fee_pct", PERCENT, Unit.PERCENT, "A01: fee / S");
  public static final Field FX_MARGIN_PCT =
      measure("fx_margin_pct", PERCENT, Unit.PERCENT, "A02: as stated by RPW, else recomputed");
  public static final Field TOTAL_COST_PCT =
      measure("total_cost_pct", PERCENT, Unit.PERCENT, "A03: as stated by RPW, else recomputed");
  public static final Field RECOMPUTED_COST_PCT =
      measure("recomputed_cost_pct", PERCENT, Unit.PERCENT, "Fee and margin recomputed");
  public static final Field IS_DISCLOSED =
      attribute("is_disclosed", BooleanType, "A07: fee, rate and amount were told before payment");
  public static final Field FLAGS =
      attribute(
          "flags", DataTypes.createArrayType(StringType), "Rules that repaired or flagged the row");
  public static final Field PAYLOAD_HASH =
      attribute("payload_hash", LongType, "Fingerprint of all delivered values");
  public static final Field PRECEDENCE =
      provenance("precedence", StringType, "Orders deliveries of the same quote; highest wins");
  public static final Field FILE_ID = provenance("file_id", StringType, "SHA-256 of the file");
  public static final Field LINE_NO = provenance("line_no", LongType, "Line in the file");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "silver.quote",
          "Provider service, corridor, collection and amount tier",
          QUARTER,
          QUOTE_ID,
          QUARTER,
          CORRIDOR,
          SOURCE,
          COLLECTED_ON,
          PROVIDER_ID,
          PROVIDER_TYPE,
          FUNDING_INSTRUMENT,
          SEND_CHANNEL,
          PAYOUT_INSTRUMENT,
          COVERAGE,
          SPEED_CLASS,
          AMOUNT_TIER,
          SEND_AMOUNT,
          SEND_CURRENCY,
          FEE,
          APPLIED_RATE,
          INTERBANK_RATE,
          FEE_PCT,
          FX_MARGIN_PCT,
          TOTAL_COST_PCT,
          RECOMPUTED_COST_PCT,
          IS_DISCLOSED,
          FLAGS,
          PAYLOAD_HASH,
          PRECEDENCE,
          FILE_ID,
          LINE_NO);

  private Quote() {}
}
