package org.remitlake.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_except;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
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
import org.remitlake.ingest.QuarterVerdicts.Alike;

/**
 * What the transfers of a provider's quarter tell of its codes of persons: one code on too many of
 * them stands for nobody (rule T15), and one person has one sex (T18).
 *
 * <p>A sex that was changed can be told from the flag, since there are two to choose from.
 */
final class PersonCodes {
  /** A code that cannot be one person's. */
  static final String CONSTANT = "T15_SAME";

  private static final List<Side> SIDES =
      List.of(
          new Side("sender_pid", "sender_sex", "T18_SENDER"),
          new Side("beneficiary_pid", "beneficiary_sex", "T18_BENEFICIARY"));

  static final String[] RULES = {CONSTANT, SIDES.get(0).rule(), SIDES.get(1).rule()};

  /** Nobody sends so often in a quarter, be the extract small. */
  private static final long FEWEST = 20;

  /** Of the transfers of a provider's quarter. */
  private static final double MOST = 0.005;

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

  /** What {@link QuarterVerdicts} counts of a transfer; null where a person is not known. */
  static Stream<Column> counted() {
    return SIDES.stream().map(Side::person);
  }

  /** Whether a side counted is one of persons. */
  static boolean isOfPersons(String side) {
    return SIDES.stream().anyMatch(s -> s.pid().equals(side));
  }

  /** Whether a count is of no person, or of one of whom something may be wrong. */
  static Column matters() {
    Column isOfPersons = col("side").isin(SIDES.stream().map(Side::pid).toArray());
    return not(isOfPersons).or(col("n").geq(FEWEST)).or(col("women").gt(0).and(col("men").gt(0)));
  }

  /** Judges persons of whole quarters by how often they occur. */
  static PersonCodes among(List<Alike> counts) {
    Map<List<String>, Long> transfersOf = new HashMap<>();
    counts.stream()
        .filter(alike -> !isOfPersons(alike.side()))
        .forEach(
            alike ->
                transfersOf.merge(
                    List.of(alike.quarter(), alike.provider()), alike.n(), Long::sum));
    List<Row> verdicts = new ArrayList<>();
    for (Alike alike : counts) {
      long all = transfersOf.get(List.of(alike.quarter(), alike.provider()));
      boolean isConstant = alike.n() >= FEWEST && alike.n() > MOST * all;
      boolean isTwofold = alike.women() > 0 && alike.men() > 0 && !isConstant;
      if (isOfPersons(alike.side()) && (isConstant || isTwofold)) {
        // Of equal numbers one is as good as the other.
        String sex = alike.men() > alike.women() ? "M" : "F";
        verdicts.add(
            RowFactory.create(
                alike.quarter(),
                alike.provider(),
                alike.side(),
                alike.code(),
                isConstant,
                isTwofold ? sex : null));
      }
    }
    return new PersonCodes(verdicts);
  }

  boolean isEmpty() {
    return verdicts.isEmpty();
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
}
