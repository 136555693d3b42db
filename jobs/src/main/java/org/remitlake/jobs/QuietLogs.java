package org.remitlake.jobs;

import java.net.URISyntaxException;
import java.net.URL;
import java.util.Map;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.api.plugin.DriverPlugin;
import org.apache.spark.api.plugin.ExecutorPlugin;
import org.apache.spark.api.plugin.PluginContext;
import org.apache.spark.api.plugin.SparkPlugin;

/**
 * Gives the driver and every executor this project's log settings, unless {@code
 * log4j2.configurationFile} names others. With Spark's own, an executor of a cluster logs the
 * errors of tasks, which may quote cell values.
 */
public final class QuietLogs implements SparkPlugin {
  private static final String SETTINGS = "/conf/log4j2.properties";

  static void set() {
    URL settings = QuietLogs.class.getResource(SETTINGS);
    if (System.getProperty("log4j2.configurationFile") == null && settings != null) {
      try {
        Configurator.reconfigure(settings.toURI());
      } catch (URISyntaxException e) {
        throw new IllegalStateException(SETTINGS + " of the jar has no address.", e);
      }
    }
  }

  @Override
  public DriverPlugin driverPlugin() {
    set();
    return null;
  }

  @Override
  public ExecutorPlugin executorPlugin() {
    return new ExecutorPlugin() {
      @Override
      public void init(PluginContext context, Map<String, String> extra) {
        set();
      }
    };
  }
}
