package org.remitlake.ingest.file;

import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;

import java.util.ArrayList;
import java.util.List;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/**
 * {@code bronze.<contract>}: what was delivered, as text, by batch of files that landed together.
 * Row number 0 of a file holds no row but the file's {@link Delivery}.
 */
public final class Bronze {
  public static final Field BATCH_ID =
      attribute("batch_id", StringType, "Hash of the files that landed in one commit");
  public static final Field FILE_ID = identifier("file_id", StringType, "SHA-256 of the file");
  public static final Field ROW_NO =
      identifier("row_no", LongType, "Number of the row in the file, from 1; 0 is the file itself");
  public static final Field LINE_NO =
      attribute("line_no", LongType, "Physical line where the row begins (json: its number)");
  public static final Field PROBLEM =
      attribute("problem", StringType, "Why the row could not be split; its text is not kept");
  public static final Field DELIVERY =
      attribute("delivery", StringType, "Row 0: what the file is, as json");

  private Bronze() {}

  /** The bronze table of a contract. */
  public static TableContract of(DeliveryContract contract) {
    List<Field> fields =
        new ArrayList<>(List.of(BATCH_ID, FILE_ID, ROW_NO, LINE_NO, PROBLEM, DELIVERY));
    for (DeliveredField field : contract.fields()) {
      fields.add(attribute(field.name(), StringType, field.doc() + ", as delivered"));
    }
    return new TableContract(
        contract.bronze(), "A delivered row, as text", fields, BATCH_ID, List.of(ROW_NO));
  }
}
