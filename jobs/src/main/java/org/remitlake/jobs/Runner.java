package org.remitlake.jobs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.Settings;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What all jobs share: options, configuration, session, lake, the run's facts and its line in
 * {@code ops.run}. Exit codes: 0 done, 4 done with reservations; problems leave as exceptions.
 */
final class Runner {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORTEST_KEY = 16;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--lake",
      paramLabel = "FOLDER",
      description = "Folder or object-store prefix of the lake (default: ./lake).")
  private Optional<String> lakeOption;

  @Option(
      names = "--conf-dir",
      paramLabel = "FOLDER",
      description = "Configuration (default: conf beside the launcher, else the one in the jar).")
  private Optional<Path> confDir;

  @Option(names = "--verbose", description = "Print stack traces of problems.")
  private boolean verbose;

  /** A job's work on a lake; the facts it returns are printed and kept. */
  @FunctionalInterface
  interface Work {
    Facts run(Lake lake, Progress progress);
  }

  boolean verbose() {
    return verbose;
  }

  Config config() {
    return Config.read(confFolder(), System.getenv());
  }

  Path confFolder() {
    return ConfDir.find(confDir, System.getenv());
  }

  Settings settings() {
    Config config = config();
    return new Settings(
        Profiles.read(confFolder(), Ingest.CONTRACTS),
        Map.of(
            "send_countries", config.sendCountries(),
            "receive_countries", config.receiveCountries()),
        pseudonymKey(System.getenv()),
        config.holdShare(),
        config.holdRows());
  }

  /**
   * The key that hashes ids; empty when there is none.
   *
   * @throws ConfigProblem if it is so short that ids could be guessed from their hashes
   */
  static String pseudonymKey(Map<String, String> environment) {
    String key = environment.getOrDefault("REMIT_PSEUDONYM_KEY", "");
    if (!key.isEmpty() && key.length() < SHORTEST_KEY) {
      throw new ConfigProblem(
          "Environment: REMIT_PSEUDONYM_KEY is shorter than %d characters. Nothing was read. Set a"
                  .formatted(SHORTEST_KEY)
              + " long random key, and keep it: other keys give other hashes.");
    }
    return key;
  }

  String lakePath() {
    Config config = config(); // read even where the option wins, so that a wrong key is said
    return named("--lake", lakeOption.orElse(config.lake()));
  }

  /** A path that names something: an empty one would be the folder where the command was given. */
  static String named(String option, String path) {
    if (path.isBlank()) {
      throw new ConfigProblem(
          option + ": the path is empty. Nothing was read or written. Name a folder.");
    }
    return path;
  }

  /** Runs a job that reads a lake; where there is none, nothing starts and nothing is made. */
  int runOnExisting(Work work) {
    LakePlace.refuseMissing(absolute(lakePath()));
    return run(work);
  }

  /** Runs a job that only reads a lake, and leaves no line in {@code ops.run}. */
  int read(Work work) {
    String root = absolute(lakePath());
    LakePlace.refuseMissing(root);
    return run(work, root, false);
  }

  /** Runs a job on the lake of the options. */
  int run(Work work) {
    String root = absolute(lakePath());
    LakePlace.refuseUnwritable(root);
    return run(work, root, true);
  }

  private int run(Work work, String root, boolean isKept) {
    Instant start = Clock.systemUTC().instant();
    long began = System.nanoTime();
    try (Progress progress = new Progress(spec.name())) {
      progress.accept("starting Spark");
      SparkSession spark = Sessions.open(spec.name());
      AtomicLong jobs = countJobs(spark);
      AtomicLong commits = new AtomicLong();
      Lake lake = new Lake(spark, root, table -> commits.incrementAndGet());
      Facts facts = work.run(lake, progress);
      long wall = (System.nanoTime() - began) / 1_000_000;
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("job", spec.name());
      all.put("exit", facts.exitCode());
      all.put("lake", root);
      all.putAll(facts.values());
      all.put("delta_commits", commits.get());
      all.put("spark_jobs", jobs.get());
      all.put("wall_ms", wall);
      if (isKept) {
        record(lake, start, facts, all);
      }
      progress.done();
      facts.notices().forEach(System.err::println);
      facts.lines().forEach(System.out::println);
      System.out.println(json(all));
      return facts.exitCode();
    }
  }

  private void record(Lake lake, Instant start, Facts facts, Map<String, Object> all) {
    Row row =
        RowFactory.create(
            UUID.randomUUID().toString(),
            start.atZone(ZoneOffset.UTC).toLocalDate().toString().substring(0, 7),
            spec.name(),
            String.join(" ", spec.commandLine().getParseResult().originalArgs()),
            start,
            all.get("wall_ms"),
            facts.exitCode(),
            all.get("delta_commits"),
            all.get("spark_jobs"),
            json(all),
            codeVersion());
    lake.append(
        OpsRun.CONTRACT, lake.spark().createDataFrame(List.of(row), OpsRun.CONTRACT.schema()));
  }

  /** Version of Remitlake that runs. */
  static String codeVersion() {
    return Optional.ofNullable(Runner.class.getPackage().getImplementationVersion())
        .orElse("unpackaged");
  }

  private static AtomicLong countJobs(SparkSession spark) {
    AtomicLong jobs = new AtomicLong();
    spark
        .sparkContext()
        .addSparkListener(
            new SparkListener() {
              @Override
              public void onJobStart(SparkListenerJobStart start) {
                jobs.incrementAndGet();
              }
            });
    return jobs;
  }

  /** A relative path means the folder where the command was given, on every node of a cluster. */
  static String absolute(String path) {
    boolean inCluster = "cluster".equals(System.getProperty("spark.submit.deployMode"));
    if (inCluster && !path.contains("://") && !Path.of(path).isAbsolute()) {
      throw new ConfigProblem(
          path
              + ": a relative path means nothing where the driver runs in the cluster. Give the whole"
              + " path.");
    }
    return path.contains("://") ? path : Path.of(path).toAbsolutePath().normalize().toString();
  }

  static String json(Map<String, Object> facts) {
    try {
      return JSON.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Texts and numbers are json.", e);
    }
  }

  /** A folder that must exist, as an absolute path. */
  static String existing(String path) {
    if (!named("input", path).contains("://") && !Files.exists(Path.of(path))) {
      throw new ConfigProblem(path + ": no such file or folder. Nothing was read. Check the path.");
    }
    return absolute(path);
  }
}
