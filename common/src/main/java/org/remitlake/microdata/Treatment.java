package org.remitlake.microdata;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.Kind;

/** What is done with the answers of a variable before they leave. */
public enum Treatment {
  /** Nothing of it leaves: identifiers, times, free text. */
  NEVER,
  /** As it is: what all rows of the file share. */
  KEPT,
  /** A number of a household or person gives way to a key that only the secret leads back from. */
  KEY,
  /** A name gives way to a shuffled number: rows of the same stratum or PSU still share one. */
  OPAQUE,
  /** A weight of the sample, as it is. */
  WEIGHT,
  /** A region: pooled where few households live. */
  AREA,
  /** A code: pooled where few units have it. */
  CATEGORY,
  /**
   * A code of ISCO: only its major group, the first digit, is told, and pooled where few have it.
   */
  GROUP,
  /** A number: only its band is told. */
  BAND,
  /** A number: cut at both ends. */
  CUT,
  /** A day: only its quarter is told. */
  QUARTER;

  /** What is done with a delivered field of which nothing else is said: words never leave. */
  static Treatment of(Kind kind) {
    return switch (kind) {
      case TEXT, PERSON, INSTANT -> NEVER;
      case CODE, COUNTRY, CURRENCY, FLAG -> CATEGORY;
      case MONEY, RATE, PERCENT, NUMBER, INTEGER -> CUT;
      case DATE -> QUARTER;
    };
  }

  /** Type of the column that leaves, for a field of some kind. */
  DataType type(Kind kind) {
    return switch (this) {
      case NEVER, KEY, AREA, GROUP, BAND, QUARTER -> DataTypes.StringType;
      case OPAQUE -> DataTypes.IntegerType;
      case WEIGHT -> Field.NUMBER;
      case KEPT, CATEGORY, CUT -> kind.type();
    };
  }

  /** Whether the column belongs to the rows and the design: it has no reasons for empty cells. */
  boolean isOfDesign() {
    return this == KEPT || this == KEY || this == OPAQUE || this == WEIGHT;
  }
}
