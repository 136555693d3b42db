package org.remitlake.funder;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.contract.Field;
import org.remitlake.indicator.Indicator.Direction;

/** Figures as rows of {@code gold.funder_indicator}: suppressed first, then rounded. */
final class ReleaseRows {
  /** Until dominance and differences between cells are controlled, no release is more. */
  static final String DRAFT = "DRAFT";

  /** Below it a share and its rounded count together would tell the count. */
  private static final int LEAST_COUNT_BESIDE_A_SHARE = 100;

  /** Names of dimensions for funders, where gold's differ (catalogue 8.1). */
  private static final Map<String, String> NAMES =
      Map.of(
          "sender_sex",
          "sex",
          "sender_age_band",
          "age",
          "receive_region",
          "region",
          "send_channel",
          "channel");

  private static final Map<String, String> REASONS =
      Map.of(
          "EMPTY", "No record.",
          "DEN_ZERO", "Nothing to divide by.",
          "Q_MISSING", "More than 30 % of records lack the value.",
          "SMART_NONE", "No service qualifies.",
          "WINDOW_OPEN", "Not known yet: the days it is about are not over.",
          "NOT_REACHED", "Fewer than that share have come so far yet.");

  private final Vintage vintage;
  private final Provenance provenance;
  private final Map<String, Targeted> targets;

  ReleaseRows(Vintage vintage, Provenance provenance, Map<String, Targeted> targets) {
    this.vintage = vintage;
    this.provenance = provenance;
    this.targets = targets;
  }

  /** The row of a figure; {@code rule} is what forbids to publish it, if anything does. */
  Row of(Figure figure, Optional<String> rule) {
    Map<Field, Object> row = new HashMap<>();
    describe(row, figure);
    release(row);
    Optional<Targeted> target = agreed(row, figure);
    row.put(FunderIndicators.CONF_STATUS, rule.isPresent() ? "C" : "F");
    if (rule.isPresent()) {
      row.put(FunderIndicators.SUPPRESSION_CODE, rule.get());
      row.put(FunderIndicators.OBS_STATUS, "Q");
      row.put(FunderIndicators.FOOTNOTE_IDS, "s");
    } else {
      publish(row, figure);
      figure.value().ifPresent(value -> judge(row, figure, target));
    }
    return RowFactory.create(FunderIndicators.CONTRACT.fields().stream().map(row::get).toArray());
  }

  private void describe(Map<Field, Object> row, Figure figure) {
    Figure.Cell cell = figure.cell();
    row.put(FunderIndicators.INDICATOR_ID, cell.indicator());
    row.put(FunderIndicators.VARIANT, cell.variant());
    row.put(FunderIndicators.BASIS, cell.basis());
    row.put(FunderIndicators.CORRIDOR, cell.corridor());
    row.put(FunderIndicators.PERIOD_TYPE, cell.periodType());
    row.put(FunderIndicators.PERIOD, cell.period());
    row.put(FunderIndicators.PILOT_CODE, cell.pilot());
    row.put(FunderIndicators.ARM_CODE, cell.arm());
    List<Figure.Dimension> breakdown = named(cell.breakdown());
    for (int i = 0; i < FunderIndicators.DIMENSIONS.size(); i += 2) {
      boolean has = i / 2 < breakdown.size();
      row.put(FunderIndicators.DIMENSIONS.get(i), has ? breakdown.get(i / 2).name() : Figure.TOTAL);
      row.put(
          FunderIndicators.DIMENSIONS.get(i + 1),
          has ? breakdown.get(i / 2).value() : Figure.TOTAL);
    }
    locate(row, cell);
    describe(row, figure.entry(), figure.unit());
    row.put(FunderIndicators.METHOD_VERSION, figure.source().method());
  }

  private void locate(Map<Field, Object> row, Figure.Cell cell) {
    boolean quarterly = cell.periodType().equals("Q");
    LocalDate year = LocalDate.of(vintage.quarter().year(), 1, 1);
    LocalDate start = quarterly ? vintage.quarter().firstDay() : year;
    LocalDate end = quarterly ? vintage.quarter().endExclusive() : year.plusYears(1);
    row.put(FunderIndicators.PERIOD_START, start);
    row.put(FunderIndicators.PERIOD_END, end.minusDays(1));
    if (!cell.corridor().equals(Figure.TOTAL)) {
      String country = cell.corridor().substring(cell.corridor().indexOf('-') + 1);
      row.put(FunderIndicators.LOCATION_REF, country);
    }
  }

  private static void describe(Map<Field, Object> row, Register.Entry entry, String unit) {
    boolean percentage = unit.equals("%") || unit.equals("pp");
    row.put(FunderIndicators.RESULT_TYPE, entry.result());
    row.put(FunderIndicators.INDICATOR_TITLE, entry.title());
    row.put(FunderIndicators.UNIT, unit);
    row.put(FunderIndicators.MEASURE, percentage ? 2 : 1);
    row.put(
        FunderIndicators.ASCENDING,
        entry.better() == Direction.NONE ? null : entry.better() == Direction.UP);
    row.put(FunderIndicators.AGGREGATION_STATUS, entry.additive());
    row.put(FunderIndicators.DECIMALS, Rounding.of(entry, unit).decimals());
  }

  private void release(Map<Field, Object> row) {
    row.put(FunderIndicators.VINTAGE_ID, vintage.id());
    row.put(FunderIndicators.QUARTER, vintage.quarter().toString());
    row.put(FunderIndicators.RELEASE_STATUS, DRAFT);
    row.put(FunderIndicators.RELEASE_STAGE, vintage.stage().name());
    row.put(FunderIndicators.AS_OF, vintage.asOf());
    row.put(FunderIndicators.SUPERSEDES, vintage.supersedes().orElse(null));
    row.put(FunderIndicators.ACTIVITY_ID, provenance.activityId().orElse(null));
    row.put(FunderIndicators.INPUT_MANIFEST_SHA256, provenance.inputManifest());
    row.put(FunderIndicators.CODE_VERSION, provenance.codeVersion());
  }

  private Optional<Targeted> agreed(Map<Field, Object> row, Figure figure) {
    List<Figure.Dimension> breakdown = named(figure.cell().breakdown());
    Optional<Targeted> target =
        Optional.ofNullable(targets.get(Targeted.key(figure.cell(), breakdown)));
    target.ifPresent(
        t -> {
          row.put(FunderIndicators.BASELINE_VALUE, t.baseline());
          row.put(FunderIndicators.BASELINE_DATE, t.baselineOn());
          row.put(FunderIndicators.TARGET_VALUE, t.target());
        });
    return target;
  }

  private void publish(Map<Field, Object> row, Figure figure) {
    Rounding rounding = Rounding.of(figure.entry(), figure.unit());
    figure.value().ifPresent(v -> row.put(FunderIndicators.ACTUAL_VALUE, rounding.of(v)));
    figure
        .precision()
        .ifPresent(
            p -> {
              p.error().ifPresent(v -> row.put(FunderIndicators.SE, rounding.of(v)));
              p.low().ifPresent(v -> row.put(FunderIndicators.CI_LOW, rounding.of(v)));
              p.high().ifPresent(v -> row.put(FunderIndicators.CI_HIGH, rounding.of(v)));
            });
    boolean apart =
        figure.isShare()
            && figure.parts().counted()
            && figure.count().least() < LEAST_COUNT_BESIDE_A_SHARE
            && !figure.cell().basis().equals("quote");
    if (!apart) {
      row.put(FunderIndicators.N_OBS, counted(figure, figure.count().records()));
      row.put(FunderIndicators.N_UNITS, counted(figure, figure.count().units()));
    }
    row.put(FunderIndicators.OBS_STATUS, status(figure));
    row.put(
        FunderIndicators.QUALITY_GRADE,
        figure.source().grade().isEmpty() ? null : figure.source().grade());
    row.put(FunderIndicators.FOOTNOTE_IDS, footnotes(figure));
    row.put(FunderIndicators.COMMENT, comment(figure, apart));
  }

  private static String comment(Figure figure, boolean apart) {
    List<String> said = new ArrayList<>();
    said.add(REASONS.getOrDefault(figure.nullReason(), figure.nullReason()));
    said.add(figure.source().remark());
    said.add(apart ? "Number of records not shown beside a share: below 100." : "");
    said.removeIf(String::isEmpty);
    return said.isEmpty() ? null : String.join(" ", said);
  }

  /** Services on offer are public; persons and their transfers are not. */
  private static long counted(Figure figure, long number) {
    return figure.cell().basis().equals("quote") ? number : Rounding.count(number);
  }

  private String status(Figure figure) {
    if (figure.value().isEmpty()) {
      return figure.nullReason().equals("Q_MISSING") ? "L" : "M";
    }
    return vintage.stage() == Vintage.Stage.FINAL ? "A" : "P";
  }

  private String footnotes(Figure figure) {
    if (figure.value().isEmpty()) {
      return null;
    }
    List<String> letters = new ArrayList<>();
    if (vintage.stage() != Vintage.Stage.FINAL) {
      letters.add("a");
    }
    if (figure.source().usesRates()) {
      letters.add("d");
    }
    return letters.isEmpty() ? null : String.join(" ", letters);
  }

  private static void judge(Map<Field, Object> row, Figure figure, Optional<Targeted> target) {
    BigDecimal actual = (BigDecimal) row.get(FunderIndicators.ACTUAL_VALUE);
    target
        .flatMap(t -> Achievement.percent(actual, t))
        .ifPresent(
            percent -> {
              row.put(FunderIndicators.ACHIEVEMENT_PCT, percent);
              row.put(
                  FunderIndicators.TRAFFIC_LIGHT,
                  Achievement.light(
                      percent, target.get(), figure.source().grade(), figure.precision()));
            });
  }

  private static List<Figure.Dimension> named(Collection<Figure.Dimension> breakdown) {
    return breakdown.stream()
        .map(d -> new Figure.Dimension(NAMES.getOrDefault(d.name(), d.name()), d.value()))
        .toList();
  }
}
