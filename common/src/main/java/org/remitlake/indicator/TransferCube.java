package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.remitlake.time.Quarter;

/**
 * All cells of a corridor and quarter: the total, and one per value of each breakdown. Sums and
 * counts add up; persons are counted, and quantiles taken, of each cell's own transfers.
 *
 * <p>Why not {@code GROUPING SETS}: Spark then writes each row once per grouping, and sorts it for
 * distinct counts and exact quantiles. Here one job reads each transfer once ({@link
 * TransferScan}), passes on what does not add up, and counts it where it meets ({@link
 * TransferCount}).
 */
final class TransferCube {
  /** Parts of the shuffle for each part that is read: what passes is more than what was read. */
  private static final int SPREAD = 2;

  private final Map<CellKey, TransferCell> cells = new TreeMap<>();

  private TransferCube() {}

  /**
   * Reduces transfers; one Spark job.
   *
   * @param tx transfers of the quarters and of those before them, whose receipts reach over
   * @param quarters the quarters to compute
   */
  static TransferCube of(
      Dataset<Row> tx, Prices prices, Set<String> quarters, Breakdowns breakdowns) {
    TransferCube cube = new TransferCube();
    cube.fill(tallies(tx, prices, quarters, breakdowns), quarters);
    return cube;
  }

  private static Map<CellKey, TransferTally> tallies(
      Dataset<Row> tx, Prices prices, Set<String> quarters, Breakdowns breakdowns) {
    SparkSession spark = (SparkSession) tx.sparkSession();
    Broadcast<Prices> told =
        JavaSparkContext.fromSparkContext(spark.sparkContext()).broadcast(prices);
    try {
      JavaRDD<InternalRow> read = TransferColumns.of(tx).queryExecution().toRdd().toJavaRDD();
      JavaRDD<InternalRow> scanned =
          read.mapPartitions(new TransferScan(told, quarters, breakdowns));
      Dataset<Row> passing =
          spark
              .internalCreateDataFrame(scanned.rdd(), Passing.SCHEMA, false)
              .repartition(Math.max(1, SPREAD * read.getNumPartitions()), col("place"))
              .sortWithinPartitions("rank");
      return passing
          .queryExecution()
          .toRdd()
          .toJavaRDD()
          .mapPartitionsToPair(new TransferCount(breakdowns))
          .reduceByKey(TransferTally::plus)
          .collectAsMap();
    } finally {
      told.destroy();
    }
  }

  private void fill(Map<CellKey, TransferTally> tallies, Set<String> quarters) {
    tallies.forEach(
        (key, tally) -> {
          if (quarters.contains(key.quarter()) && tally.isOfQuarter()) {
            cells.put(key, new TransferCell(tally));
          }
        });
    Map<CellKey, Map<String, ServiceMix>> byValue = byValue();
    cells.forEach(
        (key, cell) -> {
          String before = Quarter.parse(key.quarter()).plus(-1).toString();
          Optional.ofNullable(tallies.get(key.at(before)))
              .ifPresent(t -> cell.servicesBefore(t.services()));
          cell.servicesByValue(byValue.getOrDefault(family(key), Map.of()));
        });
  }

  /** Services of all values of the dimensions that costs are compared by. */
  private Map<CellKey, Map<String, ServiceMix>> byValue() {
    Map<CellKey, Map<String, ServiceMix>> byValue = new TreeMap<>();
    cells.forEach(
        (key, cell) -> {
          if (CostGap.COMPARED.contains(key.dimensions())) {
            byValue
                .computeIfAbsent(family(key), k -> new TreeMap<>())
                .put(key.values(), cell.services());
          }
        });
    return byValue;
  }

  /** What a cell is compared within: a total's parts are those by sex. */
  private static CellKey family(CellKey key) {
    String by = key.isTotal() ? Dimension.SENDER_SEX.column() : key.dimensions();
    return CellKey.of(key.corridor(), key.quarter(), by, Dimension.TOTAL);
  }

  /** Puts what others say of the same corridor and quarter beside the transfers. */
  void give(
      Map<CellKey, QuoteCell> quotes,
      Map<CellKey, Map<OfficialInflow.Concept, BigDecimal>> official) {
    cells.forEach(
        (key, cell) -> {
          if (key.isTotal()) {
            Optional.ofNullable(quotes.get(key)).ifPresent(cell::quotes);
            Optional.ofNullable(official.get(key)).ifPresent(cell::official);
          }
        });
  }

  Map<CellKey, TransferCell> cells() {
    return cells;
  }
}
