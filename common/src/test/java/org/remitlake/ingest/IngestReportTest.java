package org.remitlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.ingest.file.Profiles;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;

/** What an ingest says of files that went another way than into silver. */
@SparkTest
class IngestReportTest {
  private static final String RATES =
      """
      provider: NBT
      contract: fx
      files: "fx_*.csv"
      delimiter: ";"
      constants: {fx_source: NBT, quote_currency: TJS}
      columns: {rate_date: [date], base_currency: [code], nominal: [nominal], value: [value]}
      """;
  private static final String HEADER = "date;code;nominal;value\n";

  @TempDir private Path folder;

  private static final class Died extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private Settings settings() throws IOException {
    Path conf = folder.resolve("conf");
    Files.createDirectories(conf.resolve("providers"));
    Files.writeString(conf.resolve("providers/NBT.yaml"), RATES);
    Files.writeString(conf.resolve("codes.yaml"), "country: {Россия: RUS}\n");
    return new Settings(
        Profiles.read(conf, Ingest.CONTRACTS),
        Map.of("send_countries", List.of("RUS"), "receive_countries", List.of("TJK")),
        "",
        0.05,
        3);
  }

  private IngestReport ingest(SparkSession spark, Lake.CommitListener listener) throws IOException {
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), listener);
    List<String> inputs = List.of(folder.resolve("drop").toString());
    return Ingest.run(lake, settings(), inputs, progress -> {});
  }

  @Test
  void filesThatARunCompletesAreCountedOnceAndCopiesAreKnown(SparkSession spark)
      throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(drop.resolve("fx_1.csv"), HEADER + "2024-02-15;RUB;10;1.34\n");
    Files.writeString(drop.resolve("fx_2.csv"), HEADER + "2024-02-16;RUB;10;1.35\n");
    assertThatThrownBy(
            () ->
                ingest(
                    spark,
                    table -> {
                      throw new Died();
                    }))
        .isInstanceOf(Died.class);
    Files.copy(drop.resolve("fx_2.csv"), drop.resolve("fx_3_copy.csv"));
    assertThat(ingest(spark, table -> {}).files()).isEqualTo(Map.of("accepted", 2L, "known", 1L));
    assertThat(ingest(spark, table -> {}).files()).isEqualTo(Map.of("known", 3L));
  }

  @Test
  void aHeldFileNamesTheRulesThatItsRowsBreakMost(SparkSession spark) throws IOException {
    Path drop = Files.createDirectories(folder.resolve("drop"));
    Files.writeString(
        drop.resolve("fx_1.csv"),
        HEADER
            + "2024-02-15;RUB;10;1.34\n"
            + "2024-02-15;QQQ;10;1.34\n".repeat(3)
            + "2024-02-15;RUB;ten;1.34\n".repeat(2)
            + "2024-13-45;RUB;10;1.34\n");
    Files.writeString(drop.resolve("fx_2.rar"), "x");
    IngestReport report = ingest(spark, table -> {});
    assertThat(report.files()).isEqualTo(Map.of("held", 1L, "unclaimed", 1L));
    assertThat(report.notices())
        .containsExactly(
            "fx_2.rar: such files are not read, so it was left alone. Pack it as .zip or .gz; save a"
                + " workbook as .xlsx or CSV.",
            "fx_1.csv: held, since 6 of its 7 rows break rules (rules broken most often: T08 (3),"
                + " F05 (2)). None of its rows is in silver; the reason is in ops.file. Mend profile"
                + " NBT or the file, and run ingest on it again.");
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), table -> {});
    assertThat(
            lake.read(OpsFile.CONTRACT_OF)
                .select(OpsFile.REASON.column())
                .collectAsList()
                .get(0)
                .getString(0))
        .isEqualTo("rules broken most often: T08 (3), F05 (2)");
  }
}
