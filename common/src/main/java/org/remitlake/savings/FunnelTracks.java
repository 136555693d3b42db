package org.remitlake.savings;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.quarter;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.FunnelEvents;
import org.remitlake.indicator.Dimension;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Units;
import org.remitlake.time.Zones;

/**
 * Ways of subjects through the funnel of their pilot: one row per pilot and subject, with the day
 * of each stage by its name, filled from the later stage where it must have happened, and as {@code
 * told_} only what was delivered.
 */
final class FunnelTracks {
  /** Who withdrew, or never consented. */
  static final String NO_CONSENT = "NO_CONSENT";

  /** Whose events name no unit of the registry. */
  static final String NOT_IN_FRAME = "NOT_IN_FRAME";

  /** The dimension of the quarter in which a subject was reached. */
  static final String COHORT = "cohort";

  /** The last day that a pilot's funnel tells of. */
  static final String COVERED_TO = "covered_to";

  private static final List<String> SUBJECT = List.of("pilot_code", "subject_pid");

  private FunnelTracks() {}

  static Dataset<Row> of(Lake lake, Map<String, PilotSpan> pilots) {
    Dataset<Row> events =
        lake.read(FunnelEvents.CONTRACT)
            .where(col("pilot_code").isInCollection(pilots.keySet()))
            .withColumn("day", Zones.localDate(col("event_at"), PilotSpan.country(pilots)));
    List<Column> told = new ArrayList<>();
    for (FunnelStage stage : FunnelStage.IN_ORDER) {
      told.add(min(when(col("stage").equalTo(stage.name()), col("day"))).as(told(stage)));
    }
    Dataset<Row> tracks =
        events
            .groupBy("pilot_code", "subject_pid")
            .agg(min("day").as("first_day"), told.toArray(Column[]::new))
            .join(frame(lake, pilots), SUBJECT.toArray(String[]::new), "full")
            .join(
                events.groupBy("pilot_code").agg(max("day").as(COVERED_TO)),
                new String[] {"pilot_code"},
                "inner");
    List<Column> columns = new ArrayList<>(List.of(col("*"), reason().as("reason")));
    columns.add(col("eligible_from").as(FunnelStage.ELIGIBLE.name()));
    for (FunnelStage stage : FunnelStage.IN_ORDER.subList(1, FunnelStage.IN_ORDER.size())) {
      columns.add(filled(stage).as(stage.name()));
    }
    columns.add(quarterOf(col(told(FunnelStage.REACHED))).as(COHORT));
    return tracks.select(columns.toArray(Column[]::new));
  }

  static String told(FunnelStage stage) {
    return "told_" + stage;
  }

  private static Dataset<Row> frame(Lake lake, Map<String, PilotSpan> pilots) {
    return lake.read(Units.CONTRACT)
        .where(col("pilot_code").isInCollection(pilots.keySet()))
        .join(
            lake.read(Clusters.CONTRACT).select("pilot_code", "cluster_id", "region"),
            new String[] {"pilot_code", "cluster_id"},
            "left")
        .select(
            col("pilot_code"),
            col("subject_pid"),
            col("assigned_arm"),
            col("region"),
            col("eligible_from"),
            not(col("has_consent")).or(col("withdrawn_on").isNotNull()).as("is_withdrawn"));
  }

  private static Column reason() {
    return when(col("is_withdrawn").isNull(), NOT_IN_FRAME).when(col("is_withdrawn"), NO_CONSENT);
  }

  /** The day of a stage; of a nested one that nobody noted, that of the next that was noted. */
  private static Column filled(FunnelStage stage) {
    int at = FunnelStage.NESTED.indexOf(stage);
    return at < 0
        ? col(told(stage))
        : coalesce(
            FunnelStage.NESTED.subList(at, FunnelStage.NESTED.size()).stream()
                .map(later -> col(told(later)))
                .toArray(Column[]::new));
  }

  static Column quarterOf(Column day) {
    return concat(year(day), lit("-Q"), quarter(day));
  }

  /**
   * Subjects by pilot, cell, milestone, its quarter and whether it was filled. Milestones are the
   * stages, the reasons why subjects are left out, and the ends of windows, see {@link
   * #ofEligible}.
   */
  static Dataset<Row> milestones(Dataset<Row> tracks) {
    List<Column> milestones = new ArrayList<>();
    Column left = coalesce(col("eligible_from"), col("first_day"));
    for (String reason : List.of(NO_CONSENT, NOT_IN_FRAME)) {
      milestones.add(milestone(reason, left, lit(false), col("reason").equalTo(reason)));
    }
    for (FunnelStage stage : FunnelStage.IN_ORDER) {
      Column day = col(stage.name());
      Column isFilled = FunnelStage.NESTED.contains(stage) ? col(told(stage)).isNull() : lit(false);
      milestones.add(milestone(stage.name(), day, isFilled, isIn()));
      if (stage.hasWindow()) {
        Column end = date_add(col(FunnelStage.OPENED.name()), stage.days());
        Column over = when(end.leq(col(COVERED_TO)), end);
        Column before = col(stage.previous().orElseThrow().name());
        Column both = when(before.isNotNull().and(over.isNotNull()), greatest(before, over));
        milestones.add(milestone(ofEligible(stage), least(day, over), lit(false), isIn()));
        milestones.add(milestone(ofPrevious(stage), least(day, both), lit(false), isIn()));
      }
    }
    return tracks
        .withColumn("cell", explode(cells(List.of("region", COHORT))))
        .withColumn("at", explode(array_compact(array(milestones.toArray(Column[]::new)))))
        .where("at.day is not null")
        .withColumn("quarter", quarterOf(col("at.day")))
        .groupBy("pilot_code", "cell", "at.name", "quarter", "at.is_filled")
        .agg(count(lit(1)).as("subjects"));
  }

  /** The name of the day from which it is known of an opener whether a stage was reached. */
  static String ofEligible(FunnelStage stage) {
    return stage + " due";
  }

  /** The same of those only who are at the stage before. */
  static String ofPrevious(FunnelStage stage) {
    return stage + " due of those before";
  }

  private static Column isIn() {
    return col("reason").isNull();
  }

  private static Column milestone(String name, Column day, Column isFilled, Column holds) {
    return when(holds, struct(lit(name).as("name"), day.as("day"), isFilled.as("is_filled")));
  }

  /** The total, arms, and values of dimensions; a subject of no value of one is in none of it. */
  static Column cells(List<String> dimensions) {
    Column all = lit(Dimension.TOTAL);
    List<Column> cells = new ArrayList<>();
    cells.add(cell(all, all, all));
    cells.add(when(col("assigned_arm").isNotNull(), cell(all, all, col("assigned_arm"))));
    dimensions.forEach(d -> cells.add(when(col(d).isNotNull(), cell(lit(d), col(d), all))));
    return array_compact(array(cells.toArray(Column[]::new)));
  }

  private static Column cell(Column dimension, Column value, Column arm) {
    return struct(dimension.as("dimension"), value.as("value"), arm.as("arm"));
  }
}
