package org.remitlake.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/**
 * What another table says of a row, for rules that look beyond it.
 *
 * @param basis contract that fills the other table
 * @param table the other table
 * @param where which of its rows count, in SQL
 * @param key column of the row to column of the table; a row finds all that agree
 * @param columns name, as rules use it, to SQL over the table; of several rows the lowest counts,
 *     and null where there is none
 */
record Neighbour(
    DeliveryContract basis,
    TableContract table,
    String where,
    Map<String, String> key,
    Map<String, String> columns) {

  /** A neighbour of which all rows count. */
  static Neighbour of(
      DeliveryContract basis, TableContract table, List<String> key, Map<String, String> columns) {
    Map<String, String> same = new TreeMap<>();
    key.forEach(name -> same.put(name, name));
    return new Neighbour(basis, table, "true", same, columns);
  }

  /** Rows with the columns of all neighbours; the same rows, however many neighbours they have. */
  static Dataset<Row> beside(Lake lake, List<Neighbour> neighbours, Dataset<Row> rows) {
    Dataset<Row> beside = rows;
    for (Neighbour neighbour : neighbours) {
      beside = neighbour.beside(lake, beside);
    }
    return beside;
  }

  private Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    Column[] keys =
        key.entrySet().stream()
            .map(e -> col(e.getValue()).as(keyColumn(e.getKey())))
            .toArray(Column[]::new);
    List<Column> values =
        new TreeMap<>(columns)
            .entrySet().stream().map(e -> min(expr(e.getValue())).as(e.getKey())).toList();
    Dataset<Row> other =
        lake.read(table)
            .where(where)
            .groupBy(keys)
            .agg(values.get(0), values.stream().skip(1).toArray(Column[]::new));
    Column agrees =
        key.keySet().stream()
            .map(name -> rows.col(name).equalTo(other.col(keyColumn(name))))
            .reduce(Column::and)
            .orElseThrow();
    return rows.join(other, agrees, "left")
        .drop(key.keySet().stream().map(Neighbour::keyColumn).toArray(String[]::new));
  }

  private static String keyColumn(String name) {
    return "beside_" + name;
  }
}
