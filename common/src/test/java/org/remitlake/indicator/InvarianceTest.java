package org.remitlake.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.remitlake.testing.SilverRows.hash;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.cost.QuotedCost;
import org.remitlake.cost.Smart;
import org.remitlake.frequency.RhythmSource;
import org.remitlake.frequency.SeasonSource;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.savings.ConversionSource;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** The same transfers give the same numbers to the last digit, however they are computed. */
@SparkTest
class InvarianceTest {
  private static final List<String> QUARTERS =
      List.of("2022-Q4", "2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1");

  @TempDir Path folder;

  /** Few persons and days, so that there are ties; some know no sex, sender or payout. */
  private static List<TableRow> transfers() {
    Random random = new Random(11);
    List<TableRow> rows = new ArrayList<>();
    for (int i = 0; i < 180; i++) {
      Quarter quarter = Quarter.parse(QUARTERS.get(i % QUARTERS.size()));
      LocalDate day = quarter.firstDay().plusDays(random.nextInt(20) * 4L);
      String sender = hash("s" + random.nextInt(9));
      int principal = 3_000 + 1_000 * random.nextInt(12);
      TableRow row =
          transfer("t" + i, i % 5 == 0 ? "RUS-ARM" : "RUS-TJK", day.toString())
              .with(Tx.PROVIDER_ID, "MTO_0" + random.nextInt(3))
              .with(Tx.SENDER_PID, sender)
              .with(Tx.BENEFICIARY_PID, hash("b" + random.nextInt(7)))
              .with(Tx.PRINCIPAL, "" + principal)
              .with(Tx.FEE, "" + principal / (40 + random.nextInt(60)))
              .with(Tx.DELIVERED, "" + principal * (i % 5 == 0 ? 4 : 1) / (i % 5 == 0 ? 1 : 8))
              .with(Tx.PAYOUT_INSTRUMENT, random.nextInt(4) == 0 ? "CARD" : "CASH");
      row = random.nextInt(6) == 0 ? row.without(Tx.SENDER_SEX) : row;
      row = random.nextInt(9) == 0 ? row.without(Tx.SENDER_PID) : row;
      row = random.nextInt(9) == 0 ? row.without(Tx.DELIVERED) : row;
      rows.add(random.nextInt(12) == 0 ? row.with(Tx.FINAL_STATE, "REFUNDED") : row);
    }
    return rows;
  }

  private static List<TableRow> quotes() {
    List<TableRow> quotes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      quotes.add(
          SilverRows.quote("q" + i, "RUS-TJK", i % 2 == 0 ? "2023-11-15" : "2024-02-15")
              .with(Quote.PROVIDER_ID, "MTO_0" + i % 4)
              .with(Quote.TOTAL_COST_PCT, "" + (1 + i % 3)));
    }
    return quotes;
  }

  private static void run(Lake lake) {
    List<ValueSource> sources =
        List.of(
            new TransferSource(
                lake,
                Gold.ofTransfers(),
                List.of("RUS-ARM", "RUS-TJK"),
                Breakdowns.of(List.of()),
                Smart::of),
            new RhythmSource(lake),
            new ConversionSource(lake),
            new QuoteSource(lake, List.of(QuotedCost.values())));
    new IndicatorRun(lake, sources, List.of(SeasonSource.derivation(lake)), Quarter::isLabel)
        .run(Set.of(), progress -> {});
  }

  private Lake lake(SparkSession spark, String name) {
    return new Lake(spark, folder.resolve(name).toString(), table -> {});
  }

  @Test
  void numbersDoNotDependOnOrderPartitionsAdaptionOrBatches(SparkSession spark) {
    Lake whole = lake(spark, "whole");
    Gold.fill(whole, transfers(), quotes(), Set.of());
    run(whole);
    String content = ContentHash.of(whole, IndicatorValues.CONTRACT);
    assertThat(whole.rows(IndicatorValues.CONTRACT)).isGreaterThan(3_000);

    String partitions = spark.conf().get("spark.sql.shuffle.partitions");
    String adaptive = spark.conf().get("spark.sql.adaptive.enabled");
    try {
      spark.conf().set("spark.sql.shuffle.partitions", "7");
      spark.conf().set("spark.sql.adaptive.enabled", "false".equals(adaptive) ? "true" : "false");
      Lake reversed = lake(spark, "reversed");
      List<TableRow> backwards = new ArrayList<>(transfers());
      Collections.reverse(backwards);
      Gold.fill(reversed, backwards, quotes(), Set.of());
      run(reversed);
      assertThat(ContentHash.of(reversed, IndicatorValues.CONTRACT)).isEqualTo(content);
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", partitions);
      spark.conf().set("spark.sql.adaptive.enabled", adaptive);
    }

    // Quarters come in two batches, the older one last: what it changes later is computed again.
    Lake batches = lake(spark, "batches");
    Gold.fill(batches, transfers(), quotes(), Set.of());
    List<TableRow> late = new ArrayList<>(transfers());
    late.removeIf(t -> !t.get(Tx.QUARTER).equals("2023-Q1"));
    batches.replace(Tx.CONTRACT, Set.of("2023-Q1"), TableRow.frame(spark, Tx.CONTRACT, List.of()));
    run(batches);
    assertThat(ContentHash.of(batches, IndicatorValues.CONTRACT)).isNotEqualTo(content);
    Gold.write(batches, Tx.CONTRACT, Tx.QUARTER, late);
    run(batches);
    assertThat(ContentHash.of(batches, IndicatorValues.CONTRACT)).isEqualTo(content);
  }
}
