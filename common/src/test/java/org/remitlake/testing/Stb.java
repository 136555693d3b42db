package org.remitlake.testing;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import org.apache.spark.sql.SQLContext;
import org.apache.spark.sql.SparkSession;

/**
 * The assertions of spark-testing-base on the shared session; its JUnit 4 life cycle is not used.
 */
public final class Stb extends JavaDatasetSuiteBase {
  private final transient SparkSession session;

  /** Assertions on a session. */
  public Stb(SparkSession session) {
    this.session = session;
  }

  @Override
  public SparkSession spark() {
    return session;
  }

  @Override
  public SQLContext sqlContext() {
    return session.sqlContext();
  }

  @Override
  public boolean enableHiveSupport() {
    return false;
  }

  @Override
  public boolean enableIcebergSupport() {
    return false;
  }
}
