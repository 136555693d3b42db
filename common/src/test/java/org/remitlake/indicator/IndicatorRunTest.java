package org.remitlake.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.hash;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

@SparkTest
class IndicatorRunTest {
  private static final String TJK = "RUS-TJK";

  private final List<String> commits = new ArrayList<>();

  private Lake lake(SparkSession spark, Path folder) {
    return new Lake(spark, folder.toString(), commits::add);
  }

  @Test
  void onlyWhatChangedIsComputedAndOnlyWhatDiffersIsWritten(
      SparkSession spark, @TempDir Path folder) {
    Lake lake = lake(spark, folder);
    List<TableRow> transfers =
        List.of(
            transfer("a", TJK, "2024-02-15").with(Tx.FEE, "100"),
            transfer("b", TJK, "2024-05-15").with(Tx.FEE, "200"),
            transfer("c", TJK, "2024-11-15").with(Tx.FEE, "300"));
    Gold.fill(lake, transfers, List.of(), Set.of());
    IndicatorReport first = Gold.run(lake);
    assertThat(first.periods()).containsExactly("2024-Q1", "2024-Q2", "2024-Q4");
    assertThat(first.written()).containsExactly("2024-Q1", "2024-Q2", "2024-Q4");
    assertThat(value(Gold.read(lake).total("A30", TJK, "2024-Q1"))).isCloseTo(1, within(1e-9));

    commits.clear();
    assertThat(Gold.run(lake)).isEqualTo(new IndicatorReport(List.of(), List.of(), 0));
    assertThat(commits).isEmpty();

    // A dearer transfer is in the change of costs of the quarter after it (A36).
    TableRow dearer = transfer("a", TJK, "2024-02-15").with(Tx.FEE, "150");
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, List.of(dearer));
    assertThat(Gold.run(lake).written()).containsExactly("2024-Q1", "2024-Q2");
    assertThat(value(Gold.read(lake).row("A36", "price", TJK, "2024-Q2", "_T", "_T")))
        .isCloseTo(2 - 1.5, within(1e-9));

    // To whom it went is not, nor in its receipts: that quarter is looked at and comes out the
    // same.
    Map<String, String> before = lake.sliceVersions(IndicatorValues.CONTRACT);
    dearer.with(Tx.RELATIONSHIP, "SELF");
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, List.of(dearer));
    IndicatorReport changed = Gold.run(lake);
    assertThat(changed.periods()).containsExactly("2024-Q1", "2024-Q2");
    assertThat(changed.written()).containsExactly("2024-Q1");
    assertThat(lake.sliceVersions(IndicatorValues.CONTRACT))
        .containsEntry("2024-Q2", before.get("2024-Q2"))
        .containsEntry("2024-Q4", before.get("2024-Q4"))
        .doesNotContainEntry("2024-Q1", before.get("2024-Q1"));
    assertThat(value(Gold.read(lake).total("A30", TJK, "2024-Q1"))).isCloseTo(1.5, within(1e-9));

    // A reference rate of November: paid 1,340 where 10,000 RUB are worth 1,400 is 4.2857 % more.
    List<TableRow> rates = new ArrayList<>(SilverRows.rates("2024-11-15"));
    rates.get(0).with(FxMid.UNIT_RATE, "0.14");
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    assertThat(Gold.run(lake).written()).containsExactly("2024-Q4");
    assertThat(value(Gold.read(lake).total("A30", TJK, "2024-Q4")))
        .isCloseTo(3 + 100.0 * 60 / 1400, within(1e-8));

    // A quarter that is asked for is computed though nothing changed; the same values stay.
    String content = ContentHash.of(lake, IndicatorValues.CONTRACT);
    commits.clear();
    IndicatorReport asked = Gold.run(lake, new Quarter(2024, 2));
    assertThat(asked.periods()).containsExactly("2024-Q2");
    assertThat(asked.written()).isEmpty();
    assertThat(commits).isEmpty();
    assertThat(ContentHash.of(lake, IndicatorValues.CONTRACT)).isEqualTo(content);

    // All transfers of a quarter left it: its values go.
    lake.replace(Tx.CONTRACT, Set.of("2024-Q2"), TableRow.frame(spark, Tx.CONTRACT, List.of()));
    assertThat(Gold.run(lake).written()).contains("2024-Q2");
    assertThat(lake.sliceVersions(IndicatorValues.CONTRACT)).containsOnlyKeys("2024-Q1", "2024-Q4");
  }

  @Test
  void aSourceWithNothingNewIsLeftAlone(SparkSession spark, @TempDir Path folder) {
    Lake lake = lake(spark, folder);
    TableRow quote = SilverRows.quote("q", TJK, "2024-02-15").with(Quote.TOTAL_COST_PCT, "3");
    List<TableRow> transfers = List.of(transfer("a", TJK, "2024-02-15").with(Tx.FEE, "100"));
    Gold.fill(lake, transfers, List.of(quote), Set.of());
    long all = Gold.run(lake).values();

    // Other transfers: the values of quotes are neither computed nor lost.
    TableRow dearer = transfer("a", TJK, "2024-02-15").with(Tx.FEE, "150");
    Gold.write(lake, Tx.CONTRACT, Tx.QUARTER, List.of(dearer));
    long ofTransfers = Gold.run(lake).values();
    assertThat(ofTransfers).isBetween(1L, all - 1);
    Gold gold = Gold.read(lake);
    assertThat(value(gold.row("A10", "usd200", TJK, "2024-Q1", "_T", "_T"))).isEqualTo(3);
    assertThat(value(gold.total("A30", TJK, "2024-Q1"))).isCloseTo(1.5, within(1e-9));
    String content = ContentHash.of(lake, IndicatorValues.CONTRACT);

    // All of it computed anew comes to the same.
    assertThat(Gold.run(lake, new Quarter(2024, 1)).values()).isEqualTo(all);
    assertThat(ContentHash.of(lake, IndicatorValues.CONTRACT)).isEqualTo(content);
  }

  @Test
  void quotesAloneGiveTheirIndicators(SparkSession spark, @TempDir Path folder) {
    Lake lake = lake(spark, folder);
    Gold.write(
        lake,
        Quote.CONTRACT,
        Quote.QUARTER,
        List.of(SilverRows.quote("q", TJK, "2011-02-15").with(Quote.TOTAL_COST_PCT, "3")));
    assertThat(Gold.run(lake).written()).containsExactly("2011-Q1");
    assertThat(value(Gold.read(lake).row("A10", "usd200", TJK, "2011-Q1", "_T", "_T")))
        .isEqualTo(3);
  }

  @Test
  void beneficiariesDoNotDependOnWhichQuartersAreComputedTogether(
      SparkSession spark, @TempDir Path folder) {
    Lake lake = lake(spark, folder);
    // Ordered on the last day of a quarter, in ways that nobody uses in the next one.
    TableRow late =
        transfer("late", TJK, "2024-03-31")
            .with(Tx.PAID_ON, "2024-04-01")
            .with(Tx.BENEFICIARY_PID, hash("b1"))
            .with(Tx.PROVIDER_ID, "POST_01")
            .with(Tx.PROVIDER_TYPE, "POST")
            .with(Tx.SEND_CHANNEL, "POST_OFFICE")
            .with(Tx.FUNDING_INSTRUMENT, "ACCOUNT")
            .with(Tx.PAYOUT_INSTRUMENT, "HOME_DELIVERY")
            .with(Tx.SENDER_SEX, "M");
    Gold.fill(lake, List.of(late, transfer("b", TJK, "2024-05-15")), List.of(), Set.of());
    Gold.run(lake);
    assertThat(value(Gold.read(lake).total("B02", TJK, "2024-Q2"))).isEqualTo(2);
    String together = ContentHash.of(lake, IndicatorValues.CONTRACT);
    Gold.run(lake, new Quarter(2024, 2));
    assertThat(value(Gold.read(lake).total("B02", TJK, "2024-Q2"))).isEqualTo(2);
    assertThat(ContentHash.of(lake, IndicatorValues.CONTRACT)).isEqualTo(together);
  }
}
