package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;

/**
 * Settles rows that are kept as delivered, rates, quotes, registers, surveys: small, so the whole
 * table is resolved again with what is new, and slices are written where their content differs.
 *
 * @param contract what is delivered
 * @param table where it goes
 * @param key columns of the table that name a row of the series
 * @param changeRule the rule that flags a row whose deliveries differed; empty where a later
 *     delivery is a later state and no correction
 * @param derivation columns of the table from good rows
 * @param revision what only the whole series tells, or other tables beside it
 * @param basis contracts whose tables the revision looks at
 */
record SeriesSettlement(
    DeliveryContract contract,
    TableContract table,
    List<String> key,
    String changeRule,
    UnaryOperator<Dataset<Row>> derivation,
    BiFunction<Lake, Dataset<Row>, Dataset<Row>> revision,
    List<DeliveryContract> basis)
    implements Settlement {

  @Override
  public Map<String, Repeats> settle(
      Lake lake, Dataset<Row> good, Set<String> files, Set<String> left) {
    try (Kept kept =
        Kept.of(Versions.resolve(fresh(good).unionByName(history(lake, files)), key))) {
      Dataset<Row> resolved = kept.rows();
      lake.replaceChanged(
          table, revision.apply(lake, marked(resolved.where(col(Versions.IS_CURRENT)))));
      return Versions.repeats(resolved);
    }
  }

  @Override
  public List<TableContract> tables() {
    return List.of(table);
  }

  @Override
  public void revise(Lake lake) {
    lake.replaceChanged(table, revision.apply(lake, lake.read(table)));
  }

  private Dataset<Row> marked(Dataset<Row> current) {
    if (changeRule.isEmpty()) {
      return current;
    }
    Column changed = array_union(col("flags"), array(lit(changeRule)));
    return current.withColumn(
        "flags", when(col(Versions.IS_CHANGED), changed).otherwise(col("flags")));
  }

  private Dataset<Row> fresh(Dataset<Row> good) {
    List<Column> columns = new ArrayList<>(columns());
    columns.add(col("row_no"));
    return derivation
        .apply(good)
        .select(columns.toArray(Column[]::new))
        .withColumn(Versions.ORIGIN, lit(Versions.NEW))
        .withColumn(Versions.IS_CHANGED, lit(false));
  }

  private Dataset<Row> history(Lake lake, Set<String> files) {
    return lake.read(table)
        .select(columns().toArray(Column[]::new))
        .withColumn("row_no", col("line_no"))
        .withColumn(Versions.ORIGIN, Versions.originInSilver(files))
        .withColumn(Versions.IS_CHANGED, array_contains(col("flags"), changeRule));
  }

  private List<Column> columns() {
    return table.fields().stream().map(Field::column).toList();
  }
}
