package org.remitlake.frequency;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_from_unix_date;
import static org.apache.spark.sql.functions.hex;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.unix_date;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;
import static org.remitlake.contract.Field.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/**
 * {@code silver.sender_start}: the first completed transfer of each sender in a corridor. With it a
 * quarter's values rest on the transfers of a year, however long the history is: who is new, back
 * or dormant is told by the start.
 */
public final class SenderStarts {
  static final Field CORRIDOR = identifier("corridor", StringType, "As RUS-TJK");
  static final Field SENDER =
      identifier("sender", StringType, "Keyed hash of the sender, within its provider's scope");
  static final Field QUARTER =
      attribute("quarter", StringType, "Quarter of the first transfer, as 2024-Q1");
  static final Field FIRST_ON = attribute("first_on", DateType, "Day of the first transfer");
  static final Field PROVIDER_TYPE =
      attribute("provider_type", StringType, "Type of the first transfer's provider; U unknown");
  static final Field PROVIDER_ID =
      attribute("provider_id", StringType, "The first transfer's provider");
  static final Field SENDER_SEX = attribute("sender_sex", StringType, "As first told; U unknown");
  static final Field INPUT_VERSION =
      provenance("input_version", StringType, "Hash of the transfers up to the quarter");

  /** The table. */
  public static final TableContract CONTRACT =
      TableContract.table(
          "silver.sender_start",
          "A sender's first completed transfer in a corridor",
          QUARTER,
          CORRIDOR,
          SENDER,
          QUARTER,
          FIRST_ON,
          PROVIDER_TYPE,
          PROVIDER_ID,
          SENDER_SEX,
          INPUT_VERSION);

  private final Lake lake;
  private final Map<String, String> versions;
  private final List<String> outdated = new ArrayList<>();

  /**
   * Looks which starts are those of the transfers of now.
   *
   * @param versions of all transfers up to a quarter, by quarter
   */
  SenderStarts(Lake lake, Map<String, String> versions) {
    this.lake = lake;
    this.versions = new TreeMap<>(versions);
    Map<String, String> known = known();
    Set<String> quarters = new TreeSet<>(known.keySet());
    quarters.addAll(versions.keySet());
    for (String quarter : quarters) {
      boolean isCurrent = Objects.equals(known.get(quarter), versions.get(quarter));
      // Whoever is new in a quarter depends on those before it.
      if (!isCurrent || !outdated.isEmpty()) {
        outdated.add(quarter);
      }
    }
  }

  /** A quarter that another run wrote half is of two versions, hence of none. */
  private Map<String, String> known() {
    Map<String, String> known = new TreeMap<>();
    lake.read(CONTRACT)
        .select("quarter", "input_version")
        .distinct()
        .collectAsList()
        .forEach(r -> known.merge(r.getString(0), r.getString(1), (one, other) -> ""));
    return known;
  }

  /** Quarters up to a last one whose starts are to be told anew. */
  List<String> outdated(String last) {
    return outdated.stream().filter(q -> q.compareTo(last) <= 0).toList();
  }

  /** The starts that need not be told anew, as rows of a walk without a time. */
  Dataset<Row> current() {
    Dataset<Row> starts = lake.read(CONTRACT);
    return (outdated.isEmpty() ? starts : starts.where(col("quarter").lt(outdated.get(0))))
        .select(
            col("corridor"),
            unhex(col("sender")).as("sender"),
            lit(null).cast("binary").as("beneficiary"),
            unix_date(col("first_on")).as("day"),
            lit(null).cast("long").as("at"),
            lit(false).as("is_linked"),
            col("provider_type"),
            col("provider_id"),
            col("sender_sex"));
  }

  /** Writes down the starts of quarters that a walk told anew; one commit. */
  void replace(Collection<String> quarters, Dataset<Row> told) {
    Column version = lit("");
    for (String quarter : quarters) {
      String of = versions.getOrDefault(quarter, "");
      version = when(col("quarter").equalTo(quarter), of).otherwise(version);
    }
    lake.replace(
        CONTRACT,
        quarters,
        told.withColumn("sender", hex(col("who")))
            .withColumn("first_on", date_from_unix_date(col("first_day")))
            .withColumn("input_version", version));
  }

  /** Numbers of starts up to a quarter, by corridor, quarter and what tells senders apart. */
  List<Row> numbers(String last) {
    return lake.read(CONTRACT)
        .where(col("quarter").leq(last))
        .groupBy("corridor", "quarter", "provider_type", "provider_id", "sender_sex")
        .agg(count(lit(1)))
        .collectAsList();
  }
}
