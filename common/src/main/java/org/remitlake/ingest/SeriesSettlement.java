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
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.ingest.rule.Rule;
import org.remitlake.ingest.rule.Rules;
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
 * @param neighbours other tables that rules of one row look at
 * @param revision what only the whole series tells, or other tables beside it
 */
record SeriesSettlement(
    DeliveryContract contract,
    TableContract table,
    List<String> key,
    String changeRule,
    UnaryOperator<Dataset<Row>> derivation,
    List<Neighbour> neighbours,
    Revision revision)
    implements Settlement {

  @Override
  public Map<String, Repeats> settle(
      Lake lake, Dataset<Row> good, Set<String> files, Set<String> left, Recall recall) {
    Dataset<Row> fresh = WiderRules.applied(rules(Rule.Scope.DELIVERIES), fresh(good));
    try (Kept kept = Kept.of(Versions.resolve(fresh.unionByName(history(lake, files)), key))) {
      Dataset<Row> resolved = kept.rows();
      try (Kept revised =
          Kept.of(revised(lake, marked(resolved.where(col(Versions.IS_CURRENT)))))) {
        lake.replaceChanged(table, revised.rows());
        return Versions.repeats(resolved, revised.rows(), widerIds());
      }
    }
  }

  @Override
  public List<TableContract> tables() {
    return List.of(table);
  }

  @Override
  public List<DeliveryContract> basis() {
    return Stream.concat(neighbours.stream().map(Neighbour::basis), revision.basis().stream())
        .distinct()
        .toList();
  }

  @Override
  public Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    return Neighbour.beside(lake, neighbours, rows);
  }

  @Override
  public void revise(Lake lake) {
    if (lake.exists(table)) {
      lake.replaceChanged(table, revised(lake, lake.read(table)));
    }
  }

  private Dataset<Row> revised(Lake lake, Dataset<Row> rows) {
    return WiderRules.applied(rules(Rule.Scope.TABLE), revision.of(lake, rows));
  }

  /** Predicates over several rows name no lists. */
  private List<Rule> rules(Rule.Scope scope) {
    return Rules.of(contract, Map.of()).wider(scope);
  }

  /** Ids that rows get only beside others, once it is known which of them hold. */
  private Set<String> widerIds() {
    Set<String> ids = new TreeSet<>(revision.rules());
    rules(Rule.Scope.TABLE).forEach(rule -> ids.add(rule.id()));
    return ids;
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
