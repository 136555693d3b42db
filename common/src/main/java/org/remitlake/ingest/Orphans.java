package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.TxEvent;

/**
 * Rule T03: a reversal or refund that comes under a reference of its own is an event of the
 * transfer that it names. Judging sets it aside; here it is let in where that transfer is known.
 */
final class Orphans {
  static final String RULE = "T03";

  private static final String[] TRANSFER = {"provider_id", "transaction_id"};

  private Orphans() {}

  /** Whether a judged row is one, be its transfer known or not. */
  static Column namesAnother() {
    return array_contains(col(Judgement.BROKEN), RULE);
  }

  /** Judged and derived rows, of which those whose transfer is known are no longer set aside. */
  static Dataset<Row> released(Lake lake, Dataset<Row> judged) {
    Column[] key = {col("provider_id"), col("transaction_id")};
    Dataset<Row> named = judged.where(namesAnother()).select(key).distinct();
    Dataset<Row> own = judged.where(size(col(Judgement.BROKEN)).equalTo(0)).select(key);
    Dataset<Row> known =
        own.union(lake.read(TxEvent.CONTRACT).where(col("reported_as").isNull()).select(key))
            .join(broadcast(named), TRANSFER, "left_semi")
            .distinct()
            .withColumn("is_known", lit(true));
    Column left = array_remove(col(Judgement.BROKEN), RULE);
    Column comesIn = namesAnother().and(col("is_known").isNotNull());
    return judged
        .join(broadcast(known), TRANSFER, "left")
        .withColumn(
            Judgement.FLAGS,
            when(comesIn, array_union(col(Judgement.FLAGS), array(lit(RULE))))
                .otherwise(col(Judgement.FLAGS)))
        .withColumn(
            Judgement.RAW,
            when(comesIn.and(size(left).equalTo(0)), lit(null).cast("string"))
                .otherwise(col(Judgement.RAW)))
        .withColumn(Judgement.BROKEN, when(comesIn, left).otherwise(col(Judgement.BROKEN)))
        .drop("is_known");
  }

  /** Files of rows that wait in quarantine for transfers that are among judged rows now. */
  static Set<String> called(Lake lake, Dataset<Row> judged) {
    Dataset<Row> waiting =
        lake.read(Quarantine.CONTRACT_OF)
            .where(Quarantine.CONTRACT.column().equalTo(Transfers.CONTRACT.name()))
            .where(array_contains(split(Quarantine.RULES.column(), ", "), RULE))
            .select(
                col("file_id").as("waiting_file"),
                get_json_object(col("raw"), "$.provider_id").as("provider_id"),
                get_json_object(col("raw"), "$.original_transaction_id").as("transaction_id"));
    Set<String> files = new TreeSet<>();
    if (!waiting.isEmpty()) {
      judged
          .where(size(col(Judgement.BROKEN)).equalTo(0))
          .select("provider_id", "transaction_id")
          .join(broadcast(waiting), TRANSFER)
          .select("waiting_file")
          .distinct()
          .collectAsList()
          .forEach(row -> files.add(row.getString(0)));
    }
    return files;
  }
}
