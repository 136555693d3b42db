package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.array_intersect;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.functions.xxhash64;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.ingest.quality.Repeats;

/**
 * What the transfers of a provider's quarter tell of its codes of persons: one code on too many of
 * them stands for nobody (rule T15), and one person has one sex (T18).
 *
 * <p>By quarter, and not by file: each quarter's verdicts depend on it alone, in whatever order its
 * files came. A sex that was changed can be told from the flag, since there are two to choose from.
 */
final class PersonCodes {
  /** A code that cannot be one person's. */
  static final String CONSTANT = "T15_SAME";

  private static final List<Side> SIDES =
      List.of(
          new Side("sender_pid", "sender_sex", "T18_SENDER"),
          new Side("beneficiary_pid", "beneficiary_sex", "T18_BENEFICIARY"));

  private static final String[] RULES = {CONSTANT, SIDES.get(0).rule(), SIDES.get(1).rule()};

  /** Nobody sends so often in a quarter, be the extract small. */
  private static final long FEWEST = 20;

  /** Of the transfers of a provider's quarter. */
  private static final double MOST = 0.005;

  /** Stands for all persons. */
  private static final String ALL = "";

  private static final StructType SCHEMA =
      new StructType()
          .add("of_quarter", StringType)
          .add("of_provider", StringType)
          .add("of_side", StringType)
          .add("of_code", LongType)
          .add("is_constant", BooleanType)
          .add("sex", StringType);

  private final List<Row> verdicts;

  private PersonCodes(List<Row> verdicts) {
    this.verdicts = verdicts;
  }

  /** Sender or beneficiary. */
  private record Side(String pid, String sex, String rule) {
    Column code() {
      return xxhash64(col(pid));
    }

    /** As it was delivered. */
    Column delivered() {
      return when(
              array_contains(col("flags"), rule), when(col(sex).equalTo("F"), "M").otherwise("F"))
          .otherwise(col(sex));
    }

    Column person() {
      return when(
          col(pid).isNotNull(),
          struct(lit(pid).as("side"), code().as("code"), delivered().as("sex")));
    }
  }

  /** Judges whole quarters of transfers, in one aggregation over few columns. */
  static PersonCodes among(Dataset<Row> transfers) {
    Column all =
        struct(lit(ALL).as("side"), lit(0L).as("code"), lit(null).cast("string").as("sex"));
    List<Row> counts =
        transfers
            .select(
                col("quarter"),
                col("provider_id"),
                explode(array(SIDES.get(0).person(), SIDES.get(1).person(), all)).as("person"))
            .where(col("person").isNotNull())
            .groupBy(col("quarter"), col("provider_id"), col("person.side"), col("person.code"))
            .agg(
                count(lit(1)).as("n"),
                count_if(col("person.sex").equalTo("F")).as("women"),
                count_if(col("person.sex").equalTo("M")).as("men"))
            .where(
                col("side")
                    .equalTo(ALL)
                    .or(col("n").geq(FEWEST))
                    .or(col("women").gt(0).and(col("men").gt(0))))
            .collectAsList();
    Map<List<String>, Long> transfersOf = new HashMap<>();
    counts.stream()
        .filter(row -> row.getString(2).equals(ALL))
        .forEach(
            row -> transfersOf.put(List.of(row.getString(0), row.getString(1)), row.getLong(4)));
    List<Row> verdicts = new ArrayList<>();
    for (Row row : counts) {
      long n = row.getLong(4);
      boolean isConstant =
          n >= FEWEST && n > MOST * transfersOf.get(List.of(row.getString(0), row.getString(1)));
      boolean isTwofold = row.getLong(5) > 0 && row.getLong(6) > 0 && !isConstant;
      if (!row.getString(2).equals(ALL) && (isConstant || isTwofold)) {
        // Of equal numbers one is as good as the other.
        String sex = row.getLong(6) > row.getLong(5) ? "M" : "F";
        verdicts.add(
            RowFactory.create(
                row.get(0),
                row.get(1),
                row.get(2),
                row.get(3),
                isConstant,
                isTwofold ? sex : null));
      }
    }
    return new PersonCodes(verdicts);
  }

  /** Transfers with the flags that hold, and without those that no longer do. */
  Dataset<Row> told(Dataset<Row> transfers) {
    Dataset<Row> beside = transfers;
    Column isConstant = lit(false);
    List<Column> told = new ArrayList<>();
    Map<String, Column> columns = new HashMap<>();
    for (Side side : SIDES) {
      Column sex = side.delivered();
      if (!verdicts.isEmpty()) {
        String of = side.pid() + "_";
        beside = beside.join(broadcast(verdicts(transfers, side, of)), agrees(side, of), "left");
        isConstant = isConstant.or(coalesce(col(of + "is_constant"), lit(false)));
        Column one = col(of + "sex");
        Column isTurned = one.isNotNull().and(sex.isin("F", "M")).and(sex.notEqual(one));
        told.add(when(isTurned, side.rule()));
        sex = when(isTurned, one).otherwise(sex);
      }
      columns.put(side.sex(), sex);
    }
    told.add(when(isConstant, CONSTANT));
    columns.put(
        "flags",
        concat(
            array_except(col("flags"), lit(RULES)),
            array_compact(array(told.toArray(Column[]::new)))));
    return beside
        .withColumns(columns)
        .select(Stream.of(transfers.columns()).map(c -> col(c)).toArray(Column[]::new));
  }

  private Dataset<Row> verdicts(Dataset<Row> transfers, Side side, String of) {
    Dataset<Row> own =
        transfers
            .sparkSession()
            .createDataFrame(verdicts, SCHEMA)
            .where(col("of_side").equalTo(side.pid()));
    for (String name : SCHEMA.fieldNames()) {
      own = own.withColumnRenamed(name, of + name);
    }
    return own;
  }

  private static Column agrees(Side side, String of) {
    return col("quarter")
        .equalTo(col(of + "of_quarter"))
        .and(col("provider_id").equalTo(col(of + "of_provider")))
        .and(side.code().equalTo(col(of + "of_code")));
  }

  /** How many rows of each file are such. */
  Map<String, Repeats> byFile(Dataset<Row> rows) {
    if (verdicts.isEmpty()) {
      return Map.of();
    }
    Column marks = array_intersect(col("flags"), lit(RULES));
    return Versions.byFile(told(rows).where(size(marks).gt(0)), lit(false), lit(false), marks);
  }
}
