package org.remitlake.household;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.expr;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.survey.Households;

/** What migrants of a panel told in the wave before, and for whom those stand who are traced. */
final class TracedMigrants {
  private static final String[] PERSON = {"survey", "wave", "panel_id"};

  private final SurveyRows rows;

  TracedMigrants(SurveyRows rows) {
    this.rows = rows;
  }

  /**
   * Adds {@code meant_to_return}: abroad in the wave before and likely to return; not a value where
   * not traced or not told. And {@code tracing}, which makes of the weight now the one of then,
   * times all of a stratum who meant to return over those of them who are traced (catalogue 6.4,
   * D33).
   *
   * @param migrants with survey, wave, panel_id, stratum, weight, is_abroad, return_intent
   */
  Dataset<Row> join(Dataset<Row> migrants) {
    Dataset<Row> before =
        migrants
            .where("panel_id is not null")
            .groupBy("survey", "wave", "panel_id")
            .agg(
                expr("max(is_abroad and return_intent >= 4) as meant_to_return"),
                expr("max_by(stratum, migrant_no) as stratum_before"),
                expr("max_by(weight, migrant_no) as weight_before"))
            .withColumnRenamed("wave", "wave_before")
            .join(broadcast(waves()), new String[] {"survey", "wave_before"}, "inner")
            .drop("wave_before");
    return migrants
        .join(before, PERSON, "left")
        .join(
            broadcast(tracing(before, migrants)),
            new String[] {"survey", "wave", "stratum_before"},
            "left")
        .withColumn(
            "tracing",
            expr("if(weight > 0, tracing * cast(weight_before / weight as double), null)"));
  }

  /** Each wave and the one before it, of those that are read. */
  private Dataset<Row> waves() {
    return rows.read(Households.CONTRACT)
        .select("survey", "wave")
        .distinct()
        .withColumn("wave_before", expr("lag(wave) over (partition by survey order by wave)"))
        .where("wave_before is not null");
  }

  private static Dataset<Row> tracing(Dataset<Row> before, Dataset<Row> migrants) {
    Dataset<Row> found =
        migrants.select("survey", "wave", "panel_id").distinct().withColumn("found", expr("true"));
    return before
        .where("meant_to_return and weight_before > 0")
        .join(found, PERSON, "left")
        .groupBy("survey", "wave", "stratum_before")
        .agg(
            expr(
                "cast(sum(cast(weight_before as decimal(38, 12))) as double)"
                    + " / cast(sum(cast(if(found, weight_before, null) as decimal(38, 12))) as double)"
                    + " as tracing"));
  }
}
