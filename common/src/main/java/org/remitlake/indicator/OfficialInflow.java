package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.trunc;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.reference.OfficialFlows;

/** What the receive country's central bank published of a corridor and quarter. */
final class OfficialInflow {
  private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
  private static final int MONTHS = 3;

  /** What is counted. */
  public enum Concept {
    /** All transfers of individuals through banks. */
    TOTAL,
    /** Without payments for goods and services. */
    NON_COMMERCIAL
  }

  private OfficialInflow() {}

  /** USD by corridor and quarter, where all three months are published. */
  static Map<CellKey, Map<Concept, BigDecimal>> read(Lake lake, Set<String> quarters) {
    Map<CellKey, Map<Concept, BigDecimal>> flows = new TreeMap<>();
    lake.read(OfficialFlows.CONTRACT, quarters)
        .where("direction = 'INFLOW'")
        // A publisher may date a month by its first or its last day: one of them is the newer.
        .groupBy(
            concat(col("partner_country"), lit("-"), col("country")).as("corridor"),
            col("quarter"),
            col("concept"),
            trunc(col("month_on"), "month"))
        .agg(max_by(col("value"), struct("precedence", "month_on")).as("value"))
        .groupBy("corridor", "quarter", "concept")
        .agg(count(lit(1)), sum("value"))
        .collectAsList()
        .forEach(row -> add(row, flows));
    return flows;
  }

  private static void add(Row row, Map<CellKey, Map<Concept, BigDecimal>> flows) {
    if (row.getLong(3) == MONTHS) {
      flows
          .computeIfAbsent(
              CellKey.total(row.getString(0), row.getString(1)), k -> new EnumMap<>(Concept.class))
          .put(Concept.valueOf(row.getString(2)), row.getDecimal(4).multiply(THOUSAND));
    }
  }
}
