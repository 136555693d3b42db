package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.ingest.quality.Repeats;

/**
 * What the transfers of a provider's quarter tell of single ones: by the codes of persons, and by
 * the greatest amounts.
 *
 * <p>By quarter, and not by file: each quarter's verdicts depend on it alone, in whatever order its
 * files came. Both are counted in one aggregation over few columns, since there are millions.
 */
record QuarterVerdicts(PersonCodes codes, TopAmounts amounts) {
  private static final String[] RULES =
      Stream.concat(Stream.of(PersonCodes.RULES), Stream.of(TopAmounts.TOP)).toArray(String[]::new);

  /**
   * Transfers of a provider's quarter that have something in common.
   *
   * @param side column of the code of a person; of amounts, the currency
   * @param code of the person; of amounts, their size
   * @param n how many there are
   * @param women of how many the person is a woman
   * @param men of how many the person is a man
   */
  record Alike(
      String quarter, String provider, String side, long code, long n, long women, long men) {
    private static Alike of(Row row) {
      return new Alike(
          row.getString(0),
          row.getString(1),
          row.getString(2),
          row.getLong(3),
          row.getLong(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  /** Judges whole quarters of transfers. */
  static QuarterVerdicts among(Dataset<Row> transfers) {
    Column[] counted =
        Stream.concat(PersonCodes.counted(), Stream.of(TopAmounts.counted()))
            .toArray(Column[]::new);
    List<Alike> counts =
        transfers
            .select(col("quarter"), col("provider_id"), explode(array(counted)).as("one"))
            .where(col("one").isNotNull())
            .groupBy(col("quarter"), col("provider_id"), col("one.side"), col("one.code"))
            .agg(
                count(lit(1)).as("n"),
                count_if(col("one.sex").equalTo("F")).as("women"),
                count_if(col("one.sex").equalTo("M")).as("men"))
            .where(PersonCodes.matters())
            .collectAsList()
            .stream()
            .map(Alike::of)
            .toList();
    return new QuarterVerdicts(PersonCodes.among(counts), TopAmounts.among(counts, transfers));
  }

  /** Transfers with the flags that hold, and without those that no longer do. */
  Dataset<Row> told(Dataset<Row> transfers) {
    return amounts.told(codes.told(transfers));
  }

  /** How many rows of each file are such. */
  Map<String, Repeats> byFile(Dataset<Row> rows) {
    if (codes.isEmpty() && amounts.isEmpty()) {
      return Map.of();
    }
    Column marks = array_intersect(col("flags"), lit(RULES));
    return Versions.byFile(told(rows).where(size(marks).gt(0)), lit(false), lit(false), marks);
  }
}
