package org.remitlake.money;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code silver.fx_mid}: one reference rate of a source for a pair and an effective date. */
public final class FxMid {
  public static final Field FX_SOURCE = identifier("fx_source", StringType, "CBR, CBA, NBT, …");
  public static final Field BASE_CURRENCY = identifier("base_currency", StringType, "ISO 4217");
  public static final Field QUOTE_CURRENCY = identifier("quote_currency", StringType, "ISO 4217");
  public static final Field RATE_DATE = identifier("rate_date", DateType, "Effective date");
  public static final Field QUARTER = attribute("quarter", StringType, "Quarter of rate_date");
  public static final Field UNIT_RATE =
      measure("unit_rate", Field.RATE, Unit.RATE, "Value / nominal, after repair");
  public static final Field VALUE =
      measure("value", Field.RATE, Unit.RATE, "As delivered, per nominal");
  public static final Field NOMINAL = attribute("nominal", IntegerType, "As delivered");
  public static final Field RATE_KIND = attribute("rate_kind", StringType, "OFFICIAL, MID, …");
  public static final Field FLAGS =
      attribute(
          "flags", DataTypes.createArrayType(StringType), "Rules that repaired or flagged the row");
  public static final Field PAYLOAD_HASH =
      attribute("payload_hash", LongType, "Fingerprint of all delivered values");
  public static final Field PRECEDENCE =
      provenance("precedence", StringType, "Orders deliveries of the same rate; highest wins");
  public static final Field FILE_ID = provenance("file_id", StringType, "SHA-256 of the file");
  public static final Field LINE_NO = provenance("line_no", LongType, "Line in the file");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "silver.fx_mid",
          "Source, currency pair and effective date",
          QUARTER,
          FX_SOURCE,
          BASE_CURRENCY,
          QUOTE_CURRENCY,
          RATE_DATE,
          QUARTER,
          UNIT_RATE,
          VALUE,
          NOMINAL,
          RATE_KIND,
          FLAGS,
          PAYLOAD_HASH,
          PRECEDENCE,
          FILE_ID,
          LINE_NO);

  private FxMid() {}
}
