package org.remitlake.transfer;

import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.remitlake.contract.Field.MONEY;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/**
 * {@code silver.tx_event}: one status event of a transfer, the prevailing version where partners
 * delivered several. Narrow on purpose: it decides which event is the last; what the transfer was
 * like stands in {@link Tx}.
 */
public final class TxEvent {
  public static final Field PROVIDER_ID = identifier("provider_id", StringType, "Provider");
  public static final Field TRANSACTION_ID =
      identifier("transaction_id", StringType, "Provider's reference");
  public static final Field REPORTED_AS =
      identifier(
          "reported_as",
          StringType,
          "The reversal's or refund's own reference, where it has one; else null");
  public static final Field EVENT_SEQ =
      identifier("event_seq", IntegerType, "1, 2, … within what one reference reports");
  public static final Field QUARTER = attribute("quarter", StringType, "Quarter of the transfer");
  public static final Field STATUS = attribute("status", StringType, "State after this event");
  public static final Field STATUS_AT = attribute("status_at", TimestampType, "When");
  public static final Field REFUNDED_AMOUNT =
      measure("refunded_amount", MONEY, Unit.SEND_CURRENCY, "Given back by this event");
  public static final Field IS_CHANGED =
      attribute(
          "is_changed",
          org.apache.spark.sql.types.DataTypes.BooleanType,
          "Whether deliveries of this event differed (rule T01)");
  public static final Field PAYLOAD_HASH =
      attribute("payload_hash", LongType, "Fingerprint of all delivered values");
  public static final Field PRECEDENCE =
      provenance("precedence", StringType, "Orders deliveries of the same event; highest wins");
  public static final Field FILE_ID = provenance("file_id", StringType, "SHA-256 of the file");
  public static final Field LINE_NO = provenance("line_no", LongType, "Line in the file");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
              "silver.tx_event",
              "One status event of a transfer",
              QUARTER,
              PROVIDER_ID,
              TRANSACTION_ID,
              REPORTED_AS,
              EVENT_SEQ,
              QUARTER,
              STATUS,
              STATUS_AT,
              REFUNDED_AMOUNT,
              IS_CHANGED,
              PAYLOAD_HASH,
              PRECEDENCE,
              FILE_ID,
              LINE_NO)
          .indexedBy(PROVIDER_ID, TRANSACTION_ID);

  private TxEvent() {}
}
