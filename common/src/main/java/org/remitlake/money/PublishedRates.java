package org.remitlake.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.money.ReferenceRates.Rate;

/** Rates as their sources published them, whichever of them counts. */
public final class PublishedRates {
  private PublishedRates() {}

  /** Those of {@code silver.fx_mid}: there are few enough for the driver. */
  public static List<Rate> of(Dataset<Row> fxMid) {
    List<Rate> rates = new ArrayList<>();
    fxMid
        .select("fx_source", "base_currency", "quote_currency", "rate_date", "unit_rate")
        .collectAsList()
        .forEach(
            r ->
                rates.add(
                    new Rate(
                        r.getString(0),
                        r.getString(1),
                        r.getString(2),
                        r.<LocalDate>getAs(3),
                        r.getDecimal(4))));
    return rates;
  }
}
