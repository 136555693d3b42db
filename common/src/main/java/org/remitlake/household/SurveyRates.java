package org.remitlake.household;

import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.PublishedSeries;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.survey.SurveyWave;
import org.remitlake.time.Quarter;

/** What money that households tell of is worth: by day of the interview, or by year of the wave. */
final class SurveyRates {
  static final String MINIMUM_WAGE = "MINIMUM_WAGE";

  private static final List<String> COUNTRIES = List.of("TJK", "ARM");

  private final Lake lake;
  private final Set<String> slices;

  SurveyRates(Lake lake, Set<String> slices) {
    this.lake = lake;
    this.slices = slices;
  }

  /** Whether a wave's interviews may be in a quarter: those of its year, or of the winter after. */
  static boolean isPriced(Quarter quarter, int wave) {
    int year = quarter.firstDay().getYear();
    return year == wave || year == wave + 1;
  }

  private boolean isPriced(LocalDate day) {
    return slices.stream()
        .anyMatch(slice -> isPriced(Quarter.of(day), SurveyWave.parse(slice).wave()));
  }

  /**
   * By {@code country}, {@code currency} and {@code interviewed_on}: local currency per unit
   * ({@code to_lcu}), and per dollar ({@code lcu_per_usd}).
   */
  Dataset<Row> daily() {
    ReferenceRates published = ReferenceRates.of(lake.read(FxMid.CONTRACT));
    List<Row> rows = new ArrayList<>();
    for (LocalDate day : published.days().stream().filter(this::isPriced).toList()) {
      for (String country : COUNTRIES) {
        String home = CentralBanks.currencyOf(country).orElseThrow();
        for (String currency : published.currencies()) {
          published
              .rate(currency, home, day)
              .ifPresent(
                  rate ->
                      rows.add(
                          RowFactory.create(
                              country,
                              currency,
                              day,
                              rate,
                              published.rate("USD", home, day).orElse(null))));
        }
      }
    }
    return lake.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("country", DataTypes.StringType)
                .add("currency", DataTypes.StringType)
                .add("interviewed_on", DataTypes.DateType)
                .add("to_lcu", DataTypes.createDecimalType(18, 12))
                .add("lcu_per_usd", DataTypes.createDecimalType(18, 12)));
  }

  /** By {@code country} and {@code wave}: {@code minimum_wage} of a month, local currency. */
  Dataset<Row> minimumWages() {
    List<Row> rows = new ArrayList<>();
    for (PublishedSeries series : PublishedSeries.read(lake, MINIMUM_WAGE)) {
      series
          .figures()
          .forEach(
              (period, wage) -> {
                if (SurveyWave.isYear(period)) {
                  rows.add(
                      RowFactory.create(
                          series.country(), Integer.parseInt(period), wage.doubleValue()));
                }
              });
    }
    return lake.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("country", DataTypes.StringType)
                .add("wave", DataTypes.IntegerType)
                .add("minimum_wage", DataTypes.DoubleType))
        .groupBy("country", "wave")
        .agg(min("minimum_wage").as("minimum_wage"));
  }

  /** What quotes ask for USD 200 from Russia (A10), by country and quarter. */
  static Map<String, Double> quoted(Lake lake) {
    Map<String, Double> quoted = new TreeMap<>();
    if (lake.exists(IndicatorValues.CONTRACT)) {
      lake.read(IndicatorValues.CONTRACT)
          .where(
              "indicator_id = 'A10' and variant = 'usd200' and basis = 'quote' and dimensions = '_T'"
                  + " and value is not null and corridor like 'RUS-%'")
          .selectExpr("substring(corridor, 5, 3) || ' ' || period", "value")
          .collectAsList()
          .forEach(r -> quoted.put(r.getString(0), r.getDouble(1)));
    }
    return quoted;
  }

  /**
   * The same as {@code quoted_cost} by {@code country} and {@code priced}: the quarter, or the year
   * with the mean of its quarters, for interviews whose day is not told.
   */
  Dataset<Row> quotedCosts() {
    Map<String, List<Double>> costs = new TreeMap<>();
    quoted(lake)
        .forEach(
            (of, cost) -> {
              costs.put(of, List.of(cost));
              String year = of.substring(0, "TJK 2021".length());
              costs.computeIfAbsent(year, y -> new ArrayList<>()).add(cost);
            });
    List<Row> rows = new ArrayList<>();
    costs.forEach(
        (of, some) -> {
          double mean = some.stream().mapToDouble(c -> c).average().orElseThrow();
          rows.add(RowFactory.create(of.substring(0, 3), of.substring(4), mean));
        });
    return lake.spark()
        .createDataFrame(
            rows,
            new StructType()
                .add("country", DataTypes.StringType)
                .add("priced", DataTypes.StringType)
                .add("quoted_cost", DataTypes.DoubleType));
  }
}
