package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.cost.Smart;
import org.remitlake.frequency.SeasonSource;
import org.remitlake.indicator.Breakdowns;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.TransferSource;
import org.remitlake.synthetic.Defects;
import org.remitlake.synthetic.Deliveries;
import org.remitlake.synthetic.Request;
import org.remitlake.time.Quarter;

/**
 * What the generator planted, as its truth.json states it, comes out of the indicators: seasons,
 * price levels, shares of providers before and after March 2022, money of people who moved.
 */
class PlantedTruthTest {
  @TempDir private static Path folder;
  private static final Map<String, Double> VALUES = new TreeMap<>();

  @BeforeAll
  static void compute() throws IOException {
    compute("calm", "2017-Q1", "2019-Q4");
    compute("break", "2021-Q4", "2022-Q4");
  }

  private static void compute(String name, String from, String to) throws IOException {
    Request request =
        new Request(11, 24_000, Quarter.parse(from), Quarter.parse(to), 1_000_000, Defects.NONE);
    Bench bench = new Bench(folder.resolve(name));
    // Reference rates come by file; of transfers a few would do, and none of them is taken in.
    Path files = folder.resolve(name + "-files");
    Deliveries.write(
        new Request(11, 100, Quarter.parse(from), Quarter.parse(to), 1_000_000, Defects.NONE),
        files);
    try (Stream<Path> all = Files.list(files)) {
      bench.ingest(
          all.filter(f -> f.getFileName().toString().startsWith("fx_")).toArray(Path[]::new));
    }
    SyntheticSilver.write(bench.lake, request);
    new IndicatorRun(
            bench.lake,
            List.of(
                new TransferSource(
                    bench.lake,
                    Registry.ofTransfers(),
                    Bench.config().corridors(),
                    Breakdowns.of(List.of()),
                    Smart::of)),
            List.of(SeasonSource.derivation(bench.lake)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
    for (Row row :
        bench
            .lake
            .read(IndicatorValues.CONTRACT)
            .where("value is not null")
            .select("indicator_id", "variant", "corridor", "period", "dimension_values", "value")
            .collectAsList()) {
      VALUES.put(
          String.join(
              " ",
              row.getString(0),
              row.getString(1),
              row.getString(2),
              row.getString(3),
              row.getString(4)),
          row.getDouble(5));
    }
  }

  private static double value(String series) {
    assertThat(VALUES).containsKey(series);
    return VALUES.get(series);
  }

  /** Mean over the quarters of the calm years. */
  private static double mean(String indicator, String corridor, String member) {
    return Quarter.range(Quarter.parse("2017-Q1"), Quarter.parse("2019-Q4")).stream()
        .mapToDouble(q -> value(indicator + " _T " + corridor + " " + q + " " + member))
        .average()
        .orElseThrow();
  }

  @Test
  void seasonsAreThoseOfTheModel() {
    // Means of the months' factors: (0.62 + 0.60 + 0.72) / 3 and so on; they add up to four. About
    // 1,200 transfers a quarter leave an error of 0.02 to a season, the mean of two years.
    double[] planted = {0.6467, 0.9733, 1.1800, 1.2000};
    for (int i = 0; i < planted.length; i++) {
      assertThat(value("B16 n_q" + (i + 1) + " RUS-TJK 2019-Q4 _T"))
          .isCloseTo(planted[i], within(0.06));
    }
  }

  @Test
  void monthsAreThoseOfTheModel() {
    double[] planted = {0.62, 0.60, 0.72, 0.86, 0.98, 1.08, 1.16, 1.18, 1.20, 1.22, 1.22, 1.16};
    // About 400 transfers a month: three standard errors of the mean of two years.
    for (int i = 0; i < planted.length; i++) {
      assertThat(value("B16 n_m%02d RUS-TJK 2019-Q4 _T".formatted(i + 1)))
          .isCloseTo(planted[i], within(0.11));
    }
  }

  @Test
  void marginsAreThoseOfTheTariffs() {
    // margin_mean_pct: CASH 1.0, POST 1.2, WALLET 1.5, APP 1.7
    assertThat(mean("A02", "RUS-ARM", "AGENT")).isCloseTo(1.0, within(0.05));
    assertThat(mean("A02", "RUS-ARM", "POST_01")).isCloseTo(1.2, within(0.05));
    assertThat(mean("A02", "RUS-ARM", "EMI_01")).isCloseTo(1.5, within(0.05));
    assertThat(mean("A02", "KAZ-TJK", "FIN_01")).isCloseTo(1.7, within(0.05));
  }

  @Test
  void sharesOfProvidersBreakWhereTheModelDoes() {
    // MTO_01 carries 80 % of the transfers from Russia to Tajikistan until March 2022, then 45 %.
    assertThat(share("2021-Q4")).isCloseTo(0.80, within(0.03));
    assertThat(share("2022-Q2")).isCloseTo(0.45, within(0.03));
    // 0.8² + 0.09² + 0.06² + 0.018² + 0.012² + 0.02² and 0.45² + 0.2² + 0.15² + 0.1² + 0.1²
    assertThat(value("A38 count RUS-TJK 2021-Q4 _T")).isCloseTo(0.653, within(0.04));
    assertThat(value("A38 count RUS-TJK 2022-Q2 _T")).isCloseTo(0.285, within(0.04));
  }

  private static double share(String quarter) {
    return value("B03 _T RUS-TJK " + quarter + " MTO_01")
        / value("B03 _T RUS-TJK " + quarter + " _T");
  }

  @Test
  void moneyOfPeopleWhoMovedIsToldFromWagesSinceTheyMove() {
    // Generated extracts tell no relationship: large amounts alone tell, and only since March 2022.
    String volume = " RUS-ARM 2021-Q4 _T";
    assertThat(value("B04 workers_low" + volume)).isEqualTo(value("B04 _T" + volume));
    volume = " RUS-ARM 2022-Q2 _T";
    assertThat(value("B04 workers_low" + volume)).isLessThan(0.95 * value("B04 _T" + volume));
    assertThat(value("B04 workers_high" + volume)).isEqualTo(value("B04 _T" + volume));
  }
}
