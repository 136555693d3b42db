package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_remove;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.rule.Rule;

/**
 * Rules that look at several rows, each seeing what those before it repaired. They are asked anew
 * whenever rows come, so a flag that no longer holds is taken back.
 */
final class WiderRules {
  private static final String CAUGHT = "caught";

  private WiderRules() {}

  /** Rows repaired and flagged. */
  static Dataset<Row> applied(List<Rule> rules, Dataset<Row> rows) {
    Dataset<Row> seen = rows;
    for (Rule rule : rules) {
      seen = applied(rule, seen);
    }
    return seen;
  }

  private static Dataset<Row> applied(Rule rule, Dataset<Row> rows) {
    Dataset<Row> seen = rows;
    for (Map.Entry<String, String> let : rule.let().entrySet()) {
      seen = seen.withColumn(let.getKey(), expr(let.getValue()));
    }
    seen = seen.withColumn(CAUGHT, coalesce(expr(rule.when()), lit(false)));
    for (Map.Entry<String, String> set : rule.set().entrySet()) {
      Column field = col(set.getKey());
      seen =
          seen.withColumn(set.getKey(), when(col(CAUGHT), expr(set.getValue())).otherwise(field));
    }
    Column without = array_remove(col("flags"), rule.id());
    return seen.withColumn(
            "flags",
            when(col(CAUGHT), array_union(without, array(lit(rule.id())))).otherwise(without))
        .drop(CAUGHT)
        .drop(rule.let().keySet().toArray(String[]::new));
  }
}
