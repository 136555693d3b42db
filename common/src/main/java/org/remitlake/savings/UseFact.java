package org.remitlake.savings;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.Dimension;

/**
 * What an account or a holder says of an indicator in a quarter.
 *
 * @param indicator which
 * @param population whether it is asked at all
 * @param reason why it is left out; null when it is in
 * @param part what it adds to the numerator
 */
record UseFact(AccountUse indicator, Column population, Column reason, Column part) {
  private static final List<String> DIMENSIONS =
      List.of("bank_id", "product_code", "customer_sex", "region");

  private Column column() {
    return when(
        population,
        struct(
            lit(indicator.name()).as("indicator"),
            coalesce(reason, lit("")).as("reason"),
            part.cast("long").as("part")));
  }

  /**
   * Counts of all cells: of all accounts, and of each pilot's; by indicator and reason to be left
   * out, records, holders, and the sum of parts.
   */
  static List<Row> cells(Dataset<Row> records, List<UseFact> facts) {
    List<Column> cells = new ArrayList<>();
    for (Column pilot : List.of(lit(Dimension.TOTAL), col("pilot_code"))) {
      cells.add(cell(lit(Dimension.TOTAL), lit(Dimension.TOTAL), pilot));
      DIMENSIONS.forEach(d -> cells.add(cell(lit(d), col(d), pilot)));
    }
    Column[] told = facts.stream().map(UseFact::column).toArray(Column[]::new);
    return records
        .withColumn("fact", explode(array_compact(array(told))))
        .withColumn("cell", explode(array_distinct(array(cells.toArray(Column[]::new)))))
        .groupBy(
            "country",
            "quarter",
            "cell.dimension",
            "cell.value",
            "cell.pilot",
            "fact.indicator",
            "fact.reason")
        .agg(
            count(lit(1)).as("records"),
            countDistinct(concat(col("bank_id"), lit("|"), col("customer_pid"))).as("holders"),
            sum("fact.part").as("part"))
        .collectAsList();
  }

  private static Column cell(Column dimension, Column value, Column pilot) {
    return struct(dimension.as("dimension"), value.as("value"), pilot.as("pilot"));
  }
}
