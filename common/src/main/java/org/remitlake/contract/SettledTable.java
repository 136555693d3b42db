package org.remitlake.contract;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.types.DataTypes;

/**
 * The silver table of a contract whose rows are kept as delivered, typed: its fields, what judging
 * found, and where the row comes from.
 */
public final class SettledTable {
  /** Rules that repaired or flagged the row. */
  public static final Field FLAGS =
      Field.attribute(
          "flags", DataTypes.createArrayType(DataTypes.StringType), "Rules that marked the row");

  /** Why cells are empty. */
  public static final Field REASONS =
      Field.attribute(
          "reasons",
          DataTypes.createArrayType(DataTypes.StringType),
          "Why a cell is empty, as income_12m:REFUSED; DK, REFUSED, NOT_APPLICABLE, SKIPPED,"
              + " UNMAPPED");

  /** Quarter of the day that the row is about. */
  public static final Field QUARTER =
      Field.attribute("quarter", DataTypes.StringType, "Quarter, as 2024-Q1");

  /** Fingerprint of a row, to tell a changed delivery from a repeated one. */
  public static final Field PAYLOAD_HASH =
      Field.attribute("payload_hash", DataTypes.LongType, "Fingerprint of all delivered values");

  private SettledTable() {}

  /**
   * The table of a contract.
   *
   * @param slice a delivered or derived field of text
   * @param derived columns that ingest derives
   */
  public static TableContract of(
      DeliveryContract delivered, String table, String grain, String slice, Field... derived) {
    List<Field> fields = new ArrayList<>();
    for (DeliveredField field : delivered.fields()) {
      fields.add(
          delivered.key().contains(field.name())
              ? Field.identifier(field.name(), field.kind().type(), field.doc())
              : Field.attribute(field.name(), field.kind().type(), field.doc()));
    }
    fields.addAll(List.of(derived));
    fields.add(FLAGS);
    if (delivered.reasons()) {
      fields.add(REASONS);
    }
    fields.add(PAYLOAD_HASH);
    fields.add(
        Field.provenance(
            "precedence", DataTypes.StringType, "Orders deliveries of the same row; highest wins"));
    fields.add(Field.provenance("file_id", DataTypes.StringType, "SHA-256 of the file"));
    fields.add(Field.provenance("line_no", DataTypes.LongType, "Line in the file"));
    Field by = fields.stream().filter(f -> f.name().equals(slice)).findFirst().orElseThrow();
    return TableContract.table(table, grain, by, fields.toArray(Field[]::new));
  }
}
