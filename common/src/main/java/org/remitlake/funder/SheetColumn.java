package org.remitlake.funder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.remitlake.contract.Field;

/**
 * A column of a sheet.
 *
 * @param heading for readers
 * @param cell text, or a number; empty text where the row has none
 * @param needed whether a row has something to say in it; a column that no row needs is left out
 */
record SheetColumn(String heading, Function<Released, Object> cell, Predicate<Released> needed) {
  /** Something that may be in the record, but is not shown. */
  static final String CONFIDENTIAL = "[c]";

  private static final String NONE = "";

  /** The columns that a sheet needs for its rows. */
  static List<SheetColumn> of(List<Released> rows) {
    return all().stream().filter(c -> rows.stream().anyMatch(c.needed())).toList();
  }

  private static List<SheetColumn> all() {
    List<SheetColumn> columns = new ArrayList<>();
    addCell(columns);
    addFigure(columns);
    return columns;
  }

  /** What the figure is of. */
  private static void addCell(List<SheetColumn> columns) {
    columns.add(always("Code", r -> r.text(FunderIndicators.INDICATOR_ID)));
    columns.add(always("Indicator", r -> r.text(FunderIndicators.INDICATOR_TITLE)));
    columns.add(
        new SheetColumn(
            "Detail",
            label(FunderIndicators.VARIANT, "variant"),
            r -> !isTotal(r, FunderIndicators.VARIANT) && !isOfTrial(r)));
    columns.add(
        new SheetColumn(
            "Outcome", label(FunderIndicators.VARIANT, "outcome"), SheetColumn::isOfTrial));
    columns.add(always("Source", r -> Labels.of("basis", r.text(FunderIndicators.BASIS))));
    columns.add(sometimes("Corridor or country", SheetColumn::place));
    columns.add(sometimes("Pilot", code(FunderIndicators.PILOT_CODE)));
    columns.add(sometimes("Arm", code(FunderIndicators.ARM_CODE)));
    for (int i = 0; i < FunderIndicators.DIMENSIONS.size(); i += 2) {
      addDimension(columns, i);
    }
    columns.add(sometimes("Year", SheetColumn::year));
  }

  /** The figure, and what belongs to it. */
  private static void addFigure(List<SheetColumn> columns) {
    columns.add(always("Unit", r -> Labels.of("unit", r.text(FunderIndicators.UNIT))));
    columns.add(always("Value", number(FunderIndicators.ACTUAL_VALUE, "[x]")));
    columns.add(sometimes("Standard error", number(FunderIndicators.SE, NONE)));
    columns.add(sometimes("95 % interval, from", number(FunderIndicators.CI_LOW, NONE)));
    columns.add(sometimes("95 % interval, to", number(FunderIndicators.CI_HIGH, NONE)));
    columns.add(sometimes("Records", number(FunderIndicators.N_OBS, NONE)));
    columns.add(sometimes("Persons or other units", number(FunderIndicators.N_UNITS, NONE)));
    columns.add(sometimes("Baseline", agreed(FunderIndicators.BASELINE_VALUE)));
    columns.add(sometimes("Target", agreed(FunderIndicators.TARGET_VALUE)));
    columns.add(sometimes("Achieved %", number(FunderIndicators.ACHIEVEMENT_PCT, NONE)));
    columns.add(sometimes("Light", r -> r.text(FunderIndicators.TRAFFIC_LIGHT)));
    columns.add(
        sometimes(
            "Grade",
            r -> r.isSuppressed() ? CONFIDENTIAL : r.text(FunderIndicators.QUALITY_GRADE)));
    columns.add(sometimes("Notes", r -> r.text(FunderIndicators.FOOTNOTE_IDS)));
    columns.add(sometimes("Comment", r -> r.text(FunderIndicators.COMMENT)));
  }

  private static void addDimension(List<SheetColumn> columns, int at) {
    Field name = FunderIndicators.DIMENSIONS.get(at);
    Field value = FunderIndicators.DIMENSIONS.get(at + 1);
    String ordinal = at == 0 ? "" : " " + (at / 2 + 1);
    Predicate<Released> needed = r -> !isTotal(r, name);
    columns.add(new SheetColumn("Broken down by" + ordinal, label(name, "dimension"), needed));
    columns.add(
        new SheetColumn(
            "Group" + ordinal, r -> Labels.ofValue(r.text(name), r.text(value)), needed));
  }

  private static SheetColumn always(String heading, Function<Released, Object> cell) {
    return new SheetColumn(heading, cell, r -> true);
  }

  private static SheetColumn sometimes(String heading, Function<Released, Object> cell) {
    return new SheetColumn(
        heading, cell, r -> !List.of(NONE, CONFIDENTIAL).contains(cell.apply(r)));
  }

  private static boolean isOfTrial(Released row) {
    return row.text(FunderIndicators.BASIS).equals("trial");
  }

  private static boolean isTotal(Released row, Field field) {
    return row.text(field).equals(Figure.TOTAL);
  }

  private static Function<Released, Object> label(Field field, String kind) {
    return r -> Labels.of(kind, r.text(field));
  }

  private static Function<Released, Object> code(Field field) {
    return r -> isTotal(r, field) ? NONE : r.text(field);
  }

  private static Object place(Released row) {
    boolean isOfPilot = !isTotal(row, FunderIndicators.PILOT_CODE);
    return isOfPilot && isTotal(row, FunderIndicators.CORRIDOR)
        ? NONE
        : Labels.ofPlace(row.text(FunderIndicators.CORRIDOR));
  }

  private static Object year(Released row) {
    return row.text(FunderIndicators.PERIOD_TYPE).equals("W")
        ? row.text(FunderIndicators.PERIOD)
        : NONE;
  }

  private static Function<Released, Object> agreed(Field field) {
    return r -> r.number(field).<Object>map(n -> n).orElse(NONE);
  }

  /** A number that is not shown where the record is suppressed. */
  private static Function<Released, Object> number(Field field, String none) {
    return r -> r.isSuppressed() ? CONFIDENTIAL : r.number(field).<Object>map(n -> n).orElse(none);
  }
}
