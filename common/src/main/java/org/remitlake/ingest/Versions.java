package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.quality.RowCount;

/**
 * Which of several deliveries of the same row holds (rules T01, X04, Q05): equal content again is a
 * duplicate; of different contents the highest precedence holds and the row is marked changed. The
 * answer does not depend on the order in which files arrive, but for one case: content that comes
 * again keeps the precedence of its first arrival, so other content delivered between the two, but
 * arriving after both, wins.
 */
final class Versions {
  /** Where a row comes from: {@link #HISTORY}, {@link #OWN} or {@link #NEW}. */
  static final String ORIGIN = "origin";

  /** In silver, from files settled before. */
  static final int HISTORY = 0;

  /** In silver, from a run of these very files that died; only its mark of change counts. */
  static final int OWN = 1;

  /** To be settled now. */
  static final int NEW = 2;

  static final String PAYLOAD_HASH = "payload_hash";
  static final String IS_CHANGED = "is_changed";
  static final String IS_DUPLICATE = "is_duplicate";
  static final String IS_CURRENT = "is_current";

  private Versions() {}

  /** {@link #ORIGIN} of rows that silver holds, when these files are being settled. */
  static Column originInSilver(Set<String> files) {
    return when(col("file_id").isInCollection(files), lit(OWN)).otherwise(lit(HISTORY));
  }

  /** Fingerprint of all values that a row delivers; nulls count, so that moved values differ. */
  static Column payloadHash(DeliveryContract contract) {
    List<Column> cells = new ArrayList<>();
    Column nulls = lit(0L);
    long bit = 1;
    for (DeliveredField field : contract.fields()) {
      cells.add(field.column());
      nulls = nulls.plus(when(field.column().isNull(), lit(bit)).otherwise(lit(0L)));
      bit <<= 1;
    }
    cells.add(nulls);
    return xxhash64(cells.toArray(Column[]::new));
  }

  /**
   * Adds {@link #IS_DUPLICATE}, {@link #IS_CURRENT} and {@link #IS_CHANGED}.
   *
   * @param rows with the key, {@link #ORIGIN}, {@link #PAYLOAD_HASH}, {@link #IS_CHANGED}, {@code
   *     precedence} and {@code row_no}
   */
  static Dataset<Row> resolve(Dataset<Row> rows, List<String> key) {
    Column[] keys = key.stream().map(k -> col(k)).toArray(Column[]::new);
    List<Column> payload = new ArrayList<>(List.of(keys));
    payload.add(col(PAYLOAD_HASH));
    Column counts = col(ORIGIN).notEqual(OWN);
    WindowSpec sameKey = Window.partitionBy(keys);
    WindowSpec samePayload =
        Window.partitionBy(payload.toArray(Column[]::new))
            .orderBy(counts.desc(), col(ORIGIN), col("precedence"), col("row_no"));
    Column delivered = when(counts, struct(col("precedence"), col("row_no")));
    return rows.withColumn("copy", row_number().over(samePayload))
        .withColumn("last", max(delivered).over(Window.partitionBy(payload.toArray(Column[]::new))))
        .withColumn(
            IS_CHANGED,
            max(col(IS_CHANGED))
                .over(sameKey)
                .or(size(collect_set(when(counts, col(PAYLOAD_HASH))).over(sameKey)).gt(1)))
        .withColumn("winner", max_by(col(PAYLOAD_HASH), col("last")).over(sameKey))
        .withColumn(IS_DUPLICATE, counts.and(col("copy").gt(1)))
        .withColumn(
            IS_CURRENT,
            counts.and(col("copy").equalTo(1)).and(col("winner").equalTo(col(PAYLOAD_HASH))))
        .drop("copy", "last", "winner");
  }

  /** Duplicate, changed and flagged rows among the new ones, by file. */
  static Map<String, Repeats> repeats(Dataset<Row> resolved) {
    boolean haveFlags = Set.of(resolved.columns()).contains("flags");
    Column holdsChanged = col(IS_CHANGED).and(col(IS_CURRENT));
    Column flags = haveFlags ? col("flags") : array().cast("array<string>");
    Column tells = col(IS_DUPLICATE).or(holdsChanged).or(size(flags).gt(0));
    return byFile(
        resolved.where(col(ORIGIN).equalTo(NEW).and(tells)),
        col(IS_DUPLICATE),
        holdsChanged,
        flags);
  }

  /**
   * The same, and what rules said of the new rows once they stood beside others.
   *
   * @param revised current rows
   * @param ids of the rules that look at several rows
   */
  static Map<String, Repeats> repeats(
      Dataset<Row> resolved, Dataset<Row> revised, Set<String> ids) {
    Map<String, Repeats> byFile = repeats(resolved);
    if (!ids.isEmpty()) {
      Column flags = array_intersect(col("flags"), lit(ids.toArray(String[]::new)));
      byFile(
              revised.where(col(ORIGIN).equalTo(NEW).and(size(flags).gt(0))),
              lit(false),
              lit(false),
              flags)
          .forEach((file, found) -> byFile.merge(file, found, Repeats::plus));
    }
    return byFile;
  }

  /** Counts rows by file: those that came again, that hold in place of others, and by mark. */
  static Map<String, Repeats> byFile(
      Dataset<Row> rows, Column isDuplicate, Column holdsChanged, Column flags) {
    Map<String, Repeats> byFile = new TreeMap<>();
    rows.groupBy(
            col("file_id"), isDuplicate.as("is_again"), holdsChanged.as("holds"), flags.as("marks"))
        .agg(count(lit(1)), min("row_no"), min("line_no"))
        .collectAsList()
        .forEach(
            row ->
                byFile.merge(
                    row.getString(0),
                    Repeats.of(
                        RowCount.at(row, 4),
                        row.getBoolean(1),
                        row.getBoolean(2),
                        new TreeSet<>(row.getList(3))),
                    Repeats::plus));
    return byFile;
  }
}
