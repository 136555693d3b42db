package org.remitlake.savings;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;

/**
 * What money in the books of a country's banks is worth in dollars, by the central bank of that
 * country: loans for the way are in dollars, others in the country's own currency.
 */
final class DollarRates {
  private static final List<String> COUNTRIES = List.of("ARM", "TJK");

  private static final String DOLLAR = "USD";

  /** With money of 19 digits a product that is exact. */
  private static final DataType RATE = DataTypes.createDecimalType(18, 12);

  private static final int SCALE = 12;

  private static final StructType SCHEMA =
      new StructType()
          .add("country", DataTypes.StringType)
          .add("currency", DataTypes.StringType)
          .add("rated_on", DataTypes.DateType)
          .add("rate", RATE);

  private final Lake lake;
  private final ReferenceRates rates;

  /** Rows of a quarter: a quarter stands in the inputs of four, and is read once more with them. */
  private final Map<Quarter, List<Row>> rows = new ConcurrentHashMap<>();

  DollarRates(Lake lake) {
    this.lake = lake;
    this.rates = ReferenceRates.of(lake.read(FxMid.CONTRACT));
  }

  /** A text that changes with the rates of a quarter. */
  String text(Quarter quarter) {
    return of(quarter).toString();
  }

  /**
   * Rows with one more column: what an amount of theirs is worth; null without a rate.
   *
   * @param rows with a country
   * @param name of the new column
   */
  Dataset<Row> priced(
      Dataset<Row> rows, Iterable<Quarter> quarters, Column amount, Pricing by, String name) {
    List<Row> table = new ArrayList<>();
    quarters.forEach(q -> table.addAll(of(q)));
    Dataset<Row> rated =
        lake.spark()
            .createDataFrame(table, SCHEMA)
            .withColumnRenamed("country", "rate_country")
            .withColumnRenamed("currency", "rate_currency");
    Column applies =
        functions
            .col("rate_country")
            .equalTo(functions.col("country"))
            .and(functions.col("rate_currency").equalTo(by.currency()))
            .and(functions.col("rated_on").equalTo(by.day()));
    return rows.join(functions.broadcast(rated), applies, "left")
        .withColumn(
            name,
            functions
                .when(by.currency().equalTo(DOLLAR), amount.multiply(functions.lit(one())))
                .otherwise(amount.multiply(functions.col("rate"))))
        .drop("rate_country", "rate_currency", "rated_on", "rate");
  }

  /**
   * In what an amount is, and of which day its rate is.
   *
   * @param currency column
   * @param day column
   */
  record Pricing(Column currency, Column day) {}

  private static BigDecimal one() {
    return BigDecimal.ONE.setScale(SCALE, RoundingMode.UNNECESSARY);
  }

  private List<Row> of(Quarter quarter) {
    return rows.computeIfAbsent(quarter, this::read);
  }

  private List<Row> read(Quarter quarter) {
    List<Row> read = new ArrayList<>();
    for (String country : COUNTRIES) {
      String bank = CentralBanks.bankOf(country).orElseThrow();
      for (String currency : rates.currencies()) {
        for (LocalDate day = quarter.firstDay();
            day.isBefore(quarter.endExclusive());
            day = day.plusDays(1)) {
          Optional<BigDecimal> rate = rates.rate(bank, currency, DOLLAR, day);
          if (rate.isPresent()) {
            read.add(RowFactory.create(country, currency, day, rate.get()));
          }
        }
      }
    }
    return read;
  }
}
