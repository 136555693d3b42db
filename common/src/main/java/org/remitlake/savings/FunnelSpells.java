package org.remitlake.savings;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.time.Quarter;

/** How long subjects took from one stage to another, or have been waiting at a quarter's end. */
final class FunnelSpells {
  /** A subject of which one of both days was filled from a later stage. */
  static final String STAGE_IMPUTED = "STAGE_IMPUTED";

  private static final int DAYS_BACK = 365;
  private static final int WEEK = 7;
  private static final int WORKING_DAYS = 5;

  /** 1970-01-01, day 0, was a Thursday: three days after a Monday. */
  private static final int SINCE_MONDAY = 3;

  private FunnelSpells() {}

  /**
   * Subjects by pilot, quarter, cell, reason to be left out, days, and whether they came to the
   * later stage.
   *
   * @param daysOff days from Monday to Friday on which nobody decides, by pilot
   */
  static Dataset<Row> of(
      Dataset<Row> tracks,
      FunnelTime time,
      Collection<Quarter> quarters,
      Map<String, List<LocalDate>> daysOff) {
    Column from = col(time.from().name());
    Column to = col(time.to().name());
    Column last = least(col("last"), col(FunnelTracks.COVERED_TO));
    Column isDone = coalesce(to.leq(last), lit(false));
    Column isFromFilled = col(FunnelTracks.told(time.from())).isNull();
    Column isToFilled = isDone.and(col(FunnelTracks.told(time.to())).isNull());
    Column end = when(isDone, to).otherwise(last);
    return tracks
        .join(broadcast(ends(tracks.sparkSession(), quarters)))
        .where(from.leq(col("last")).and(from.gt(date_sub(col("last"), DAYS_BACK))))
        .select(
            col("pilot_code"),
            col("quarter"),
            explode(FunnelTracks.cells(List.of("region"))).as("cell"),
            coalesce(
                    col("reason"),
                    when(isFromFilled.or(isToFilled), FunnelSpells.STAGE_IMPUTED),
                    lit(""))
                .as("left_out"),
            greatest(lit(0), days(time, from, end, daysOff)).cast("int").as("days"),
            isDone.as("is_done"))
        .groupBy("pilot_code", "quarter", "cell", "left_out", "days", "is_done")
        .agg(count(lit(1)).as("subjects"));
  }

  /** Working days of banks where it is about their decisions, days of the calendar else. */
  private static Column days(
      FunnelTime time, Column from, Column to, Map<String, List<LocalDate>> daysOff) {
    return time.to() == FunnelStage.OPENED
        ? weekdays(to).minus(weekdays(from)).minus(holidays(from, to, daysOff))
        : datediff(to, from).cast("long");
  }

  /** Holidays after one day up to another. */
  private static Column holidays(Column from, Column to, Map<String, List<LocalDate>> daysOff) {
    Column number = lit(0);
    for (Map.Entry<String, List<LocalDate>> pilot : daysOff.entrySet()) {
      if (!pilot.getValue().isEmpty()) {
        Column all = array(pilot.getValue().stream().map(d -> lit(d)).toArray(Column[]::new));
        number =
            when(
                    col("pilot_code").equalTo(pilot.getKey()),
                    size(filter(all, day -> day.gt(from).and(day.leq(to)))))
                .otherwise(number);
      }
    }
    return number;
  }

  /** Weekdays from a Monday long ago up to a day. */
  private static Column weekdays(Column day) {
    Column since = unix_date(day).plus(SINCE_MONDAY);
    Column inWeek = least(pmod(since, lit(WEEK)).plus(1), lit(WORKING_DAYS));
    return floor(since.divide(WEEK)).multiply(WORKING_DAYS).plus(inWeek);
  }

  private static Dataset<Row> ends(SparkSession spark, Collection<Quarter> quarters) {
    StructType schema =
        new StructType().add("quarter", DataTypes.StringType).add("last", DataTypes.DateType);
    return spark.createDataFrame(
        quarters.stream()
            .map(q -> RowFactory.create(q.toString(), q.endExclusive().minusDays(1)))
            .toList(),
        schema);
  }
}
