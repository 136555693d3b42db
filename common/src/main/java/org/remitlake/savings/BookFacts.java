package org.remitlake.savings;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.percentile;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;

/**
 * What records of partners' books add to numbers: a fact is a record's part of one number, or why
 * it has none. Facts of many numbers are added up by cell in one pass.
 */
final class BookFacts {
  /** The bank's code, a dimension. */
  static final String BANK = "bank_id";

  private static final DataType EXACT = DataTypes.createDecimalType(38, 12);

  private BookFacts() {}

  /** A number in a cell, by its name. */
  record Key(CellKey cell, String indicator) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int cells = cell.compareTo(other.cell);
      return cells == 0 ? indicator.compareTo(other.indicator) : cells;
    }
  }

  /**
   * What a record adds to a number.
   *
   * @param under null of sums and counts
   * @param isCounted false of a record that tells of a zero and stands behind nothing
   * @param reason why it is left out; null when it is in
   */
  static Column fact(
      Indicator indicator, Column over, Column under, Column isCounted, Column reason) {
    return struct(
        lit(indicator.name()).as("indicator"),
        over.cast(EXACT).as("over"),
        under.cast(EXACT).as("under"),
        isCounted.as("is_counted"),
        reason.cast(DataTypes.StringType).as("reason"));
  }

  /** Nothing under a sum. */
  static Column nothing() {
    return lit(null);
  }

  /** Rows by cell: the total and one dimension at a time, of all and of the row's pilot. */
  static Dataset<Row> inCells(Dataset<Row> rows, List<String> dimensions) {
    List<Column> cells = new ArrayList<>();
    Column ownPilot = coalesce(col("pilot_code"), lit(Dimension.TOTAL));
    for (Column pilot : List.of(lit(Dimension.TOTAL), ownPilot)) {
      cells.add(cell(lit(Dimension.TOTAL), lit(Dimension.TOTAL), pilot));
      dimensions.forEach(d -> cells.add(cell(lit(d), coalesce(col(d), lit("U")), pilot)));
    }
    return rows.withColumn("cell", explode(array_distinct(array(cells.toArray(Column[]::new)))));
  }

  private static Column cell(Column dimension, Column value, Column pilot) {
    return struct(dimension.as("dimension"), value.as("value"), pilot.as("pilot"));
  }

  /** The facts of rows: country, quarter, cell, customer and what {@link #fact} made. */
  static Dataset<Row> of(Dataset<Row> rows, List<Column> facts) {
    return rows.withColumn("fact", explode(array(facts.toArray(Column[]::new))))
        .select("country", "quarter", "cell", "customer_pid", "fact.*");
  }

  /**
   * Facts added up.
   *
   * @param median the number that is a median of what its records add, or null
   */
  static Map<Key, BookSum> sums(Dataset<Row> facts, Indicator median) {
    Column isCounted = col("is_counted");
    List<Column> measures =
        new ArrayList<>(
            List.of(
                sum("over").as("over"),
                sum("under").as("under"),
                count_if(isCounted).as("n"),
                countDistinct(when(isCounted, col("customer_pid"))).as("units")));
    if (median != null) {
      Column isOfMedian = col("indicator").equalTo(median.name());
      measures.add(percentile(when(isOfMedian, col("over")), lit(0.5)).as("middle"));
    }
    Map<Key, BookSum> sums = new TreeMap<>();
    facts
        .groupBy(
            "country",
            "quarter",
            "cell.dimension",
            "cell.value",
            "cell.pilot",
            "indicator",
            "reason")
        .agg(count(lit(1)).as("records"), measures.toArray(Column[]::new))
        .collectAsList()
        .forEach(r -> sums.computeIfAbsent(key(r), k -> new BookSum()).add(r, median != null));
    return sums;
  }

  private static Key key(Row row) {
    CellKey cell =
        CellKey.of(
            row.getAs("country"), row.getAs("quarter"), row.getAs("dimension"), row.getAs("value"));
    return new Key(cell.in(row.getAs("pilot"), Dimension.TOTAL), row.getAs("indicator"));
  }
}
