package org.remitlake.indicator;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.sql.Column;

/**
 * Which transfers from Russia since March 2022 are money of people who moved, not wages sent home
 * (catalogue 11.6), version 1: told by the relationship of sender and beneficiary and by the size,
 * narrowly, centrally and widely, since no extract says so. A change here is a change of method.
 */
enum Relocation {
  /** Sent to oneself, USD 1 000 and more. */
  NARROW(isToSelf().and(isFrom(1_000))),
  /** Sent to oneself. */
  CENTRAL(isToSelf()),
  /** Sent to oneself, or USD 3 000 and more. */
  WIDE(isToSelf().or(isFrom(3_000)));

  private static final String SINCE = "2022-03-01";

  private final Column looksSo;

  Relocation(Column looksSo) {
    this.looksSo = looksSo;
  }

  private static Column isToSelf() {
    return col("relationship").equalTo("SELF");
  }

  private static Column isFrom(int usd) {
    return col("usd").geq(usd);
  }

  /** Whether a transfer is a worker's; true where nothing tells. */
  Column isWorkers() {
    Column isLate =
        col("corridor").startsWith("RUS-").and(col("initiated_on").geq(lit(SINCE).cast("date")));
    return coalesce(isLate.and(looksSo), lit(false)).equalTo(false);
  }
}
