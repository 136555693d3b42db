package org.remitlake.frequency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.hash;
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
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Senders through three years, looked at from the end of 2025; each has one kind of story.
 *
 * <pre>
 * r      12 Apr, 10 May, 14 Jun, 5 Jul, 9 Aug, 13 Sep, 1 Nov 2025 (catalogue 12.2), two beneficiaries
 * pair   1 and 11 Feb 2025
 * one    10 Oct 2025
 * again  10 Jan 2024, 20 Oct 2025
 * churn  5 Oct 2024
 * stay   5 Nov 2024, 5 Nov 2025
 * old    15 Jan 2023
 * </pre>
 */
@SparkTest
class RhythmTest {
  private static final String TJK = "RUS-TJK";
  private static final String ARM = "RUS-ARM";
  private static final String KAZ = "KAZ-TJK";
  private static final String LEAP = "RUS-UZB";
  private static final String NOW = "2025-Q4";

  @TempDir private static Path folder;
  private static Lake lake;
  private static Gold gold;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers = new ArrayList<>();
    for (String day : List.of("04-12", "05-10", "06-14", "07-05", "08-09", "09-13", "11-01")) {
      TableRow t = sent(TJK, "r", "2025-" + day).with(Tx.SENDER_SEX, "M");
      transfers.add(day.equals("06-14") ? t.with(Tx.BENEFICIARY_PID, hash("second")) : t);
    }
    transfers.add(sent(TJK, "pair", "2025-02-01").with(Tx.SENDER_SEX, "M"));
    transfers.add(sent(TJK, "pair", "2025-02-11").with(Tx.SENDER_SEX, "M"));
    transfers.add(sent(TJK, "one", "2025-10-10"));
    transfers.add(sent(TJK, "again", "2024-01-10"));
    transfers.add(sent(TJK, "again", "2025-10-20"));
    transfers.add(sent(TJK, "churn", "2024-10-05"));
    transfers.add(sent(TJK, "stay", "2024-11-05"));
    transfers.add(sent(TJK, "stay", "2025-11-05"));
    transfers.add(sent(TJK, "old", "2023-01-15"));
    transfers.add(sent(TJK, "never", "2025-10-10").with(Tx.FINAL_STATE, "CANCELLED"));
    transfers.add(sent(TJK, "nobody", "2025-10-10").without(Tx.SENDER_PID));
    transfers.addAll(split());
    transfers.addAll(switched());
    transfers.addAll(seasons());
    transfers.add(sent(LEAP, "first day", "2023-07-01"));
    transfers.add(sent(LEAP, "twice", "2024-05-10"));
    transfers.add(sent(LEAP, "twice", "2024-06-10"));
    Gold.fill(lake, transfers, List.of(), Set.of());
    new IndicatorRun(
            lake,
            List.of(
                new TransferSource(
                    lake, Gold.ofTransfers(), List.of(TJK), Breakdowns.of(List.of()), Smart::of),
                new RhythmSource(lake)),
            List.of(SeasonSource.derivation(lake)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
    gold = Gold.read(lake);
  }

  private static TableRow sent(String corridor, String sender, String day) {
    return transfer(sender + day, corridor, day)
        .with(Tx.SENDER_PID, hash(sender))
        .with(Tx.BENEFICIARY_PID, hash("family of " + sender));
  }

  /** x to one beneficiary, within 23:59 and four days later; y alone; z three times on one day. */
  private static List<TableRow> split() {
    return List.of(
        sent(ARM, "x", "2025-10-01"),
        sent(ARM, "x", "2025-10-02").with(Tx.INITIATED_AT, "2025-10-02T08:59:00Z"),
        sent(ARM, "x", "2025-10-06"),
        sent(ARM, "y", "2025-10-01"),
        sent(ARM, "z", "2025-10-07"),
        sent(ARM, "z", "2025-10-07").with(Tx.TRANSACTION_ID, "z again"),
        sent(ARM, "z", "2025-10-07")
            .with(Tx.TRANSACTION_ID, "z to another")
            .with(Tx.BENEFICIARY_PID, hash("another")));
  }

  /** l goes from two of MTO_01 and one of MTO_02 to MTO_02; k stays; p is not linked. */
  private static List<TableRow> switched() {
    return List.of(
        linked("l", "2024-11-01", "MTO_01"),
        linked("l", "2024-11-02", "MTO_01"),
        linked("l", "2024-11-03", "MTO_02"),
        linked("l", "2025-11-01", "MTO_02"),
        linked("k", "2024-11-01", "MTO_01"),
        linked("k", "2025-11-01", "MTO_01"),
        sent(KAZ, "p", "2024-11-01"),
        sent(KAZ, "p", "2025-11-01").with(Tx.PROVIDER_ID, "MTO_02"));
  }

  /** 1, 2, 3 and 2 transfers in the quarters of each of three years. */
  private static List<TableRow> seasons() {
    List<TableRow> transfers = new ArrayList<>();
    for (int quarter = 0; quarter < 12; quarter++) {
      String day = "%d-%02d-10".formatted(2023 + quarter / 4, 1 + quarter % 4 * 3);
      for (int n = 0; n < new int[] {1, 2, 3, 2}[quarter % 4]; n++) {
        transfers.add(sent("KAZ-ARM", "season " + n, day));
      }
    }
    return transfers;
  }

  private static TableRow linked(String sender, String day, String provider) {
    return sent(KAZ, sender, day).with(Tx.PID_SCOPE, "LINKED").with(Tx.PROVIDER_ID, provider);
  }

  private static Row now(String indicator, String variant) {
    return gold.row(indicator, variant, TJK, NOW, "_T", "_T");
  }

  /**
   * Gaps: r 28 35 21 35 35 49, pair 10. Seen in 2025: r, pair, one, again, stay; once: the last
   * three. Months: 7 of r, 1 of each other, of 5 × 12. Ever: all seven; in 180 days: r, one, again,
   * stay. Standard deviation 9.3040…, mean 33.8333 of r.
   */
  @ParameterizedTest
  @CsvSource({
    "B11, _T, 22.5",
    "B11, p25, 16.25",
    "B11, p75, 28.75",
    "B11, single, 60",
    "B13, _T, 0.27499865",
    "B14, _T, 100",
    "B14, of_active, 20",
    "B15, _T, 18.3333333333",
    "B18, _T, 3",
    "B18, d90, 3",
    "B18, d365, 2",
    "B19, _T, 50",
    "B20, _T, 25",
    "B21, a4, 50",
    "B22, _T, 25",
    "B23, _T, 20",
    "B25, _T, 0",
  })
  void valuesAtTheEndOf2025(String indicator, String variant, double expected) {
    assertThat(value(now(indicator, variant))).isCloseTo(expected, within(1e-8));
  }

  /** Of 366 days before 2024-07-01, the first is in the four quarters, not in the last 365 days. */
  @Test
  void monthsOfALeapYearBeginWithItsQuarters() {
    assertThat(value(gold.total("B15", LEAP, "2024-Q2")))
        .isCloseTo(100 * (1 + 2) / 24.0, within(1e-9));
  }

  @Test
  void timeToTheNextTransferCountsThoseWhoHaveNotSentAgain() {
    // Of five, one after 10 and one after 28 days: 0.8 × 3/4 = 0.6 have not sent again.
    assertThat(Gold.of(now("B12", "_T"), IndicatorValues.NULL_REASON)).isEqualTo("DEN_ZERO");
    // Of the two men, one after 10 days.
    Row men = gold.row("B12", "_T", TJK, NOW, "sender_sex", "M");
    assertThat(value(men)).isEqualTo(10);
  }

  @Test
  void aSenderIsInOneCellOfEachDimension() {
    assertThat(value(gold.row("B18", "_T", TJK, NOW, "sender_sex", "M"))).isEqualTo(1);
    assertThat(value(gold.row("B18", "_T", TJK, NOW, "sender_sex", "F"))).isEqualTo(2);
  }

  @Test
  void transfersWithinADayToOneBeneficiaryAreSplit() {
    // x twice, z twice, of seven.
    assertThat(value(gold.total("B25", ARM, NOW))).isCloseTo(400.0 / 7, within(1e-9));
  }

  @Test
  void onlyLinkedSendersCanSwitchTheirProvider() {
    Row row = gold.total("B24", KAZ, NOW);
    assertThat(value(row)).isEqualTo(50);
    assertThat(Gold.of(row, IndicatorValues.N_UNITS)).isEqualTo(2L);
  }

  @Test
  void withoutEnoughHistoryThereIsNoValue() {
    for (String indicator : List.of("B11", "B14", "B20", "B22")) {
      assertThat(Gold.of(gold.total(indicator, ARM, NOW), IndicatorValues.NULL_REASON))
          .as(indicator)
          .isEqualTo("HISTORY_SHORT");
    }
    // Cohorts of the first four quarters may hold old senders: that of 2023-Q1 is looked at in
    // none.
    Row early = gold.row("B21", "a4", TJK, "2024-Q4", "_T", "_T");
    assertThat(Gold.of(early, IndicatorValues.NULL_REASON)).isEqualTo("HISTORY_SHORT");
  }

  @Test
  void seasonsStandOutAgainstTheYear() {
    // 1, 2, 3 and 2 over their mean of 2.
    assertThat(value(gold.row("B16", "n_q1", "KAZ-ARM", NOW, "_T", "_T"))).isEqualTo(0.5);
    assertThat(value(gold.row("B16", "n_q3", "KAZ-ARM", NOW, "_T", "_T"))).isEqualTo(1.5);
    assertThat(value(gold.row("B16", "n_amplitude", "KAZ-ARM", NOW, "_T", "_T"))).isEqualTo(1);
    Row early = gold.row("B16", "n_q1", "KAZ-ARM", "2025-Q3", "_T", "_T");
    assertThat(Gold.of(early, IndicatorValues.NULL_REASON)).isEqualTo("HISTORY_SHORT");
    Row gap = gold.row("B16", "n_q1", TJK, NOW, "_T", "_T");
    assertThat(Gold.of(gap, IndicatorValues.NULL_REASON)).isEqualTo("GAP");
  }

  @Test
  void aQuarterAloneIsTheSameAsWithAll() {
    List<ValueRow> alone = new RhythmSource(lake).values(Set.of(NOW));
    List<ValueRow> all =
        new RhythmSource(lake)
            .values(Set.of("2023-Q1", "2024-Q1", "2024-Q4", "2025-Q1", "2025-Q3", NOW)).stream()
                .filter(v -> v.cell().quarter().equals(NOW))
                .toList();
    assertThat(alone).isEqualTo(all).isNotEmpty();
  }
}
