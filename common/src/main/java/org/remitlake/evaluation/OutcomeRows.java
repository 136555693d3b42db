package org.remitlake.evaluation;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;
import org.remitlake.account.FunnelEvents;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Pilots;
import org.remitlake.registry.Units;
import org.remitlake.survey.Households;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Zones;

/**
 * What is known of a pilot's units: answers of the pilot's own survey, and from the funnel whether
 * the product was opened. Units that withdrew their consent are left out.
 */
final class OutcomeRows {
  /** Survey variables, with their units. */
  private static final Map<String, String> ANSWERS =
      new TreeMap<>(
          Map.of(
              "hh_size", "persons",
              "income_12m", "LCU",
              "consumption_month", "LCU",
              "debt_amount", "LCU",
              "remit_received_12m", "0/1",
              "bank_saving_12m", "0/1"));

  private static final String OPENED = "account_opened";

  private OutcomeRows() {}

  /** Outcomes and baseline variables that a plan can name. */
  static Set<String> names() {
    Set<String> names = new TreeSet<>(ANSWERS.keySet());
    names.add(OPENED);
    return names;
  }

  /** Rows of {@code silver.outcome} of some pilots. */
  static Dataset<Row> of(Lake lake, List<Plan> plans) {
    Dataset<Row> outcomes = null;
    for (Plan plan : plans) {
      Dataset<Row> units = units(lake, plan.pilot());
      Dataset<Row> both = answers(lake, plan, units).union(opened(lake, plan, units));
      outcomes = outcomes == null ? both : outcomes.union(both);
    }
    return outcomes;
  }

  /** Units of a pilot that take part. */
  static Dataset<Row> units(Lake lake, String pilot) {
    return lake.read(Units.CONTRACT, Set.of(pilot)).where("has_consent and withdrawn_on is null");
  }

  private static Dataset<Row> answers(Lake lake, Plan plan, Dataset<Row> units) {
    Set<String> slices =
        Set.of(
            new SurveyWave(plan.pilot(), plan.baselineWave()).toString(),
            new SurveyWave(plan.pilot(), plan.endlineWave()).toString());
    List<Column> values = new ArrayList<>();
    ANSWERS.forEach(
        (name, unit) ->
            values.add(
                struct(
                    lit(name).as("outcome"),
                    col(name).cast("double").as("value"),
                    lit(unit).as("unit"))));
    return lake.read(Households.CONTRACT, slices)
        .where("result_code in ('COMPLETE', 'PARTIAL')")
        .withColumn("visit", row_number().over(bestFirst()))
        .where("visit = 1")
        .withColumnRenamed("hh_id", "interview_id")
        .join(
            units.select(col("subject_pid"), col("pilot_code"), col("hh_id")),
            col("panel_hh_id").equalTo(col("hh_id")),
            "inner")
        .select(
            col("pilot_code"),
            col("subject_pid"),
            col("wave"),
            explode(array(values.toArray(Column[]::new))).as("of"))
        .select("pilot_code", "subject_pid", "wave", "of.outcome", "of.value", "of.unit")
        .where("value is not null")
        .withColumn("source", lit("survey"));
  }

  /** One interview of a household in a wave: a complete one before others, then the latest. */
  private static WindowSpec bestFirst() {
    return Window.partitionBy("panel_hh_id", "wave")
        .orderBy(col("result_code"), col("interviewed_on").desc_nulls_last(), col("hh_id"));
  }

  /** Whether the product was opened by the end of the endline's year: known of every unit. */
  private static Dataset<Row> opened(Lake lake, Plan plan, Dataset<Row> units) {
    Dataset<Row> events =
        lake.read(FunnelEvents.CONTRACT)
            .where(col("pilot_code").equalTo(plan.pilot()).and(functions.expr("stage = 'OPENED'")))
            .groupBy("subject_pid")
            .agg(min("event_at").as("opened_at"));
    Column openedOn = Zones.localDate(col("opened_at"), col("country"));
    Column inTime = coalesce(year(openedOn).leq(plan.endlineWave()), lit(false));
    return units
        .join(
            lake.read(Pilots.CONTRACT).select("pilot_code", "country"),
            new String[] {"pilot_code"},
            "left")
        .join(events, new String[] {"subject_pid"}, "left")
        .select(
            col("pilot_code"),
            col("subject_pid"),
            lit(plan.endlineWave()).as("wave"),
            lit(OPENED).as("outcome"),
            when(inTime, 1.0).otherwise(0.0).as("value"),
            lit("0/1").as("unit"),
            lit("funnel").as("source"));
  }
}
