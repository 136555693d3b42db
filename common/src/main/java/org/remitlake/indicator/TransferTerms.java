package org.remitlake.indicator;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import org.apache.spark.sql.Column;

/** What all indicators mean by a completed transfer, a person, and the day of a receipt. */
final class TransferTerms {
  private TransferTerms() {}

  /** Why a transfer is not in the population COMPLETED (catalogue 2.4); null when it is. */
  static Column exclusion() {
    return expr(
        """
        case
          when final_state in ('INITIATED', 'SENT', 'AVAILABLE') then 'IN_FLIGHT'
          when final_state not in ('PAID', 'PARTIAL_REFUND') then final_state
          when array_contains(flags, 'T02') then 'DUPLICATE'
          when not is_p2p then 'NOT_P2P'
          when not (principal > 0 and delivered > 0) then 'AMT_NONPOS'
        end""");
  }

  /** Nobody where one hash stands on too many transfers (T15): it is no person's. */
  static Column isPerson() {
    return not(coalesce(array_contains(col("flags"), "T15_SAME"), lit(false)));
  }

  /** A hash means one person within its provider, unless the provider's hashes are linked. */
  static Column person(String pid) {
    Column hash = unhex(col(pid));
    Column scope = coalesce(col("provider_id").cast("binary"), lit(new byte[0]));
    Column person = when(col("pid_scope").equalTo("LINKED"), hash).otherwise(concat(scope, hash));
    return when(isPerson(), person);
  }

  /** The day of payment, where it is told. */
  static Column receiptOn() {
    return coalesce(col("paid_on"), col("initiated_on"));
  }

  /**
   * The quarter of the receipt, where it is the transfer's or the next: so a quarter rests on two
   * slices of transfers, and one computed alone equals one computed with all. Money that arrives
   * minutes later, where it is still the day before, is of the transfer's quarter.
   */
  static Column receiptQuarter() {
    Column on = greatest(receiptOn(), col("initiated_on"));
    Column late = serial(on).minus(serial(col("initiated_on")));
    return when(late.leq(1), concat(year(on), lit("-Q"), quarter(on)));
  }

  private static Column serial(Column date) {
    return year(date).multiply(4).plus(quarter(date));
  }
}
