package org.remitlake.indicator;

import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Field;

/** Cells of rows in the order of {@link IndicatorValues#CONTRACT}, with or without a schema. */
final class GoldRow {
  private static final StructType SCHEMA = IndicatorValues.CONTRACT.schema();

  private GoldRow() {}

  static Object of(Row row, Field field) {
    return row.get(SCHEMA.fieldIndex(field.name()));
  }

  static String text(Row row, Field field) {
    return (String) of(row, field);
  }
}
