package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.money.PublishedRates;
import org.remitlake.money.ReferenceRates.Rate;

/**
 * Rule X01 beside cross rates: a rate that is a power of ten off what other rates of its day give,
 * the same pair in another series or two pairs by way of a third currency. A nominal that is wrong
 * in the whole series shows nowhere else.
 *
 * <p>Flagged and not repaired: series contradict each other, and which of them is wrong a person
 * decides. A series that is wrong alone does not get right ones flagged: each alternative is of
 * series of its own, so only one can be spoilt, and more than half of them, two at least, must
 * agree.
 *
 * <p>Any currency may be the third one. Banks quote in their own currency, so for a dollar in
 * roubles there is a cross by way of somoni or drams, and none by way of euros.
 */
final class CrossRates {
  static final String OFF = "X01_CROSS";

  private static final StructType SCHEMA =
      new StructType()
          .add("fx_source", StringType)
          .add("base_currency", StringType)
          .add("quote_currency", StringType)
          .add("rate_date", DateType)
          .add(OFF, StringType);

  private static final String[] KEY = {"fx_source", "base_currency", "quote_currency", "rate_date"};

  private CrossRates() {}

  /**
   * What a series says of a pair.
   *
   * @param of the rate itself
   * @param power of ten of the price of one unit of the first currency in the second
   */
  private record Price(Rate of, double power) {}

  /** The whole table, with the rule's flag where it holds and without where it no longer does. */
  static Dataset<Row> flagged(Dataset<Row> rows) {
    Dataset<Row> without = rows.withColumn("flags", array_remove(col("flags"), OFF));
    List<Row> off =
        off(PublishedRates.of(rows.where(col("unit_rate").isNotNull()))).stream()
            .map(r -> RowFactory.create(r.source(), r.base(), r.quote(), r.date(), OFF))
            .toList();
    return off.isEmpty()
        ? without
        : without
            .join(broadcast(rows.sparkSession().createDataFrame(off, SCHEMA)), KEY, "left")
            .withColumn("flags", concat(col("flags"), array_compact(array(col(OFF)))))
            .select(Arrays.stream(rows.columns()).map(c -> col(c)).toArray(Column[]::new));
  }

  /** Those of some rates that are a power of ten off the others of their day. */
  static List<Rate> off(Collection<Rate> rates) {
    Map<LocalDate, List<Rate>> byDay = new HashMap<>();
    for (Rate rate : rates) {
      byDay.computeIfAbsent(rate.date(), day -> new ArrayList<>()).add(rate);
    }
    return byDay.values().stream().flatMap(day -> ofDay(day).stream()).toList();
  }

  private static List<Rate> ofDay(List<Rate> day) {
    Map<String, Map<String, List<Price>>> prices = new HashMap<>();
    for (Rate rate : day) {
      double power = Math.log10(rate.rate().doubleValue());
      add(prices, rate.base(), rate.quote(), new Price(rate, power));
      add(prices, rate.quote(), rate.base(), new Price(rate, -power));
    }
    return day.stream()
        .filter(rate -> isOff(Math.log10(rate.rate().doubleValue()), alternatives(prices, rate)))
        .toList();
  }

  private static void add(
      Map<String, Map<String, List<Price>>> prices, String of, String in, Price price) {
    prices
        .computeIfAbsent(of, currency -> new HashMap<>())
        .computeIfAbsent(in, currency -> new ArrayList<>())
        .add(price);
  }

  /** Its powers of ten as others have them; no two of them have a series in common. */
  private static double[] alternatives(Map<String, Map<String, List<Price>>> prices, Rate rate) {
    List<Double> alternatives = new ArrayList<>();
    prices
        .get(rate.base())
        .forEach(
            (third, ofThird) -> {
              if (third.equals(rate.quote())) {
                ofThird.stream()
                    .filter(price -> !price.of().equals(rate))
                    .forEach(price -> alternatives.add(price.power()));
              } else {
                OptionalDouble there = agreed(ofThird);
                OptionalDouble onward =
                    agreed(prices.get(third).getOrDefault(rate.quote(), List.of()));
                if (there.isPresent() && onward.isPresent()) {
                  alternatives.add(there.getAsDouble() + onward.getAsDouble());
                }
              }
            });
    return alternatives.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  /** What series say of a pair; nothing where they contradict each other. */
  private static OptionalDouble agreed(List<Price> prices) {
    double[] powers = prices.stream().mapToDouble(Price::power).sorted().toArray();
    int last = powers.length - 1;
    return last < 0 || powers[last] - powers[0] > FxRows.TOLERANCE
        ? OptionalDouble.empty()
        : OptionalDouble.of((powers[0] + powers[last]) / 2);
  }

  private static boolean isOff(double own, double[] others) {
    int n = others.length;
    if (n < 2) {
      return false;
    }
    double median = (others[(n - 1) / 2] + others[n / 2]) / 2;
    // To both sides: then any two of them are within the tolerance.
    long agreeing =
        Arrays.stream(others).filter(o -> Math.abs(o - median) <= FxRows.TOLERANCE / 2).count();
    double jump = own - median;
    double power = Math.rint(jump);
    return 2 * agreeing > n
        && power != 0
        && Math.abs(power) <= FxRows.LARGEST_POWER
        && Math.abs(jump - power) < FxRows.TOLERANCE;
  }
}
