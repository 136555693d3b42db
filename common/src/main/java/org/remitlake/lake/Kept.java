package org.remitlake.lake;

import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are computed once and read often.
 *
 * <p>Why not {@link Dataset#persist}: each query over a persisted dataset plans again everything
 * that led to it, which for a wide derivation costs more than small data do. Rows are kept as
 * bytes, which memory accounts for exactly; what does not fit goes to disk.
 *
 * <p>On a cluster what a lost executor held is computed again. On one machine there is no such
 * loss, and what led to the rows is forgotten: else it would be sent with every task.
 */
public final class Kept implements AutoCloseable {
  private final RDD<InternalRow> once;
  private final Dataset<Row> rows;

  private Kept(RDD<InternalRow> once, Dataset<Row> rows) {
    this.once = once;
    this.rows = rows;
  }

  /** Keeps rows from their first use on. */
  public static Kept of(Dataset<Row> rows) {
    // Spark hands out the same row object again and again.
    RDD<InternalRow> once =
        rows.queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(InternalRow::copy)
            .persist(StorageLevel.MEMORY_AND_DISK_SER())
            .rdd();
    SparkSession spark = (SparkSession) rows.sparkSession();
    if (spark.sparkContext().isLocal()) {
      once.localCheckpoint();
    }
    return new Kept(once, spark.internalCreateDataFrame(once, rows.schema(), false));
  }

  /** The rows. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Lets them go. */
  @Override
  public void close() {
    once.unpersist(false);
  }
}
