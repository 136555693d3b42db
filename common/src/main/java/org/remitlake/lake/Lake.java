package org.remitlake.lake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import scala.Option;

/**
 * A folder of Delta tables, addressed by path: table {@code silver.tx} lies in {@code silver/tx}.
 *
 * <p>Why slices: every table is stored and replaced by the values of one column, so that a rerun
 * replaces what it wrote before, in one commit, whatever happened in between. Tables use no
 * deletion vectors and no column mapping: readers without Spark open them.
 *
 * <p>A lake is one run's view: a commit to a table that this run has read fails with an exception
 * of concurrency if another run has committed to it since.
 */
public final class Lake {
  private final SparkSession spark;
  private final String root;
  private final CommitListener commits;
  private final Map<String, Listing> listings = new ConcurrentHashMap<>();
  private final Rivals rivals = new Rivals();

  /** Hears of every commit; tests throw from it to end a run between two commits. */
  @FunctionalInterface
  public interface CommitListener {
    /** Called after a commit to a table. */
    void committed(String table);
  }

  /** A lake in a folder or under an object-store prefix. */
  public Lake(SparkSession spark, String root, CommitListener commits) {
    this.spark = spark;
    this.root = root;
    this.commits = commits;
  }

  /** The session that reads and writes the lake. */
  public SparkSession spark() {
    return spark;
  }

  /** Folder of a table. */
  public String path(String table) {
    return root + "/" + table.replace('.', '/');
  }

  /** Whether a table was ever written. */
  public boolean exists(TableContract contract) {
    return fromLog(contract, DeltaLog::tableExists);
  }

  /**
   * All rows of a table; none if it was never written. A column that the table's writer did not
   * know yet is null.
   */
  public Dataset<Row> read(TableContract contract) {
    if (!isRead(contract)) {
      return spark.createDataFrame(List.of(), contract.schema());
    }
    return contract.widen(spark.read().format("delta").load(path(contract.table())));
  }

  /** Remembers that the table is read, or found missing, as it is now; whether it exists. */
  private boolean isRead(TableContract contract) {
    Snapshot now = snapshot(contract);
    rivals.reads(contract.table(), now);
    return now.version() >= 0;
  }

  /** The rows of some slices. */
  public Dataset<Row> read(TableContract contract, Collection<String> slices) {
    return read(contract).where(contract.slice().column().isInCollection(slices));
  }

  /** Replaces slices by the given rows, which must lie in them; one commit. */
  public void replace(TableContract contract, Collection<String> slices, Dataset<Row> rows) {
    if (slices.isEmpty()) {
      return;
    }
    String predicate =
        new TreeSet<>(slices)
            .stream()
                .map(Lake::literal)
                .collect(Collectors.joining(", ", contract.slice().name() + " IN (", ")"));
    commit(contract, rows, SaveMode.Overwrite, predicate);
  }

  /**
   * Replaces those of some slices whose content differs from the given rows; no commit when none
   * does. For tables that are small: both sides are hashed.
   *
   * @return the slices that were written
   */
  public Set<String> replaceChanged(
      TableContract contract, Collection<String> slices, Dataset<Row> rows) {
    if (!exists(contract)) {
      replace(contract, slices, rows);
      return new TreeSet<>(slices);
    }
    return replaceChanged(
        contract, slices, rows, ContentHash.bySlice(contract, contract.conform(rows)));
  }

  /** Replaces those slices of a table whose content differs, when the whole table is given. */
  public void replaceChanged(TableContract contract, Dataset<Row> whole) {
    if (isRead(contract)) {
      Map<String, String> now = ContentHash.bySlice(contract, contract.conform(whole));
      Set<String> slices = new TreeSet<>(now.keySet());
      slices.addAll(sliceVersions(contract).keySet());
      replaceChanged(contract, slices, whole, now);
    } else {
      commit(contract, whole, SaveMode.Overwrite, "");
    }
  }

  private Set<String> replaceChanged(
      TableContract contract,
      Collection<String> slices,
      Dataset<Row> rows,
      Map<String, String> now) {
    Map<String, String> before = ContentHash.bySlice(contract, read(contract, slices));
    Set<String> changed = new TreeSet<>();
    for (String slice : slices) {
      if (!Objects.equals(now.get(slice), before.get(slice))) {
        changed.add(slice);
      }
    }
    replace(contract, changed, rows.where(contract.slice().column().isInCollection(changed)));
    return changed;
  }

  /** Adds rows; one commit. */
  public void append(TableContract contract, Dataset<Row> rows) {
    commit(contract, rows, SaveMode.Append, "");
  }

  /** One commit, unless nothing is replaced by nothing; a table that was never written is made. */
  private void commit(TableContract contract, Dataset<Row> rows, SaveMode mode, String slices) {
    Map<String, String> configuration = new TreeMap<>(statistics(contract));
    configuration.put("delta.enableDeletionVectors", "false");
    DeltaWrite write =
        new DeltaWrite(
            log(contract),
            mode,
            contract.slice().name(),
            configuration,
            slices,
            contract.conform(rows));
    if (rivals.write(contract.table(), write)) {
      commits.committed(contract.table());
    }
  }

  /** Statistics of a column cost time at every write; without any, the number of rows is kept. */
  private static Map<String, String> statistics(TableContract contract) {
    String indexed = contract.indexed().stream().map(Field::name).collect(Collectors.joining(","));
    return indexed.isEmpty()
        ? Map.of("delta.dataSkippingNumIndexedCols", "0")
        : Map.of("delta.dataSkippingStatsColumns", indexed);
  }

  private static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  /**
   * What each slice is made of: a text that changes when, and only when, the slice was rewritten.
   * Read from the table's log; no data is touched.
   */
  public Map<String, String> sliceVersions(TableContract contract) {
    Map<String, TreeSet<String>> files = new TreeMap<>();
    for (ActiveFile file : activeFiles(contract)) {
      files.computeIfAbsent(file.slice(), s -> new TreeSet<>()).add(file.path());
    }
    Map<String, String> versions = new TreeMap<>();
    files.forEach((slice, paths) -> versions.put(slice, String.join("\n", paths)));
    return versions;
  }

  /** Number of rows, from the table's log; counted where a foreign writer did not tell it. */
  public long rows(TableContract contract) {
    List<ActiveFile> files = activeFiles(contract);
    return files.stream().allMatch(f -> f.rows().isPresent())
        ? files.stream().mapToLong(f -> f.rows().orElseThrow()).sum()
        : read(contract).count();
  }

  /** What the log of a table says in one version. */
  private record Listing(long version, List<ActiveFile> files) {}

  private List<ActiveFile> activeFiles(TableContract contract) {
    if (!exists(contract)) {
      return List.of();
    }
    Snapshot now = snapshot(contract);
    Listing known = listings.get(contract.table());
    if (known == null || known.version() != now.version()) {
      known = new Listing(now.version(), ActiveFile.of(now, contract.slice().name()));
      listings.put(contract.table(), known);
    }
    return known.files();
  }

  /** Version of a table, or -1 if it was never written. */
  public long version(TableContract contract) {
    return exists(contract) ? snapshot(contract).version() : -1;
  }

  private Snapshot snapshot(TableContract contract) {
    return fromLog(contract, log -> log.update(false, Option.empty(), Option.empty()));
  }

  private DeltaLog log(TableContract contract) {
    return fromLog(contract, log -> log);
  }

  /** Few of Delta's failures say which table they are about. */
  private <T> T fromLog(TableContract contract, Function<DeltaLog, T> answer) {
    String folder = path(contract.table());
    try {
      return answer.apply(DeltaLog.forTable(spark, new Path(folder)));
    } catch (Exception e) {
      throw new IllegalStateException(folder + "/_delta_log cannot be read.", e);
    }
  }
}
