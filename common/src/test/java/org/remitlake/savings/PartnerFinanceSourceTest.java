package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.BookRows.account;
import static org.remitlake.testing.SilverRows.rate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Accounts;
import org.remitlake.account.PartnerFinances;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.testing.BookRows;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/**
 * What SAV brought TJ_BANK_01 in 2024, each expected value worked beside it. Accounts: two since
 * 2022, one from 10 February, one closed in November; a refused one, and one of another product.
 */
@SparkTest
class PartnerFinanceSourceTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final CellKey TOTAL = CellKey.total("TJK", "2024-Q4");

  @TempDir private Path folder;

  private static TableRow month(String product, String month, String... money) {
    SettledRow row =
        SettledRow.of(PartnerFinances.CONTRACT)
            .with("partner_id", "TJ_BANK_01")
            .with("country", "TJK")
            .with("product_code", product)
            .with("month_on", month)
            .with("currency", money.length > 4 ? money[4] : "TJS")
            .with("quarter", Quarter.of(LocalDate.parse(month)).toString());
    List<String> names =
        List.of("fee_income", "interest_margin", "servicing_cost", "average_deposits");
    for (int i = 0; i < names.size(); i++) {
      row.with(names.get(i), money[i]);
    }
    return row.row();
  }

  /** Twelve months of 2024 alike, but for the last. */
  private static List<TableRow> year(String cost, String marginOfDecember) {
    List<TableRow> all = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      all.add(
          month(
              "SAV",
              LocalDate.of(2024, month, 1).toString(),
              "10",
              month == 12 ? marginOfDecember : "20",
              cost,
              "3600"));
    }
    // Of another product there are two months: it began in the middle of the quarter.
    all.add(month("NEW", "2024-12-01", "7000", "7000", "7000", "7000"));
    all.add(month("NEW", "2024-11-01", "7000", "7000", "7000", "7000"));
    return all;
  }

  private static Lake lake(SparkSession spark, Path folder) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    write(
        lake,
        Accounts.CONTRACT,
        List.of(
            account("a", "c1", "SAV", "2022-01-01"),
            account("b", "c2", "SAV", "2022-01-01"),
            account("c", "c3", "SAV", "2024-02-10"),
            of(account("d", "c4", "SAV", "2022-01-01"), "closed_on", "2024-11-05"),
            of(account("e", "c5", "SAV", "2022-01-01"), "decision", "REJECTED"),
            account("f", "c6", "CUR", "2022-01-01")));
    // Somoni are 10 a dollar, and 8 from 16 December on.
    List<TableRow> rates = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2023-12-31");
        day.isBefore(LocalDate.parse("2025-01-01"));
        day = day.plusDays(1)) {
      boolean isLate = !day.isBefore(LocalDate.parse("2024-12-16"));
      rates.add(rate("NBT", "USD", "TJS", day.toString(), isLate ? "8" : "10"));
    }
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    return lake;
  }

  private static TableRow of(TableRow account, String field, String value) {
    return BookRows.with(account, Accounts.CONTRACT, field, value);
  }

  private static void write(Lake lake, TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static List<ValueRow> values(Lake lake, List<TableRow> months) {
    write(lake, PartnerFinances.CONTRACT, months);
    return new PartnerFinanceSource(lake).values(Set.of("2024-Q3", "2024-Q4"));
  }

  private static ValueRow of(List<ValueRow> values, PartnerFinance indicator, CellKey cell) {
    return values.stream()
        .filter(v -> v.indicator() == indicator && v.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void revenueIsOfTheQuarterAndAtTheRatesOfItsMonths(SparkSession spark) {
    List<ValueRow> values = values(lake(spark, folder), year("80", "50"));
    // 30 at 0.1 twice, and 60 at (15 · 0.1 + 16 · 0.125) / 31; accounts 4, then 3.
    double december = 60 * (15 * 0.1 + 16 * 0.125) / 31;
    CellKey savings = CellKey.of("TJK", "2024-Q4", "product_code", "SAV");
    ValueRow revenue = of(values, PartnerFinance.C51, savings);
    assertThat(revenue.value().orElseThrow()).isEqualTo((6 + december) / 3.5, NEAR);
    assertThat(revenue.n()).isEqualTo(3);
    assertThat(revenue.fxSource()).contains("NBT");
    CellKey young = CellKey.of("TJK", "2024-Q4", "product_code", "NEW");
    assertThat(of(values, PartnerFinance.C51, young).nullReason()).isEqualTo("HISTORY_SHORT");
    ValueRow all = of(values, PartnerFinance.C51, TOTAL);
    assertThat(all.value()).isEqualTo(revenue.value());
    assertThat(all.excluded()).isEqualTo(Map.of("HISTORY_SHORT", 1L));
    assertThat(of(values, PartnerFinance.C51, TOTAL.at("2024-Q3")).value().orElseThrow())
        .isEqualTo(9 / 4.0, NEAR);
  }

  @Test
  void anAccountBreaksEvenWhereItsMarginPaysWhatFeesDoNot(SparkSession spark) {
    Lake lake = lake(spark, folder);
    // Ends of quarters 3, 4, 4, 4, 3: means 3.5, 4, 4, 3.5 are 3.75 a year. Cost 960 less fees 120
    // over 3.75 is 224 an account; margin 11 · 20 + 20 = 240 on 3 600: 224 · 3 600 / 240.
    List<ValueRow> values = values(lake, year("80", "20"));
    assertThat(of(values, PartnerFinance.C52, TOTAL).value().orElseThrow()).isEqualTo(3360, NEAR);
    assertThat(of(values, PartnerFinance.C52, TOTAL.at("2024-Q3")).nullReason())
        .isEqualTo("HISTORY_SHORT");
    // Twice the margin, half the balance.
    assertThat(of(values(lake, year("80", "260")), PartnerFinance.C52, TOTAL).value().orElseThrow())
        .isEqualTo(1680, NEAR);
  }

  @Test
  void feesThatCoverTheCostNeedNoBalanceAndAMarginBelowZeroGivesNone(SparkSession spark) {
    Lake lake = lake(spark, folder);
    assertThat(of(values(lake, year("9", "20")), PartnerFinance.C52, TOTAL).value()).contains(0.0);
    Map<String, String> before = new PartnerFinanceSource(lake).inputs();
    assertThat(of(values(lake, year("80", "-220")), PartnerFinance.C52, TOTAL).nullReason())
        .isEqualTo("DEN_ZERO");
    assertThat(new PartnerFinanceSource(lake).inputs()).isNotEqualTo(before);
  }

  @Test
  void aMonthThatIsMissingIsNoZero(SparkSession spark) {
    List<TableRow> months = year("80", "20");
    months.remove(10);
    List<ValueRow> values = values(lake(spark, folder), months);
    CellKey savings = CellKey.of("TJK", "2024-Q4", "product_code", "SAV");
    for (PartnerFinance indicator : PartnerFinance.values()) {
      assertThat(of(values, indicator, savings).nullReason()).isEqualTo("Q_MISSING");
      assertThat(of(values, indicator, savings).excluded()).isEqualTo(Map.of("NO_REPORT", 1L));
    }
  }

  @Test
  void amountsInAnotherCurrencyAreNoBalanceInLocalOnes(SparkSession spark) {
    Lake lake = lake(spark, folder);
    List<TableRow> months = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      String on = LocalDate.of(2024, month, 1).toString();
      months.add(month("SAV", on, "1", "2", "8", "360", "USD"));
    }
    List<ValueRow> values = values(lake, months);
    assertThat(of(values, PartnerFinance.C52, TOTAL).excluded())
        .isEqualTo(Map.of("FOREIGN_CURRENCY", 1L));
    assertThat(of(values, PartnerFinance.C52, TOTAL).nullReason()).isEqualTo("EMPTY");
    assertThat(of(values, PartnerFinance.C51, TOTAL).value().orElseThrow())
        .as("nine dollars are nine")
        .isEqualTo(9 / 3.5, NEAR);
  }
}
