package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.savings.AccountSource;
import org.remitlake.savings.FunnelSource;
import org.remitlake.savings.UptakeSource;
import org.remitlake.synthetic.Defects;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Request;
import org.remitlake.time.Holidays;
import org.remitlake.time.Quarter;

/**
 * What the generator planted in pilots, as its truth.json states it, comes out of the indicators:
 * rates of the funnel, uptake, and what is kept of remittances. Three populations together, since
 * one has some sixty credited remittances of each kind of account.
 */
class PlantedPilotsTest {
  private static final String LAST = "2021-Q4";
  private static final Set<String> FILES = Set.of("registry_", "funnel_", "account_", "posting_");

  @TempDir private static Path folder;
  private static final List<Row> VALUES = new ArrayList<>();

  @BeforeAll
  static void compute() throws IOException {
    for (int seed = 1; seed <= 3; seed++) {
      Path files = folder.resolve("files" + seed);
      Request request =
          new Request(
              seed, 100, Quarter.parse("2020-Q1"), Quarter.parse(LAST), 1_000_000, Defects.NONE);
      Deliveries.write(request, files);
      Bench bench = new Bench(folder.resolve("lake" + seed));
      try (Stream<Path> all = Files.list(files)) {
        bench.ingest(
            all.filter(f -> FILES.stream().anyMatch(f.getFileName().toString()::startsWith))
                .toArray(Path[]::new));
      }
      new IndicatorRun(
              bench.lake,
              List.of(
                  new FunnelSource(bench.lake, Holidays.NONE),
                  new UptakeSource(bench.lake),
                  new AccountSource(bench.lake)),
              Quarter::isLabel)
          .run(Set.of(), progress -> {});
      VALUES.addAll(
          bench
              .lake
              .read(IndicatorValues.CONTRACT)
              .where("indicator_id in ('C13', 'C22', 'C23') and numerator is not null")
              .collectAsList());
    }
  }

  /** Of all treated units, in percent: 323 to 345 in Armenia and 90 in Tajikistan, three times. */
  private static double treated(String id, String variant, String arm) {
    double part = 0;
    double whole = 0;
    for (Row row : VALUES) {
      if (is(row, "indicator_id", id)
          && is(row, "variant", variant)
          && is(row, "period", LAST)
          && is(row, "dimensions", "_T")
          && isArm(row, arm)) {
        part += row.<BigDecimal>getAs("numerator").doubleValue();
        whole += row.<BigDecimal>getAs("denominator").doubleValue();
      }
    }
    return 100 * part / whole;
  }

  /** The Tajik pilot calls its treated arm A. */
  private static boolean isArm(Row row, String arm) {
    String of = row.getAs("arm_code");
    return arm.equals("C") ? of.equals("C") : of.equals("T") || of.equals("A");
  }

  private static boolean is(Row row, String column, String value) {
    return row.<String>getAs(column).equals(value);
  }

  @Test
  void stepsOfTheFunnelAreTaken() {
    // 1,250 units leave a standard error of 1.3 to a share of 70 %, somewhat more by clusters.
    assertThat(treated("C22", "reached", "T")).isCloseTo(70, within(4.0));
    assertThat(treated("C22", "aware", "T")).isCloseTo(56, within(4.5));
    assertThat(treated("C22", "applied", "T")).isCloseTo(16.8, within(3.5));
  }

  @Test
  void accountsAreOpenedByThoseWhoWereOfferedThem() {
    assertThat(treated("C23", "m12", "T")).isCloseTo(12.6, within(3.0));
    assertThat(treated("C23", "m12", "C")).isCloseTo(1.2, within(1.2));
  }

  @Test
  void pilotAccountsKeepMoreOfARemittance() {
    // 18 % of what arrives stays thirty days on accounts of a pilot, 8 % on others. A remittance
    // leaves a part with a standard deviation of 0.27 and 0.20; sizes differ, so the error of 190
    // and 165 of them is 0.025 and 0.020.
    double pilots = kept("SAV_");
    double others = kept("CUR_");
    assertThat(pilots).isCloseTo(0.18, within(0.06));
    assertThat(others).isCloseTo(0.08, within(0.05));
    assertThat(pilots).isGreaterThan(others);
  }

  /** Mean over countries and populations, by their number of remittances. */
  private static double kept(String product) {
    double sum = 0;
    long n = 0;
    for (Row row : VALUES) {
      String member = row.getAs("dimension_values");
      if (is(row, "indicator_id", "C13")
          && is(row, "variant", "_T")
          && is(row, "dimensions", "product_code")
          && is(row, "pilot_code", "_T")
          && member.startsWith(product)) {
        long records = row.<Long>getAs("n_unweighted");
        double ratio =
            row.<BigDecimal>getAs("numerator").doubleValue()
                / row.<BigDecimal>getAs("denominator").doubleValue();
        sum += records * ratio;
        n += records;
      }
    }
    return sum / n;
  }
}
