package org.remitlake.jobs;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.Indicator;

/** A value of gold, told in lines for a reader. */
final class ExplainedValue {
  private static final Map<String, String> SUPPRESSED =
      Map.of(
          "P1", "P1: fewer persons than may be published",
          "P3", "P3: fewer services than may be published",
          "PRECISION", "PRECISION: too uncertain to be published");

  private ExplainedValue() {}

  /** Whether a row is of an indicator; an id may be there on several bases. */
  static boolean isOf(Row row, Indicator indicator) {
    return row.getAs("basis").equals(indicator.basis())
        && row.getAs("variant").equals(indicator.variant());
  }

  /**
   * The lines.
   *
   * @param isCurrent whether the value rests on what the lake holds now
   */
  static List<String> lines(Indicator indicator, Row row, boolean isCurrent) {
    String series =
        indicator.variant().equals("_T")
            ? indicator.id()
            : indicator.id() + " " + indicator.variant();
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add(series + "  " + indicator.title() + " (" + indicator.basis() + ")");
    line(lines, "what it is", indicator.note());
    line(lines, "where", where(row));
    String unit = row.getAs("unit");
    line(
        lines,
        "value",
        row.getAs("value") == null
            ? "none: " + row.getAs("null_reason")
            : row.getAs("value") + " " + unit);
    line(lines, "numerator", plain(row.getAs("numerator")));
    line(lines, "denominator", plain(row.getAs("denominator")));
    if (row.getAs("standard_error") != null) {
      line(
          lines,
          "95 % interval",
          row.getAs("ci_low")
              + " to "
              + row.getAs("ci_high")
              + ", standard error "
              + row.getAs("standard_error"));
    }
    line(
        lines,
        "records",
        row.getAs("n_unweighted")
            + " with what the value needs, "
            + row.getAs("n_missing")
            + " without it");
    line(
        lines,
        "units",
        row.getAs("n_units") + " (fewer than " + indicator.minimumUnits() + " are not published)");
    line(lines, "left out", leftOut(row));
    line(lines, "weights", row.getAs("weight_rule"));
    line(lines, "rates of", row.getAs("fx_source"));
    line(lines, "grade", row.getAs("quality_grade"));
    line(
        lines,
        "break",
        "g".equals(row.getAs("footnote_ids"))
            ? "composition (see A36) or the bank of the rates changed since the quarter before"
            : "");
    String code = row.getAs("suppression_code");
    line(lines, "published", code == null ? "may be" : SUPPRESSED.getOrDefault(code, code));
    line(lines, "method", "version " + row.getAs("method_version"));
    line(
        lines,
        "inputs",
        isCurrent
            ? "as the lake holds them now"
            : "others than the lake holds now: run 'remit indicators'");
    return lines;
  }

  private static void line(List<String> lines, String name, String text) {
    if (text != null && !text.isEmpty()) {
      lines.add("  %-14s %s".formatted(name, text));
    }
  }

  private static String where(Row row) {
    String place = row.getAs("corridor") + " " + row.getAs("period");
    String cell = row.getAs("dimensions");
    String arm = row.getAs("pilot_code");
    return place
        + (cell.equals("_T") ? ", total" : ", " + cell + " " + row.getAs("dimension_values"))
        + (arm.equals("_T") ? "" : ", " + arm + " " + row.getAs("arm_code"));
  }

  private static String plain(BigDecimal number) {
    return number == null ? "" : number.stripTrailingZeros().toPlainString();
  }

  private static String leftOut(Row row) {
    Map<String, Long> reasons = new TreeMap<>();
    List<Row> list = row.getList(row.fieldIndex("n_excluded_by_reason"));
    list.forEach(r -> reasons.put(r.getString(0), r.getLong(1)));
    List<String> parts = new ArrayList<>();
    reasons.forEach((reason, n) -> parts.add(reason + " " + n));
    return String.join(", ", parts);
  }
}
