package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;

/**
 * Tables that fit many times into one machine (rates, quotes): settled whole, written only where
 * their content differs.
 */
final class SmallTable {
  private SmallTable() {}

  /** Replaces the slices whose content changes; no commit when none does. */
  static void replaceChanged(Lake lake, TableContract contract, Dataset<Row> rows) {
    Map<String, String> now = ContentHash.bySlice(contract, contract.conform(rows));
    Map<String, String> before = ContentHash.bySlice(contract, lake.read(contract));
    Set<String> changed = new TreeSet<>();
    now.forEach(
        (slice, hash) -> {
          if (!hash.equals(before.get(slice))) {
            changed.add(slice);
          }
        });
    before.keySet().stream().filter(slice -> !now.containsKey(slice)).forEach(changed::add);
    lake.replace(contract, changed, rows.where(contract.slice().column().isInCollection(changed)));
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
