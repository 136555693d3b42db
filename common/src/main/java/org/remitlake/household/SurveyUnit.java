package org.remitlake.household;

import org.apache.spark.sql.Row;

/** A household, person, firm or agent of a survey as the questions of indicators see it. */
final class SurveyUnit {
  private final Row row;

  SurveyUnit(Row row) {
    this.row = row;
  }

  /** A code or label; null for none. */
  String code(String column) {
    return row.getAs(column);
  }

  /** Whether a code is one of some. */
  boolean is(String column, String... codes) {
    String code = code(column);
    for (String one : codes) {
      if (one.equals(code)) {
        return true;
      }
    }
    return false;
  }

  /** A yes or no; null for no answer. */
  Boolean flag(String column) {
    return row.getAs(column);
  }

  /** Whether the answer is yes. */
  boolean says(String column) {
    return Boolean.TRUE.equals(flag(column));
  }

  /** A number or amount; not a number for no answer. */
  double number(String column) {
    Number number = row.getAs(column);
    return number == null ? Double.NaN : number.doubleValue();
  }
}
