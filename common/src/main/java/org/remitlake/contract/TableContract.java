package org.remitlake.contract;

import static org.apache.spark.sql.functions.lit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table of the lake: name, columns, slices.
 *
 * @param table layer and name, as in {@code silver.tx}
 * @param doc one line: the grain
 * @param fields columns in order
 * @param slice the column by which the table is stored and replaced; a table always has one
 * @param indexed columns that readers filter on: only these get file statistics, which are dear
 */
public record TableContract(
    String table, String doc, List<Field> fields, Field slice, List<Field> indexed) {

  /** Copies the lists, and checks that slice and index are columns of the table. */
  public TableContract {
    fields = List.copyOf(fields);
    indexed = List.copyOf(indexed);
    if (!fields.contains(slice) || !fields.containsAll(indexed)) {
      throw new IllegalArgumentException(table + ": slice and indexed fields must be its columns.");
    }
  }

  /** A table whose columns get no statistics but the slice's. */
  public static TableContract table(String table, String doc, Field slice, Field... fields) {
    return new TableContract(table, doc, Arrays.asList(fields), slice, List.of());
  }

  /** The same table with statistics on some columns. */
  public TableContract indexedBy(Field... columns) {
    return new TableContract(table, doc, fields, slice, Arrays.asList(columns));
  }

  /** Column types and comments. */
  public StructType schema() {
    return new StructType(fields.stream().map(Field::structField).toArray(StructField[]::new));
  }

  /** The key. */
  public List<Field> identifiers() {
    return fields.stream().filter(f -> f.role() == Role.IDENTIFIER).toList();
  }

  /** What a content hash covers: everything but provenance. */
  public List<Field> content() {
    return fields.stream().filter(f -> f.role() != Role.PROVENANCE).toList();
  }

  /**
   * The rows with exactly this table's columns, order, types and comments.
   *
   * @throws ContractViolation if a column is missing or has another type
   */
  public Dataset<Row> conform(Dataset<Row> rows) {
    List<String> problems =
        fields.stream().flatMap(f -> problem(rows.schema(), f)).collect(Collectors.toList());
    if (!problems.isEmpty()) {
      throw ContractViolation.wrongColumns(this, problems);
    }
    Column[] columns =
        fields.stream()
            .map(f -> rows.col(f.name()).as(f.name(), f.structField().metadata()))
            .toArray(Column[]::new);
    return rows.select(columns);
  }

  /** The rows with a null for each of this table's columns that their writer did not know yet. */
  public Dataset<Row> widen(Dataset<Row> rows) {
    Set<String> known = Set.of(rows.columns());
    Map<String, Column> more = new TreeMap<>();
    for (Field field : fields) {
      if (!known.contains(field.name())) {
        more.put(field.name(), lit(null).cast(field.type()));
      }
    }
    return more.isEmpty() ? rows : rows.withColumns(more);
  }

  private static Stream<String> problem(StructType schema, Field field) {
    if (!Arrays.asList(schema.fieldNames()).contains(field.name())) {
      return Stream.of("no column " + field.name());
    }
    StructField found = schema.apply(field.name());
    return found.dataType().catalogString().equals(field.type().catalogString())
        ? Stream.empty()
        : Stream.of(
            "%s is %s, not %s"
                .formatted(
                    field.name(), found.dataType().simpleString(), field.type().simpleString()));
  }
}
