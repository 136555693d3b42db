package org.remitlake.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.remitlake.cost.Smart;
import org.remitlake.indicator.Breakdowns;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.TransferSource;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * To Armenia 1, 2, 3 and 2 transfers in the quarters of 2019 to 2021, of AMD 40,000 in 2019 and
 * 50,000 after, when prices are a quarter higher: the same in real terms. One more in 2022, whose
 * quarter has no price at first: a year's figure, and months of another publisher.
 */
@SparkTest
class RealTermsTest {
  private static final String ARM = "RUS-ARM";
  private static final String TJK = "RUS-TJK";
  private static final String KAZ = "KAZ-ARM";
  private static final String BASE = "2019=100";

  @TempDir private static Path folder;
  private static Lake lake;
  private static Gold before;
  private static Gold after;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers = new ArrayList<>();
    for (int quarter = 0; quarter < 13; quarter++) {
      String day = "%d-%02d-10".formatted(2019 + quarter / 4, 1 + quarter % 4 * 3);
      for (int n = 0; n < new int[] {1, 2, 3, 2}[quarter % 4]; n++) {
        transfers.add(
            transfer(n + " " + day, ARM, day).with(Tx.DELIVERED, quarter < 4 ? "40000" : "50000"));
      }
      if (day.startsWith("2020")) {
        transfers.add(transfer("t" + day, TJK, day));
      }
    }
    transfers.add(
        transfer("refunded", ARM, "2021-07-11")
            .with(Tx.FINAL_STATE, "REFUNDED")
            .with(Tx.DELIVERED, "1000000"));
    transfers.add(transfer("k", KAZ, "2021-10-10"));
    Gold.fill(lake, transfers, List.of(), Set.of());

    List<TableRow> series = new ArrayList<>(prices());
    series.addAll(yearly());
    write(series);
    run();
    before = Gold.read(lake);
    series.add(series("CPI", "ARM", "2022-Q1", "250", BASE, "Armstat"));
    series.add(series("GDP", "TJK", "2023", "5", "USD million", "World Bank"));
    write(series);
    run();
    after = Gold.read(lake);
  }

  private static List<TableRow> prices() {
    List<TableRow> prices = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      String of2019 = "2019-%02d".formatted(month);
      String of2020 = "2020-%02d".formatted(month);
      int around = month % 3 - 1; // the mean of three months is 100 or 125
      prices.add(series("CPI", "ARM", of2019, 100 + around + "", BASE, "Armstat"));
      prices.add(series("CPI", "ARM", of2020, 125 + around + "", BASE, "Armstat"));
      String unit = month < 7 ? "2010=100" : "2015=100";
      prices.add(series("CPI", "TJK", of2020, "100", unit, "Agency"));
    }
    for (int quarter = 1; quarter <= 4; quarter++) {
      prices.add(series("CPI", "ARM", "2021-Q" + quarter, "125", BASE, "Armstat"));
    }
    prices.add(series("CPI", "ARM", "2022", "125", BASE, "Armstat"));
    for (String month : List.of("2022-01", "2022-02", "2022-03")) {
      prices.add(series("CPI", "ARM", month, "125", BASE, "IMF"));
    }
    return prices;
  }

  /** Inflows and output: of Armenia whole for 2023, and three quarters of 2024. */
  private static List<TableRow> yearly() {
    List<TableRow> series = new ArrayList<>();
    for (int quarter = 1; quarter <= 4; quarter++) {
      series.add(inflow("ARM", "2023-Q" + quarter, "100", "USD"));
      series.add(series("GDP", "ARM", "2023-Q" + quarter, "999", "AMD million", "Armstat"));
      if (quarter < 4) {
        series.add(inflow("ARM", "2024-Q" + quarter, "100", "USD"));
      }
    }
    series.add(series("GDP", "ARM", "2023", "4000", "USD", "World Bank"));
    series.add(series("GDP", "ARM", "2024", "4000", "USD", "World Bank"));
    series.add(inflow("TJK", "2023", "2", "USD million"));
    series.add(inflow("TJK", "2022", "2", "USD million"));
    series.add(series("GDP", "TJK", "2022", "5", "USD million", "Agency"));
    return series;
  }

  private static TableRow inflow(String country, String period, String value, String unit) {
    return series("OFFICIAL_INFLOW", country, period, value, unit, "World Bank");
  }

  private static TableRow series(
      String code, String country, String period, String value, String unit, String source) {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", code)
        .with("country", country)
        .with("period", period)
        .with("value", value)
        .with("unit", unit)
        .with("source", source)
        .row();
  }

  private static void write(List<TableRow> series) {
    lake.replace(
        ReferenceSeries.CONTRACT,
        new TreeSet<>(List.of("CPI", "GDP", "OFFICIAL_INFLOW")),
        TableRow.frame(lake.spark(), ReferenceSeries.CONTRACT, series));
  }

  private static void run() {
    new IndicatorRun(
            lake,
            List.of(
                new TransferSource(
                    lake,
                    Gold.ofTransfers(),
                    List.of(ARM, TJK, KAZ),
                    Breakdowns.of(List.of()),
                    Smart::of),
                new EconomySource(lake)),
            List.of(RealVolumeSource.derivation(lake), SeasonSource.derivation(lake)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
  }

  private static Row row(Gold gold, String id, String variant, String corridor, String quarter) {
    return gold.row(id, variant, corridor, quarter, "_T", "_T");
  }

  /** 150,000 / 125 of 2021-Q3 to 80,000 / 100 of the mean quarter of 2019, without the refund. */
  @ParameterizedTest
  @CsvSource({
    "B10, _T, 2019-Q1, 50",
    "B10, _T, 2021-Q3, 150",
    "B10, first_year, 2021-Q3, 150",
    "B16, n_q1, 2021-Q4, 0.5",
    "B16, v_q1, 2021-Q4, 0.5",
    "B16, v_q2, 2021-Q4, 1",
    "B16, v_q3, 2021-Q4, 1.5",
    "B16, v_q4, 2021-Q4, 1",
    "B16, v_amplitude, 2021-Q4, 1",
    // 100,000 at 125 is 80,000 at prices of 2019; a fourth quarter is like the year.
    "B17, _T, 2021-Q4, 80000",
    "B17, n, 2021-Q4, 2",
    "B17, n, 2022-Q1, 2",
  })
  void atConstantPrices(String id, String variant, String quarter, double expected) {
    assertThat(value(row(before, id, variant, ARM, quarter))).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "B10, _T, RUS-ARM, 2022-Q1, NO_CPI", // neither a year's figure nor another publisher's
    "B16, v_q1, RUS-ARM, 2022-Q1, NO_CPI",
    "B17, _T, RUS-ARM, 2022-Q1, NO_CPI",
    "B16, v_q1, RUS-ARM, 2021-Q3, HISTORY_SHORT",
    "B17, _T, RUS-ARM, 2021-Q3, HISTORY_SHORT",
    "B17, n, RUS-ARM, 2021-Q3, HISTORY_SHORT",
    "B10, _T, RUS-TJK, 2020-Q4, NO_BASE",
    "B10, first_year, RUS-TJK, 2020-Q4, NO_CPI", // two bases of the index
    "B10, _T, KAZ-ARM, 2021-Q4, NO_BASE",
    "B10, first_year, KAZ-ARM, 2021-Q4, NO_BASE",
    "B28, _T, ARM, 2024-Q4, NO_OFFICIAL", // three quarters are no year
    "B28, _T, TJK, 2023-Q4, NO_OFFICIAL", // no output
    "B28, _T, TJK, 2022-Q4, NO_OFFICIAL", // of another publisher
  })
  void noValueAndWhy(String id, String variant, String corridor, String quarter, String why) {
    Row row = row(before, id, variant, corridor, quarter);
    assertThat(Gold.of(row, IndicatorValues.VALUE)).isNull();
    assertThat(Gold.of(row, IndicatorValues.NULL_REASON)).isEqualTo(why);
  }

  /**
   * ConsumerPrices of 2022-Q1 come at 250. Its 50,000 are 200 to a base of 800. In the seasonal
   * index the average around 2021-Q3 is (400 / 2 + 800 + 1200 + 800 + 200 / 2) / 4 = 775: the
   * ratios of third quarters are 1.5, 1.5 and 1200 / 775, the four seasons add up to 4 + 1/62, and
   * 20,000 at prices of 2019 over 0.5 / (1 + 1/248) are 40,161.29…
   */
  @Test
  void aPriceThatComesLaterChangesWhatRestsOnIt() {
    assertThat(value(row(after, "B10", "_T", ARM, "2022-Q1"))).isCloseTo(25, within(1e-9));
    assertThat(value(row(after, "B16", "v_q1", ARM, "2022-Q1")))
        .isCloseTo(0.5 / (1 + 1 / 248.0), within(1e-9));
    assertThat(value(row(after, "B17", "_T", ARM, "2022-Q1")))
        .isCloseTo(40_000 * (1 + 1 / 248.0), within(1e-6));
    assertThat(value(row(after, "B10", "_T", ARM, "2021-Q3"))).isCloseTo(150, within(1e-9));
  }

  @Test
  void inflowsOfAYearAreHeldAgainstOutputInTheSameUnit() {
    // 4 × 100 of 4,000; output in drams is beside it.
    assertThat(value(row(before, "B28", "_T", "ARM", "2023-Q4"))).isCloseTo(10, within(1e-9));
    assertThat(value(row(after, "B28", "_T", "TJK", "2023-Q4"))).isCloseTo(40, within(1e-9));
    assertThat(Gold.of(row(before, "B28", "_T", "ARM", "2023-Q4"), IndicatorValues.BASIS))
        .isEqualTo("official");
  }
}
