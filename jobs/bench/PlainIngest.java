import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.to_timestamp;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * The plainest Spark job over generated transfer files: read with a declared schema, cast, write one
 * Delta table with statistics on four columns. No file ids, no rules, no duplicates, no quarantine:
 * what ingest is measured against. Run by bench/ingest.
 */
public final class PlainIngest {
  /** Layout of a provider: the columns in its files' order, and how to cast those with a type. */
  private record Layout(
      String provider, String extension, String delimiter, String encoding, boolean comma, String time) {}

  private static final List<Layout> LAYOUTS =
      List.of(
          new Layout("MTO_01", "csv", ",", "UTF-8", false, null),
          new Layout("MTO_02", "csv", ";", "windows-1251", true, "dd.MM.yyyy HH:mm:ss"),
          new Layout("BANK_01", "tsv", "\t", "UTF-8", true, "dd/MM/yyyy HH:mm"),
          new Layout("EMI_01", "txt", "|", "UTF-8", false, null),
          new Layout("FIN_01", "csv", ",", "UTF-8", false, "yyyy-MM-dd HH:mm:ss"),
          new Layout("POST_01", "csv", ";", "windows-1251", true, "yyyy-MM-dd HH:mm"));

  private static final List<String> AMOUNTS =
      List.of("send_amount", "fee_amount", "receive_amount", "applied_fx_rate", "refunded_amount");
  private static final List<String> TIMES = List.of("initiated_at", "paid_at", "status_at");

  public static void main(String[] args) throws Exception {
    long start = System.nanoTime();
    SparkSession spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .config(
                "spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.sql.ansi.enabled", "false")
            .config("spark.sql.legacy.javaCharsets", "true")
            .config("spark.databricks.delta.snapshotPartitions", "1")
            .config("spark.sql.parquet.compression.codec", "zstd")
            .getOrCreate();
    Dataset<Row> all = null;
    for (Layout layout : LAYOUTS) {
      Dataset<Row> part = read(spark, args[0], args[1], layout);
      all = all == null ? part : all.unionByName(part, true);
    }
    all.write()
        .format("delta")
        .option(
            "delta.dataSkippingStatsColumns",
            "provider_id,initiated_at,send_amount,send_currency")
        .save(args[2]);
    System.out.printf("plain %.1f s%n", (System.nanoTime() - start) / 1e9);
    spark.stop();
  }

  /** Columns by the project's profile, so that both sides agree on what a file holds. */
  private static Dataset<Row> read(SparkSession spark, String folder, String conf, Layout layout)
      throws Exception {
    List<String> profile =
        java.nio.file.Files.readAllLines(
            java.nio.file.Path.of(conf, "providers", layout.provider() + ".yaml"));
    Dataset<Row> text =
        spark
            .read()
            .option("header", "true")
            .option("delimiter", layout.delimiter())
            .option("encoding", layout.encoding())
            .csv(folder + "/transfer_" + layout.provider() + "_*_v01*." + layout.extension());
    List<Column> columns = new ArrayList<>();
    columns.add(lit(layout.provider()).as("provider_id"));
    boolean inColumns = false;
    for (String line : profile) {
      inColumns = line.startsWith("columns:") || (inColumns && line.startsWith(" "));
      if (inColumns && line.startsWith("  ")) {
        String field = line.strip().split(":")[0];
        for (String name : line.substring(line.indexOf('[') + 1, line.indexOf(']')).split(",")) {
          String header = name.strip().replace("\"", "");
          if (List.of(text.columns()).contains(header)) {
            columns.add(cast(layout, field, text.col("`" + header + "`")).as(field));
            break;
          }
        }
      }
    }
    return text.select(columns.toArray(Column[]::new));
  }

  private static Column cast(Layout layout, String field, Column text) {
    if (AMOUNTS.contains(field)) {
      Column plain =
          layout.comma()
              ? regexp_replace(regexp_replace(text, "[\\s\\u00A0]", ""), ",", ".")
              : text;
      return plain.cast(field.equals("applied_fx_rate") ? "decimal(18,12)" : "decimal(19,4)");
    }
    if (TIMES.contains(field)) {
      return layout.time() == null ? text.cast("timestamp") : to_timestamp(text, layout.time());
    }
    return field.equals("event_seq") ? text.cast("int") : text;
  }
}
