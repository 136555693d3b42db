package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.get_json_object;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.when;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.rule.Judgement;
import org.remitlake.lake.Few;
import org.remitlake.lake.Lake;
import org.remitlake.transfer.Transfers;
import org.remitlake.transfer.TxEvent;

/**
 * Rule T03: a reversal or refund that comes under a reference of its own is an event of the
 * transfer that it names. Judging sets it aside; here it is let in where that transfer is known.
 */
final class Orphans {
  static final String RULE = "T03";

  /** The field that names the transfer. */
  static final String NAMED = "original_transaction_id";

  private static final String[] TRANSFER = {"provider_id", "transaction_id"};

  private Orphans() {}

  /**
   * Judged and derived rows, of which those whose transfer is known are no longer set aside: events
   * of that transfer, in its quarter.
   */
  static Dataset<Row> released(Lake lake, Dataset<Row> judged) {
    Column isOne = array_contains(col(Judgement.BROKEN), RULE);
    Dataset<Row> named =
        judged.where(isOne).select(col("provider_id"), col(NAMED).as("transaction_id")).distinct();
    Column[] key = {col("provider_id"), col("transaction_id")};
    Dataset<Row> own = judged.where(size(col(Judgement.BROKEN)).equalTo(0)).select(key);
    // Few as a rule: else each query over the rows would look for them once more.
    Dataset<Row> known =
        Few.ofWide(
                own.union(
                        lake.read(TxEvent.CONTRACT).where(col("reported_as").isNull()).select(key))
                    .join(broadcast(named), TRANSFER, "left_semi")
                    .distinct()
                    .select(
                        col("provider_id").as("known_provider"),
                        col("transaction_id").as("known_transfer")))
            .rows();
    if (known.isEmpty()) {
      return judged;
    }
    Column left = array_remove(col(Judgement.BROKEN), RULE);
    Column comesIn = isOne.and(col("known_transfer").isNotNull());
    Map<String, Column> asEvents = new TreeMap<>();
    asEvents.put(
        Judgement.FLAGS,
        when(comesIn, array_union(col(Judgement.FLAGS), array(lit(RULE))))
            .otherwise(col(Judgement.FLAGS)));
    asEvents.put(Judgement.RAW, when(not(comesIn.and(size(left).equalTo(0))), col(Judgement.RAW)));
    asEvents.put(Judgement.BROKEN, when(comesIn, left).otherwise(col(Judgement.BROKEN)));
    asEvents.put("reported_as", when(comesIn, col("transaction_id")));
    asEvents.put("transaction_id", when(comesIn, col(NAMED)).otherwise(col("transaction_id")));
    asEvents.put("quarter", when(not(comesIn), col("quarter")));
    return judged
        .join(
            broadcast(known),
            col("provider_id")
                .equalTo(col("known_provider"))
                .and(col(NAMED).equalTo(col("known_transfer"))),
            "left")
        .withColumns(asEvents)
        .drop("known_provider", "known_transfer");
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
                get_json_object(col("raw"), "$." + NAMED).as("transaction_id"));
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
