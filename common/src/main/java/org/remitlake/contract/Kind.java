package org.remitlake.contract;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** How the text of a delivered cell is read. */
public enum Kind {
  /** As it is, trimmed. */
  TEXT(DataTypes.StringType),
  /** A person's or document's id: hashed at landing unless it already is a keyed hash. */
  PERSON(DataTypes.StringType),
  /** A word of a code list: mapped to the code. */
  CODE(DataTypes.StringType),
  /** A country word: mapped to ISO 3166-1 alpha-3. */
  COUNTRY(DataTypes.StringType),
  /** A currency word: mapped to ISO 4217. */
  CURRENCY(DataTypes.StringType),
  /** Money. */
  MONEY(Field.MONEY),
  /** An exchange rate. */
  RATE(Field.RATE),
  /** A percentage. */
  PERCENT(Field.PERCENT),
  /** A number of any unit: a weight, an index, a probability. */
  NUMBER(Field.NUMBER),
  /** A whole number. */
  INTEGER(DataTypes.IntegerType),
  /** An instant; local times take the file's zone. */
  INSTANT(DataTypes.TimestampType),
  /** A calendar date. */
  DATE(DataTypes.DateType),
  /** Yes or no. */
  FLAG(DataTypes.BooleanType);

  private final DataType type;

  Kind(DataType type) {
    this.type = type;
  }

  /** The type of the column after reading. */
  public DataType type() {
    return type;
  }

  /** Whether cells are numbers, which the decimal mark of the file concerns. */
  public boolean numeric() {
    return this == MONEY || this == RATE || this == PERCENT || this == NUMBER || this == INTEGER;
  }

  /** Whether cells are words that stand for codes. */
  public boolean coded() {
    return this == CODE || this == COUNTRY || this == CURRENCY || this == FLAG;
  }
}
