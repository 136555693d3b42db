package org.remitlake.ingest;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows that were settled before, as they were delivered, judged and derived once more. */
interface Recall {
  /**
   * The rows.
   *
   * @param places where they lie: {@code file_id} and {@code line_no}
   */
  Dataset<Row> rows(Dataset<Row> places);
}
