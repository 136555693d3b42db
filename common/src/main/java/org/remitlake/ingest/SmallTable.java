package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/**
 * Tables that fit many times into one machine (rates, quotes): settled whole, written only where
 * their content differs.
 */
final class SmallTable {
  private SmallTable() {}

  /** Replaces the slices of a table, given whole, whose content changes. */
  static void replaceChanged(Lake lake, TableContract contract, Dataset<Row> rows) {
    Set<String> slices = new TreeSet<>(lake.sliceVersions(contract).keySet());
    rows.select(contract.slice().column())
        .distinct()
        .collectAsList()
        .forEach(row -> slices.add(row.getString(0)));
    lake.replaceChanged(contract, slices, rows);
  }

  /** Duplicate rows among the new ones, by file. */
  static Map<String, Long> duplicates(Dataset<Row> resolved) {
    Map<String, Long> byFile = new TreeMap<>();
    resolved
        .where(col(Versions.IS_DUPLICATE).and(col(Versions.ORIGIN).equalTo(Versions.NEW)))
        .groupBy("file_id")
        .count()
        .collectAsList()
        .forEach(row -> byFile.put(row.getString(0), row.getLong(1)));
    return byFile;
  }
}
