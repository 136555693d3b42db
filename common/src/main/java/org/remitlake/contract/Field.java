package org.remitlake.contract;

import java.util.Map;
import java.util.Objects;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * A column of a table: defined once, used in code, schema, comments and dictionary.
 *
 * @param name snake_case name; the constant that holds the field is its upper case
 * @param type Spark type
 * @param role what the column is for
 * @param unit unit of its values
 * @param doc one line for the column comment and the dictionary
 * @param labels what else the table's schema says of the column, as {@code label.ru}; mostly
 *     nothing
 */
public record Field(
    String name, DataType type, Role role, Unit unit, String doc, Map<String, String> labels) {
  /** Money: exact, four decimals. */
  public static final DataType MONEY = DataTypes.createDecimalType(19, 4);

  /** Exchange rates: exact; money times a rate is then exact in Spark's 38 digits. */
  public static final DataType RATE = DataTypes.createDecimalType(18, 12);

  /** Percentages of single records: exact sums whatever the order of rows. */
  public static final DataType PERCENT = DataTypes.createDecimalType(18, 12);

  /** Weights, indices, probabilities: exact as delivered, up to twelve digits on each side. */
  public static final DataType NUMBER = DataTypes.createDecimalType(24, 12);

  /** Checks that no part is missing. */
  public Field {
    Objects.requireNonNull(name);
    Objects.requireNonNull(type);
    Objects.requireNonNull(role);
    Objects.requireNonNull(unit);
    Objects.requireNonNull(doc);
    labels = Map.copyOf(labels);
  }

  /** Part of the key. */
  public static Field identifier(String name, DataType type, String doc) {
    return new Field(name, type, Role.IDENTIFIER, Unit.NONE, doc, Map.of());
  }

  /** A value with a unit. */
  public static Field measure(String name, DataType type, Unit unit, String doc) {
    return new Field(name, type, Role.MEASURE, unit, doc, Map.of());
  }

  /** A description of the row. */
  public static Field attribute(String name, DataType type, String doc) {
    return new Field(name, type, Role.ATTRIBUTE, Unit.NONE, doc, Map.of());
  }

  /** A trace of the run or file; not content. */
  public static Field provenance(String name, DataType type, String doc) {
    return new Field(name, type, Role.PROVENANCE, Unit.NONE, doc, Map.of());
  }

  /** The same field with labels, which readers of the table find in the column's metadata. */
  public Field labelled(Map<String, String> texts) {
    return new Field(name, type, role, unit, doc, texts);
  }

  /** The column, for expressions. */
  public Column column() {
    return functions.col(name);
  }

  /** The column of one side of a join. */
  public Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** The comment that readers of the table see: what it is, and its unit. */
  public String comment() {
    return unit.label().isEmpty() ? doc : doc + " [" + unit.label() + "]";
  }

  StructField structField() {
    MetadataBuilder metadata = new MetadataBuilder();
    labels.forEach(metadata::putString);
    return new StructField(name, type, true, metadata.build()).withComment(comment());
  }
}
