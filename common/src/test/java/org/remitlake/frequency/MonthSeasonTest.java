package org.remitlake.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
 * In each month of 2019 to 2021 one transfer of TJS 1,340 until June and three from July on, when
 * prices are half as high again; to Armenia one a quarter.
 */
@SparkTest
class MonthSeasonTest {
  private static final String TJK = "RUS-TJK";
  private static final String ARM = "RUS-ARM";

  @TempDir private static Path folder;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers = new ArrayList<>();
    List<TableRow> prices = new ArrayList<>();
    for (int year = 2019; year <= 2021; year++) {
      for (int month = 1; month <= 12; month++) {
        String period = "%d-%02d".formatted(year, month);
        for (int n = 0; n < (month > 6 ? 3 : 1); n++) {
          transfers.add(transfer(n + " in " + period, TJK, period + "-28"));
        }
        if (month % 3 == 0) {
          transfers.add(transfer(period, ARM, period + "-28"));
        }
        prices.add(price(period, month > 6 ? "150" : "100"));
      }
    }
    transfers.add(transfer("refunded", TJK, "2021-07-28").with(Tx.FINAL_STATE, "REFUNDED"));
    Gold.fill(lake, transfers, List.of(), Set.of());
    lake.replace(
        ReferenceSeries.CONTRACT,
        Set.of("CPI"),
        TableRow.frame(spark, ReferenceSeries.CONTRACT, prices));
    new IndicatorRun(
            lake,
            List.of(
                new TransferSource(
                    lake,
                    Gold.ofTransfers(),
                    List.of(ARM, TJK),
                    Breakdowns.of(List.of()),
                    Smart::of)),
            List.of(SeasonSource.derivation(lake)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
    gold = Gold.read(lake);
  }

  private static TableRow price(String month, String index) {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", "CPI")
        .with("country", "TJK")
        .with("period", month)
        .with("value", index)
        .with("unit", "2019=100")
        .with("source", "Agency")
        .row();
  }

  private static Row row(String id, String variant, String corridor, String quarter) {
    return gold.row(id, variant, corridor, quarter, "_T", "_T");
  }

  /** The years are alike, so each average is the year's 24 / 12; in real terms 6 + 12 of it. */
  @ParameterizedTest
  @CsvSource({
    "B03, m1, 2021-Q1, 1",
    "B03, m1, 2021-Q3, 3", // without the refund
    "B05, m2, 2021-Q3, 4020",
    "B16, n_m01, 2021-Q4, 0.5",
    "B16, n_m06, 2021-Q4, 0.5",
    "B16, n_m07, 2021-Q4, 1.5",
    "B16, n_m12, 2021-Q4, 1.5",
    "B16, n_months_amplitude, 2021-Q4, 1",
    "B16, v_m06, 2021-Q4, 0.6666666666666667",
    "B16, v_m07, 2021-Q4, 1.3333333333333333",
    "B16, v_months_amplitude, 2021-Q4, 0.6666666666666667",
  })
  void monthsOfTheYear(String id, String variant, String quarter, double expected) {
    assertThat(value(row(id, variant, TJK, quarter))).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "B16, n_m01, RUS-TJK, 2021-Q3, HISTORY_SHORT", // eleven quarters
    "B16, n_m01, RUS-ARM, 2021-Q4, GAP", // months without transfers
    "B16, v_m01, RUS-ARM, 2021-Q4, GAP",
  })
  void noValueAndWhy(String id, String variant, String corridor, String quarter, String why) {
    Row row = row(id, variant, corridor, quarter);
    assertThat(Gold.of(row, IndicatorValues.VALUE)).isNull();
    assertThat(Gold.of(row, IndicatorValues.NULL_REASON)).isEqualTo(why);
  }

  /** One person a month: a value that rests on him is not to be published. */
  @Test
  void monthsTellOfTheirOwnSenders() {
    Row first = row("B03", "m1", TJK, "2021-Q1");
    assertThat(Gold.of(first, IndicatorValues.N_UNITS)).isEqualTo(1L);
    assertThat(Gold.of(first, IndicatorValues.SUPPRESSION_CODE)).isEqualTo("P1");
  }
}
