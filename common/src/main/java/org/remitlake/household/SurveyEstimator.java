package org.remitlake.household;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.ValueRow;
import scala.Tuple2;

/**
 * Estimates of all domains of a grain from one scan: totals by PSU are added up where the units
 * are, and the driver gets estimates, never units.
 */
final class SurveyEstimator {
  /** Catalogue 6.1: a coefficient of variation above this is of low precision. */
  private static final double VAGUE = 0.20;

  /** Half the interval of a percentage, in points: above this it is of low precision. */
  private static final double WIDE = 10;

  /** Part of the PSUs that are alone in their stratum: above this the grade falls. */
  private static final double LONELY = 0.05;

  private static final String SMALL_SAMPLE = "f";

  private final SurveyGrain grain;
  private final SurveyWaves waves;

  SurveyEstimator(SurveyGrain grain, SurveyWaves waves) {
    this.grain = grain;
    this.waves = waves;
  }

  /** An estimate and what was left out of it. */
  private record Told(SurveyEstimate estimate, long noAnswer, long noWeight, boolean isMissing)
      implements java.io.Serializable {}

  /** The values of the waves that are asked for. */
  List<ValueRow> values(Dataset<Row> units) {
    List<SurveyIndicator> indicators = List.copyOf(grain.indicators());
    SurveyWaves of = waves;
    SurveyScan scan = new SurveyScan(indicators, grain.dimensions(), of);
    List<ValueRow> values = new ArrayList<>();
    units
        .javaRDD()
        .mapPartitionsToPair(scan)
        .reduceByKey(SurveyTally::add)
        .mapToPair(entry -> new Tuple2<>(entry._1(), told(indicators, of, entry)))
        .collect()
        .forEach(entry -> values.add(row(indicators, entry._1(), entry._2())));
    return values;
  }

  private static Told told(
      List<SurveyIndicator> indicators, SurveyWaves waves, Tuple2<SurveyCell, SurveyTally> entry) {
    SurveyCell cell = entry._1();
    SurveyTally tally = entry._2();
    int wave = Integer.parseInt(cell.cell().quarter());
    PsuFrame frame = waves.frame(cell.survey(), wave);
    Optional<PsuFrame> before =
        cell.isChange() ? waves.frameBefore(cell.survey(), wave) : Optional.empty();
    SurveyEstimate estimate =
        frame == null || (cell.isChange() && before.isEmpty())
            ? SurveyEstimate.NOBODY
            : SurveyEstimate.of(indicators.get(cell.question()).question(), tally, frame, before);
    return new Told(estimate, tally.noAnswer(), tally.noWeight(), tally.isMissing());
  }

  private ValueRow row(List<SurveyIndicator> indicators, SurveyCell cell, Told told) {
    SurveyIndicator indicator = indicators.get(cell.question());
    SurveyEstimate estimate = told.estimate();
    Map<String, Long> excluded = new TreeMap<>();
    excluded.put("NO_ANSWER", told.noAnswer());
    excluded.put("NO_WEIGHT", told.noWeight());
    excluded.values().removeIf(count -> count == 0);
    long missing = told.noAnswer() + told.noWeight();
    long n = estimate.n();
    boolean isMissing = told.isMissing();
    boolean isTold = estimate.isTold() && !isMissing;
    boolean isVague =
        isTold && grain.isProbability() && isVague(indicator, estimate, isDifference(cell));
    String nullReason = isTold ? "" : isMissing ? "Q_MISSING" : n == 0 ? "EMPTY" : "DEN_ZERO";
    return new ValueRow(
        new OfSurvey(indicator, cell.survey(), cell.isChange()),
        cell.cell(),
        isTold ? Optional.of(estimate.value()) : Optional.empty(),
        nullReason,
        exact(estimate.over()),
        exact(estimate.under()),
        n,
        estimate.units(),
        missing,
        excluded,
        grain.weightRule(),
        Optional.empty(),
        grade(isVague || isLonely(cell), missing, n + missing),
        isTold && estimate.isMeasured() && grain.isProbability()
            ? Optional.of(precision(estimate, cell))
            : Optional.empty(),
        isVague ? SMALL_SAMPLE : "");
  }

  private static Optional<BigDecimal> exact(double total) {
    return Double.isNaN(total) ? Optional.empty() : Optional.of(BigDecimal.valueOf(total));
  }

  /** Catalogue 6.1: LOW_PRECISION. */
  private static boolean isVague(
      SurveyIndicator indicator, SurveyEstimate estimate, boolean isDifference) {
    boolean isWide = (estimate.high() - estimate.low()) / 2 > WIDE;
    boolean isInPoints = indicator.unit() == Unit.PERCENT || indicator.unit() == Unit.POINTS;
    return (!isDifference && estimate.standardError() / Math.abs(estimate.value()) > VAGUE)
        || (isInPoints && isWide);
  }

  /** Catalogue 6.1: the variance of more than 5 % of the PSUs is no more than a guess. */
  private boolean isLonely(SurveyCell cell) {
    PsuFrame frame = waves.frame(cell.survey(), Integer.parseInt(cell.cell().quarter()));
    return frame != null
        && grain.isProbability()
        && frame.design().lonelyPsus() > LONELY * frame.design().psus();
  }

  /** Catalogue 8.6: 15 points less for much missing, and for low precision or lonely PSUs. */
  private static String grade(boolean isVague, long missing, long population) {
    String grade = ValueRow.grade(missing, population);
    return !isVague ? grade : grade.equals("A") ? "B" : "C";
  }

  private boolean isDifference(SurveyCell cell) {
    return cell.isChange() || grain.indicators().get(cell.question()).question().isGap();
  }

  private ValueRow.Precision precision(SurveyEstimate estimate, SurveyCell cell) {
    PsuFrame frame = waves.frame(cell.survey(), Integer.parseInt(cell.cell().quarter()));
    return new ValueRow.Precision(
        estimate.standardError(),
        estimate.low(),
        estimate.high(),
        estimate.df(),
        Double.isNaN(estimate.deff()) ? Optional.empty() : Optional.of(estimate.deff()),
        estimate.effective(),
        frame.design().psus(),
        frame.design().strata(),
        isDifference(cell));
  }
}
