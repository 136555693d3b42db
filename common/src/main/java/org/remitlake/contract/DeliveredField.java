package org.remitlake.contract;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A column that a partner delivers.
 *
 * @param name canonical name
 * @param kind how its text is read
 * @param presence whether the column, and a value in each row, must be there
 * @param codes the code list, for {@link Kind#CODE}; empty means any word
 * @param doc one line for the dictionary
 */
public record DeliveredField(
    String name, Kind kind, Presence presence, List<String> codes, String doc)
    implements java.io.Serializable {

  /** What must be there of a field. */
  public enum Presence {
    /** A file without the column is rejected, a row without a value set aside. */
    REQUIRED,
    /** A file without the column is rejected; a row may lack the value, which a rule tells. */
    COLUMN,
    /** Column and value may be absent. */
    OPTIONAL
  }

  /** Copies the code list. */
  public DeliveredField {
    codes = List.copyOf(codes);
  }

  /** A field that must be there. */
  public static DeliveredField required(String name, Kind kind, String doc) {
    return new DeliveredField(name, kind, Presence.REQUIRED, List.of(), doc);
  }

  /** A field whose column must be there, though rows may lack a value. */
  public static DeliveredField column(String name, Kind kind, String doc) {
    return new DeliveredField(name, kind, Presence.COLUMN, List.of(), doc);
  }

  /** A field that may be absent or empty. */
  public static DeliveredField optional(String name, Kind kind, String doc) {
    return new DeliveredField(name, kind, Presence.OPTIONAL, List.of(), doc);
  }

  /** The same field with a closed code list. */
  public DeliveredField of(String... list) {
    return new DeliveredField(name, kind, presence, List.of(list), doc);
  }

  /** Whether a file without the column is rejected. */
  public boolean hasColumn() {
    return presence != Presence.OPTIONAL;
  }

  /** Whether a row without a value is set aside. */
  public boolean mandatory() {
    return presence == Presence.REQUIRED;
  }

  /** The typed column. */
  public Column column() {
    return functions.col(name);
  }
}
