package org.remitlake.time;

import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/** Zones of the project's countries (catalogue 2.3). */
public final class Zones {
  private static final Map<String, String> BY_COUNTRY =
      new TreeMap<>(
          Map.of(
              "RUS", "Europe/Moscow",
              "KAZ", "Asia/Almaty",
              "KGZ", "Asia/Bishkek",
              "UZB", "Asia/Tashkent",
              "TJK", "Asia/Dushanbe",
              "ARM", "Asia/Yerevan"));

  private Zones() {}

  /** The zone of a country of the project, ISO 3166-1 alpha-3. */
  public static Optional<String> of(String country) {
    return Optional.ofNullable(BY_COUNTRY.get(country));
  }

  /** The day of an instant where a country is; in UTC where the country is none of the project. */
  public static Column localDate(Column instant, Column country) {
    // One conversion per zone: Spark parses the name of a zone that is not a literal for each row.
    Column local = when(lit(false), instant);
    for (Map.Entry<String, String> e : BY_COUNTRY.entrySet()) {
      local = local.when(country.equalTo(e.getKey()), from_utc_timestamp(instant, e.getValue()));
    }
    return to_date(local.otherwise(instant));
  }
}
