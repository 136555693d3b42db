package org.remitlake.lake;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.delta.Snapshot;

/**
 * A file of a version of a table.
 *
 * @param slice whose rows it holds
 * @param path in the table's folder
 * @param rows number of rows; empty where a foreign writer did not tell it
 */
record ActiveFile(String slice, String path, Optional<Long> rows) {

  /** The files of a version, from the table's log. */
  static List<ActiveFile> of(Snapshot snapshot, String sliceColumn) {
    return snapshot
        .allFiles()
        .select(
            col("partitionValues").getItem(sliceColumn),
            col("path"),
            get_json_object(col("stats"), "$.numRecords").cast("long"))
        .collectAsList()
        .stream()
        .map(r -> new ActiveFile(r.getString(0), r.getString(1), Optional.ofNullable(r.getAs(2))))
        .toList();
  }
}
