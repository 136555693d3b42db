package org.remitlake.savings;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.remitlake.account.FunnelEvents;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Units;
import org.remitlake.time.Quarter;
import org.remitlake.time.Zones;

/**
 * Values from registers and funnels: C23 by pilot and arm, from the first quarter of the offer to
 * the pilot's last.
 *
 * <p>A window is closed when the quarter is past it and the pilot's funnel reaches to its end. A
 * control cluster has no offer; its window begins with the first offer of the pilot, so that both
 * arms are watched equally long.
 */
public final class UptakeSource implements ValueSource {
  private static final Map<AccountIndicator, Integer> MONTHS =
      Map.of(AccountIndicator.C23_M12, 12, AccountIndicator.C23_M3, 3);

  private final Lake lake;
  private final Map<String, PilotSpan> pilots;

  private static final String COVERED_TO = "covered_to";

  /** A source. */
  public UptakeSource(Lake lake) {
    this.lake = lake;
    this.pilots = PilotSpan.all(lake);
  }

  @Override
  public List<AccountIndicator> indicators() {
    return List.of(AccountIndicator.C23_M12, AccountIndicator.C23_M3);
  }

  @Override
  public Map<String, String> inputs() {
    return PilotSpan.inputs(lake, pilots, "");
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<ValueRow> values = new ArrayList<>();
    if (pilots.values().stream()
        .flatMap(p -> p.quarters().stream())
        .noneMatch(q -> periods.contains(q.toString()))) {
      return values;
    }
    for (Row arm : arms()) {
      PilotSpan pilot = pilots.get(arm.<String>getAs("pilot_code"));
      for (Quarter quarter : pilot.quarters()) {
        if (periods.contains(quarter.toString())) {
          MONTHS.forEach((indicator, m) -> values.add(value(indicator, m, arm, pilot, quarter)));
        }
      }
    }
    return values;
  }

  /** Per pilot and arm: units, those that opened within each window, and when the last one ends. */
  private List<Row> arms() {
    Dataset<Row> clusters =
        lake.read(Clusters.CONTRACT)
            .withColumn("first", min("treated_from").over(Window.partitionBy("pilot_code")))
            .select(
                col("pilot_code"),
                col("cluster_id"),
                coalesce(col("treated_from"), col("first")).as("offered_from"));
    Dataset<Row> events = lake.read(FunnelEvents.CONTRACT);
    Dataset<Row> covered =
        events
            .withColumn("day", Zones.localDate(col("event_at"), PilotSpan.country(pilots)))
            .groupBy("pilot_code")
            .agg(max("day").as(COVERED_TO));
    Dataset<Row> opened =
        events
            .where("stage = 'OPENED'")
            .groupBy("subject_pid", "pilot_code")
            .agg(min("event_at").as("opened_at"))
            .withColumn("opened_on", Zones.localDate(col("opened_at"), PilotSpan.country(pilots)));
    Column withdrawn = not(col("has_consent")).or(col("withdrawn_on").isNotNull());
    Dataset<Row> units =
        lake.read(Units.CONTRACT)
            .withColumn("is_withdrawn", withdrawn)
            .where(col("pilot_code").isInCollection(pilots.keySet()))
            .join(clusters, new String[] {"pilot_code", "cluster_id"}, "inner")
            .join(covered, new String[] {"pilot_code"}, "left")
            .join(opened, new String[] {"subject_pid", "pilot_code"}, "left");
    Column stays = not(col("is_withdrawn"));
    List<Column> counts =
        new ArrayList<>(
            List.of(
                count_if(col("is_withdrawn")).as("withdrawn"),
                max("offered_from").as("last"),
                max(COVERED_TO).as(COVERED_TO)));
    MONTHS.values().stream()
        .sorted()
        .forEach(
            months ->
                counts.add(
                    count_if(
                            stays
                                .and(col("opened_on").geq(col("offered_from")))
                                .and(col("opened_on").lt(add_months(col("offered_from"), months))))
                        .as("opened_" + months)));
    return units
        .groupBy("pilot_code", "assigned_arm")
        .agg(count(lit(1)).as("units"), counts.toArray(Column[]::new))
        .collectAsList();
  }

  private static ValueRow value(
      AccountIndicator indicator, int months, Row arm, PilotSpan pilot, Quarter quarter) {
    long withdrawn = arm.getAs("withdrawn");
    long eligible = arm.<Long>getAs("units") - withdrawn;
    LocalDate closes = arm.<LocalDate>getAs("last").plusMonths(months);
    LocalDate covered = arm.getAs(COVERED_TO);
    boolean isCovered = covered != null && !closes.isAfter(covered.plusDays(1));
    boolean isClosed = isCovered && !closes.isAfter(quarter.endExclusive());
    BigDecimal opened = BigDecimal.valueOf(arm.<Long>getAs("opened_" + months));
    String nullReason = !isClosed ? "WINDOW_OPEN" : eligible == 0 ? "EMPTY" : "";
    return new ValueRow(
        indicator,
        CellKey.total(pilot.country(), quarter.toString())
            .in(arm.getAs("pilot_code"), arm.getAs("assigned_arm")),
        nullReason.isEmpty()
            ? Optional.of(100 * opened.doubleValue() / eligible)
            : Optional.empty(),
        nullReason,
        isClosed ? Optional.of(opened) : Optional.empty(),
        Optional.of(BigDecimal.valueOf(eligible)),
        eligible,
        eligible,
        0,
        withdrawn == 0 ? Map.of() : Map.of("NO_CONSENT", withdrawn),
        "UNIT",
        Optional.empty(),
        "A",
        Optional.empty());
  }
}
