package org.remitlake.lake;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaConfigs;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.DeltaOptions;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.commands.WriteIntoDelta;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows on their way into a table: what {@code DataFrameWriter.save} does, but in a transaction that
 * somebody else has begun.
 *
 * @param log of the table
 * @param mode overwrite or append
 * @param slice column that the table is stored by
 * @param configuration of the table, when it is made
 * @param slices predicate of the slices to overwrite; empty means all. Of a table that is made
 *     there is nothing to overwrite
 * @param rows in the table's columns
 */
record DeltaWrite(
    DeltaLog log,
    SaveMode mode,
    String slice,
    Map<String, String> configuration,
    String slices,
    Dataset<Row> rows) {

  /** Writes the rows and commits them, unless there is nothing to commit. */
  void into(OptimisticTransaction transaction) {
    boolean isSliced = transaction.readVersion() >= 0 && !slices.isEmpty();
    // A table that an earlier version wrote may lack columns: they are added, empty in its rows.
    Map<String, String> options = new TreeMap<>(Map.of("mergeSchema", "true"));
    if (isSliced) {
      options.put("replaceWhere", slices);
    }
    Seq<String> partitions = CollectionConverters.asScala(List.of(slice)).toList();
    WriteIntoDelta write =
        new WriteIntoDelta(
            log,
            mode,
            new DeltaOptions(map(options), rows.sparkSession().sessionState().conf()),
            partitions,
            DeltaConfigs.validateConfigurations(map(configuration)),
            rows,
            Option.empty(),
            Option.empty(),
            false);
    Seq<Action> actions = write.write(transaction, rows.sparkSession(), Option.empty(), false);
    DeltaOperations.Operation operation =
        new DeltaOperations.Write(
            mode,
            Option.apply(partitions),
            Option.apply(options.get("replaceWhere")),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty(),
            Option.empty());
    transaction.commitIfNeeded(actions, operation, map(Map.of()));
  }

  private static scala.collection.immutable.Map<String, String> map(Map<String, String> entries) {
    return scala.collection.immutable.Map.from(
        CollectionConverters.asScala(new TreeMap<>(entries)));
  }
}
