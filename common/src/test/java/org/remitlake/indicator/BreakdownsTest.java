package org.remitlake.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;
import static org.remitlake.testing.SilverRows.transfer;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.remitlake.cost.Smart;
import org.remitlake.lake.Lake;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * At RUB 80 per USD and without margins: an agent took RUB 100 and 300 for two transfers of RUB
 * 10,000 (USD 125) of one sender, and 200 for one of RUB 20,000 (USD 250); an app took nothing for
 * RUB 10,000.
 */
@SparkTest
class BreakdownsTest {
  private static final String TJK = "RUS-TJK";
  private static final String QUARTER = "2024-Q1";
  private static final String CROSSED = "send_channel|amount_tier";

  @TempDir private static Path folder;
  private static Gold crossed;
  private static Gold uncrossed;

  @BeforeAll
  static void compute(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> transfers =
        List.of(
            sent("a").with(Tx.FEE, "100").with(Tx.SENDER_PID, SilverRows.hash("one")),
            sent("b").with(Tx.FEE, "300").with(Tx.SENDER_PID, SilverRows.hash("one")),
            sent("c").with(Tx.FEE, "5000").with(Tx.FINAL_STATE, "REFUNDED"),
            sent("d").with(Tx.FEE, "200").with(Tx.PRINCIPAL, "20000").with(Tx.DELIVERED, "2680"),
            sent("e").with(Tx.SEND_CHANNEL, "APP"));
    Gold.fill(lake, transfers, List.of(), Set.of());
    // In another order than names of cells have.
    run(lake, List.of("amount_tier | send_channel"));
    crossed = Gold.read(lake);
    run(lake, List.of());
    uncrossed = Gold.read(lake);
  }

  private static TableRow sent(String id) {
    return transfer(id, TJK, "2024-02-15");
  }

  private static void run(Lake lake, List<String> crossings) {
    new IndicatorRun(
            lake,
            List.of(
                new TransferSource(
                    lake, Gold.ofTransfers(), List.of(TJK), Breakdowns.of(crossings), Smart::of)),
            Quarter::isLabel)
        .run(Set.of(), progress -> {});
  }

  @ParameterizedTest
  @CsvSource({
    "B01, AGENT|100-150, 1",
    "B03, AGENT|100-150, 2",
    "B04, AGENT|100-150, 250",
    "B09, AGENT|100-150, 125",
    "A01, AGENT|100-150, 2",
    "A32, AGENT|100-150, 2",
    "B03, AGENT|250-350, 1",
    "A30, AGENT|250-350, 1",
    "A01, APP|100-150, 0",
  })
  void ofItsOwnTransfers(String id, String cell, double expected) {
    Row row = crossed.row(id, "_T", TJK, QUARTER, CROSSED, cell);
    assertThat(value(row)).isCloseTo(expected, within(1e-9));
  }

  @Test
  void whatIsLeftOutIsCountedWhereItBelongs() {
    Row row = crossed.row("B03", "_T", TJK, QUARTER, CROSSED, "AGENT|100-150");
    assertThat(Gold.excluded(row)).containsExactly(Map.entry("REFUNDED", 1L));
  }

  @Test
  void cellsWithoutTransfersAreNotThere() {
    assertThat(crossed.has(TJK, QUARTER, CROSSED, "APP|250-350")).isFalse();
  }

  @Test
  void otherCrossingsAreAnotherResult() {
    assertThat(crossed.has(TJK, QUARTER, CROSSED, "APP|100-150")).isTrue();
    assertThat(uncrossed.has(TJK, QUARTER, CROSSED, "APP|100-150")).isFalse();
    assertThat(value(uncrossed.row("B03", "_T", TJK, QUARTER, "send_channel", "AGENT")))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"send_channel", "send_channel|send_channel", "send_channel|bank", ""})
  void whatIsNoCrossingIsTold(String crossing) {
    assertThat(Breakdowns.objection(List.of(crossing)))
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .startsWith("crossings must join two or more of amount_tier, ")
                    .endsWith("by |, as send_channel|amount_tier"));
  }

  @Test
  void namesOfACellComeInTheOrderOfDimensions() {
    assertThat(
            CellKey.crossed(
                TJK, QUARTER, Map.of("amount_tier", "100-150", "send_channel", "AGENT")))
        .isEqualTo(CellKey.of(TJK, QUARTER, CROSSED, "AGENT|100-150"));
    assertThat(CellKey.crossed(TJK, QUARTER, Map.of())).isEqualTo(CellKey.total(TJK, QUARTER));
  }
}
