package org.remitlake.funder;

import java.math.BigDecimal;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;

/**
 * The cells of a row, by field; null never comes out.
 *
 * @param row of a table of the lake
 */
record Cells(Row row) {
  /** The cell, if it is not null. */
  <T> Optional<T> cell(Field field) {
    return Optional.ofNullable(row.getAs(field.name()));
  }

  /** Text; empty for null. */
  String text(Field field) {
    return this.<String>cell(field).orElse("");
  }

  /** A double; empty for null, and for what is not a number. */
  Optional<Double> real(Field field) {
    return this.<Double>cell(field).filter(Double::isFinite);
  }

  /** A decimal. */
  Optional<BigDecimal> exact(Field field) {
    return cell(field);
  }

  /** A number of records or persons; 0 for null. */
  long count(Field field) {
    return this.<Long>cell(field).orElse(0L);
  }

  /** Yes; null is no. */
  boolean flag(Field field) {
    return this.<Boolean>cell(field).orElse(false);
  }
}
