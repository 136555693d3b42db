package org.remitlake.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.ingest.Ingest;
import org.remitlake.ingest.IngestReport;
import org.remitlake.ingest.OpsFile;
import org.remitlake.ingest.Quarantine;
import org.remitlake.ingest.Settings;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.ingest.quality.DataQuality;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.transfer.Tx;
import org.remitlake.transfer.TxEvent;

/** A lake in a folder, with the project's own configuration and one session for all tests. */
final class Bench {
  static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  static final Path SAMPLE = REPOSITORY.resolve("sample-data");

  /** Tables whose content must not depend on how a run went. */
  static final List<TableContract> CONTENT =
      List.of(
          Tx.CONTRACT,
          TxEvent.CONTRACT,
          FxMid.CONTRACT,
          Quote.CONTRACT,
          IndicatorValues.CONTRACT,
          Quarantine.CONTRACT_OF,
          DataQuality.CONTRACT_OF,
          OpsFile.CONTRACT_OF);

  private static SparkSession session;

  final Lake lake;
  final List<String> commits = Collections.synchronizedList(new ArrayList<>());

  Bench(Path folder) {
    this.lake = new Lake(spark(), folder.toString(), commits::add);
  }

  Bench(Path folder, Lake.CommitListener listener) {
    this.lake = new Lake(spark(), folder.toString(), listener);
  }

  static synchronized SparkSession spark() {
    if (session == null) {
      System.setProperty("spark.master", "local[2]");
      // As the launcher runs short jobs; the tests of common run with generated code.
      System.setProperty("spark.sql.codegen.wholeStage", "false");
      System.setProperty("spark.sql.codegen.factoryMode", "NO_CODEGEN");
      session = Sessions.open("test");
    }
    return session;
  }

  static Settings settings() {
    return new Settings(
        Profiles.read(REPOSITORY.resolve("conf"), Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS", "KAZ"), "receive_countries", List.of("TJK", "ARM")),
        "",
        0.05,
        20);
  }

  static Config config() {
    return Config.read(REPOSITORY.resolve("conf"), Map.of());
  }

  IngestReport ingest(Path... inputs) {
    List<String> paths = new ArrayList<>();
    for (Path input : inputs) {
      paths.add(input.toString());
    }
    return Ingest.run(lake, settings(), paths, step -> {});
  }

  IndicatorReport indicators() {
    return IndicatorsJob.run(lake, config(), List.of(), new Progress("test"));
  }

  Map<String, String> hashes() {
    Map<String, String> hashes = new TreeMap<>();
    CONTENT.forEach(table -> hashes.put(table.table(), ContentHash.of(lake, table)));
    return hashes;
  }

  static void write(Path file, String... lines) throws java.io.IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", lines) + "\n");
  }
}
