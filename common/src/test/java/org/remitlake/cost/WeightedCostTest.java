package org.remitlake.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.quote;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.SettledTable;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.QuoteSource;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/**
 * Armenia's inflows are published by partner: USD 12 million from Russia and 6 from Kazakhstan in
 * 2023; Tajikistan's as one, 12 million.
 */
@SparkTest
class WeightedCostTest {
  @TempDir private static Path folder;
  private static Lake lake;
  private static Gold before;
  private static Gold after;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.toString(), table -> {});
    Gold.write(
        lake,
        Quote.CONTRACT,
        Quote.QUARTER,
        List.of(
            priced("a", "RUS-ARM", "2024-02-15", "2"),
            priced("b", "RUS-ARM", "2024-02-15", "4"),
            priced("secret", "RUS-ARM", "2024-02-15", "90").with(Quote.IS_DISCLOSED, false),
            priced("c", "KAZ-ARM", "2024-02-15", "5"),
            priced("d", "RUS-TJK", "2024-02-15", "7"),
            priced("e", "KAZ-TJK", "2024-05-15", "1"),
            priced("f", "RUS-TJK", "2024-05-15", "7"),
            priced("g", "RUS-ARM", "2025-02-15", "6")));
    lake.replace(
        ReferenceSeries.CONTRACT,
        Set.of("OFFICIAL_INFLOW"),
        TableRow.frame(
            spark,
            ReferenceSeries.CONTRACT,
            List.of(
                inflow("TJK", "2023-Q1", "2", "USD million"),
                inflow("TJK", "2023-Q2", "3", "USD million"),
                inflow("TJK", "2023-Q3", "3", "USD million"),
                inflow("TJK", "2023-Q4", "4", "USD million"),
                inflow("ARM", "2024", "5000", "AMD million"))));
    List<TableRow> flows = new ArrayList<>();
    for (int month = 1; month <= 12; month++) {
      flows.add(flow("RUS", 2023, month, "1000"));
      flows.add(flow("KAZ", 2023, month, "500"));
      if (month < 12) {
        flows.add(flow("RUS", 2024, month, "1000"));
      }
    }
    flows.add(out("RUS", 2024));
    Gold.write(lake, OfficialFlows.CONTRACT, SettledTable.QUARTER, flows);
    run();
    before = Gold.read(lake);
    Gold.write(
        lake,
        OfficialFlows.CONTRACT,
        SettledTable.QUARTER,
        List.of(
            flow("RUS", 2024, 10, "1000"),
            flow("RUS", 2024, 11, "1000"),
            flow("RUS", 2024, 12, "1000")));
    run();
    after = Gold.read(lake);
  }

  private static void run() {
    new IndicatorRun(
            lake,
            List.of(new QuoteSource(lake, List.of(QuotedCost.values()))),
            List.of(WeightedCostSource.derivation(lake)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
  }

  private static TableRow priced(String id, String corridor, String day, String cost) {
    return quote(id, corridor, day).with(Quote.TOTAL_COST_PCT, cost);
  }

  private static TableRow inflow(String country, String period, String value, String unit) {
    return SettledRow.of(ReferenceSeries.CONTRACT)
        .with("series_code", "OFFICIAL_INFLOW")
        .with("country", country)
        .with("period", period)
        .with("value", value)
        .with("unit", unit)
        .with("source", "World Bank")
        .row();
  }

  private static TableRow flow(String partner, int year, int month, String thousand) {
    return flow(partner, year, month, thousand, "INFLOW");
  }

  private static TableRow out(String partner, int year) {
    return flow(partner, year, 12, "1000", "OUTFLOW");
  }

  private static TableRow flow(
      String partner, int year, int month, String thousand, String direction) {
    return SettledRow.of(OfficialFlows.CONTRACT)
        .with("publisher", "CBA")
        .with("country", "ARM")
        .with("partner_country", partner)
        .with("direction", direction)
        .with("concept", "TOTAL")
        .with("month_on", "%d-%02d-01".formatted(year, month))
        .with("value", thousand)
        .with("quarter", new Quarter(year, (month + 2) / 3).toString())
        .row();
  }

  private static Row row(Gold gold, String quarter) {
    return gold.row("A14", "usd200", "_T", quarter, "_T", "_T");
  }

  @Test
  void corridorsCountByTheMoneyThatWentThroughThemTheYearBefore() {
    // (12 × 3 + 6 × 5 + 12 × 7) / 30; the quote that does not disclose its price is not in it.
    Row first = row(before, "2024-Q1");
    assertThat(value(first)).isCloseTo(5, within(1e-9));
    assertThat(Gold.of(first, IndicatorValues.N_UNWEIGHTED)).isEqualTo(3L);
    assertThat(Gold.of(first, IndicatorValues.N_UNITS)).isEqualTo(4L);
  }

  @Test
  void oneInflowIsSharedByTheCorridorsOfItsCountry() {
    // (6 × 1 + 6 × 7) / 12
    assertThat(value(row(before, "2024-Q2"))).isCloseTo(4, within(1e-9));
  }

  @Test
  void aCorridorWithoutInflowLeavesNoValue() {
    // December 2024 is missing, and drams are no dollars.
    Row early = row(before, "2025-Q1");
    assertThat(Gold.of(early, IndicatorValues.NULL_REASON)).isEqualTo("NO_OFFICIAL");
    assertThat(Gold.of(early, IndicatorValues.N_MISSING)).isEqualTo(1L);
    assertThat(Gold.excluded(early)).containsEntry("NO_OFFICIAL", 1L);
    assertThat(value(row(after, "2025-Q1"))).isCloseTo(6, within(1e-9));
  }

  @Test
  void withoutQuotesOfTheAmountThereIsNoCost() {
    Row row = before.row("A14", "usd500", "_T", "2024-Q2", "_T", "_T");
    assertThat(Gold.of(row, IndicatorValues.NULL_REASON)).isEqualTo("EMPTY");
    assertThat(Gold.excluded(row)).containsEntry("NO_COST", 2L);
  }
}
