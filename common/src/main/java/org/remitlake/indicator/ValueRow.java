package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A value with all that belongs to it (catalogue 2.8), on its way to {@code gold.indicator_value}.
 *
 * @param indicator which number
 * @param cell where it holds
 * @param value the number; empty with a reason
 * @param nullReason why there is no value; empty when there is one
 * @param numerator exact; empty for medians
 * @param denominator exact; empty for sums and medians
 * @param n records in the value
 * @param units persons or services in the value
 * @param missing records of the population without the value
 * @param excluded records left out, by reason
 * @param weightRule UNIT or VALUE
 * @param fxSource source of reference rates, or empty
 * @param grade A to D
 * @param precision of survey estimates; empty for full counts, and where the sample does not tell
 * @param footnotes letters of catalogue 8.6; empty for none
 */
public record ValueRow(
    Indicator indicator,
    CellKey cell,
    Optional<Double> value,
    String nullReason,
    Optional<BigDecimal> numerator,
    Optional<BigDecimal> denominator,
    long n,
    long units,
    long missing,
    Map<String, Long> excluded,
    String weightRule,
    Optional<String> fxSource,
    String grade,
    Optional<Precision> precision,
    String footnotes) {

  /** A value without footnotes. */
  public ValueRow(
      Indicator indicator,
      CellKey cell,
      Optional<Double> value,
      String nullReason,
      Optional<BigDecimal> numerator,
      Optional<BigDecimal> denominator,
      long n,
      long units,
      long missing,
      Map<String, Long> excluded,
      String weightRule,
      Optional<String> fxSource,
      String grade,
      Optional<Precision> precision) {
    this(
        indicator,
        cell,
        value,
        nullReason,
        numerator,
        denominator,
        n,
        units,
        missing,
        excluded,
        weightRule,
        fxSource,
        grade,
        precision,
        "");
  }

  /**
   * How sure a survey estimate is.
   *
   * @param standardError design-based, in the unit of the value
   * @param low lower end of the 95 % interval
   * @param high upper end
   * @param df degrees of freedom
   * @param deff design effect; none where nothing varies, and of differences
   * @param effective units of a simple random sample that would be as precise; of a difference,
   *     those of the side that has fewer
   * @param psus primary sampling units
   * @param strata strata
   * @param isDifference whether the value is one, which may be near 0 and well known
   */
  public record Precision(
      double standardError,
      double low,
      double high,
      double df,
      Optional<Double> deff,
      double effective,
      long psus,
      long strata,
      boolean isDifference) {
    /** Catalogue 6.1. */
    public static final int LEAST_DF = 8;

    private static final double LEAST_EFFECTIVE = 30;
    private static final double LARGEST_CV = 0.33;

    /** Catalogue 6.1: too few degrees of freedom, too small, or too uncertain to be published. */
    boolean isTooLow(Optional<Double> value) {
      boolean vague =
          !isDifference && value.map(v -> v != 0 && standardError / v > LARGEST_CV).orElse(false);
      return df < LEAST_DF || effective < LEAST_EFFECTIVE || vague;
    }
  }

  private static final int SCALE = 12;

  /** Version of the definitions; rises with a change that moves published numbers. */
  public static final String METHOD_VERSION = "5";

  /** More than this share of the population without the value: no value (catalogue 2.9). */
  private static final double TOO_MUCH_MISSING = 0.30;

  /** Whether so much of a population has no value that there is none for the cell. */
  public static boolean tooMuchMissing(long missing, long population) {
    return population > 0 && (double) missing / population > TOO_MUCH_MISSING;
  }

  /** Grade of catalogue 8.6, as far as missing values alone tell. */
  public static String grade(long missing, long population) {
    return population > 0 && (double) missing / population > 0.10 ? "B" : "A";
  }

  Row toRow() {
    List<Row> reasons = new ArrayList<>();
    new TreeMap<>(excluded)
        .forEach((reason, count) -> reasons.add(RowFactory.create(reason, count)));
    return RowFactory.create(
        indicator.id(),
        indicator.variant(),
        indicator.basis(),
        cell.corridor(),
        cell.isWave() ? "W" : "Q",
        cell.quarter(),
        cell.dimensions(),
        cell.values(),
        cell.pilot(),
        cell.arm(),
        METHOD_VERSION,
        value.orElse(null),
        indicator.unit().label(),
        numerator.map(ValueRow::exact).orElse(null),
        denominator.map(ValueRow::exact).orElse(null),
        precision.map(Precision::standardError).orElse(null),
        precision.map(Precision::low).orElse(null),
        precision.map(Precision::high).orElse(null),
        precision.map(Precision::df).orElse(null),
        precision.flatMap(Precision::deff).orElse(null),
        precision.map(Precision::psus).orElse(null),
        precision.map(Precision::strata).orElse(null),
        n,
        units,
        missing,
        reasons,
        weightRule,
        fxSource.orElse(null),
        "current",
        grade,
        nullReason.isEmpty() ? null : nullReason,
        suppression(),
        footnotes.isEmpty() ? null : footnotes);
  }

  private static BigDecimal exact(BigDecimal number) {
    return number.setScale(SCALE, RoundingMode.HALF_UP);
  }

  /** Rules P1 and P3 of catalogue 8.5: too few persons, or too few services. */
  private String suppression() {
    // A cell without value whose missing records are counted tells of them.
    boolean tellsNothing = units == 0 && missing == 0;
    if (tellsNothing) {
      return null;
    }
    if (units >= indicator.minimumUnits()) {
      boolean unsure = precision.map(p -> p.isTooLow(value)).orElse(weightRule.equals("DESIGN"));
      return unsure ? "PRECISION" : null;
    }
    return indicator.basis().equals("quote") ? "P3" : "P1";
  }
}
