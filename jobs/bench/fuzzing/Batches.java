package org.remitlake.ingest.file;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.Settings;
import org.remitlake.lake.Lake;

/** Folders of files into a lake each, whose books are then checked. */
final class Batches {
  private static final List<String> PARTS = List.of("accepted", "duplicate", "quarantined", "held");

  private final SparkSession spark;
  private final Settings settings;
  private final Path work;
  private final Map<String, Long> statuses = new TreeMap<>();
  private long rows;
  private long counted;
  private long most;

  Batches(SparkSession spark, Settings settings, Path work) {
    this.spark = spark;
    this.settings = settings;
    this.work = work;
  }

  String summary() {
    return String.format(
        Locale.ROOT,
        "ingest: %s, %,d rows read, of %,d files rows were counted independently, slowest batch %d s,"
            + " heap %d MiB at most",
        statuses,
        rows,
        counted,
        most / 1_000_000_000,
        Runtime.getRuntime().maxMemory() >> 20);
  }

  /** Ingests a folder and checks the books; returns the number of failures. */
  int ingest(Path drop) throws Exception {
    Path folder = work.resolve("lake-" + drop.getFileName());
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    long began = System.nanoTime();
    CompletableFuture<IngestReport> run =
        CompletableFuture.supplyAsync(
            () -> Ingest.run(lake, settings, List.of(drop.toString()), step -> {}));
    int failures = 0;
    try {
      IngestReport report = run.get(Fuzz.SECONDS_PER_BATCH, TimeUnit.SECONDS);
      failures = check(drop, lake, report);
    } catch (TimeoutException e) {
      failures = Readers.failure(drop + " HANGS", e);
    } catch (ExecutionException e) {
      failures = Readers.failure(drop.toString(), e.getCause());
    }
    most = Math.max(most, System.nanoTime() - began);
    System.out.printf(
        Locale.ROOT,
        "%s: %d failures, %.1f s%n", drop.getFileName(), failures, (System.nanoTime() - began) / 1e9);
    return failures;
  }

  private int check(Path drop, Lake lake, IngestReport report) throws IOException {
    Map<String, Row> files = new HashMap<>();
    Set<String> ids = new HashSet<>();
    for (Row file : lake.read(OpsFile.CONTRACT_OF).collectAsList()) {
      files.put(text(file, "file_name"), file);
      ids.add(text(file, "file_id"));
      statuses.merge(text(file, "status"), 1L, Long::sum);
    }
    Map<String, Long> aside = new HashMap<>();
    lake.read(Quarantine.CONTRACT_OF).groupBy("file_id").count().collectAsList()
        .forEach(r -> aside.put(r.getString(0), r.getLong(1)));
    int failures = 0;
    for (Row file : files.values()) {
      failures += books(file, aside);
    }
    Map<String, Long> landed = landed(lake);
    for (Row file : files.values()) {
      if (!text(file, "status").equals("REJECTED")
          && landed.getOrDefault(text(file, "file_id"), 0L) != number(file, "rows_read")) {
        failures += told(drop, text(file, "file_name") + ": bronze has other rows than were read");
      }
    }
    try (Stream<Path> all = Files.list(drop)) {
      for (Path path : all.toList()) {
        failures += accounted(path, files, ids, report);
      }
    }
    return failures;
  }

  private Map<String, Long> landed(Lake lake) {
    Map<String, Long> landed = new HashMap<>();
    Ingest.CONTRACTS.forEach(
        contract ->
            lake.read(Bronze.of(contract)).where(col("row_no").gt(0)).groupBy("file_id").count()
                .collectAsList().forEach(r -> landed.put(r.getString(0), r.getLong(1))));
    return landed;
  }

  private int books(Row file, Map<String, Long> aside) {
    String name = text(file, "file_name");
    if (text(file, "status").equals("REJECTED")) {
      boolean isTold = text(file, "reason") != null && text(file, "reason").matches("(?s)F\\d\\d: .+");
      return isTold ? 0 : told(work, name + ": rejected without a reason");
    }
    rows += number(file, "rows_read");
    long sum = PARTS.stream().mapToLong(part -> number(file, "rows_" + part)).sum();
    int failures = 0;
    if (sum != number(file, "rows_read")) {
      failures += told(work, name + ": the books do not balance");
    }
    if (aside.getOrDefault(text(file, "file_id"), 0L) != number(file, "rows_quarantined")) {
      failures += told(work, name + ": quarantine has other rows than the books say");
    }
    return failures;
  }

  /** Every file of the folder is told of, and where rows can be counted by hand, they agree. */
  private int accounted(Path path, Map<String, Row> files, Set<String> ids, IngestReport report)
      throws IOException {
    String name = path.getFileName().toString();
    if (name.endsWith(".zip") || name.endsWith(Drop.MANIFEST)) {
      return 0;
    }
    Row file = files.get(name);
    boolean isNoticed = report.notices().stream().anyMatch(n -> n.startsWith(name + ": "));
    if (file == null) {
      FileSource source = Unpacked.of(() -> Files.newInputStream(path));
      boolean isKnown = ids.contains(FileBytes.of(source).sha256());
      return isKnown || isNoticed ? 0 : told(path, "nobody says what became of it");
    }
    if (text(file, "status").equals("REJECTED")) {
      return isNoticed ? 0 : told(path, "rejected without a notice");
    }
    long lines = lines(path, text(file, "encoding"));
    if (lines >= 0) {
      counted++;
      if (lines != number(file, "rows_read")) {
        return told(path, lines + " lines, but rows " + number(file, "rows_read"));
      }
    }
    return 0;
  }

  /** Rows of delimited text without quotes and of json lines; -1 where only a reader can count. */
  private static long lines(Path path, String encoding) throws IOException {
    String name = path.getFileName().toString();
    boolean isJson = name.endsWith(".jsonl");
    if (!isJson && !name.matches("(?s).*[.](csv|tsv|tab|txt)")) {
      return -1;
    }
    byte[] bytes = Files.readAllBytes(path);
    String text = new String(bytes, Charset.forName(encoding));
    if (bytes.length > 1 && (bytes[0] == 0x1F || bytes[0] == 'P') || (!isJson && text.indexOf('"') >= 0)) {
      return -1;
    }
    text = text.startsWith("\uFEFF") ? text.substring(1) : text;
    long rows =
        Stream.of(text.split(isJson ? "\n" : "\r\n|\n|\r"))
            .filter(line -> isJson ? !line.isBlank() : !line.isEmpty())
            .count();
    return isJson ? rows : rows - 1;
  }

  private static int told(Path where, String problem) {
    System.out.println("FAILURE " + where + ": " + problem);
    return 1;
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }

  private static long number(Row row, String column) {
    int at = row.fieldIndex(column);
    return row.isNullAt(at) ? 0 : row.getLong(at);
  }
}
