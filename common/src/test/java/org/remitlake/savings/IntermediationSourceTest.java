package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.BookRows.account;
import static org.remitlake.testing.BookRows.balance;
import static org.remitlake.testing.BookRows.posting;
import static org.remitlake.testing.SilverRows.rate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Postings;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.testing.BookRows;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * Deposits at the end of 2024-Q4 and a year before, and remittances of 2023 and 2024; a dollar is
 * 10 somoni in 2023, 8 at the end of 2023 and 5 in 2024.
 *
 * <pre>
 * a1  c1  remittances of both years: 1 000, then 3 000
 * a2  c1  in dollars: 100, then 100; a remittance of 40 dollars in 2024
 * a3  c1  opened in 2024: 0, then 500
 * b1  c2  remittances of 2023 and a wage of 2024: 2 000, then 500
 * c1  c3  no remittance in 2023, one in 2024: 4 000, then 5 000
 * d1  c4  a new customer: 700
 * e1  c5  remittances of 2023, closed in 2024: 300, then 0
 * f1  c6  remittances of 2023; its ledger breaks
 * g1  c7  its only remittance was taken back: 1 000, then 900
 * h1  c8  its remittance is of 2022: 1 000, then 1 500
 * i1  c9  closed before the end of 2023, after a remittance
 * </pre>
 */
@SparkTest
class IntermediationSourceTest {
  private static final Offset<Double> NEAR = within(1e-7);
  private static final String THEN = "2023-12-31";
  private static final String NOW = "2024-12-31";
  private static final CellKey TOTAL = CellKey.total("TJK", "2024-Q4");

  @TempDir private static Path folder;
  private static Lake lake;
  private static List<ValueRow> values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    rates("5");
    write(Accounts.CONTRACT, accounts());
    write(Balances.CONTRACT, balances("9999"));
    write(Postings.CONTRACT, postings());
    values =
        new IntermediationSource(lake).values(Set.of("2023-Q4", "2024-Q2", "2024-Q4", "2025-Q1"));
  }

  private static void rates(String of2024) {
    List<TableRow> rates = new ArrayList<>();
    rates.add(rate("NBT", "USD", "TJS", "2023-03-01", "10"));
    rates.add(rate("NBT", "USD", "TJS", THEN, "8"));
    rates.add(rate("NBT", "USD", "TJS", "2024-05-01", of2024));
    rates.add(rate("NBT", "USD", "TJS", NOW, of2024));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
  }

  private static List<TableRow> accounts() {
    List<TableRow> all = new ArrayList<>();
    all.add(account("a1", "c1", "CUR", "2020-01-01"));
    all.add(of(account("a2", "c1", "CUR", "2020-01-01"), "currency", "USD"));
    all.add(account("a3", "c1", "SAV", "2024-02-01"));
    all.add(account("b1", "c2", "CUR", "2020-01-01"));
    all.add(account("c1", "c3", "CUR", "2020-01-01"));
    all.add(account("d1", "c4", "CUR", "2024-02-01"));
    all.add(of(account("e1", "c5", "CUR", "2020-01-01"), "closed_on", "2024-06-01"));
    all.add(account("f1", "c6", "CUR", "2020-01-01"));
    all.add(account("g1", "c7", "CUR", "2020-01-01"));
    all.add(account("h1", "c8", "CUR", "2020-01-01"));
    all.add(of(account("i1", "c9", "CUR", "2020-01-01"), "closed_on", THEN));
    all.add(of(account("no", "c8", "CUR", "2020-01-01"), "decision", "REJECTED"));
    return all;
  }

  private static TableRow of(TableRow account, String field, String value) {
    return set(Accounts.CONTRACT, account, field, value);
  }

  private static List<TableRow> balances(String ofBroken) {
    List<TableRow> all = new ArrayList<>();
    Map.of("a1", "1000", "a2", "100", "b1", "2000", "c1", "4000", "e1", "300", "f1", "50")
        .forEach((id, amount) -> all.add(balance(id, THEN, amount)));
    all.add(balance("g1", THEN, "1000"));
    all.add(balance("h1", THEN, "1000"));
    Map.of("a1", "3000", "a2", "100", "a3", "500", "b1", "500", "c1", "5000", "d1", "700")
        .forEach((id, amount) -> all.add(balance(id, NOW, amount)));
    all.add(balance("g1", NOW, "900"));
    all.add(balance("h1", NOW, "1500"));
    all.add(set(Balances.CONTRACT, balance("f1", NOW, ofBroken), "flags", List.of("K03")));
    return all;
  }

  private static List<TableRow> postings() {
    List<TableRow> all = new ArrayList<>();
    all.add(posting("h1", "2022-12-31", "C", "REMIT_CREDIT", "777"));
    all.add(posting("a1", "2023-03-02", "C", "REMIT_CREDIT", "100"));
    all.add(posting("b1", "2023-03-02", "C", "REMIT_CREDIT", "200"));
    all.add(posting("e1", "2023-03-02", "C", "REMIT_CREDIT", "300"));
    all.add(posting("f1", "2023-03-02", "C", "REMIT_CREDIT", "300"));
    all.add(posting("i1", "2023-03-02", "C", "REMIT_CREDIT", "400"));
    all.add(
        set(
            Postings.CONTRACT,
            posting("g1", "2023-03-02", "C", "REMIT_CREDIT", "300"),
            "flags",
            List.of("K04")));
    all.add(posting("a1", "2024-05-02", "C", "REMIT_CREDIT", "1000"));
    all.add(
        set(
            Postings.CONTRACT,
            posting("a2", "2024-05-02", "C", "REMIT_CREDIT", "40"),
            "currency",
            "USD"));
    all.add(posting("b1", "2024-05-02", "C", "REMIT_CREDIT", "200"));
    all.add(posting("b1", "2024-05-03", "C", "SALARY", "5000"));
    all.add(posting("c1", "2024-05-02", "C", "REMIT_CREDIT", "2000"));
    all.add(posting("d1", "2024-05-02", "C", "CASH_IN", "700"));
    all.add(posting("e1", "2024-05-02", "C", "REMIT_CREDIT", "600"));
    return all;
  }

  private static TableRow set(TableContract table, TableRow row, String field, Object value) {
    return BookRows.with(row, table, field, value);
  }

  private static void write(TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static ValueRow of(Intermediation indicator, CellKey cell) {
    return values.stream()
        .filter(v -> v.indicator() == indicator && v.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void depositsPerRemittanceAreOfCustomersWhoGotAny() {
    // Dollars at 5: deposits 600 + 100 + 100 of c1, 100 of c2, 1 000 of c3, none of c5, who is
    // gone; remittances 200 + 40 of c1, 40 of c2, 400 of c3 and 120 of c5.
    ValueRow ratio = of(Intermediation.C70, TOTAL);
    assertThat(ratio.value().orElseThrow()).isEqualTo(100 * 1900 / 800.0, NEAR);
    assertThat(ratio.units()).isEqualTo(4);
    // d1, f1, g1, h1.
    assertThat(ratio.excluded()).isEqualTo(Map.of("NO_REMITTANCE", 4L));
    assertThat(ratio.fxSource()).contains("NBT");
    // c2's wage comes to the bank.
    ValueRow retail = of(Intermediation.C70_RETAIL, TOTAL);
    assertThat(retail.value().orElseThrow()).isEqualTo(100 * 1800 / 760.0, NEAR);
    assertThat(retail.excluded()).isEqualTo(Map.of("NO_REMITTANCE", 4L, "WAGE_OR_PENSION", 1L));
  }

  @Test
  void growthIsOfTheSameCustomersAtTheRatesOfThen() {
    // Dollars at 8 on both sides: c1 had 125 + 100 and has 375 + 100 + 62.5, c2 250 and 62.5, c5
    // 37.5 and nothing; c9 had left by then.
    ValueRow growth = of(Intermediation.C72, TOTAL);
    assertThat(growth.value().orElseThrow()).isEqualTo(100 * (600 - 512.5) / 512.5, NEAR);
    assertThat(growth.n()).isEqualTo(5);
    assertThat(growth.units()).isEqualTo(3);
    assertThat(growth.excluded())
        .isEqualTo(Map.of("NO_REMITTANCE", 3L, "NEW_CUSTOMER", 1L, "LEDGER_BREAK", 1L));
    // c3 500 and 625, c7 125 and 112.5, c8 125 and 187.5.
    ValueRow others = of(Intermediation.C72_OTHER, TOTAL);
    assertThat(others.value().orElseThrow()).isEqualTo(100 * (925 - 750) / 750.0, NEAR);
    assertThat(others.excluded()).isEqualTo(Map.of("REMITTANCE_CLIENT", 6L, "NEW_CUSTOMER", 1L));
    ValueRow difference = of(Intermediation.C72_DIFFERENCE, TOTAL);
    assertThat(difference.value().orElseThrow())
        .isEqualTo(100 * 87.5 / 512.5 - 100 * 175 / 750.0, NEAR);
    assertThat(difference.units()).isEqualTo(3);
  }

  @Test
  void aRateOfTodayDoesNotMakeDepositsGrow() {
    rates("4");
    List<ValueRow> cheaper = new IntermediationSource(lake).values(Set.of("2024-Q4"));
    rates("5");
    assertThat(cheaper)
        .filteredOn(v -> v.indicator() == Intermediation.C72 && v.cell().equals(TOTAL))
        .singleElement()
        .satisfies(v -> assertThat(v.value()).isEqualTo(of(Intermediation.C72, TOTAL).value()));
    // Deposits 750 + 100 + 125 of c1, 125 of c2, 1 250 of c3; remittances 250 + 40, 50, 500, 150.
    assertThat(cheaper)
        .filteredOn(v -> v.indicator() == Intermediation.C70 && v.cell().equals(TOTAL))
        .singleElement()
        .satisfies(v -> assertThat(v.value().orElseThrow()).isEqualTo(100 * 2350 / 990.0, NEAR));
  }

  @Test
  void booksThatBeginTooLateOrAreNotOverGiveNoValue() {
    // Postings begin in 2022-Q4: a year ends with 2023-Q4, two do not.
    CellKey early = CellKey.total("TJK", "2023-Q4");
    assertThat(of(Intermediation.C70, early).value()).isPresent();
    assertThat(of(Intermediation.C72, early).nullReason()).isEqualTo("HISTORY_SHORT");
    assertThat(of(Intermediation.C72_DIFFERENCE, early).nullReason()).isEqualTo("HISTORY_SHORT");
    CellKey open = CellKey.total("TJK", "2024-Q2");
    assertThat(of(Intermediation.C70, open).nullReason()).isEqualTo("WINDOW_OPEN");
    assertThat(values).noneMatch(v -> v.cell().quarter().equals("2025-Q1"));
  }

  @Test
  void aProductAndASexHaveTheirOwnCells() {
    CellKey savings = CellKey.of("TJK", "2024-Q4", "product_code", "SAV");
    assertThat(of(Intermediation.C72, savings).nullReason()).as("0 then").isEqualTo("DEN_ZERO");
    assertThat(of(Intermediation.C72_DIFFERENCE, savings).nullReason()).isEqualTo("DEN_ZERO");
    CellKey women = CellKey.of("TJK", "2024-Q4", "customer_sex", "F");
    assertThat(of(Intermediation.C72, women).value())
        .isEqualTo(of(Intermediation.C72, TOTAL).value());
  }

  @Test
  void whatAQuarterRestsOnIsInItsInputs() {
    Map<String, String> before = new IntermediationSource(lake).inputs();
    write(
        Postings.CONTRACT,
        postings().stream()
            .filter(p -> Gold.quarter(p.get(Postings.BOOKED_ON).toString()).equals("2024-Q2"))
            .toList());
    Map<String, String> after = new IntermediationSource(lake).inputs();
    assertThat(after.get("2024-Q4")).isNotEqualTo(before.get("2024-Q4"));
    assertThat(after.get("2022-Q4")).isEqualTo(before.get("2022-Q4"));
  }
}
