package org.remitlake.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/** A row of a table under construction; a field that is not given is null. */
public final class TableRow {
  private final TableContract contract;
  private final Map<Field, Object> cells = new HashMap<>();

  private TableRow(TableContract contract) {
    this.contract = contract;
  }

  /** An empty row of a table. */
  public static TableRow of(TableContract contract) {
    return new TableRow(contract);
  }

  /** The same row with one more value; text is read as the field's type. */
  public TableRow with(Field field, Object value) {
    if (!contract.fields().contains(field)) {
      throw new IllegalArgumentException(contract.table() + " has no field " + field.name());
    }
    cells.put(field, value instanceof String text ? typed(field.type(), text) : value);
    return this;
  }

  /** The same row without a value. */
  public TableRow without(Field field) {
    cells.remove(field);
    return this;
  }

  /** The value of a field. */
  public Object get(Field field) {
    return Objects.requireNonNull(cells.get(field), field.name());
  }

  private static Object typed(DataType type, String text) {
    if (type instanceof DecimalType) {
      return new BigDecimal(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    return type.equals(DataTypes.TimestampType) ? Instant.parse(text) : text;
  }

  /** Rows as a frame with the table's schema. */
  public static Dataset<Row> frame(
      SparkSession spark, TableContract contract, List<TableRow> rows) {
    List<Row> values =
        rows.stream()
            .map(r -> RowFactory.create(contract.fields().stream().map(r.cells::get).toArray()))
            .toList();
    return spark.createDataFrame(values, contract.schema());
  }
}
