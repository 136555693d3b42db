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
import org.remitlake.survey.CodebookMap;
import org.remitlake.testing.SparkTest;

@SparkTest
class CodebookRowsTest {
  @TempDir private static Path folder;

  /** A column of dates read as the wave: all codes of the file beside each date fill the memory. */
  @Test
  void aWrongColumnForTheWaveDoesNotMultiplyTheCodes(SparkSession spark) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("hh_id,survey,country,wave,stratum,psu,weight_hh,result_code,remit_received_12m");
    for (int i = 0; i < 3; i++) {
      lines.add("m" + i + ",HH,ARM,2022,1,1,1.5,COMPLETE,true");
    }
    for (int i = 10; i < 50; i++) {
      lines.add("o" + i + ",HH,ARM,2022-03-" + i + ",1,1,1.5,COMPLETE,true");
    }
    // A text so long is in no table that all read.
    lines.add("x,HH,ARM,2022" + "x".repeat(100_000) + ",1,1,1.5,COMPLETE,true");
    Drops drops = new Drops(spark, folder);
    Lake lake = drops.lake("lake");
    drops.ingest(lake, drops.file("household_1", lines.toArray(String[]::new)));
    List<String> waves =
        lake.read(CodebookMap.CONTRACT_OF).select("wave").distinct().collectAsList().stream()
            .map(row -> row.getString(0))
            .sorted()
            .toList();
    // The wave of most rows, then the first eleven of the 40 others.
    assertThat(waves).hasSize(12).startsWith("2022", "2022-03-10").endsWith("2022-03-20");
  }
}
