package org.remitlake.savings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.FunnelEvents;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Pilots;
import org.remitlake.registry.Units;
import org.remitlake.time.Quarter;

/**
 * Where and when a pilot is.
 *
 * @param country whose zone gives the day of an event
 * @param firstOffer first day on which a cluster was offered the product
 * @param end last day
 */
record PilotSpan(String country, LocalDate firstOffer, LocalDate end) {

  /** All pilots whose offer has begun, by code. */
  static Map<String, PilotSpan> all(Lake lake) {
    Map<String, PilotSpan> pilots = new TreeMap<>();
    if (!lake.exists(Pilots.CONTRACT)) {
      return pilots;
    }
    Dataset<Row> offers =
        lake.read(Clusters.CONTRACT).groupBy("pilot_code").agg(min("treated_from").as("first"));
    lake.read(Pilots.CONTRACT)
        .join(offers, "pilot_code")
        .where("first is not null")
        .select("pilot_code", "country", "first", "end_on")
        .collectAsList()
        .forEach(
            r ->
                pilots.put(
                    r.getString(0),
                    new PilotSpan(r.getString(1), r.<LocalDate>getAs(2), r.<LocalDate>getAs(3))));
    return pilots;
  }

  /** Quarters from the first offer to the end. */
  List<Quarter> quarters() {
    return Quarter.range(Quarter.of(firstOffer), Quarter.of(end));
  }

  /**
   * What the numbers of pilots rest on, by quarter: registry and funnel are not cut by quarters, so
   * each rests on all of them, and on some more.
   */
  static Map<String, String> inputs(Lake lake, Map<String, PilotSpan> pilots, String more) {
    Map<String, String> inputs = new TreeMap<>();
    if (pilots.isEmpty()) {
      return inputs;
    }
    StringBuilder all = new StringBuilder(more);
    for (TableContract table :
        List.of(Pilots.CONTRACT, Clusters.CONTRACT, Units.CONTRACT, FunnelEvents.CONTRACT)) {
      all.append(lake.sliceVersions(table));
    }
    for (PilotSpan pilot : pilots.values()) {
      pilot.quarters().forEach(q -> inputs.put(q.toString(), all.toString()));
    }
    return inputs;
  }

  /** The country of a row's pilot. */
  static Column country(Map<String, PilotSpan> pilots) {
    Column country = lit(null).cast("string");
    for (Map.Entry<String, PilotSpan> e : pilots.entrySet()) {
      country =
          when(col("pilot_code").equalTo(e.getKey()), e.getValue().country()).otherwise(country);
    }
    return country;
  }
}
