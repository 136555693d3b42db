package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log2;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Field;
import org.remitlake.ingest.QuarterVerdicts.Alike;

/**
 * Rule T10 by provider: amounts above the 99.99th percentile (R type 7) of those that a provider
 * sent in a quarter in one currency.
 *
 * <p>What is above it is what is above the amount of rank {@code (n - 1) * 0.9999}, rounded down:
 * between that one and the next, where the percentile lies, there is none. Amounts are counted by
 * size first, so that only those of the greatest sizes need be looked at again, and none of small
 * partners.
 */
final class TopAmounts {
  static final String TOP = "T10_TOP";

  /** Of fewer, the percentile is but the greatest amount, or next to it. */
  private static final long FEWEST = 20_000;

  /** Rank of the percentile, of 10,000. */
  private static final long RANK = 9_999;

  private static final long ALL_RANKS = 10_000;

  /** Sizes for each doubling of an amount: so fine that few amounts are of one. */
  private static final int SIZES = 8;

  private static final StructType GROUP =
      new StructType()
          .add("of_quarter", StringType)
          .add("of_provider", StringType)
          .add("of_currency", StringType);

  private static final StructType LOOK = GROUP.add("least_size", LongType);
  private static final StructType LIMIT = GROUP.add("percentile", Field.MONEY);

  /** Amounts of a provider's quarter in a currency. */
  private record Group(String quarter, String provider, String currency) {
    Row with(Object value) {
      return RowFactory.create(quarter, provider, currency, value);
    }
  }

  /** By group, what an amount must be above. */
  private final List<Row> limits;

  private TopAmounts(List<Row> limits) {
    this.limits = limits;
  }

  /** What {@link QuarterVerdicts} counts of a transfer. */
  static Column counted() {
    return struct(
        col("send_currency").as("side"), size().as("code"), lit(null).cast("string").as("sex"));
  }

  /** In steps of nine per cent; all below one are of one size. */
  private static Column size() {
    return floor(log2(greatest(col("send_amount").cast("double"), lit(1.0))).multiply(SIZES));
  }

  /** Judges by sizes, and looks again only at transfers of the greatest ones of large groups. */
  static TopAmounts among(List<Alike> counts, Dataset<Row> transfers) {
    Map<Group, NavigableMap<Long, Long>> sizes = new HashMap<>();
    for (Alike alike : counts) {
      if (!PersonCodes.isOfPersons(alike.side())) {
        sizes
            .computeIfAbsent(
                new Group(alike.quarter(), alike.provider(), alike.side()), g -> new TreeMap<>())
            .put(alike.code(), alike.n());
      }
    }
    sizes.values().removeIf(ofGroup -> total(ofGroup) < FEWEST);
    if (sizes.isEmpty()) {
      return new TopAmounts(List.of());
    }
    Map<Group, Long> places = new HashMap<>();
    List<Row> looks = new ArrayList<>();
    sizes.forEach(
        (group, ofGroup) -> {
          places.put(group, fromTop(total(ofGroup)));
          looks.add(group.with(reached(ofGroup, places.get(group))));
        });
    List<Row> limits = new ArrayList<>();
    ofTopSizes(transfers, looks)
        .forEach(
            (group, ofGroup) -> {
              BigDecimal limit = reached(ofGroup, places.get(group));
              if (limit.compareTo(ofGroup.lastKey()) < 0) {
                limits.add(group.with(limit));
              }
            });
    return new TopAmounts(limits);
  }

  /** By group, how often each amount occurs from the least size on that is looked at. */
  private static Map<Group, NavigableMap<BigDecimal, Long>> ofTopSizes(
      Dataset<Row> transfers, List<Row> looks) {
    Map<Group, NavigableMap<BigDecimal, Long>> amounts = new HashMap<>();
    beside(transfers, looks, LOOK)
        .where(size().geq(col("least_size")))
        .groupBy("quarter", "provider_id", "send_currency", "send_amount")
        .agg(count(lit(1)))
        .collectAsList()
        .forEach(
            row ->
                amounts
                    .computeIfAbsent(
                        new Group(row.getString(0), row.getString(1), row.getString(2)),
                        g -> new TreeMap<>())
                    .put(row.getDecimal(3), row.getLong(4)));
    return amounts;
  }

  private static long total(Map<?, Long> counts) {
    return counts.values().stream().mapToLong(n -> n).sum();
  }

  /** The percentile's place among n amounts, the greatest of which is the first. */
  private static long fromTop(long n) {
    return n - (n - 1) * RANK / ALL_RANKS;
  }

  /** Of values with their counts, the one in this place, the greatest being the first. */
  private static <T> T reached(NavigableMap<T, Long> counts, long place) {
    long seen = 0;
    for (Map.Entry<T, Long> one : counts.descendingMap().entrySet()) {
      seen += one.getValue();
      if (seen >= place) {
        return one.getKey();
      }
    }
    throw new IllegalArgumentException("There are %d values, not %d.".formatted(seen, place));
  }

  boolean isEmpty() {
    return limits.isEmpty();
  }

  /** Transfers with the flag where it holds, and without where it no longer does. */
  Dataset<Row> told(Dataset<Row> transfers) {
    Column without = array_remove(col("flags"), TOP);
    return limits.isEmpty()
        ? transfers.withColumn("flags", without)
        : beside(transfers, limits, LIMIT)
            .withColumn(
                "flags",
                when(
                        col("send_amount").gt(col("percentile")),
                        array_union(without, array(lit(TOP))))
                    .otherwise(without))
            .drop(LIMIT.fieldNames());
  }

  private static Dataset<Row> beside(
      Dataset<Row> transfers, List<Row> ofGroups, StructType schema) {
    return transfers.join(
        broadcast(transfers.sparkSession().createDataFrame(ofGroups, schema)),
        col("quarter")
            .equalTo(col("of_quarter"))
            .and(col("provider_id").equalTo(col("of_provider")))
            .and(col("send_currency").equalTo(col("of_currency"))),
        "left");
  }
}
