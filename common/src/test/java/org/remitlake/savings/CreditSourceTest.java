package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.BookRows.account;
import static org.remitlake.testing.BookRows.due;
import static org.remitlake.testing.BookRows.loan;
import static org.remitlake.testing.BookRows.outstanding;
import static org.remitlake.testing.BookRows.posting;
import static org.remitlake.testing.SilverRows.hash;
import static org.remitlake.testing.SilverRows.rate;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.time.LocalDate;
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
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
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
import org.remitlake.transfer.Tx;

/**
 * A bank's loans in 2024-Q1, at 10 somoni for a dollar until the quarter's end, and 8 after it.
 *
 * <pre>
 *        borrower  lent                       at the end of March
 * road   c1        500 USD, ROAD              400 USD, 31 days late
 * shop   c2        3 000 TJS                  2 000 TJS, 30 days late
 * plain  c3        1 000 TJS, not backed      1 000 TJS, rescheduled
 * house  c4        9 000 TJS, not backed      3 000 TJS
 * firm   c1        5 000 TJS, BUSINESS        4 000 TJS in February, written off in March
 * next   c5        700 USD on 1 April         -
 * euro   c6        100 EUR, no rate           90 EUR
 * other  c7        500 TJS, another bank      50 TJS in February, nothing told since
 * old    c8        in 2022                    10 000 TJS
 * gone   c9        in 2022                    written off in 2023
 * done   c9        in 2022                    100 TJS in February, repaid since
 * </pre>
 */
@SparkTest
class CreditSourceTest {
  private static final Offset<Double> NEAR = within(1e-9);

  @TempDir private static Path folder;
  private static Lake lake;
  private static List<ValueRow> values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    rates();
    write(Loans.CONTRACT, loans());
    write(LoanBalances.CONTRACT, balances());
    write(Instalments.CONTRACT, instalments());
    write(
        Accounts.CONTRACT,
        List.of(
            account("a1", "c1", "CUR", "2022-01-01"),
            account("a2", "c2", "CUR", "2022-01-01"),
            set(
                Accounts.CONTRACT,
                account("a3", "c3", "CUR", "2022-01-01"),
                "beneficiary_pid",
                hash("b3"))));
    write(
        Postings.CONTRACT,
        List.of(
            posting("a1", "2023-12-30", "C", "REMIT_CREDIT", "1000"),
            posting("a2", "2024-02-10", "C", "REMIT_CREDIT", "3000"),
            set(
                Postings.CONTRACT,
                posting("a2", "2024-03-10", "C", "REMIT_CREDIT", "700"),
                "flags",
                List.of("K04")),
            posting("a2", "2024-03-08", "C", "CASH_IN", "700"),
            posting("a3", "2023-03-31", "C", "REMIT_CREDIT", "500")));
    write(
        Tx.CONTRACT,
        List.of(
            received("b2", "2023-03-31", "2023-04-01", "4000"),
            received("b2", "2023-03-31", "2023-03-31", "9000"),
            received("b2", "2023-08-01", "2023-08-01", "5000").with(Tx.FINAL_STATE, "CANCELLED"),
            received("b3", "2024-03-31", "2024-03-31", "1500"),
            received("b8", "2023-07-01", "2023-07-01", "1000").with(Tx.DELIVERED_CURRENCY, "USD"),
            received("nobody", "2023-07-01", "2023-07-01", "7000")));
    values = new CreditSource(lake).values(Set.of("2023-Q4", "2024-Q1"));
  }

  private static void rates() {
    List<TableRow> rates = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2023-03-30");
        day.isBefore(LocalDate.parse("2024-04-01"));
        day = day.plusDays(6)) {
      rates.add(rate("NBT", "USD", "TJS", day.toString(), "10"));
    }
    rates.add(rate("NBT", "USD", "TJS", "2024-04-01", "8"));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
  }

  private static List<TableRow> loans() {
    List<TableRow> loans = new ArrayList<>();
    loans.add(loan("road", "c1", "ROAD", "500", "USD", "2024-01-10"));
    loans.add(
        of(loan("shop", "c2", "CONSUMER", "3000", "TJS", "2024-02-10"), "beneficiary_pid", "b2"));
    TableRow plain = loan("plain", "c3", "CONSUMER", "1000", "TJS", "2024-03-01");
    loans.add(of(of(plain, "is_remittance_backed", false), "rescheduled_on", "2024-03-15"));
    TableRow house = loan("house", "c4", "HOUSING", "9000", "TJS", "2024-03-31");
    loans.add(of(house, "is_remittance_backed", false));
    loans.add(
        of(
            loan("firm", "c1", "BUSINESS", "5000", "TJS", "2024-02-01"),
            "written_off_on",
            "2024-03-20"));
    loans.add(loan("next", "c5", "ROAD", "700", "USD", "2024-04-01"));
    loans.add(loan("euro", "c6", "CONSUMER", "100", "EUR", "2024-01-20"));
    loans.add(
        of(loan("other", "c7", "CONSUMER", "500", "TJS", "2024-01-05"), "bank_id", "TJ_BANK_02"));
    loans.add(
        of(loan("old", "c8", "HOUSING", "20000", "TJS", "2022-01-05"), "beneficiary_pid", "b8"));
    loans.add(
        of(
            loan("gone", "c9", "CONSUMER", "9999", "TJS", "2022-01-05"),
            "written_off_on",
            "2023-12-31"));
    loans.add(loan("done", "c9", "CONSUMER", "1000", "TJS", "2022-01-05"));
    return loans;
  }

  private static List<TableRow> balances() {
    List<TableRow> balances = new ArrayList<>();
    for (String end : List.of("2023-06-30", "2023-09-30", "2023-12-31", "2024-03-31")) {
      balances.add(outstanding("old", end, "10000", 0));
    }
    balances.add(outstanding("gone", "2023-11-30", "9999", 300));
    balances.add(outstanding("road", "2024-02-29", "450", 1));
    balances.add(outstanding("road", "2024-03-31", "400", 31));
    balances.add(outstanding("shop", "2024-03-31", "2000", 30));
    balances.add(outstanding("plain", "2024-03-31", "1000", 0));
    balances.add(outstanding("house", "2024-03-31", "3000", 0));
    balances.add(outstanding("firm", "2024-02-29", "4000", 90));
    balances.add(outstanding("firm", "2024-03-31", "4000", 120));
    balances.add(outstanding("euro", "2024-03-31", "90", 0));
    balances.add(
        set(
            LoanBalances.CONTRACT,
            outstanding("other", "2024-02-29", "50", 0),
            "bank_id",
            "TJ_BANK_02"));
    balances.add(outstanding("done", "2024-02-29", "100", 0));
    balances.add(outstanding("next", "2024-06-30", "700", 0));
    return balances;
  }

  private static List<TableRow> instalments() {
    List<TableRow> due = new ArrayList<>();
    due.add(paid(due("road", 1, "2024-01-02", "100", "USD"), "2024-01-02", "100"));
    due.add(paid(due("shop", 1, "2024-02-13", "1000", "TJS"), "2024-02-13", "1000"));
    due.add(paid(due("shop", 2, "2024-02-14", "500", "TJS"), "2024-02-14", "500"));
    due.add(paid(due("shop", 3, "2024-03-10", "500", "TJS"), "2024-03-10", "500"));
    due.add(due("plain", 1, "2024-03-30", "1000", "TJS"));
    due.add(due("plain", 2, "2024-04-01", "1000", "TJS"));
    due.add(paid(due("house", 1, "2024-03-05", "1000", "TJS"), "2024-03-05", "1000"));
    due.add(paid(due("house", 2, "2024-03-20", "1000", "TJS"), "2024-03-20", null));
    due.add(paid(due("house", 3, "2024-03-25", "80", "USD"), "2024-03-25", "80"));
    due.add(due("firm", 1, "2024-03-25", "500", "TJS"));
    due.add(paid(due("next", 1, "2024-04-02", "50", "USD"), "2024-04-02", "50"));
    due.add(due("old", 1, "2023-03-31", "9999", "TJS"));
    due.add(due("old", 2, "2023-04-01", "2000", "TJS"));
    return due;
  }

  private static TableRow received(String who, String sent, String on, String delivered) {
    return transfer(who + on, "RUS-TJK", sent)
        .with(Tx.PAID_ON, on)
        .with(Tx.BENEFICIARY_PID, hash(who))
        .with(Tx.DELIVERED, delivered);
  }

  private static TableRow paid(TableRow due, String on, String amount) {
    return set(
        Instalments.CONTRACT, set(Instalments.CONTRACT, due, "paid_on", on), "paid_amount", amount);
  }

  /** A loan with one more field; a name is a person's. */
  private static TableRow of(TableRow loan, String field, Object value) {
    boolean isPerson = field.equals("beneficiary_pid");
    return set(Loans.CONTRACT, loan, field, isPerson ? hash((String) value) : value);
  }

  private static TableRow set(TableContract table, TableRow row, String field, Object value) {
    return BookRows.with(row, table, field, value);
  }

  private static void write(TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static ValueRow of(List<ValueRow> rows, Credit indicator, CellKey cell) {
    return rows.stream()
        .filter(v -> v.indicator() == indicator && v.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  private static ValueRow total(Credit indicator) {
    return of(values, indicator, CellKey.total("TJK", "2024-Q1"));
  }

  @Test
  void loansDisbursedThatRemittancesBack() {
    // road, shop, firm and euro; next is of April, other of a bank that has not told its quarter.
    ValueRow number = total(Credit.C60_N);
    assertThat(number.value()).contains(4.0);
    assertThat(number.n()).isEqualTo(4);
    assertThat(number.units()).as("c1 has two").isEqualTo(3);
    assertThat(number.excluded()).isEqualTo(Map.of("NO_REPORT", 1L));
    // 500 USD, 3 000 TJS and 5 000 TJS at 10; nobody knows what euro is worth.
    ValueRow money = total(Credit.C60_VALUE);
    assertThat(money.value().orElseThrow()).isEqualTo(1300, NEAR);
    assertThat(money.excluded()).isEqualTo(Map.of("NO_REPORT", 1L, "FX_STALE", 1L));
    assertThat(money.fxSource()).contains("NBT");
    CellKey bank = CellKey.of("TJK", "2024-Q1", "bank_id", "TJ_BANK_02");
    assertThat(of(values, Credit.C60_N, bank).nullReason()).isEqualTo("Q_MISSING");
    CellKey housing = CellKey.of("TJK", "2024-Q1", "loan_type", "HOUSING");
    assertThat(of(values, Credit.C60_N, housing).value()).as("house is not backed").contains(0.0);
    assertThat(of(values, Credit.C60_N, housing).units()).isZero();
  }

  @Test
  void dollarsStayDollarsAtAnyRate() {
    // next: 700 USD of April, whatever somoni are worth.
    List<ValueRow> later = new CreditSource(lake).values(Set.of("2024-Q2"));
    assertThat(of(later, Credit.C60_VALUE, CellKey.total("TJK", "2024-Q2")).value())
        .contains(700.0);
  }

  @Test
  void atRiskIsTheWholeLoanFromTheThirtyFirstDayOn() {
    // road 400 of road 400, shop 200, plain 100, house 300 and old 1 000.
    ValueRow risk = total(Credit.C61);
    assertThat(risk.value().orElseThrow()).isEqualTo(20, NEAR);
    assertThat(risk.n()).isEqualTo(5);
    assertThat(risk.excluded())
        .isEqualTo(Map.of("WRITTEN_OFF", 1L, "FX_STALE", 1L, "NO_REPORT", 1L));
    assertThat(risk.missing()).isEqualTo(2);
    // plain 100 of 2 000.
    assertThat(total(Credit.C61_RESCHEDULED).value().orElseThrow()).isEqualTo(5, NEAR);
    // firm 400 of 2 000 and firm's 400.
    assertThat(total(Credit.C61_WRITTEN_OFF).value().orElseThrow()).isEqualTo(40 / 2.4, NEAR);
  }

  @Test
  void repaidFromRemittances() {
    // 100 USD three days after a credit of December, 1 000 TJS on the third day; not 500 on the
    // fourth, not 500 after a credit taken back, not 1 000 of house, who has no account: 200 / 400.
    ValueRow repaid = total(Credit.C62);
    assertThat(repaid.value().orElseThrow()).isEqualTo(50, NEAR);
    assertThat(repaid.denominator().orElseThrow()).isEqualByComparingTo("400");
    assertThat(repaid.excluded()).isEqualTo(Map.of("PAID_UNKNOWN", 1L, "CURRENCY_MISMATCH", 1L));
  }

  @Test
  void travelLoansOfThoseToMigrantHouseholds() {
    // road of road, shop, plain (whose account is of a beneficiary) and euro.
    ValueRow travel = total(Credit.C63);
    assertThat(travel.value()).contains(25.0);
    assertThat(travel.excluded())
        .isEqualTo(Map.of("NOT_MIGRANT", 1L, "NOT_RETAIL", 1L, "NO_REPORT", 1L));
  }

  @Test
  void debtServiceOverTransfersReceived() {
    // c2: 200 of 400, sent in March and received on 1 April 2023; c3: 100 of 150; c8: 200 of 1 000.
    ValueRow service = total(Credit.C64);
    assertThat(service.value().orElseThrow()).isEqualTo(100 * 500 / 1550.0, NEAR);
    assertThat(service.n()).isEqualTo(3);
    // c1 is no beneficiary that the bank knows, c4 neither.
    assertThat(service.excluded()).isEqualTo(Map.of("NOT_LINKED", 2L));
    // Half is not above half: c3 alone.
    assertThat(total(Credit.C64_OVER50).value().orElseThrow()).isEqualTo(100 / 3.0, NEAR);
    // c1: 100 (nothing is due after a write-off) of 100; c2: 200 of 300 credited and not taken
    // back; c3's credit is of the year before.
    ValueRow credited = total(Credit.C64_CREDITED);
    assertThat(credited.value().orElseThrow()).isEqualTo(75, NEAR);
    assertThat(credited.excluded()).isEqualTo(Map.of("NO_REMITTANCE", 3L));
  }

  @Test
  void aYearThatBeginsBeforeTheBooksHasNoRatio() {
    CellKey before = CellKey.total("TJK", "2023-Q4");
    assertThat(of(values, Credit.C64, before).nullReason()).isEqualTo("HISTORY_SHORT");
    assertThat(of(values, Credit.C64_CREDITED, before).nullReason()).isEqualTo("HISTORY_SHORT");
    // gone is written off in that quarter: 999.9 of old 1 000 and its own.
    assertThat(of(values, Credit.C61_WRITTEN_OFF, before).value().orElseThrow())
        .isEqualTo(100 * 999.9 / 1999.9, NEAR);
  }

  @Test
  void aQuarterAloneIsTheSameAsWithAnother() {
    assertThat(new CreditSource(lake).values(Set.of("2024-Q1")))
        .isEqualTo(values.stream().filter(v -> v.cell().quarter().equals("2024-Q1")).toList())
        .isNotEmpty();
  }

  @Test
  void whatAValueRestsOnIsInItsInputs() {
    Map<String, String> before = new CreditSource(lake).inputs();
    // A receipt of April 2023 may come from a transfer of March: Q1 sees it, the next does not.
    Gold.write(
        lake,
        Tx.CONTRACT,
        Tx.QUARTER,
        List.of(
            received("b2", "2023-03-31", "2023-04-01", "4000"),
            received("b2", "2023-03-31", "2023-03-31", "9000")));
    Map<String, String> after = new CreditSource(lake).inputs();
    assertThat(after.get("2024-Q1")).isNotEqualTo(before.get("2024-Q1"));
    assertThat(after.get("2024-Q2")).isEqualTo(before.get("2024-Q2"));
  }

  @Test
  void aWriteOffMovesALoanFromTheRiskToWhatIsWrittenOff(@TempDir Path other, SparkSession spark) {
    Lake changed = new Lake(spark, other.toString(), table -> {});
    List<TableRow> loans = loans();
    of(loans.get(0), "written_off_on", "2024-03-30");
    // Without euro, so that not too much is missing.
    loans.remove(6);
    Gold.write(changed, Loans.CONTRACT, Loans.CONTRACT.slice(), loans);
    Gold.write(changed, LoanBalances.CONTRACT, LoanBalances.CONTRACT.slice(), balances());
    Gold.write(
        changed,
        FxMid.CONTRACT,
        FxMid.QUARTER,
        List.of(rate("NBT", "USD", "TJS", "2024-03-31", "10")));
    List<ValueRow> rows = new CreditSource(changed).values(Set.of("2024-Q1"));
    CellKey cell = CellKey.total("TJK", "2024-Q1");
    assertThat(of(rows, Credit.C61, cell).value()).contains(0.0);
    // firm 400 and what road was in February, 450, of the 1 600 that stay and these.
    assertThat(of(rows, Credit.C61_WRITTEN_OFF, cell).value().orElseThrow())
        .isEqualTo(100 * 850 / 2450.0, NEAR);
  }
}
