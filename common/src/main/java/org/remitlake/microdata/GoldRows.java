package org.remitlake.microdata;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Answers as rows of their table of gold. */
final class GoldRows {
  private GoldRows() {}

  static Dataset<Row> of(SparkSession spark, Answers answers) {
    List<Row> rows = new ArrayList<>();
    List<Variable> variables = answers.table().variables();
    for (int i = 0; i < answers.size(); i++) {
      List<Object> cells = new ArrayList<>();
      List<String> reasons = new ArrayList<>();
      for (Variable v : variables) {
        Cell cell = answers.column(v).get(i);
        cells.add(cell.value().orElse(null));
        if (!cell.reason().isEmpty()) {
          reasons.add(v.name() + ":" + cell.reason());
        }
      }
      cells.add(answers.wave().toString());
      cells.add(reasons);
      rows.add(RowFactory.create(cells.toArray()));
    }
    return spark.createDataFrame(rows, answers.table().gold().schema());
  }
}
