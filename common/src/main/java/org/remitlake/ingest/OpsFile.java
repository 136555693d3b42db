package org.remitlake.ingest;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.measure;
import static org.remitlake.contract.Field.provenance;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.contract.Unit;

/** {@code ops.file}: one delivered file and what became of its rows. */
public final class OpsFile {
  public static final Field FILE_ID = identifier("file_id", StringType, "SHA-256 of its bytes");
  public static final Field BATCH_ID =
      provenance("batch_id", StringType, "Files that landed together; 'rejected' for the others");
  public static final Field FILE_NAME = attribute("file_name", StringType, "As delivered");
  public static final Field CONTRACT = attribute("contract", StringType, "transfer, fx, quote");
  public static final Field PROVIDER = attribute("provider", StringType, "Provider or source");
  public static final Field PROFILE = attribute("profile", StringType, "File under conf/providers");
  public static final Field PROFILE_HASH =
      provenance("profile_hash", StringType, "Profile and rules that judged the file");
  public static final Field STATUS =
      attribute("status", StringType, "ACCEPTED, HELD, REPLACED or REJECTED");
  public static final Field BYTES = measure("bytes", LongType, Unit.NUMBER, "Size");
  public static final Field ENCODING = attribute("encoding", StringType, "As it was read");
  public static final Field REVISION =
      provenance(
          "revision",
          DataTypes.IntegerType,
          "How many other files of the same name came before: above 0 is a revision");
  public static final Field ROWS_READ =
      measure(
          "rows_read",
          LongType,
          Unit.NUMBER,
          "= accepted + duplicate + quarantined + held + replaced");
  public static final Field ROWS_ACCEPTED =
      measure(
          "rows_accepted", LongType, Unit.NUMBER, "In silver, or replaced there by a later one");
  public static final Field ROWS_DUPLICATE =
      measure("rows_duplicate", LongType, Unit.NUMBER, "Already delivered with the same content");
  public static final Field ROWS_QUARANTINED =
      measure("rows_quarantined", LongType, Unit.NUMBER, "In ops.quarantine");
  public static final Field ROWS_HELD =
      measure("rows_held", LongType, Unit.NUMBER, "Waiting, since too many rows are broken");
  public static final Field ROWS_REPLACED =
      measure("rows_replaced", LongType, Unit.NUMBER, "Of a file that another one replaces");
  public static final Field FINDINGS =
      attribute(
          "findings",
          DataTypes.createArrayType(StringType),
          "File rules that repaired or flagged something");
  public static final Field UNKNOWN_COLUMNS =
      attribute(
          "unknown_columns",
          DataTypes.createArrayType(StringType),
          "Columns that were not landed, since contract and profile do not know them");
  public static final Field REASON =
      attribute("reason", StringType, "Why rejected, held or replaced");
  public static final Field CREATED_AT =
      provenance("created_at", TimestampType, "When the partner made it, by its manifest");
  public static final Field DELIVERY =
      attribute("delivery", StringType, "FULL, DELTA or CORRECTION, by its manifest");
  public static final Field MANIFEST_ID =
      provenance("manifest_id", StringType, "SHA-256 of the manifest that came with it");
  public static final Field REPLACES_FILE_ID =
      provenance("replaces_file_id", StringType, "File that this one replaces, by its manifest");

  /** The table. */
  public static final TableContract CONTRACT_OF =
      TableContract.table(
              "ops.file",
              "A delivered file",
              BATCH_ID,
              FILE_ID,
              BATCH_ID,
              FILE_NAME,
              CONTRACT,
              PROVIDER,
              PROFILE,
              PROFILE_HASH,
              STATUS,
              BYTES,
              ENCODING,
              REVISION,
              ROWS_READ,
              ROWS_ACCEPTED,
              ROWS_DUPLICATE,
              ROWS_QUARANTINED,
              ROWS_HELD,
              ROWS_REPLACED,
              FINDINGS,
              UNKNOWN_COLUMNS,
              REASON,
              CREATED_AT,
              DELIVERY,
              MANIFEST_ID,
              REPLACES_FILE_ID)
          .indexedBy(FILE_ID);

  private OpsFile() {}

  /** A row of the table; a field that is not given is null. */
  static Row row(Map<Field, Object> cells) {
    return RowFactory.create(CONTRACT_OF.fields().stream().map(cells::get).toArray());
  }

  /** A text of a row of the table; null where there is none. */
  static String text(Row row, String column) {
    return row.getString(CONTRACT_OF.schema().fieldIndex(column));
  }

  /** What was found of a file as a whole. */
  static List<String> findings(Row row) {
    return row.getList(CONTRACT_OF.schema().fieldIndex(FINDINGS.name()));
  }

  /** A count; 0 where there is none. */
  static long number(Row row, String column) {
    int at = CONTRACT_OF.schema().fieldIndex(column);
    return row.isNullAt(at) ? 0 : row.getLong(at);
  }
}
