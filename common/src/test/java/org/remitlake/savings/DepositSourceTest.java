package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.BookRows.account;
import static org.remitlake.testing.BookRows.balance;
import static org.remitlake.testing.BookRows.posting;

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
import org.remitlake.registry.Pilots;
import org.remitlake.testing.BookRows;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * Accounts in 2024-Q1, of 91 days, each told at its end alone.
 *
 * <pre>
 * saved    c1  pilot's product; 130 on 61 days, 100 on 30 from 2 March on
 * wage     c1  60 on all days
 * new      c2  open 10 days: 1 000 on 5, 500 on 5
 * closed   c3  closed on 11 January: 100 on 5 days, 200 on 5
 * broken   c4  its ledger breaks
 * dollars  c5  in another currency
 * untold   c6  no balance is told
 * empty    c6  opened, and nothing paid in
 * interest c7  91 of interest on the last day, which is 1 on average
 * fee      c8  5 taken on the first day, nothing left
 * back     c9  40 put in and taken back, 10 moved to an account in dollars on the first day
 * </pre>
 */
@SparkTest
class DepositSourceTest {
  private static final Offset<Double> NEAR = within(1e-7);
  private static final CellKey TOTAL = CellKey.total("TJK", "2024-Q1");

  @TempDir private static Path folder;
  private static Lake lake;
  private static List<ValueRow> values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    write(Accounts.CONTRACT, accounts());
    write(Balances.CONTRACT, balances());
    write(Postings.CONTRACT, postings());
    TableRow pilot = TableRow.of(Pilots.CONTRACT);
    set(Pilots.CONTRACT, pilot, "pilot_code", "PT_TJ_01");
    set(Pilots.CONTRACT, pilot, "product_code", "SAV");
    set(Pilots.CONTRACT, pilot, "flags", List.of());
    write(Pilots.CONTRACT, List.of(pilot));
    values = new DepositSource(lake).values(Set.of("2023-Q1", "2023-Q4", "2024-Q1", "2024-Q2"));
  }

  private static List<TableRow> accounts() {
    List<TableRow> accounts = new ArrayList<>();
    accounts.add(account("saved", "c1", "SAV", "2022-01-01"));
    accounts.add(account("wage", "c1", "CUR", "2022-01-01"));
    accounts.add(account("new", "c2", "CUR", "2024-03-22"));
    accounts.add(
        set(
            Accounts.CONTRACT,
            account("closed", "c3", "CUR", "2022-01-01"),
            "closed_on",
            "2024-01-11"));
    accounts.add(account("broken", "c4", "CUR", "2022-01-01"));
    accounts.add(
        set(Accounts.CONTRACT, account("dollars", "c5", "CUR", "2022-01-01"), "currency", "USD"));
    accounts.add(account("untold", "c6", "CUR", "2022-01-01"));
    set(Accounts.CONTRACT, accounts.get(6), "first_deposit_on", "2022-01-05");
    accounts.add(account("empty", "c6", "CUR", "2024-01-01"));
    accounts.add(account("interest", "c7", "CUR", "2022-01-01"));
    accounts.add(account("fee", "c8", "CUR", "2022-01-01"));
    accounts.add(account("back", "c9", "CUR", "2022-01-01"));
    accounts.add(account("later", "c9", "CUR", "2024-04-01"));
    return accounts;
  }

  private static List<TableRow> balances() {
    String end = "2024-03-31";
    List<TableRow> balances = new ArrayList<>();
    balances.add(balance("saved", end, "100"));
    balances.add(balance("wage", end, "60"));
    balances.add(balance("new", end, "500"));
    balances.add(set(Balances.CONTRACT, balance("broken", end, "9999"), "flags", List.of("K03")));
    balances.add(balance("dollars", end, "8888"));
    balances.add(balance("interest", end, "91"));
    balances.add(balance("fee", end, "0"));
    balances.add(balance("back", end, "0"));
    return balances;
  }

  private static List<TableRow> postings() {
    List<TableRow> all = new ArrayList<>();
    all.add(posting("saved", "2024-01-01", "C", "CASH_IN", "50"));
    all.add(posting("saved", "2024-03-02", "D", "CASH_OUT", "30"));
    all.add(posting("new", "2024-03-22", "C", "REMIT_CREDIT", "1000"));
    all.add(posting("new", "2024-03-27", "D", "ATM", "500"));
    all.add(posting("closed", "2024-01-06", "C", "SALARY", "100"));
    all.add(posting("closed", "2024-01-11", "D", "CASH_OUT", "200"));
    all.add(posting("interest", "2024-03-31", "C", "INTEREST", "91"));
    all.add(posting("fee", "2024-01-01", "D", "FEE", "5"));
    all.add(flagged(posting("back", "2024-02-01", "C", "CASH_IN", "40"), "K04"));
    all.add(flagged(posting("back", "2024-02-01", "D", "REVERSAL", "40"), "K04"));
    all.add(flagged(posting("back", "2024-01-01", "D", "TRANSFER_OWN", "10"), "K06"));
    all.add(posting("saved", "2023-06-30", "C", "REMIT_CREDIT", "400"));
    all.add(posting("broken", "2023-08-01", "C", "REMIT_CREDIT", "100"));
    all.add(posting("broken", "2024-01-20", "C", "CASH_IN", "7777"));
    all.add(posting("broken", "2024-04-01", "C", "REMIT_CREDIT", "100"));
    all.add(posting("fee", "2024-04-02", "C", "CASH_IN", "5"));
    // A year before: four remittances on wage, and what is moved from there.
    all.add(posting("saved", "2023-03-31", "C", "REMIT_CREDIT", "999"));
    all.add(posting("wage", "2023-03-25", "C", "REMIT_CREDIT", "1000"));
    all.addAll(moved("2023-04-01", "100", "saved"));
    all.add(posting("wage", "2023-03-10", "C", "REMIT_CREDIT", "1000"));
    all.addAll(moved("2023-03-12", "99.99", "saved"));
    all.add(posting("wage", "2023-03-01", "C", "REMIT_CREDIT", "500"));
    all.addAll(moved("2023-03-02", "300", "closed"));
    all.add(posting("wage", "2023-02-01", "C", "REMIT_CREDIT", "500"));
    all.addAll(moved("2023-02-09", "200", "saved"));
    return all;
  }

  private static List<TableRow> moved(String on, String amount, String to) {
    return List.of(
        set(
            Postings.CONTRACT,
            posting("wage", on, "D", "TRANSFER_OWN", amount),
            "own_transfer_group",
            on),
        set(
            Postings.CONTRACT,
            posting(to, on, "C", "TRANSFER_OWN", amount),
            "own_transfer_group",
            on));
  }

  private static TableRow flagged(TableRow posting, String rule) {
    return set(Postings.CONTRACT, posting, "flags", List.of(rule));
  }

  private static TableRow set(TableContract table, TableRow row, String field, Object value) {
    return BookRows.with(row, table, field, value);
  }

  private static void write(TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static ValueRow of(Deposit indicator, CellKey cell) {
    return values.stream()
        .filter(v -> v.indicator() == indicator && v.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void balancesAreThoseOfDaysAndNotOfTheLastOne() {
    // saved (61 × 130 + 30 × 100) / 91, wage 60, new 750, closed 150, interest 1; fee, back and
    // empty 0.
    ValueRow mean = of(Deposit.C15, TOTAL);
    assertThat(mean.value().orElseThrow()).isEqualTo((10930 / 91.0 + 60 + 750 + 150 + 1) / 8, NEAR);
    assertThat(mean.n()).isEqualTo(8);
    assertThat(mean.units()).as("saved and wage are one holder's").isEqualTo(7);
    assertThat(mean.excluded())
        .isEqualTo(Map.of("LEDGER_BREAK", 1L, "NO_BALANCE", 1L, "FOREIGN_CURRENCY", 1L));
    assertThat(mean.missing()).isEqualTo(2);
    // 0, 0, 0, 1, 60, 120.1, 150, 750.
    assertThat(of(Deposit.C15_MEDIAN, TOTAL).value().orElseThrow()).isEqualTo(30.5, NEAR);
    CellKey savings = CellKey.of("TJK", "2024-Q1", "product_code", "SAV");
    assertThat(of(Deposit.C15, savings).value().orElseThrow()).isEqualTo(10930 / 91.0, NEAR);
  }

  @Test
  void balancesOverRemittancesOfHoldersWhoGotAny() {
    // saved 100, wage 60 and new 500 over 400 of June and 1 000; what came on 31 March 2023 is no
    // longer of the year.
    ValueRow ratio = of(Deposit.C16, TOTAL);
    assertThat(ratio.value().orElseThrow()).isEqualTo(100 * 660 / 1400.0, NEAR);
    assertThat(ratio.excluded())
        .isEqualTo(
            Map.of("CLOSED", 1L, "LEDGER_BREAK", 1L, "FOREIGN_CURRENCY", 1L, "NO_REMITTANCE", 5L));
    assertThat(of(Deposit.C16, CellKey.total("TJK", "2023-Q1")).nullReason())
        .isEqualTo("HISTORY_SHORT");
  }

  @Test
  void savedIsWhatIsPutInLessWhatIsTakenOut() {
    // saved 50 - 30, new 1 000 - 500, closed 100 - 200, fee -5; no interest, nothing taken back,
    // and what goes to dollars is not withdrawn.
    ValueRow flow = of(Deposit.C17, TOTAL);
    assertThat(flow.value().orElseThrow()).isEqualTo(415, NEAR);
    assertThat(flow.n()).isEqualTo(9);
    assertThat(flow.excluded()).isEqualTo(Map.of("LEDGER_BREAK", 1L, "FOREIGN_CURRENCY", 1L));
  }

  @Test
  void movedToSavingsIsATenthWithinAWeek() {
    // Of four on wage the first: 99.99 is no tenth of 1 000, closed is no savings account, and
    // nine days are too many. What comes on saved needs no move.
    ValueRow moved = of(Deposit.C18, CellKey.total("TJK", "2023-Q1"));
    assertThat(moved.value()).contains(25.0);
    assertThat(moved.n()).isEqualTo(4);
    assertThat(moved.excluded()).isEqualTo(Map.of("ON_SAVINGS", 1L));
    assertThat(of(Deposit.C18, TOTAL).value()).as("new's was not moved").contains(0.0);
  }

  @Test
  void aQuarterThatIsNotOverHasNoValue() {
    CellKey open = CellKey.total("TJK", "2024-Q2");
    for (Deposit indicator : List.of(Deposit.C15, Deposit.C16, Deposit.C17, Deposit.C18)) {
      assertThat(of(indicator, open).nullReason()).isEqualTo("WINDOW_OPEN");
      assertThat(of(indicator, open).value()).isEmpty();
    }
  }

  @Test
  void aQuarterAloneIsTheSameAsWithOthers() {
    assertThat(new DepositSource(lake).values(Set.of("2024-Q1")))
        .isEqualTo(values.stream().filter(v -> v.cell().quarter().equals("2024-Q1")).toList())
        .isNotEmpty();
  }

  @Test
  void whatAQuarterRestsOnIsInItsInputs() {
    Map<String, String> before = new DepositSource(lake).inputs();
    // The same rows once more, in another file: a year's credits, and days after a credit.
    write(
        Postings.CONTRACT,
        postings().stream()
            .filter(p -> Gold.quarter(p.get(Postings.BOOKED_ON).toString()).equals("2023-Q2"))
            .toList());
    Map<String, String> after = new DepositSource(lake).inputs();
    assertThat(after.get("2024-Q1")).isNotEqualTo(before.get("2024-Q1"));
    assertThat(after.get("2023-Q1")).isNotEqualTo(before.get("2023-Q1"));
    assertThat(after.get("2024-Q2")).isEqualTo(before.get("2024-Q2"));
  }
}
