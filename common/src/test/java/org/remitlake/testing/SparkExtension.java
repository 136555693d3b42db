package org.remitlake.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One session for the whole JVM, opened when a test first asks for it and stopped at the end. */
public final class SparkExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(SparkExtension.class);

  private record Holder(SparkSession spark) implements AutoCloseable {
    @Override
    public void close() {
      spark.stop();
    }
  }

  private static Holder open() {
    try {
      Path warehouse = Files.createTempDirectory("remit-warehouse");
      SparkConf conf =
          new SparkConf()
              .setMaster("local[2]")
              .setAppName("remit test")
              .set("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
              .set(
                  "spark.sql.catalog.spark_catalog",
                  "org.apache.spark.sql.delta.catalog.DeltaCatalog")
              .set("spark.sql.session.timeZone", "UTC")
              .set("spark.sql.datetime.java8API.enabled", "true")
              .set("spark.sql.ansi.enabled", "true")
              .set("spark.ui.enabled", "false")
              .set("spark.driver.bindAddress", "127.0.0.1")
              .set("spark.driver.host", "127.0.0.1")
              .set("spark.sql.shuffle.partitions", "2")
              .set("spark.databricks.delta.snapshotPartitions", "1")
              .set("spark.databricks.delta.allFilesInCrc.enabled", "false")
              .set("spark.sql.sources.parallelPartitionDiscovery.parallelism", "2")
              .set("spark.sql.warehouse.dir", warehouse.toString());
      return new Holder(SparkSession.builder().config(conf).getOrCreate());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(NAMESPACE)
        .computeIfAbsent(Holder.class, k -> open(), Holder.class)
        .spark();
  }
}
