package org.remitlake.contract;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * A column that a partner delivers.
 *
 * @param name canonical name
 * @param kind how its text is read
 * @param mandatory whether a file without the column is rejected and a row without a value
 *     quarantined
 * @param codes the code list, for {@link Kind#CODE}; empty means any word
 * @param doc one line for the dictionary
 */
public record DeliveredField(
    String name, Kind kind, boolean mandatory, List<String> codes, String doc)
    implements java.io.Serializable {

  /** Copies the code list. */
  public DeliveredField {
    codes = List.copyOf(codes);
  }

  /** A field that must be there. */
  public static DeliveredField required(String name, Kind kind, String doc) {
    return new DeliveredField(name, kind, true, List.of(), doc);
  }

  /** A field that may be absent or empty. */
  public static DeliveredField optional(String name, Kind kind, String doc) {
    return new DeliveredField(name, kind, false, List.of(), doc);
  }

  /** The same field with a closed code list. */
  public DeliveredField of(String... list) {
    return new DeliveredField(name, kind, mandatory, List.of(list), doc);
  }

  /** The typed column. */
  public Column column() {
    return functions.col(name);
  }

  /** Name of the column that keeps the delivered text beside the typed one. */
  public String textName() {
    return name + "_text";
  }
}
