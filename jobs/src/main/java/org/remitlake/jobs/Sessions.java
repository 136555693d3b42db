package org.remitlake.jobs;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/**
 * Opens the session. Everything is a default: what {@code spark-submit --conf} or {@code
 * conf/spark} says wins, except the time zone, on which results depend.
 */
final class Sessions {
  private Sessions() {}

  static SparkConf conf(String name) {
    SparkConf conf =
        new SparkConf()
            .setIfMissing("spark.master", "local[*]")
            .setIfMissing("spark.app.name", "remit " + name)
            .setIfMissing("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
            .setIfMissing(
                "spark.sql.catalog.spark_catalog",
                "org.apache.spark.sql.delta.catalog.DeltaCatalog")
            // Java compiles no method of more than 8,000 bytes: beyond it, many small ones are
            // faster.
            .setIfMissing("spark.sql.codegen.hugeMethodLimit", "8000")
            // A file holds few quarters: written side by side, they need no sort.
            .setIfMissing("spark.sql.maxConcurrentOutputFileWriters", "8")
            // Most columns have few words or nearly as many as rows: only the former gain from a
            // dictionary, and the sooner the others are found out the better.
            .setIfMissing("spark.hadoop.parquet.dictionary.page.size", "131072")
            .setIfMissing("spark.hadoop.parquet.compression.codec.zstd.level", "1")
            .setIfMissing("spark.rdd.compress", "true")
            .set("spark.sql.session.timeZone", "UTC")
            // Dates as java.time: java.sql's need a package of the JDK that a driver inside a
            // cluster has not opened.
            .set("spark.sql.datetime.java8API.enabled", "true")
            .set("spark.sql.ansi.enabled", "true");
    return conf.get("spark.master").startsWith("local")
        ? onOneMachine(conf)
        : conf.setIfMissing("spark.plugins", QuietLogs.class.getName());
  }

  /** Small data on one machine: the defaults of a cluster cost seconds per query. */
  private static SparkConf onOneMachine(SparkConf conf) {
    return conf.setIfMissing("spark.ui.enabled", "false")
        .setIfMissing("spark.driver.bindAddress", "127.0.0.1")
        .setIfMissing("spark.driver.host", "127.0.0.1")
        .setIfMissing("spark.sql.shuffle.partitions", "4")
        .setIfMissing("spark.databricks.delta.snapshotPartitions", "1")
        // Lists of files beside the log help large tables, and cost a query per commit.
        .setIfMissing("spark.databricks.delta.allFilesInCrc.enabled", "false")
        .setIfMissing("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
        .setIfMissing("spark.sql.parquet.compression.codec", "zstd");
  }

  static SparkSession open(String name) {
    return SparkSession.builder().config(conf(name)).getOrCreate();
  }
}
