package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.reference.OfficialFlows;

/** Rows as the Central Bank of Armenia publishes them, through the profile that comes with us. */
class OfficialFlowsTest {
  private static final String FILE = "cba_transfers_by_country_2021q1.csv";

  @TempDir Path folder;

  @Test
  void publishedFlowsAreReadByCountryConceptAndMonth() throws IOException {
    Path file = folder.resolve("drop").resolve(FILE);
    Files.createDirectories(file.getParent());
    try (InputStream published = OfficialFlowsTest.class.getResourceAsStream("/flows/" + FILE)) {
      Files.copy(published, file);
    }
    Bench bench = new Bench(folder.resolve("lake"));
    assertThat(bench.ingest(file).rows()).containsEntry("quarantined", 0L);
    List<Row> russia =
        bench
            .lake
            .read(OfficialFlows.CONTRACT)
            .where("partner_country = 'RUS' and country = 'ARM' and quarter = '2021-Q1'")
            .where("direction = 'INFLOW' and concept = 'NON_COMMERCIAL'")
            .orderBy("month_on")
            .collectAsList();
    // As published: 34,586.88 + 44,742.28 + 52,900.08 thousand dollars.
    assertThat(russia).hasSize(3);
    assertThat(
            russia.stream()
                .mapToDouble(r -> r.getDecimal(r.fieldIndex("value")).doubleValue())
                .sum())
        .isCloseTo(132_229.24, within(1e-6));
    assertThat(
            bench
                .lake
                .read(OfficialFlows.CONTRACT)
                .select("partner_country")
                .distinct()
                .collectAsList()
                .stream()
                .map(r -> r.getString(0)))
        .containsExactlyInAnyOrder("RUS", "KAZ", "GBR", "OTHER", "TOTAL");
  }
}
