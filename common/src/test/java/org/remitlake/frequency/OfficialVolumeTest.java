package org.remitlake.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.Field;
import org.remitlake.contract.SettledTable;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.lake.Lake;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.transfer.Tx;

/** Volumes at RUB 80 per USD. */
@SparkTest
class OfficialVolumeTest {
  private static final String ARM = "RUS-ARM";

  private static final Field PRECEDENCE =
      OfficialFlows.CONTRACT.fields().stream()
          .filter(f -> f.name().equals("precedence"))
          .findFirst()
          .orElseThrow();

  @TempDir private static Path folder;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers =
        List.of(
            // 2024-Q1: USD 1 000 and 500, and one that was taken back.
            sent("a", "2024-02-15", "80000", "FAMILY"),
            sent("b", "2024-02-15", "40000", "FAMILY"),
            sent("c", "2024-02-15", "80000", "FAMILY").with(Tx.FINAL_STATE, "REFUNDED"),
            // 2022-Q2, after people moved, and the same a year before.
            sent("small to self", "2022-05-15", "10000", "SELF"),
            sent("large to self", "2022-05-15", "80000", "SELF"),
            sent("large to family", "2022-05-15", "240000", "FAMILY"),
            sent("small to family", "2022-05-15", "10000", "FAMILY"),
            sent("of nobody known", "2022-05-15", "8000", null),
            sent("before", "2021-05-15", "80000", "SELF"));
    Gold.fill(lake, transfers, List.of(), Set.of());
    Gold.write(
        lake,
        OfficialFlows.CONTRACT,
        SettledTable.QUARTER,
        List.of(
            older(),
            published("TOTAL", "2024-01-31", "10"),
            published("TOTAL", "2024-02-29", "20"),
            published("TOTAL", "2024-03-31", "30"),
            published("NON_COMMERCIAL", "2024-01-31", "10"),
            published("NON_COMMERCIAL", "2024-02-29", "20"),
            published("TOTAL", "2024-03-31", "99", "OUTFLOW", "RUS"),
            published("TOTAL", "2024-03-31", "99", "INFLOW", "KAZ")));
    Gold.run(lake);
    gold = Gold.read(lake);
  }

  private static TableRow sent(String id, String day, String principal, String to) {
    TableRow row =
        transfer(id, ARM, day).with(Tx.PRINCIPAL, principal).with(Tx.DELIVERED, principal + "0");
    return to == null ? row : row.with(Tx.RELATIONSHIP, to);
  }

  private static TableRow published(String concept, String month, String thousand) {
    return published(concept, month, thousand, "INFLOW", "RUS");
  }

  /** January as an older file told it, by its first day. */
  private static TableRow older() {
    return published("TOTAL", "2024-01-01", "500").with(PRECEDENCE, "a");
  }

  private static TableRow published(
      String concept, String month, String thousand, String direction, String partner) {
    return SettledRow.of(OfficialFlows.CONTRACT)
        .with("publisher", "CBA")
        .with("country", "ARM")
        .with("partner_country", partner)
        .with("direction", direction)
        .with("concept", concept)
        .with("month_on", month)
        .with("value", thousand)
        .with("quarter", "2024-Q1")
        .row();
  }

  private static Row row(String id, String variant, String quarter) {
    return gold.row(id, variant, ARM, quarter, "_T", "_T");
  }

  @Test
  void coverageIsTheExtractsVolumeOverThePublishedInflowOfTheSameCountry() {
    // USD 1 500 of 60 000; outflows, other countries and transfers taken back are not in it.
    assertThat(value(row("B27", "total", "2024-Q1"))).isCloseTo(2.5, within(1e-9));
  }

  @Test
  void aMonthThatIsNotPublishedIsNotZero() {
    assertThat(Gold.of(row("B27", "non_commercial", "2024-Q1"), IndicatorValues.NULL_REASON))
        .isEqualTo("NO_OFFICIAL");
    assertThat(Gold.of(row("B27", "total", "2022-Q2"), IndicatorValues.NULL_REASON))
        .isEqualTo("NO_OFFICIAL");
  }

  @Test
  void moneyOfThoseWhoMovedIsToldFromWagesNarrowlyCentrallyAndWidely() {
    // USD 125 and 1 000 to self, 3 000 and 125 to the family, 100 of whom nothing is told.
    assertThat(value(row("B04", "_T", "2022-Q2"))).isCloseTo(4_350, within(1e-6));
    assertThat(value(row("B04", "workers_high", "2022-Q2"))).isCloseTo(3_350, within(1e-6));
    assertThat(value(row("B04", "workers", "2022-Q2"))).isCloseTo(3_225, within(1e-6));
    assertThat(value(row("B04", "workers_low", "2022-Q2"))).isCloseTo(225, within(1e-6));
    // Before March 2022 nobody had moved.
    assertThat(value(row("B04", "workers_low", "2021-Q2"))).isCloseTo(1_000, within(1e-6));
  }
}
