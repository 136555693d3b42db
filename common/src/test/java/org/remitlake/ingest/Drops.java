package org.remitlake.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.remitlake.contract.DeliveredField;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;

/**
 * Small files of any contract, with the contract's own names as headers, and what became of them.
 */
final class Drops {
  private final SparkSession spark;
  private final Path folder;

  Drops(SparkSession spark, Path folder) throws IOException {
    this.spark = spark;
    this.folder = folder;
    Path providers = Files.createDirectories(folder.resolve("conf/providers"));
    for (DeliveryContract contract : Ingest.CONTRACTS) {
      String columns =
          contract.fields().stream()
              .map(DeliveredField::name)
              .map(name -> name + ": [" + name + "]")
              .collect(Collectors.joining(", ", "{", "}"));
      Files.writeString(
          providers.resolve(contract.name() + ".yaml"),
          "provider: P\ncontract: %s\nfiles: \"%s*.csv\"\ntimezone: UTC\ncolumns: %s\n"
              .formatted(contract.name(), prefix(contract), columns));
    }
    Files.writeString(folder.resolve("conf/codes.yaml"), "country: {Armenia: ARM}\n");
  }

  /** {@code loan_v*} and {@code loan_1*} where there is a contract {@code loan_balance}, too. */
  private static String prefix(DeliveryContract contract) {
    boolean isLonger =
        Ingest.CONTRACTS.stream().anyMatch(c -> c.name().startsWith(contract.name() + '_'));
    return isLonger ? contract.name() + "_[v0-9]" : contract.name() + '_';
  }

  /** A file of a contract: header, then rows. */
  Path file(String name, String... lines) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    return Files.writeString(drop.resolve(name + ".csv"), String.join("\n", lines) + "\n");
  }

  Lake lake(String name) {
    return new Lake(spark, folder.resolve(name).toString(), table -> {});
  }

  IngestReport ingest(Lake lake, Path... files) {
    return ingest(lake, 0.05, files);
  }

  /** No file is held, however many of its rows break rules. */
  IngestReport ingestAll(Lake lake, Path... files) {
    return ingest(lake, 1, files);
  }

  private IngestReport ingest(Lake lake, double holdShare, Path... files) {
    Settings settings =
        new Settings(
            Profiles.read(folder.resolve("conf"), Ingest.CONTRACTS),
            Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK", "ARM")),
            "a key for tests only",
            holdShare,
            1);
    return Ingest.run(lake, settings, Stream.of(files).map(Path::toString).toList(), line -> {});
  }

  /** By a column that names a row, what an expression says of it. */
  static Map<String, String> silver(Lake lake, TableContract table, String key, String expression) {
    Map<String, String> found = new TreeMap<>();
    for (Row row :
        lake.read(table)
            .selectExpr(
                "cast(%s as string)".formatted(key), "cast(%s as string)".formatted(expression))
            .collectAsList()) {
      found.put(row.getString(0), row.getString(1));
    }
    return found;
  }

  static Map<String, String> flags(Lake lake, TableContract table, String key) {
    return silver(lake, table, key, "array_join(flags, ' ')");
  }

  /** Rows set aside: contract, line and rules. */
  static List<String> aside(Lake lake) {
    return texts(lake, Quarantine.CONTRACT_OF, "concat_ws(' ', contract, line_no, rules)");
  }

  /** Files: name, status, rows read, accepted, duplicate, quarantined. */
  static List<String> books(Lake lake) {
    return texts(
        lake,
        OpsFile.CONTRACT_OF,
        "concat_ws(' ', file_name, status, rows_read, rows_accepted, rows_duplicate,"
            + " rows_quarantined)");
  }

  private static List<String> texts(Lake lake, TableContract table, String expression) {
    return lake.read(table).selectExpr(expression).collectAsList().stream()
        .map(row -> row.getString(0))
        .sorted()
        .toList();
  }
}
