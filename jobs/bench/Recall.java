package org.remitlake.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.Settings;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.synthetic.rules.RuleDeliveries;

/**
 * Plants every rule's defect, ingests it, and says what was caught. Compiled beside the jobs, whose
 * package it shares. Run by bench/recall.
 */
public final class Recall {
  /** Folder of the repository, seed, and a folder for files and lake. */
  public static void main(String[] args) throws Exception {
    Path conf = Path.of(args[0], "conf");
    Path files = Path.of(args[2], "files");
    Profiles profiles = Profiles.read(conf, Ingest.CONTRACTS);
    RuleDeliveries.write(Long.parseLong(args[1]), PartnerForms.of(profiles), files);
    Config config = Config.read(conf, Map.of());
    Settings settings =
        new Settings(
            profiles,
            Map.of(
                "send_countries", config.sendCountries(),
                "receive_countries", config.receiveCountries()),
            "",
            config.holdShare(),
            config.holdRows());
    SparkSession spark = Sessions.open("recall");
    Lake lake = new Lake(spark, Path.of(args[2], "lake").toString(), table -> {});
    Ingest.run(lake, settings, List.of(files.toString()), line -> {})
        .notices()
        .forEach(System.out::println);
    try (Stream<Path> later = Files.list(files.resolve("_later"))) {
      List<String> paths = later.map(Path::toString).toList();
      Ingest.run(lake, settings, paths, line -> {}).notices().forEach(System.out::println);
    }
    RuleRecall recall = RuleRecall.of(files.resolve("_truth/defects.csv"), lake);
    recall.lines().forEach(System.out::println);
    spark.stop();
    System.exit(recall.isPerfect() ? 0 : 1);
  }

  private Recall() {}
}
