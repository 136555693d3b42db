package org.remitlake.lake;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are computed once, and are mostly few.
 *
 * <p>Where they are, the driver takes them: Spark then joins them without a shuffle, and leaves out
 * whatever comes to nothing when there are none. Where they are many they stay with the executors.
 */
public final class Few implements AutoCloseable {
  /** The driver holds as many rows without noticing. */
  private static final int MOST = 10_000;

  private final Dataset<Row> computed;
  private final Dataset<Row> rows;

  private Few(Dataset<Row> computed, Dataset<Row> rows) {
    this.computed = computed;
    this.rows = rows;
  }

  /** Computes rows. */
  public static Few of(Dataset<Row> rows) {
    Dataset<Row> computed = rows.persist(StorageLevel.MEMORY_AND_DISK());
    List<Row> first = computed.limit(MOST + 1).collectAsList();
    if (first.size() > MOST) {
      return new Few(computed, computed);
    }
    computed.unpersist();
    return new Few(computed, rows.sparkSession().createDataFrame(first, rows.schema()));
  }

  /** Rows as the driver took them where they are few, else as they were: to be computed again. */
  public static Dataset<Row> ofWide(Dataset<Row> rows) {
    List<Row> first = rows.limit(MOST + 1).collectAsList();
    return first.size() > MOST ? rows : rows.sparkSession().createDataFrame(first, rows.schema());
  }

  /** The rows. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Lets them go. */
  @Override
  public void close() {
    computed.unpersist();
  }
}
