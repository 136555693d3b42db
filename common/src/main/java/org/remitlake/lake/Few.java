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

  private final Dataset<Row> rows;
  private final Runnable release;

  private Few(Dataset<Row> rows, Runnable release) {
    this.rows = rows;
    this.release = release;
  }

  /** Computes rows. */
  public static Few of(Dataset<Row> rows) {
    Dataset<Row> computed = rows.persist(StorageLevel.MEMORY_AND_DISK());
    List<Row> first = computed.limit(MOST + 1).collectAsList();
    if (first.size() > MOST) {
      return new Few(computed, computed::unpersist);
    }
    computed.unpersist();
    return new Few(local(rows, first), () -> {});
  }

  /**
   * Computes rows of many columns, which cost more to keep than to find: twice if they are many.
   */
  public static Few ofWide(Dataset<Row> rows) {
    List<Row> first = rows.limit(MOST + 1).collectAsList();
    if (first.size() > MOST) {
      Kept kept = Kept.of(rows);
      return new Few(kept.rows(), kept::close);
    }
    return new Few(local(rows, first), () -> {});
  }

  private static Dataset<Row> local(Dataset<Row> rows, List<Row> few) {
    return rows.sparkSession().createDataFrame(few, rows.schema());
  }

  /** The rows. */
  public Dataset<Row> rows() {
    return rows;
  }

  /** Lets them go. */
  @Override
  public void close() {
    release.run();
  }
}
