package org.remitlake.lake;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.conv;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.remitlake.contract.Field;
import org.remitlake.contract.Role;
import org.remitlake.contract.TableContract;

/**
 * A fingerprint of a table's content that does not depend on the order of rows, on files, or on the
 * run that wrote them: equal hashes mean equal rows, provenance aside.
 */
public final class ContentHash {
  /** Sums of 15 hexadecimal digits stay exact in 38 decimal digits for any table. */
  private static final int DIGITS = 15;

  private ContentHash() {}

  /** Hash of each slice, by slice; a slice without rows has none. */
  public static Map<String, String> bySlice(TableContract contract, Dataset<Row> rows) {
    return by(contract.slice().column(), contract, rows);
  }

  private static Map<String, String> by(Column slice, TableContract contract, Dataset<Row> rows) {
    Column[] cells = contract.content().stream().map(ContentHash::text).toArray(Column[]::new);
    Column digest = sha2(concat_ws("\u0001", cells), 256);
    Map<String, String> hashes = new TreeMap<>();
    rows.select(slice.as("slice"), digest.as("digest"))
        .groupBy("slice")
        .agg(count(lit(1)), part(1), part(1 + DIGITS), part(1 + 2 * DIGITS))
        .collectAsList()
        .forEach(
            row ->
                hashes.put(
                    String.valueOf(row.get(0)),
                    "%d-%s-%s-%s".formatted(row.getLong(1), row.get(2), row.get(3), row.get(4))));
    return hashes;
  }

  /**
   * Hash of a table of a lake, as one line of text; slices that say nothing but the run, together.
   */
  public static String of(Lake lake, TableContract contract) {
    boolean byRun = contract.slice().role() == Role.PROVENANCE;
    Column slice = byRun ? lit("") : contract.slice().column();
    return by(slice, contract, lake.read(contract)).toString();
  }

  private static Column part(int from) {
    Column number = conv(substring(col("digest"), from, DIGITS), 16, 10);
    return sum(number.cast(DataTypes.createDecimalType(20, 0)));
  }

  private static Column text(Field field) {
    Column column = field.column();
    Column text =
        field.type() instanceof ArrayType
            ? org.apache.spark.sql.functions.to_json(column)
            : column.cast("string");
    return coalesce(text, lit("\u0000"));
  }
}
