package org.remitlake.testing;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

@SparkTest
class StbTest {

  @Test
  void assertionsAcceptEqualFramesAndRejectOthers(SparkSession spark) {
    Stb stb = new Stb(spark);
    Dataset<Row> some = fees(spark, 0);
    Dataset<Row> turned = some.orderBy(col("id").desc());
    Dataset<Row> near = fees(spark, 0.001);
    stb.assertDataFrameEquals(some, fees(spark, 0));
    stb.assertDataFrameDataEquals(some, turned);
    stb.assertDataFrameApproximateEquals(some, near, 0.01);
    assertThatThrownBy(() -> stb.assertDataFrameDataEquals(some, near))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> stb.assertDataFrameApproximateEquals(some, fees(spark, 1), 0.01))
        .isInstanceOf(AssertionError.class);
  }

  private static Dataset<Row> fees(SparkSession spark, double more) {
    return spark.range(5).withColumn("fee", col("id").multiply(1.5).plus(more)).coalesce(1);
  }
}
