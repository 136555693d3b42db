package org.remitlake.microdata;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * An answer.
 *
 * @param value text, whole number, decimal, yes or no, or day; empty if there is none
 * @param reason why there is none, as REFUSED; empty if it is not known or there is a value
 */
record Cell(Optional<Object> value, String reason) {
  private static final Cell WITHHELD = missing("SUPPRESSED");

  static Cell of(Object value) {
    return new Cell(Optional.of(value), "");
  }

  static Cell missing(String reason) {
    return new Cell(Optional.empty(), reason);
  }

  /** A cell whose answer does not leave. */
  static Cell withheld() {
    return WITHHELD;
  }

  boolean isKnown() {
    return value.isPresent();
  }

  boolean isWithheld() {
    return equals(WITHHELD);
  }

  /** The value as code books and text files have it; empty if there is none. */
  String text() {
    return value.map(Cell::text).orElse("");
  }

  private static String text(Object value) {
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value instanceof Boolean yes ? yes ? "1" : "0" : value.toString();
  }

  /** The value as a number. */
  BigDecimal number() {
    return new BigDecimal(text());
  }
}
