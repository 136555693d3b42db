package org.remitlake.ingest.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.Settings;

/**
 * Mutated lines and hostile files, first into the readers alone, then into ingest.
 *
 * <p>Fails if a reader throws what is no refusal, takes longer than {@link #SECONDS_PER_FILE},
 * gives other rows at its second reading; if ingest ends otherwise than with a report or takes
 * longer than {@link #SECONDS_PER_BATCH}; if a file is neither accepted, held, rejected with a
 * reason, known by its content, nor named in a notice; if books do not balance.
 */
public final class Fuzz {
  static final int SECONDS_PER_FILE = 20;
  static final int SECONDS_PER_BATCH = 1_800;
  private static final int FILES_PER_BATCH = 1_000;
  private static final int LINES_PER_FILE = 25_000;
  private static final int LINES_PER_BATCH = 250_000;

  private final Path work;
  private final Profiles profiles;
  private final List<Corpus.Seed> seeds;
  private final Random random;
  private final Mutations mutations;
  private int number;

  private Fuzz(Path work, Profiles profiles, List<Corpus.Seed> seeds, long seed) {
    this.work = work;
    this.profiles = profiles;
    this.seeds = seeds;
    this.random = new Random(seed);
    this.mutations = new Mutations(random);
  }

  /** Repository, number of files, number of lines, seed, folder for work. */
  public static void main(String[] args) throws Exception {
    Path home = Path.of(args[0]);
    int files = Integer.parseInt(args[1]);
    int lines = Integer.parseInt(args[2]);
    Path work = Files.createDirectories(Path.of(args[4]));
    Path conf = copy(home.resolve("conf"), work.resolve("conf"));
    Corpus.addProfiles(conf);
    Profiles profiles = Profiles.read(conf, Ingest.CONTRACTS);
    List<Corpus.Seed> seeds = Corpus.read(home.resolve("sample-data/deliveries"), profiles);
    System.out.printf("%d layouts, seed %s, work in %s%n", seeds.size(), args[3], work);
    int failures = new Fuzz(work, profiles, seeds, Long.parseLong(args[3])).run(files, lines);
    System.out.println(failures == 0 ? "no failures" : failures + " FAILURES, see above");
    System.exit(failures == 0 ? 0 : 1);
  }

  private static Path copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path file : all.toList()) {
        Path other = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(other);
        } else {
          Files.write(other, Files.readAllBytes(file));
        }
      }
    }
    return to;
  }

  private int run(int files, int lines) throws Exception {
    int failures = 0;
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.datetime.java8API.enabled", "true")
            .config("spark.sql.shuffle.partitions", "4")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .getOrCreate();
    Map<String, DeliveryContract> contracts = new java.util.TreeMap<>();
    Ingest.CONTRACTS.forEach(c -> contracts.put(c.name(), c));
    Readers readers =
        new Readers(profiles, contracts, new Configuration(spark.sparkContext().hadoopConfiguration()));
    Batches batches = new Batches(spark, settings(), work);
    for (int done = 0, batch = 1; done < files; done += FILES_PER_BATCH, batch++) {
      Path drop = Files.createDirectories(work.resolve("files-" + batch));
      for (int i = done; i < Math.min(files, done + FILES_PER_BATCH); i++) {
        writeFile(drop);
      }
      failures += readers.read(drop) + batches.ingest(drop);
    }
    for (int done = 0, batch = 1; done < lines; done += LINES_PER_BATCH, batch++) {
      Path drop = Files.createDirectories(work.resolve("lines-" + batch));
      int end = Math.min(lines, done + LINES_PER_BATCH);
      for (int i = done; i < end; i += LINES_PER_FILE) {
        writeLines(drop, Math.min(LINES_PER_FILE, end - i));
      }
      failures += readers.read(drop) + batches.ingest(drop);
    }
    System.out.println(readers.summary());
    System.out.println(batches.summary());
    return failures;
  }

  /** Files are never held for their share of broken rows, so that all good rows go on. */
  private Settings settings() {
    return new Settings(
        profiles,
        Map.of("send_countries", List.of("RUS", "KAZ"), "receive_countries", List.of("TJK", "ARM")),
        "a key of the fuzz program only",
        1,
        20);
  }

  private void writeFile(Path drop) throws IOException {
    Corpus.Seed seed = seeds.get(random.nextInt(seeds.size()));
    number++;
    byte[] bytes =
        seed.isText() || random.nextBoolean()
            ? mutations.of(seed.bytes(), seed.isText())
            : mutations.inside(seed.bytes());
    String name = seed.name(number);
    int form = random.nextInt(20);
    if (form == 0) {
      name = mutations.name(name);
    } else if (form == 1 || form == 2) {
      bytes = Mutations.gzip(bytes);
      name += form == 1 ? ".gz" : "";
    } else if (form == 3) {
      bytes = mutations.of(Mutations.gzip(bytes), false);
      name += ".gz";
    } else if (form == 4) {
      bytes = Mutations.gzip(Mutations.gzip(bytes));
    } else if (form <= 7) {
      bytes = archive(name, bytes);
      name = "archive" + number + ".zip";
      bytes = form == 7 ? mutations.of(bytes, false) : bytes;
    } else if (form == 8) {
      Files.writeString(
          drop.resolve(name + ".manifest.json"),
          mutations.line("{\"row_count\": 3, \"created_at\": \"2024-03-01T00:00:00Z\"}"));
    }
    Files.write(drop.resolve(name), bytes);
  }

  private byte[] archive(String name, byte[] bytes) {
    Corpus.Seed other = seeds.get(random.nextInt(seeds.size()));
    number++;
    List<String> names =
        List.of(
            name,
            List.of("../", "/", "a/b/", "C:\\", "a\\..\\", "__MACOSX/", "a\n/").get(random.nextInt(7))
                + other.name(number),
            "inner.zip");
    byte[] inner = Mutations.zip(List.of(name), List.of(bytes));
    return Mutations.zip(names, List.of(bytes, mutations.of(other.bytes(), other.isText()), inner));
  }

  /** A good header with many rows, half of them mutated. */
  private void writeLines(Path drop, int lines) throws IOException {
    Corpus.Seed seed = seeds.get(random.nextInt(seeds.size()));
    while (!List.of("csv", "tsv", "txt", "tab", "jsonl").contains(seed.extension())) {
      seed = seeds.get(random.nextInt(seeds.size()));
    }
    List<String> good = new String(seed.bytes(), StandardCharsets.UTF_8).lines().toList();
    boolean hasHeader = !seed.extension().equals("jsonl");
    List<String> all = new ArrayList<>();
    if (hasHeader) {
      all.add(good.get(0));
    }
    for (int i = 0; i < lines; i++) {
      String line = good.get((hasHeader ? 1 : 0) + random.nextInt(good.size() - (hasHeader ? 1 : 0)));
      // Of two files, one holds no quotes: there rows can be counted without a reader.
      String changed = random.nextBoolean() ? mutations.line(line) : line;
      all.add(number % 2 == 0 && hasHeader ? changed.replace("\"", "") : changed);
    }
    number++;
    Files.writeString(drop.resolve(seed.name(number)), String.join("\n", all) + "\n");
  }
}
