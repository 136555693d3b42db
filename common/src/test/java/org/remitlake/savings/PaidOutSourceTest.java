package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.BookRows.account;
import static org.remitlake.testing.BookRows.loan;
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
 * Whom TJ_BANK_01 paid in 2024-Q1, at 10 somoni a dollar; TJ_BANK_02 matches nobody.
 *
 * <pre>
 * b1  c1  customer since 2022
 * b2  c2  opens in February, paid in cash in January
 *     c3  opens in March, and gets a credit; no transfer is known
 * b4  c4  left on the last day of 2023
 * b5  c5  a borrower
 * b6  c6  opens in April
 * b7  c7  refused in February
 * b8      nobody's customer
 * </pre>
 */
@SparkTest
class PaidOutSourceTest {
  private static final Offset<Double> NEAR = within(1e-9);
  private static final CellKey TOTAL = CellKey.total("TJK", "2024-Q1");
  private static final CellKey OTHER_BANK = CellKey.of("TJK", "2024-Q1", "bank_id", "TJ_BANK_02");

  @TempDir private static Path folder;
  private static Lake lake;
  private static List<ValueRow> values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> rates = new ArrayList<>();
    for (LocalDate day = LocalDate.parse("2024-01-01");
        day.isBefore(LocalDate.parse("2024-05-01"));
        day = day.plusDays(6)) {
      rates.add(rate("NBT", "USD", "TJS", day.toString(), "10"));
    }
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    write(Accounts.CONTRACT, accounts());
    write(
        Loans.CONTRACT,
        List.of(
            BookRows.with(
                loan("l5", "c5", "ROAD", "500", "USD", "2022-01-10"),
                Loans.CONTRACT,
                "beneficiary_pid",
                hash("b5"))));
    write(Postings.CONTRACT, postings());
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, transfers());
    values = values();
  }

  private static List<ValueRow> values() {
    return new IntermediationSource(lake).values(Set.of("2024-Q1"));
  }

  private static List<TableRow> accounts() {
    List<TableRow> all = new ArrayList<>();
    all.add(matched(account("a1", "c1", "CUR", "2022-01-01"), "b1"));
    all.add(matched(account("a2", "c2", "SAV", "2024-02-10"), "b2"));
    all.add(account("a3", "c3", "CUR", "2024-03-01"));
    all.add(of(matched(account("a4", "c4", "CUR", "2022-01-01"), "b4"), "closed_on", "2023-12-31"));
    all.add(matched(account("a6", "c6", "CUR", "2024-04-01"), "b6"));
    all.add(of(matched(account("a7", "c7", "CUR", "2024-02-01"), "b7"), "decision", "REJECTED"));
    all.add(of(account("z1", "z", "CUR", "2024-02-01"), "bank_id", "TJ_BANK_02"));
    return all;
  }

  private static TableRow of(TableRow account, String field, String value) {
    return BookRows.with(account, Accounts.CONTRACT, field, value);
  }

  private static TableRow matched(TableRow account, String beneficiary) {
    return of(account, "beneficiary_pid", hash(beneficiary));
  }

  private static List<TableRow> postings() {
    List<TableRow> all = new ArrayList<>();
    // Seven days after the cash of 1 February; on the eighth nothing of it comes back.
    all.add(posting("a1", "2024-02-08", "C", "CASH_IN", "400"));
    all.add(posting("a1", "2024-02-09", "C", "CASH_IN", "90"));
    // What comes in on the 12th is of the 11th, not of the 10th too.
    all.add(posting("a1", "2024-03-10", "C", "REMIT_CREDIT", "700"));
    all.add(posting("a1", "2024-03-10", "D", "ATM", "300"));
    all.add(posting("a1", "2024-03-11", "C", "REMIT_CREDIT", "200"));
    all.add(posting("a1", "2024-03-11", "D", "CASH_OUT", "250"));
    all.add(posting("a1", "2024-03-12", "C", "CASH_IN", "50"));
    // Spent by card, and withdrawn before it came or the next day.
    all.add(posting("a3", "2024-03-05", "C", "REMIT_CREDIT", "1000"));
    all.add(posting("a3", "2024-03-05", "D", "CARD_POS", "500"));
    all.add(
        BookRows.with(
            posting("a3", "2024-03-05", "D", "ATM", "80"),
            Postings.CONTRACT,
            "booked_at",
            "2024-03-05T09:00:00Z"));
    all.add(posting("a3", "2024-03-06", "D", "ATM", "300"));
    all.add(
        BookRows.with(
            posting("a3", "2024-03-07", "C", "REMIT_CREDIT", "8888"),
            Postings.CONTRACT,
            "flags",
            List.of("K04")));
    all.add(posting("a6", "2024-04-03", "C", "CASH_IN", "60"));
    all.add(posting("a1", "2024-04-30", "D", "FEE", "1"));
    all.add(ofOther(posting("z1", "2024-02-02", "C", "REMIT_CREDIT", "100")));
    all.add(ofOther(posting("z1", "2024-04-30", "D", "FEE", "1")));
    return all;
  }

  private static TableRow ofOther(TableRow posting) {
    return BookRows.with(posting, Postings.CONTRACT, "bank_id", "TJ_BANK_02");
  }

  private static List<TableRow> transfers() {
    List<TableRow> all = new ArrayList<>();
    all.add(paid("b1", "2024-02-01", "1000"));
    all.add(paid("b2", "2024-01-15", "500"));
    all.add(paid("b4", "2024-03-30", "300"));
    all.add(paid("b5", "2024-01-20", "200"));
    all.add(paid("b6", "2024-03-31", "100"));
    all.add(paid("b7", "2024-02-02", "50"));
    all.add(paid("b8", "2024-02-20", "150"));
    // Not in cash, cancelled, of April, by nobody knows whom.
    all.add(paid("b1", "2024-03-10", "700").with(Tx.PAYOUT_INSTRUMENT, "ACCOUNT"));
    all.add(paid("b8", "2024-02-21", "9000").with(Tx.FINAL_STATE, "CANCELLED"));
    all.add(paid("b8", "2024-04-01", "9000"));
    all.add(cash("b9", "2024-02-21", "9000"));
    return all;
  }

  private static TableRow paid(String who, String on, String amount) {
    return cash(who, on, amount).with(Tx.PAYOUT_PARTNER_ID, "TJ_BANK_01");
  }

  private static TableRow cash(String who, String on, String amount) {
    return transfer(who + on, "RUS-TJK", on)
        .with(Tx.PAID_ON, on)
        .with(Tx.PAID_AT, on + "T08:00:00Z")
        .with(Tx.BENEFICIARY_PID, hash(who))
        .with(Tx.PAYOUT_INSTRUMENT, "CASH")
        .with(Tx.DELIVERED, amount);
  }

  private static void write(TableContract table, List<TableRow> rows) {
    Gold.write(lake, table, table.slice(), rows);
  }

  private static ValueRow of(List<ValueRow> values, Intermediation indicator, CellKey cell) {
    return values.stream()
        .filter(v -> v.indicator() == indicator && v.cell().equals(cell))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void newAreThoseWhoOpenWithinTheQuarter() {
    // c2 and c3, of c2, c3, c4, c6, c7 and b8; c1 and c5 were customers.
    ValueRow share = of(values, Intermediation.C71, TOTAL);
    assertThat(share.value().orElseThrow()).isEqualTo(100 / 3.0, NEAR);
    assertThat(share.n()).isEqualTo(6);
    assertThat(share.excluded()).isEqualTo(Map.of("WAS_CUSTOMER", 2L, "NO_LINK", 1L));
    assertThat(of(values, Intermediation.C71, OTHER_BANK).nullReason()).isEqualTo("NO_LINK");
  }

  @Test
  void walkedAwayWithIsWhatDoesNotComeBack() {
    // Cash 600 of 1 000, 500, 300, 200, 40 of 100, 50 and 150; credits 300 of 700, 150 of 200,
    // none of 1 000.
    ValueRow share = of(values, Intermediation.C73, TOTAL);
    assertThat(share.value().orElseThrow()).isEqualTo(100 * (1840 + 450) / 4200.0, NEAR);
    assertThat(share.n()).isEqualTo(10);
    assertThat(share.excluded()).isEqualTo(Map.of("NO_LINK", 1L));
    assertThat(share.fxSource()).contains("NBT");
    assertThat(of(values, Intermediation.C73, OTHER_BANK).nullReason()).isEqualTo("NO_LINK");
    assertThat(of(values, Intermediation.C73_CREDITED, TOTAL).value().orElseThrow())
        .as("TJ_BANK_02's 100 among them")
        .isEqualTo(100 * 450 / 2000.0, NEAR);
    assertThat(of(values, Intermediation.C73_CREDITED, OTHER_BANK).value()).contains(0.0);
  }

  @Test
  void withoutTransfersThatNameTheBankThereIsNoLink() {
    Map<String, String> before = new IntermediationSource(lake).inputs();
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, List.of(cash("b9", "2024-02-21", "9000")));
    Map<String, String> after = new IntermediationSource(lake).inputs();
    List<ValueRow> without = values();
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, transfers());
    assertThat(after).isNotEqualTo(before);
    assertThat(of(without, Intermediation.C71, TOTAL).nullReason()).isEqualTo("NO_LINK");
    assertThat(of(without, Intermediation.C73, TOTAL).nullReason()).isEqualTo("NO_LINK");
    assertThat(of(without, Intermediation.C73_CREDITED, TOTAL).value())
        .isEqualTo(of(values, Intermediation.C73_CREDITED, TOTAL).value());
  }

  @Test
  void aQuarterAloneIsTheSameAsWithTheNext() {
    assertThat(new IntermediationSource(lake).values(Set.of("2024-Q1", "2024-Q2")))
        .filteredOn(v -> v.cell().quarter().equals("2024-Q1"))
        .isEqualTo(values);
  }
}
