package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Field;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;

/**
 * What stands beside transfers: reference rates by day, their means by quarter, and prices.
 *
 * @param rates of all corridors and days
 * @param smart SmaRT price of a corridor and quarter, joined by a blank, as a share of principal
 */
record PriceTables(List<ReferenceRates.Daily> rates, Map<String, BigDecimal> smart) {
  /** Decimals of a share of principal. */
  static final int SHARE_SCALE = 14;

  private static final int SCALE = 12;
  private static final DecimalType SHARE = DataTypes.createDecimalType(16, SHARE_SCALE);

  /** Rates by corridor, pair of currencies and day. */
  Dataset<Row> rates(SparkSession spark) {
    StructType schema =
        new StructType()
            .add("corridor", "string")
            .add("from_currency", "string")
            .add("to_currency", "string")
            .add("date", DataTypes.DateType)
            .add("rate", Field.RATE)
            .add("second", Field.RATE);
    List<Row> rows = new ArrayList<>();
    for (ReferenceRates.Daily r : rates) {
      rows.add(
          RowFactory.create(
              r.corridor(), r.from(), r.to(), r.date(), r.rate(), r.second().orElse(null)));
    }
    return spark.createDataFrame(rows, schema);
  }

  /** USD by corridor, send currency and day: that day's, the quarter's mean, and SmaRT. */
  Dataset<Row> usd(SparkSession spark) {
    StructType schema =
        new StructType()
            .add("corridor", "string")
            .add("send_currency", "string")
            .add("initiated_on", DataTypes.DateType)
            .add("u", Field.RATE)
            .add("u_mean", Field.RATE)
            .add("smart", SHARE);
    Map<String, BigDecimal> means = means();
    List<Row> rows = new ArrayList<>();
    for (ReferenceRates.Daily r : rates) {
      if (r.to().equals("USD")) {
        rows.add(
            RowFactory.create(
                r.corridor(),
                r.from(),
                r.date(),
                r.rate(),
                means.get(series(r)),
                smart.get(r.corridor() + " " + quarter(r.date()))));
      }
    }
    return spark.createDataFrame(rows, schema);
  }

  /** Means over the days of a quarter that have a rate. */
  private Map<String, BigDecimal> means() {
    Map<String, List<BigDecimal>> series = new TreeMap<>();
    for (ReferenceRates.Daily r : rates) {
      if (r.to().equals("USD")) {
        series.computeIfAbsent(series(r), s -> new ArrayList<>()).add(r.rate());
      }
    }
    Map<String, BigDecimal> means = new TreeMap<>();
    series.forEach(
        (name, days) ->
            means.put(
                name,
                days.stream()
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .divide(BigDecimal.valueOf(days.size()), SCALE, RoundingMode.HALF_UP)));
    return means;
  }

  private static String series(ReferenceRates.Daily rate) {
    return String.join(" ", rate.corridor(), rate.from(), quarter(rate.date()));
  }

  private static String quarter(LocalDate day) {
    return Quarter.of(day).toString();
  }
}
