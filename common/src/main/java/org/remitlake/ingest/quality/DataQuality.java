package org.remitlake.ingest.quality;

import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code gold.data_quality}: what a rule caught in a file, and what to tell the partner. */
public final class DataQuality {
  /** Slice of files whose content was known already. */
  public static final String KNOWN_SLICE = "known";

  public static final Field FILE_ID = identifier("file_id", StringType, "SHA-256 of the file");
  public static final Field BATCH_ID =
      provenance(
          "batch_id",
          StringType,
          "Files that landed together; 'rejected' and 'known' for those that did not land");
  public static final Field FILE_NAME = identifier("file_name", StringType, "As delivered");
  public static final Field CONTRACT = attribute("contract", StringType, "transfer, fx, quote");
  public static final Field PROVIDER = attribute("provider", StringType, "Provider or source");
  public static final Field RULE_ID = identifier("rule_id", StringType, "Rule, as T04");
  public static final Field RULE_CODE =
      attribute("rule_code", StringType, "Its short name, as REV_SIGN");
  public static final Field ACTION =
      identifier(
          "action",
          StringType,
          "REJECT_FILE, HOLD (a broken row of a held file), QUARANTINE, EXCLUDE, DUPLICATE, REPAIR,"
              + " FLAG, or FINDING (of the file as a whole)");
  public static final Field ROWS_CAUGHT =
      measure(
          "rows_caught",
          LongType,
          Unit.NUMBER,
          "A row that several rules caught counts in each; null where the whole file was caught");
  public static final Field SHARE =
      measure("share", DoubleType, Unit.NONE, "Rows caught over rows read, 0 to 1");
  public static final Field EXAMPLE_ROW_NO =
      attribute("example_row_no", LongType, "Number of the first row caught");
  public static final Field EXAMPLE_LINE_NO =
      attribute("example_line_no", LongType, "Line of the file where that row begins");
  public static final Field MESSAGE_EN =
      attribute("message_en", StringType, "For the partner, in English; details in brackets");
  public static final Field MESSAGE_RU = attribute("message_ru", StringType, "The same in Russian");

  /** The table. */
  public static final TableContract CONTRACT_OF =
      TableContract.table(
              "gold.data_quality",
              "What a rule caught in a file",
              BATCH_ID,
              FILE_ID,
              BATCH_ID,
              FILE_NAME,
              CONTRACT,
              PROVIDER,
              RULE_ID,
              RULE_CODE,
              ACTION,
              ROWS_CAUGHT,
              SHARE,
              EXAMPLE_ROW_NO,
              EXAMPLE_LINE_NO,
              MESSAGE_EN,
              MESSAGE_RU)
          .indexedBy(PROVIDER);

  private DataQuality() {}
}
