package org.remitlake.frequency;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;

/** Numbers of senders, or of their transfers, that rhythm indicators are made of; all additive. */
enum SenderCount {
  /** With a transfer in the last 365 days. */
  SEEN(isSeen()),
  /** Of these, with one event only. */
  SINGLE(col("events").equalTo(1)),
  /** With two events or more. */
  WITH_GAP(col("median_gap").isNotNull()),
  /** With four gaps or more, whose irregularity is known. */
  WITH_IRREGULARITY(col("irregularity").isNotNull()),
  /** With six events or more. */
  FREQUENT(isFrequent()),
  /** Of these, with regular gaps. */
  REGULAR(isFrequent().and(col("irregularity").leq(0.5))),
  /** With a transfer in the last twelve months. */
  IN_MONTHS(col("months").gt(0)),
  /** With a transfer in the last 90 days. */
  IN_90_DAYS(isWithin(90)),
  /** With a transfer in the last 180 days. */
  IN_180_DAYS(isWithin(180)),
  /** With a transfer in the quarter. */
  ACTIVE(isActive()),
  /** Of these, for the first time. */
  NEW(isActive().and(col("age").equalTo(0))),
  /** Of the active, after a year without. */
  BACK(isActive().and(col("is_back"))),
  /** Active a year before. */
  ACTIVE_YEAR_AGO(col("was_active")),
  /** Of these, active since. */
  STAYING(col("is_staying")),
  /** Of those first seen four quarters before, active in the quarter. */
  COHORT_4_ACTIVE(col("age").equalTo(4).and(isActive())),
  /** Of those first seen eight quarters before, active in the quarter. */
  COHORT_8_ACTIVE(col("age").equalTo(8).and(isActive())),
  /** With two beneficiaries or more in the last 365 days. */
  SEVERAL_BENEFICIARIES(col("has_beneficiaries")),
  /** Linked, and active in the quarter and a year before. */
  WITH_MAIN_PROVIDER(col("has_switched").isNotNull()),
  /** Of these, with another main provider. */
  SWITCHED(coalesce(col("has_switched"), lit(false))),
  /** Months with a transfer, of all senders in months. */
  MONTHS(lit(true), col("months")),
  /** Transfers of the quarter. */
  TRANSFERS(lit(true), col("transfers")),
  /** Of these, beside another to the same beneficiary. */
  SPLIT(lit(true), col("split"));

  private final Column aggregate;

  SenderCount(Column counted) {
    this(counted, lit(1));
  }

  SenderCount(Column counted, Column what) {
    this.aggregate = coalesce(sum(when(counted, what)), lit(0L));
  }

  private static Column isSeen() {
    return col("events").gt(0);
  }

  private static Column isFrequent() {
    return col("events").geq(6);
  }

  private static Column isWithin(int days) {
    return col("idle_days").lt(days);
  }

  private static Column isActive() {
    return col("is_active");
  }

  /** The aggregate over facts of senders. */
  Column aggregate() {
    return aggregate.as(name());
  }
}
