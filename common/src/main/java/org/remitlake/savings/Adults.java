package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;

/** How many adults of 15 years and over live in countries and regions, by year. */
final class Adults {
  /** Code of the series. */
  static final String SERIES = "ADULTS";

  /** Why a number per adult has no value: the figure of another year is none of this one. */
  static final String NOT_KNOWN = "NO_POPULATION";

  private static final String REGION = "region";

  private final Map<String, BigDecimal> known = new HashMap<>();

  private Adults() {}

  static Adults of(Lake lake) {
    Adults adults = new Adults();
    for (Row row : lake.read(ReferenceSeries.CONTRACT, Set.of(SERIES)).collectAsList()) {
      String region = row.getAs(REGION);
      adults.known.put(
          key(row.getAs("country"), region == null ? "" : region, row.getAs("period")),
          row.getAs("value"));
    }
    return adults;
  }

  private static String key(String country, String region, String period) {
    return String.join("|", country, region, period);
  }

  /** Those of the cell's region where it is of one, of its country else. */
  Optional<BigDecimal> in(CellKey cell, int year) {
    String region = cell.dimensions().equals(REGION) ? cell.values() : "";
    return Optional.ofNullable(known.get(key(cell.corridor(), region, Integer.toString(year))));
  }
}
