package org.remitlake.savings;

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
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Beneficiaries, each paid twice in cash in 2024 (but those said otherwise), and what they do
 * after.
 *
 * <pre>
 *           2025-Q1             Q2      Q3
 * once      card and 9 × cash   cash    cash
 * half      card and cash       card    -
 * stays     cash                -       -
 * gone      -                   card    -
 * card      (had a card before) card    -
 * new       (paid once before)  card    -
 * mixed     card RUB, cash USD  -       -
 * </pre>
 */
@SparkTest
class ConversionTest {
  private static final String TJK = "RUS-TJK";

  @TempDir private static Path folder;
  private static Lake lake;
  private static Gold gold;
  private static int transfers;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> all = new ArrayList<>();
    for (String who : List.of("once", "half", "stays", "gone", "card", "mixed")) {
      all.add(paid(who, "2024-02-10", "CASH"));
      all.add(paid(who, "2024-11-10", who.equals("card") ? "CARD" : "CASH"));
    }
    all.add(paid("new", "2024-11-10", "CASH"));
    all.add(paid("once", "2025-02-01", "CARD").with(Tx.PRINCIPAL, "1000"));
    all.add(paid("once", "2025-02-02", "CASH").with(Tx.PRINCIPAL, "9000"));
    all.add(paid("once", "2025-05-01", "CASH"));
    all.add(paid("once", "2025-08-01", "CASH"));
    all.add(paid("half", "2025-02-01", "CARD"));
    all.add(paid("half", "2025-02-02", "CASH"));
    all.add(paid("half", "2025-05-01", "CARD"));
    all.add(paid("stays", "2025-02-01", "CASH"));
    all.add(paid("gone", "2025-05-01", "CARD"));
    all.add(paid("card", "2025-02-01", "CARD"));
    all.add(paid("new", "2025-02-01", "CARD"));
    all.add(paid("mixed", "2025-02-01", "CARD"));
    all.add(
        paid("mixed", "2025-02-02", "CASH")
            .with(Tx.SEND_CURRENCY, "USD")
            .with(Tx.PRINCIPAL, "100"));
    all.add(paid("stays", "2025-02-03", "CARD").with(Tx.FINAL_STATE, "CANCELLED"));
    Gold.fill(lake, all, List.of(), Set.of());
    new IndicatorRun(lake, List.of(new ConversionSource(lake)), Quarter::isLabel)
        .run(Set.of(), progress -> {});
    gold = Gold.read(lake);
  }

  private static TableRow paid(String who, String day, String how) {
    return transfer("t" + transfers++, TJK, day)
        .with(Tx.BENEFICIARY_PID, hash(who))
        .with(Tx.PAYOUT_INSTRUMENT, how);
  }

  private static Row of(String indicator, String variant, String quarter) {
    return gold.row(indicator, variant, TJK, quarter, "_T", "_T");
  }

  @Test
  void cashUsersThatArePaidAgainConvertOrNot() {
    // Of once, half, stays and mixed all but stays; gone was not paid, card and new are no cash
    // users.
    Row row = of("C11", "_T", "2025-Q1");
    assertThat(value(row)).isEqualTo(75);
    assertThat(Gold.of(row, IndicatorValues.N_UNITS)).isEqualTo(4L);
    // In 2025-Q2 gone has one transfer in the four quarters before: no cash user.
    assertThat(Gold.of(of("C11", "_T", "2025-Q3"), IndicatorValues.NULL_REASON)).isEqualTo("EMPTY");
  }

  @Test
  void halfOfTheValueIsAHabitAndATenthIsNot() {
    // half has half; once a tenth, stays none; mixed cannot be told.
    Row row = of("C11", "ge50", "2025-Q1");
    assertThat(value(row)).isCloseTo(100.0 / 3, within(1e-9));
    assertThat(Gold.of(row, IndicatorValues.N_MISSING)).isEqualTo(1L);
  }

  @Test
  void onlyWhoIsPaidInCashSinceIsBack() {
    // Converted in 2025-Q1: once (cash since), half (card), mixed (not paid since).
    assertThat(value(of("C12", "_T", "2025-Q3"))).isCloseTo(100.0 / 3, within(1e-9));
  }

  @Test
  void beforeAYearOfDataNobodyIsACashUser() {
    assertThat(new ConversionSource(lake).values(Set.of("2024-Q1", "2024-Q4"))).isEmpty();
  }

  @Test
  void aQuarterAloneIsTheSameAsWithAll() {
    List<ValueRow> alone = new ConversionSource(lake).values(Set.of("2025-Q3"));
    List<ValueRow> all =
        new ConversionSource(lake)
            .values(Set.of("2024-Q4", "2025-Q1", "2025-Q2", "2025-Q3")).stream()
                .filter(v -> v.cell().quarter().equals("2025-Q3"))
                .toList();
    assertThat(alone).isEqualTo(all).isNotEmpty();
  }
}
