package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.Lake;
import org.remitlake.synthetic.Defects;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Request;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Measurements on transfers that were never in a file stand for those that were. */
class SyntheticSilverTest {
  @TempDir Path folder;

  @Test
  void transfersStraightToSilverAreThoseOfTheFiles() {
    Request request =
        new Request(
            7, 400, Quarter.parse("2020-Q1"), Quarter.parse("2020-Q2"), 1_000, Defects.NONE);
    Bench straight = new Bench(folder.resolve("straight"));
    SyntheticSilver.write(straight.lake, request);
    Deliveries.write(request, folder.resolve("files"));
    Bench byFile = new Bench(folder.resolve("by-file"));
    byFile.ingest(folder.resolve("files"));
    assertThat(amounts(straight.lake)).isNotEmpty().isEqualTo(amounts(byFile.lake));
  }

  private static List<Row> amounts(Lake lake) {
    return lake.read(Tx.CONTRACT)
        .groupBy("provider_id", "quarter", "corridor", "final_state")
        .agg(
            org.apache.spark.sql.functions.count("*"),
            org.apache.spark.sql.functions.sum("principal"),
            org.apache.spark.sql.functions.sum("fee"),
            org.apache.spark.sql.functions.sum("delivered"))
        .orderBy("provider_id", "quarter", "corridor", "final_state")
        .collectAsList();
  }
}
