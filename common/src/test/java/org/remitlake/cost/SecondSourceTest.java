package org.remitlake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/** A rouble is 0.134 somoni in Dushanbe, and a somoni 7.5 roubles in Moscow. */
@SparkTest
class SecondSourceTest {
  private static final String TJK = "RUS-TJK";
  private static final String DAY = "2024-02-15";
  private static final String NOW = "2024-Q1";

  @TempDir private static Path folder;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> rates = new ArrayList<>(SilverRows.rates(DAY));
    rates.add(SilverRows.rate("CBR", "TJS", "RUB", DAY, "7.5"));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    Gold.write(
        lake,
        Tx.CONTRACT,
        Tx.QUARTER,
        List.of(
            by("P1").with(Tx.FEE, "100"),
            by("P2").with(Tx.DELIVERED, "1300"),
            by("P3").with(Tx.FEE, "200"),
            // Moscow prices no dollars here: out on both sides.
            by("P4").with(Tx.DELIVERED, "100").with(Tx.DELIVERED_CURRENCY, "USD")));
    Gold.run(lake);
    gold = Gold.read(lake);
  }

  private static TableRow by(String provider) {
    return transfer("by " + provider, TJK, DAY).with(Tx.PROVIDER_ID, provider);
  }

  private static Row total(String variant) {
    return gold.row("A06", variant, TJK, NOW, "_T", "_T");
  }

  @Test
  void theSecondSourceGivesAMarginAndACost() {
    // Margins 1 - rate x 7.5: of 0.134 -0.5 %, of 0.130 2.5 %; with fees of 1, 0 and 2 %.
    assertThat(value(total("_T"))).isCloseTo((-0.5 + 2.5 - 0.5) / 3, within(1e-8));
    assertThat(value(total("cost"))).isCloseTo((0.5 + 2.5 + 1.5) / 3, within(1e-8));
    assertThat(Gold.of(total("_T"), IndicatorValues.N_MISSING)).isEqualTo(1L);
  }

  @Test
  void bothSourcesSpanAnInterval() {
    // By the first source 0, 100 (1 - 0.13 / 0.134) and 0 % of margin.
    double first = 100 * (1 - 0.13 / 0.134) / 3;
    assertThat(value(total("sensitivity"))).isCloseTo(first - 0.5, within(1e-8));
    assertThat(value(total("low"))).isCloseTo(1.5, within(1e-8));
    assertThat(value(total("high"))).isCloseTo(first + 1, within(1e-8));
  }

  @Test
  void providersKeepTheirOrder() {
    // 1, 2.99 and 2 % by the first, 0.5, 2.5 and 1.5 % by the second.
    assertThat(value(total("ranks"))).isCloseTo(1, within(1e-12));
  }
}
