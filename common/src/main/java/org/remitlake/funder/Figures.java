package org.remitlake.funder;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.remitlake.evaluation.Effects;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Outcomes;
import org.remitlake.time.Quarter;

/**
 * Selects what a quarter's release is about: the quarter's indicators, and in the last quarter of a
 * year those of its survey wave, and effects of pilots whose endline it was; of each, what the
 * register marks for funders.
 */
final class Figures {
  /** What is about a year is released with the quarter in which the year ends. */
  static final int QUARTER_OF_YEARS = 4;

  private static final Set<String> PROVIDERS = Set.of(Dimension.PROVIDER_ID.column(), "bank_id");

  private static final Set<String> FINE =
      Dimension.ALL.stream()
          .filter(d -> !d.isTold())
          .map(Dimension::column)
          .collect(Collectors.toSet());

  private final Lake lake;
  private final Quarter quarter;
  private final Register register;

  Figures(Lake lake, Quarter quarter, Register register) {
    this.lake = lake;
    this.quarter = quarter;
    this.register = register;
  }

  /** All figures, those of single providers included. */
  List<Figure> all() {
    List<Figure> figures = new ArrayList<>();
    boolean endsYear = quarter.number() == QUARTER_OF_YEARS;
    List<String> periods =
        endsYear
            ? List.of(quarter.toString(), String.valueOf(quarter.year()))
            : List.of(quarter.toString());
    for (Row row : lake.read(IndicatorValues.CONTRACT, periods).collectAsList()) {
      Cells cells = new Cells(row);
      register
          .forFunders(cells.text(IndicatorValues.INDICATOR_ID), cells.text(IndicatorValues.VARIANT))
          .map(entry -> value(cells, entry))
          .filter(figure -> !isFine(figure.cell()))
          .ifPresent(figures::add);
    }
    if (endsYear && lake.exists(Effects.CONTRACT)) {
      figures.addAll(effects());
    }
    return figures;
  }

  /**
   * Whether a cell is of a dimension, or a crossing, that evaluators ask for and funders do not
   * (catalogue 8.1).
   */
  private static boolean isFine(Figure.Cell cell) {
    return cell.basis().equals("tx")
        && (cell.breakdown().size() > 1
            || cell.breakdown().stream().anyMatch(d -> FINE.contains(d.name())));
  }

  /** Whether a figure is about a single provider: such figures are never for funders. */
  static boolean isOfOneProvider(Figure figure) {
    return figure.cell().breakdown().stream().anyMatch(Figures::namesProvider);
  }

  /** Whether a dimension names one firm: an operator, or a bank. */
  static boolean namesProvider(Figure.Dimension dimension) {
    return PROVIDERS.contains(dimension.name());
  }

  private static Figure value(Cells row, Register.Entry entry) {
    return new Figure(
        cell(row),
        entry,
        row.text(IndicatorValues.UNIT),
        row.real(IndicatorValues.VALUE),
        row.text(IndicatorValues.NULL_REASON),
        new Figure.Parts(
            row.exact(IndicatorValues.NUMERATOR),
            row.exact(IndicatorValues.DENOMINATOR),
            row.text(IndicatorValues.WEIGHT_RULE).equals("UNIT")),
        new Figure.Count(
            row.count(IndicatorValues.N_UNWEIGHTED), row.count(IndicatorValues.N_UNITS)),
        Optional.of(precision(row)).filter(p -> p.df().isPresent()),
        new Figure.Source(
            row.text(IndicatorValues.SUPPRESSION_CODE),
            !row.text(IndicatorValues.FX_SOURCE).isEmpty(),
            row.text(IndicatorValues.QUALITY_GRADE),
            row.text(IndicatorValues.METHOD_VERSION),
            ""));
  }

  private static Figure.Cell cell(Cells row) {
    return new Figure.Cell(
        row.text(IndicatorValues.INDICATOR_ID),
        row.text(IndicatorValues.VARIANT),
        row.text(IndicatorValues.BASIS),
        row.text(IndicatorValues.CORRIDOR),
        row.text(IndicatorValues.PERIOD_TYPE),
        row.text(IndicatorValues.PERIOD),
        breakdown(row.text(IndicatorValues.DIMENSIONS), row.text(IndicatorValues.DIMENSION_VALUES)),
        row.text(IndicatorValues.PILOT_CODE),
        row.text(IndicatorValues.ARM_CODE));
  }

  private static Figure.Precision precision(Cells row) {
    return new Figure.Precision(
        row.real(IndicatorValues.STANDARD_ERROR),
        row.real(IndicatorValues.CI_LOW),
        row.real(IndicatorValues.CI_HIGH),
        row.real(IndicatorValues.DF));
  }

  private static List<Figure.Dimension> breakdown(String names, String values) {
    if (names.equals(Figure.TOTAL)) {
      return List.of();
    }
    String[] name = names.split("\\|", -1);
    String[] value = values.split("\\|", -1);
    List<Figure.Dimension> dimensions = new ArrayList<>();
    for (int i = 0; i < name.length; i++) {
      dimensions.add(new Figure.Dimension(name[i], value[i]));
    }
    return dimensions;
  }

  /** One figure per effect: with several kinds of standard error, the last, CR2 before CR1. */
  private List<Figure> effects() {
    Map<String, Cells> chosen = new java.util.TreeMap<>();
    lake.read(Effects.CONTRACT)
        .where(col("endline_wave").equalTo(quarter.year()))
        .orderBy("se_type")
        .collectAsList()
        .forEach(
            r -> {
              Cells row = new Cells(r);
              chosen.put(
                  String.join(
                      " ",
                      row.text(Effects.PILOT_CODE),
                      row.text(Effects.OUTCOME),
                      row.text(Effects.ESTIMATOR),
                      row.text(Effects.ARM_CODE)),
                  row);
            });
    Map<String, String> units = unitsOfOutcomes();
    List<Figure> figures = new ArrayList<>();
    for (Cells row : chosen.values()) {
      String unit =
          units.getOrDefault(
              row.text(Effects.PILOT_CODE) + " " + row.text(Effects.OUTCOME), "unit of outcome");
      register
          .forFunders(row.text(Effects.ESTIMATOR), Figure.TOTAL)
          .ifPresent(entry -> figures.add(effect(row, entry, unit)));
    }
    return figures;
  }

  private Map<String, String> unitsOfOutcomes() {
    Map<String, String> units = new HashMap<>();
    lake.read(Outcomes.CONTRACT)
        .select("pilot_code", "outcome", "unit")
        .distinct()
        .collectAsList()
        .forEach(r -> units.put(r.getString(0) + " " + r.getString(1), r.getString(2)));
    return units;
  }

  private Figure effect(Cells row, Register.Entry entry, String unit) {
    long n = row.count(Effects.N);
    return new Figure(
        new Figure.Cell(
            row.text(Effects.ESTIMATOR),
            row.text(Effects.OUTCOME),
            "trial",
            Figure.TOTAL,
            "W",
            String.valueOf(quarter.year()),
            List.of(),
            row.text(Effects.PILOT_CODE),
            row.text(Effects.ARM_CODE)),
        entry,
        unit,
        row.real(Effects.ESTIMATE),
        row.text(Effects.NULL_REASON),
        new Figure.Parts(Optional.empty(), Optional.empty(), false),
        new Figure.Count(n, n),
        Optional.of(
            new Figure.Precision(
                row.real(Effects.STANDARD_ERROR),
                row.real(Effects.CI_LOW),
                row.real(Effects.CI_HIGH),
                row.real(Effects.DF))),
        new Figure.Source("", false, "", row.text(Effects.METHOD_VERSION), remark(row)));
  }

  private static String remark(Cells row) {
    boolean primary = row.flag(Effects.IS_PRIMARY);
    boolean registered = row.flag(Effects.IS_PREREG);
    return "%s outcome%s; standard error %s."
        .formatted(
            primary ? "Primary" : "Secondary",
            registered ? ", plan registered before the endline" : "",
            row.text(Effects.SE_TYPE));
  }
}
