package org.remitlake.ingest;

import static java.util.stream.Collectors.joining;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.remitlake.ingest.quality.FileTally;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Files whose codes of senders were made with another key than those of the provider's quarter
 * before or after (rule T16): of the persons of the smaller side, fewer than one of five is there.
 * Of quarters that come together the later one is blamed.
 *
 * <p>Big deliveries are compared by a sample of codes, the same ones everywhere. Codes that tell of
 * another key themselves ({@code pid_key_id}) are not compared.
 */
final class KeyRotations {
  static final String RULE = "T16";

  private static final double FEWEST_SHARED = 0.2;
  private static final long FEWEST_PERSONS = 50;

  /** Rows of which all codes are compared. */
  private static final long ROWS = 100_000;

  private static final String[] PERSON = {"provider_id", "code"};

  private KeyRotations() {}

  /** Persons of a quarter: of a file, or of all that is known of a provider. */
  private record Persons(long n, Set<String> keys) {
    static Persons of(Row row) {
      return new Persons(row.getLong(3), new TreeSet<>(row.<String>getList(4)));
    }

    boolean isComparable(Persons other) {
      boolean isTold =
          !keys.isEmpty() && !other.keys.isEmpty() && Collections.disjoint(keys, other.keys);
      return n >= FEWEST_PERSONS && other.n >= FEWEST_PERSONS && !isTold;
    }
  }

  /**
   * The quarters in which a file's codes do not go on, by file id.
   *
   * @param good rows that broke no rule
   * @param tallies what was counted of their files, by file id
   */
  static Map<String, Set<Quarter>> of(
      Lake lake, Dataset<Row> good, Map<String, FileTally> tallies) {
    long rows = tallies.values().stream().mapToLong(FileTally::read).sum();
    long sample = Math.max(1, Long.highestOneBit(2 * rows / ROWS));
    Dataset<Row> own =
        persons(good, sample, col("file_id")).persist(StorageLevel.MEMORY_AND_DISK());
    try {
      Map<List<String>, Persons> ofFiles = counted(own);
      ofFiles.values().removeIf(persons -> persons.n() < FEWEST_PERSONS);
      if (ofFiles.isEmpty()) {
        return Map.of();
      }
      Set<String> around = new TreeSet<>();
      ofFiles
          .keySet()
          .forEach(key -> List.of(-1, 1).forEach(n -> around.add(beside(key.get(2), n))));
      Dataset<Row> silver =
          persons(
              lake.read(Tx.CONTRACT, around)
                  .where(not(col("file_id").isInCollection(tallies.keySet()))),
              sample,
              lit("silver"));
      Dataset<Row> all = own.withColumn("file_id", lit("all")).union(silver);
      Map<List<String>, Persons> known = counted(all);
      known.putAll(counted(all.withColumn("file_id", lit("all"))));
      return broken(ofFiles, known, shared(own, silver));
    } finally {
      own.unpersist();
    }
  }

  private static Dataset<Row> persons(Dataset<Row> transfers, long sample, Column of) {
    return transfers
        .where(col("sender_pid").isNotNull())
        .select(
            of.as("file_id"),
            col("provider_id"),
            col("quarter"),
            col("pid_key_id"),
            xxhash64(col("sender_pid")).as("code"))
        .where(pmod(col("code"), lit(sample)).equalTo(0))
        .distinct();
  }

  /** By file, provider and quarter. */
  private static Map<List<String>, Persons> counted(Dataset<Row> persons) {
    Map<List<String>, Persons> counted = new HashMap<>();
    persons
        .groupBy("file_id", "provider_id", "quarter")
        .agg(countDistinct("code"), collect_set("pid_key_id"))
        .collectAsList()
        .forEach(
            row ->
                counted.put(
                    List.of(row.getString(0), row.getString(1), row.getString(2)),
                    Persons.of(row)));
    return counted;
  }

  /** Persons of a file's quarter who are in a quarter beside it, too: by file and both quarters. */
  private static Map<List<String>, Long> shared(Dataset<Row> own, Dataset<Row> silver) {
    Dataset<Row> other =
        own.withColumn("file_id", lit("all"))
            .union(silver)
            .union(silver.withColumn("file_id", lit("all")))
            .select(
                col("provider_id"),
                col("code"),
                col("file_id").as("source"),
                col("quarter").as("other_quarter"));
    Map<List<String>, Long> shared = new HashMap<>();
    other
        .join(broadcast(own), PERSON)
        .where(col("quarter").notEqual(col("other_quarter")))
        .groupBy("file_id", "provider_id", "quarter", "source", "other_quarter")
        .agg(countDistinct("code"))
        .collectAsList()
        .forEach(
            row ->
                shared.put(
                    List.of(
                        row.getString(0),
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4)),
                    row.getLong(5)));
    return shared;
  }

  private static Map<String, Set<Quarter>> broken(
      Map<List<String>, Persons> ofFiles,
      Map<List<String>, Persons> known,
      Map<List<String>, Long> shared) {
    Map<String, Set<Quarter>> broken = new TreeMap<>();
    ofFiles.forEach(
        (key, persons) -> {
          String provider = key.get(1);
          String quarter = key.get(2);
          Map<String, String> sources =
              Map.of("all", beside(quarter, -1), "silver", beside(quarter, 1));
          sources.forEach(
              (source, other) -> {
                Persons beside = known.get(List.of(source, provider, other));
                long common =
                    shared.getOrDefault(List.of(key.get(0), provider, quarter, source, other), 0L);
                if (beside != null
                    && persons.isComparable(beside)
                    && common < FEWEST_SHARED * Math.min(persons.n(), beside.n())) {
                  Quarter later = Quarter.parse(source.equals("all") ? quarter : other);
                  broken.computeIfAbsent(key.get(0), f -> new TreeSet<>()).add(later);
                }
              });
        });
    return broken;
  }

  private static String beside(String quarter, int n) {
    return Quarter.parse(quarter).plus(n).toString();
  }

  private static String listed(Set<Quarter> quarters) {
    return quarters.stream().map(Quarter::toString).collect(joining(", "));
  }

  /** Why a file is held. */
  static String reason(Set<Quarter> quarters) {
    return String.format(
        Locale.ROOT,
        "%s: fewer than one in five senders of the quarter before comes again in %s",
        RULE,
        listed(quarters));
  }

  /** What a person is told of a held file. */
  static String notice(String file, String profile, Set<Quarter> quarters) {
    return String.format(
        Locale.ROOT,
        "%s: held, since the key of its codes of persons seems to have changed (T16): fewer than one"
            + " in five senders of the quarter before comes again in %s. None of its rows is in"
            + " silver. Ask the partner; if the key was changed on purpose, write since when, as"
            + " 'pids_since: %s', into profile %s, and run requarantine.",
        file,
        listed(quarters),
        quarters.iterator().next().firstDay(),
        profile);
  }
}
