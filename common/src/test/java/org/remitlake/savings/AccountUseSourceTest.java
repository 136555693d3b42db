package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.savings.BankRows.BANK;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.Values;

/**
 * Accounts at the end of June 2025: twelve months back is the end of June 2024, 90 days 1 April.
 *
 * <pre>
 *         opened      used by the customer                         else
 * steady  2024-01-15  1 July 2024, 20 Dec 2024, 15 June 2025
 * idle    2024-02-01  when opened                                  no pilot; of steady's holder
 * closed  2024-03-01  when opened                                  closed on 10 May 2025
 * back    2024-04-01  when opened; 1 June 2025, taken back
 * late    2024-05-01  1 Feb 2025, its 276th day                    its holder has a loan
 * broken  2024-06-01  when opened                                  no pilot; ledger breaks
 * old     2020-01-01  20 June 2025                                 no pilot; of back's holder
 * young   2025-05-15  when opened
 * flash   2025-05-20                                               closed on 10 June 2025
 * undated 2024-01-20                                               closed, nobody knows when
 * refused, withdrawn                                               never opened
 * </pre>
 */
@SparkTest
class AccountUseSourceTest {
  private static final double EXACT = 1e-9;
  private static final CellKey ALL = CellKey.total("TJK", "2025-Q2");
  private static final CellKey OF_BANK = CellKey.of("TJK", "2025-Q2", "bank_id", BANK);
  private static final CellKey OF_PILOT = OF_BANK.in("PT", "_T");

  @TempDir private static Path folder;
  private static Lake lake;
  private static Values values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.resolve("lake").toString(), table -> {});
    values = values(lake, books());
  }

  private static Values values(Lake lake, BankRows books) {
    books.writeTo(lake);
    return new Values(new AccountUseSource(lake).values(Set.of("2024-Q1", "2025-Q2")));
  }

  private static BankRows books() {
    return new BankRows()
        .account("steady", "one", "2024-01-15", "goal_amount", "90", "goal_on", "2025-05-31")
        .current("idle", "one", "2024-02-01", "goal_amount", "1", "goal_on", "2025-07-15")
        .account("closed", "three", "2024-03-01", "closed_on", "2025-05-10", "status", "CLOSED")
        .account("back", "four", "2024-04-01", "goal_amount", "99", "goal_on", "2025-06-20")
        .account("late", "five", "2024-05-01", "goal_amount", "99", "goal_on", "2025-06-15")
        .current("broken", "six", "2024-06-01", "goal_amount", "5", "goal_on", "2025-06-30")
        .current("old", "four", "2020-01-01", "goal_amount", "5")
        .account("flash", "nine", "2025-05-20", "closed_on", "2025-06-10", "status", "CLOSED")
        .account("undated", "ten", "2024-01-20", "status", "CLOSED")
        .account("untold", "else", "2024-01-01", "bank_id", "TJ_BANK_02")
        .account("young", "eight", "2025-05-15", decision("APPROVED", "2025-05-14T06:00:00Z"))
        .current("refused", "four", "2025-05-05", decision("REJECTED", "2025-03-31T20:00:00Z"))
        .account("withdrawn", "two", "2025-05-06", decision("WITHDRAWN", "2025-05-06T06:00:00Z"))
        .account(
            "sole",
            "else",
            "2025-05-02",
            "bank_id",
            "TJ_BANK_02",
            "decision",
            "APPROVED",
            "decision_at",
            "2025-05-02T06:00:00Z")
        .posting("steady", "2024-01-15", "CASH_IN", "100")
        .posting("steady", "2024-07-01", "ATM", "10")
        .posting("steady", "2024-12-20", "ATM", "10")
        .posting("steady", "2025-06-15", "ATM", "10")
        .posting("idle", "2024-02-01", "CASH_IN", "50")
        .posting("idle", "2025-06-30", "INTEREST", "1")
        .posting("closed", "2024-03-01", "CASH_IN", "50")
        .posting("back", "2024-04-01", "CASH_IN", "20")
        .posting("back", "2025-06-01", "ATM", "5", "flags", List.of("K04"))
        .posting("late", "2024-05-01", "CASH_IN", "30")
        .posting("late", "2025-02-01", "ATM", "5")
        .posting("broken", "2024-06-01", "CASH_IN", "10")
        .posting("old", "2025-06-20", "CASH_IN", "10")
        .posting("young", "2025-05-15", "CASH_IN", "5")
        .balance("steady", "2025-04-30", "95")
        .balance("steady", "2025-05-31", "80")
        .balance("back", "2025-03-31", "20")
        .balance("late", "2025-05-31", "25")
        .balance("late", "2025-06-30", "200")
        .balance("broken", "2024-11-30", "11", "K03")
        .balance("broken", "2025-06-30", "10")
        .loan("five", "2024-06-01");
  }

  private static Object[] decision(String decision, String at) {
    return new Object[] {"decision", decision, "decision_at", at};
  }

  @Test
  void withoutTheCustomersOwnDoingAnAccountIsInactive() {
    // idle, back and broken of steady, idle, back, late, broken and old; undated cannot be told.
    ValueRow row = values.row(AccountUse.C03, OF_BANK);
    assertThat(row.value()).contains(50.0);
    assertThat(row.n()).isEqualTo(6);
    // steady and idle are one's, back and old four's.
    assertThat(row.units()).isEqualTo(4);
    assertThat(row.missing()).isEqualTo(1);
    assertThat(row.excluded()).isEqualTo(Map.of("NO_CLOSING_DAY", 1L, "WINDOW_OPEN", 1L));
    // back and late of steady, back and late, in 90 days.
    assertThat(values.value(AccountUse.C03_D90, OF_BANK)).isCloseTo(200.0 / 3, within(EXACT));
    // steady and old of six.
    assertThat(values.value(AccountUse.C25, OF_BANK)).isCloseTo(100.0 / 3, within(EXACT));
    // steady of three.
    assertThat(values.value(AccountUse.C25, OF_PILOT)).isCloseTo(100.0 / 3, within(EXACT));
  }

  @Test
  void aBankWithoutBooksIsMissing() {
    // untold beside undated and six: a quarter; sole is not yet 90 days old, but cannot be told.
    assertThat(values.row(AccountUse.C25, ALL).excluded()).containsEntry("NO_BOOKS", 2L);
    // Three of nine.
    assertThat(values.nullReason(AccountUse.C25, ALL)).isEqualTo("Q_MISSING");
    // No account is a year old in March 2024 but old, of whom the books tell three months.
    assertThat(values.row(AccountUse.C03, OF_BANK.at("2024-Q1")).excluded())
        .containsEntry("HISTORY_SHORT", 1L);
  }

  @Test
  void persistenceIsJudgedOnADayOfEachAccount() {
    // steady on 13 July 2024, of steady, idle, closed, back and late.
    ValueRow half = values.row(AccountUse.C26_D180, OF_BANK);
    assertThat(half.value()).contains(20.0);
    assertThat(half.excluded())
        .isEqualTo(
            Map.of(
                "NO_CLOSING_DAY", 1L, "WINDOW_OPEN", 2L, "BEFORE_BOOKS", 1L, "LEDGER_BREAK", 1L));
    // undated and broken.
    assertThat(half.missing()).isEqualTo(2);
    // steady on 14 January 2025, late on 1 May 2025.
    assertThat(values.value(AccountUse.C26_D365, OF_BANK)).isEqualTo(40);
    assertThat(values.nullReason(AccountUse.C26_D180, OF_BANK.at("2024-Q1")))
        .isEqualTo("WINDOW_OPEN");
  }

  @Test
  void closuresAreOfAccountsThatWereOpen() {
    // closed of steady, idle, closed, back, late, broken and old; not flash.
    assertThat(values.value(AccountUse.C27, OF_BANK)).isCloseTo(100.0 / 7, within(EXACT));
  }

  @Test
  void whatCameAfterCounts() {
    // one has idle, five a loan; four had old before, and was refused another.
    ValueRow row = values.row(AccountUse.C28, OF_PILOT);
    assertThat(row.value().orElseThrow()).isCloseTo(200.0 / 3, within(EXACT));
    assertThat(row.excluded()).isEqualTo(Map.of("NO_CLOSING_DAY", 1L, "WINDOW_OPEN", 1L));
    assertThat(values.value(AccountUse.C28_ACCOUNT, OF_PILOT)).isCloseTo(100.0 / 3, within(EXACT));
    assertThat(values.value(AccountUse.C28_CREDIT, OF_PILOT)).isCloseTo(100.0 / 3, within(EXACT));
    // No insurer tells of policies.
    assertThat(values.nullReason(AccountUse.C28_INSURANCE, OF_PILOT)).isEqualTo("Q_MISSING");
    // one 2, four 2, five 1, eight 1.
    assertThat(values.value(AccountUse.C29, OF_PILOT)).isEqualTo(1.5);
  }

  @Test
  void goalsAreReachedOrNotByTheirDay() {
    // steady in April and broken, not late, whose money came later; of back nothing is told since
    // March. idle's is not due, old's has no day.
    ValueRow row = values.row(AccountUse.C30, OF_BANK);
    assertThat(row.value().orElseThrow()).isCloseTo(200.0 / 3, within(EXACT));
    assertThat(row.excluded()).isEqualTo(Map.of("NO_BALANCE", 1L));
  }

  @Test
  void decisionsAreApprovalsAndRefusals() {
    // young, and refused, on 1 April in Dushanbe.
    ValueRow row = values.row(AccountUse.C44, OF_BANK);
    assertThat(row.value()).contains(50.0);
    assertThat(row.excluded()).isEqualTo(Map.of("WITHDRAWN", 1L));
    // The other bank never refused anybody, as far as it tells.
    assertThat(values.row(AccountUse.C44, ALL).excluded()).containsEntry("NO_REFUSALS", 1L);
    assertThat(values.nullReason(AccountUse.C44, ALL)).isEqualTo("Q_MISSING");
  }

  @Test
  void otherBooksGiveOtherNumbers(SparkSession spark) {
    Lake other = new Lake(spark, folder.resolve("other").toString(), table -> {});
    BankRows books =
        books()
            .account("steady", "one", "2024-01-15", "goal_amount", "96", "goal_on", "2025-05-31")
            .current("old", "four", "2020-01-01", "closed_on", "2025-04-02", "status", "CLOSED")
            .account("withdrawn", "two", "2025-05-06", decision("APPROVED", "2025-05-06T06:00:00Z"))
            .posting("back", "2025-06-01", "ATM", "5")
            .posting("late", "2024-10-01", "ATM", "1")
            .posting("late", "2025-02-01", "ATM", "29")
            .loan("five", "2024-04-30");
    Values changed = values(other, books);
    // idle and broken of steady, idle, back, late and broken; withdrawn is young.
    assertThat(changed.value(AccountUse.C03, OF_BANK)).isEqualTo(40);
    // late of three.
    assertThat(changed.value(AccountUse.C03_D90, OF_BANK)).isCloseTo(100.0 / 3, within(EXACT));
    // steady and back of five.
    assertThat(changed.value(AccountUse.C25, OF_BANK)).isEqualTo(40);
    // late was used on its 153rd day, and is empty on its 365th.
    assertThat(changed.value(AccountUse.C26_D180, OF_BANK)).isEqualTo(40);
    assertThat(changed.value(AccountUse.C26_D365, OF_BANK)).isEqualTo(20);
    // closed and old.
    assertThat(changed.value(AccountUse.C27, OF_BANK)).isCloseTo(200.0 / 7, within(EXACT));
    // five had the loan before.
    assertThat(changed.value(AccountUse.C28, OF_PILOT)).isCloseTo(100.0 / 3, within(EXACT));
    assertThat(changed.value(AccountUse.C28_CREDIT, OF_PILOT)).isEqualTo(0);
    // one 2, four 1, five 1, eight 1, two 1.
    assertThat(changed.value(AccountUse.C29, OF_PILOT)).isEqualTo(1.2);
    // broken of steady, late and broken.
    assertThat(changed.value(AccountUse.C30, OF_BANK)).isCloseTo(100.0 / 3, within(EXACT));
    // young and withdrawn of three.
    assertThat(changed.value(AccountUse.C44, OF_BANK)).isCloseTo(200.0 / 3, within(EXACT));
    assertThat(new AccountUseSource(lake).inputs().get("2025-Q2"))
        .isNotEqualTo(new AccountUseSource(other).inputs().get("2025-Q2"));
  }

  @Test
  void aQuarterRestsOnTheBooksUpToItsEnd(SparkSession spark) {
    Lake other = new Lake(spark, folder.resolve("later").toString(), table -> {});
    books().writeTo(other);
    Map<String, String> before = new AccountUseSource(other).inputs();
    new BankRows().posting("steady", "2025-01-15", "ATM", "1").writeTo(other);
    Map<String, String> after = new AccountUseSource(other).inputs();
    assertThat(after.get("2024-Q4")).isEqualTo(before.get("2024-Q4"));
    assertThat(after.get("2025-Q1")).isNotEqualTo(before.get("2025-Q1"));
    assertThat(after.get("2025-Q2")).isNotEqualTo(before.get("2025-Q2"));
  }
}
