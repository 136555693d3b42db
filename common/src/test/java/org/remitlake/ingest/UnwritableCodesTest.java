package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

@SparkTest
class UnwritableCodesTest {
  /** Codes name folders, and no folder's name holds a zero: one such row ended every run. */
  @Test
  void aCodeWithAZeroCharacterIsSetAside(SparkSession spark, @TempDir Path folder)
      throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("hh_id,survey,country,wave,stratum,psu,weight_hh,result_code,remit_received_12m");
    for (int i = 0; i < 30; i++) {
      lines.add("h" + i + ",HH,ARM,2022,1,1,1.5,COMPLETE,true");
    }
    lines.add("h30,H\0H,ARM,2022,1,1,1.5,COMPLETE,true");
    Drops drops = new Drops(spark, folder);
    Lake lake = drops.lake("lake");
    drops.ingest(lake, drops.file("household_1", lines.toArray(String[]::new)));
    assertThat(Drops.aside(lake)).containsExactly("household 32 M03");
  }
}
