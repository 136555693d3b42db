package org.remitlake.savings;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;
import org.remitlake.stats.KaplanMeier;
import org.remitlake.time.Holidays;
import org.remitlake.time.Quarter;

/**
 * Values of {@link Funnel} and {@link FunnelTime} by pilot, from the first quarter of the offer to
 * the last that the pilot's funnel tells of.
 */
public final class FunnelSource implements ValueSource {
  private final Lake lake;
  private final Map<String, PilotSpan> pilots;
  private final Holidays holidays;

  /**
   * A source.
   *
   * @param holidays of the countries of pilots
   */
  public FunnelSource(Lake lake, Holidays holidays) {
    this.lake = lake;
    this.holidays = holidays;
    this.pilots = PilotSpan.all(lake);
  }

  @Override
  public List<? extends Indicator> indicators() {
    List<Indicator> all = new ArrayList<>(List.of(Funnel.values()));
    all.addAll(List.of(FunnelTime.values()));
    return all;
  }

  @Override
  public Map<String, String> inputs() {
    return PilotSpan.inputs(lake, pilots, new TreeMap<>(holidays.byCountry()).toString());
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<Quarter> quarters = new TreeSet<>();
    pilots.values().forEach(p -> quarters.addAll(p.quarters()));
    quarters.removeIf(q -> !periods.contains(q.toString()));
    if (quarters.isEmpty()) {
      return List.of();
    }
    List<ValueRow> values = new ArrayList<>();
    try (Kept kept = Kept.of(FunnelTracks.of(lake, pilots))) {
      Map<String, Set<String>> told = told(kept.rows(), quarters);
      values.addAll(counts(kept.rows(), told));
      values.addAll(times(kept.rows(), FunnelTime.C24, quarters, told));
      values.addAll(times(kept.rows(), FunnelTime.C43, quarters, told));
    }
    return values;
  }

  /** Quarters of each pilot, asked for, that its funnel tells of. */
  private Map<String, Set<String>> told(Dataset<Row> tracks, Set<Quarter> quarters) {
    Map<String, Set<String>> told = new TreeMap<>();
    for (Row row :
        tracks.select("pilot_code", FunnelTracks.COVERED_TO).distinct().collectAsList()) {
      Quarter last = Quarter.of(row.<LocalDate>getAs(1));
      Set<String> of = new TreeSet<>();
      pilots.get(row.getString(0)).quarters().stream()
          .filter(quarters::contains)
          .filter(q -> q.compareTo(last) <= 0)
          .forEach(q -> of.add(q.toString()));
      told.put(row.getString(0), of);
    }
    return told;
  }

  /** A cell of a pilot in no quarter yet. */
  private CellKey cell(Row row) {
    String pilot = row.getAs("pilot_code");
    Row cell = row.getAs("cell");
    return CellKey.of(
            pilots.get(pilot).country(),
            Dimension.TOTAL,
            cell.getAs("dimension"),
            cell.getAs("value"))
        .in(pilot, cell.getAs("arm"));
  }

  private List<ValueRow> counts(Dataset<Row> tracks, Map<String, Set<String>> told) {
    Map<CellKey, FunnelCell> cells = new TreeMap<>();
    for (Row row : FunnelTracks.milestones(tracks).collectAsList()) {
      cells
          .computeIfAbsent(cell(row), k -> new FunnelCell())
          .add(
              row.getAs("name"),
              row.getAs("quarter"),
              row.getAs("is_filled"),
              row.getAs("subjects"));
    }
    List<ValueRow> values = new ArrayList<>();
    cells.forEach(
        (key, cell) -> {
          FunnelCell all =
              cells.get(CellKey.total(key.corridor(), Dimension.TOTAL).in(key.pilot(), "_T"));
          boolean isCohort = key.dimensions().equals(FunnelTracks.COHORT);
          for (String quarter : told.getOrDefault(key.pilot(), Set.of())) {
            if (!isCohort || key.values().compareTo(quarter) <= 0) {
              for (Funnel indicator : Funnel.values()) {
                FunnelRatio ratio = FunnelRatio.of(indicator, quarter, cell, all);
                values.add(ratio.value(indicator, key.at(quarter)));
              }
            }
          }
        });
    return values;
  }

  private List<ValueRow> times(
      Dataset<Row> tracks, FunnelTime time, Set<Quarter> quarters, Map<String, Set<String>> told) {
    Map<CellKey, Spells> cells = new TreeMap<>();
    for (Row row : FunnelSpells.of(tracks, time, quarters, daysOff()).collectAsList()) {
      CellKey key = cell(row).at(row.getAs("quarter"));
      if (told.get(key.pilot()).contains(key.quarter())) {
        cells.computeIfAbsent(key, k -> new Spells()).add(row);
      }
    }
    List<ValueRow> values = new ArrayList<>();
    cells.forEach(
        (key, spells) -> {
          for (FunnelTime indicator : FunnelTime.values()) {
            if (indicator.from() == time.from()) {
              values.add(spells.value(indicator, key));
            }
          }
        });
    return values;
  }

  /** Holidays of each pilot's country around its time. */
  private Map<String, List<LocalDate>> daysOff() {
    Map<String, List<LocalDate>> daysOff = new TreeMap<>();
    pilots.forEach(
        (code, pilot) ->
            daysOff.put(
                code,
                holidays.weekdays(
                    pilot.country(), pilot.firstOffer().getYear() - 1, pilot.end().getYear())));
    return daysOff;
  }

  /** Spells of a cell, and subjects that are left out. */
  private static final class Spells {
    private final TreeMap<Integer, KaplanMeier.Ends> ends = new TreeMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();

    void add(Row row) {
      long n = row.getAs("subjects");
      String reason = row.getAs("left_out");
      boolean isDone = row.getAs("is_done");
      if (reason.isEmpty()) {
        ends.merge(
            row.<Integer>getAs("days"),
            new KaplanMeier.Ends(isDone ? n : 0, isDone ? 0 : n),
            KaplanMeier.Ends::plus);
      } else {
        leftOut.merge(reason, n, Long::sum);
      }
    }

    ValueRow value(FunnelTime indicator, CellKey key) {
      long n = ends.values().stream().mapToLong(e -> e.events() + e.censored()).sum();
      long missing = leftOut.getOrDefault(FunnelSpells.STAGE_IMPUTED, 0L);
      Optional<Double> days = KaplanMeier.of(ends).quantile(indicator.share());
      String nullReason =
          ValueRow.tooMuchMissing(missing, n + missing)
              ? "Q_MISSING"
              : n == 0 ? "EMPTY" : days.isEmpty() ? "NOT_REACHED" : "";
      return new ValueRow(
          indicator,
          key,
          nullReason.isEmpty() ? days : Optional.empty(),
          nullReason,
          Optional.<BigDecimal>empty(),
          Optional.<BigDecimal>empty(),
          n,
          n,
          missing,
          leftOut,
          "UNIT",
          Optional.empty(),
          ValueRow.grade(missing, n + missing),
          Optional.empty());
    }
  }
}
