package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.savings.PilotRows.PILOT;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.registry.ProgrammeCosts;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SilverRows;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.testing.Values;

/** A USD is 10.72 somoni on the days that there is a rate for. */
@SparkTest
class PilotCostSourceTest {
  private static final double EXACT = 1e-6;
  private static final Set<String> QUARTERS = Set.of("2024-Q1", "2024-Q2", "2024-Q3");

  @TempDir private Path folder;

  private static CellKey at(String quarter) {
    return CellKey.total("TJK", quarter).in(PILOT, "_T");
  }

  private static TableRow booking(
      String id, String day, String category, String amount, String of) {
    return SettledRow.of(ProgrammeCosts.CONTRACT)
        .with("pilot_code", PILOT)
        .with("booking_id", id)
        .with("booked_on", day)
        .with("category", category)
        .with("amount", amount)
        .with("currency", of)
        .row();
  }

  private static List<TableRow> bookings() {
    return new ArrayList<>(
        List.of(
            booking("a", "2024-02-10", "STAFF", "1072", "TJS"),
            booking("b", "2024-03-05", "SYSTEMS", "50", "USD"),
            booking("c", "2024-03-06", "EVALUATION", "9000", "USD"),
            booking("d", "2024-04-10", "STAFF", "300", "USD"),
            booking("e", "2024-05-20", "STAFF", "500", "TJS")));
  }

  private static void write(Lake lake, List<TableRow> bookings) {
    List<TableRow> rates = new ArrayList<>(SilverRows.rates("2024-02-08"));
    rates.addAll(SilverRows.rates("2024-09-30"));
    Gold.write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    Gold.write(lake, ProgrammeCosts.CONTRACT, ProgrammeCosts.CONTRACT.slice(), bookings);
  }

  private static void writeSubjects(Lake lake) {
    new PilotRows()
        .unit("ana", "T")
        .unit("bek", "T")
        .unit("gul", "T", "2024-03-01")
        .at("ana", "OPENED", "2024-01-19")
        .at("bek", "OPENED", "2024-03-20")
        .at("gul", "OPENED", "2024-01-20")
        .at("hal", "OPENED", "2024-01-21")
        .at("ana", "PERSIST_180D", "2024-07-17")
        .writeTo(lake);
  }

  @Test
  void costIsOfProgrammesAndNotOfTheirEvaluation(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    writeSubjects(lake);
    write(lake, bookings());
    PilotCostSource source = new PilotCostSource(lake);
    Values values = new Values(source.values(QUARTERS));
    // (1072 / 10.72 + 50) over ana and bek; gul withdrew, hal is in no frame.
    assertThat(values.value(PilotCost.C50, at("2024-Q1"))).isCloseTo(75, within(EXACT));
    assertThat(values.row(PilotCost.C50, at("2024-Q1")).fxSource()).contains("NBT");
    // Nobody opened; and of one of two bookings no rate is younger than six days.
    ValueRow second = values.row(PilotCost.C50, at("2024-Q2"));
    assertThat(second.nullReason()).isEqualTo("Q_MISSING");
    assertThat(second.excluded()).isEqualTo(Map.of("NO_RATE", 1L));
    assertThat(values.nullReason(PilotCost.C50, at("2024-Q3"))).isEqualTo("EMPTY");
    // The cost of the first quarter over ana, who is persistent in the third.
    assertThat(values.value(PilotCost.C50_PERSIST180, at("2024-Q3"))).isCloseTo(150, within(EXACT));

    Map<String, String> before = source.inputs();
    List<TableRow> more = bookings();
    more.add(booking("f", "2024-03-07", "GRANTS", "30", "USD"));
    write(lake, more);
    assertThat(new PilotCostSource(lake).inputs()).isNotEqualTo(before);
    Values changed = new Values(new PilotCostSource(lake).values(QUARTERS));
    // 180 over ana and bek, and over ana.
    assertThat(changed.value(PilotCost.C50, at("2024-Q1"))).isCloseTo(90, within(EXACT));
    assertThat(changed.value(PilotCost.C50_PERSIST180, at("2024-Q3")))
        .isCloseTo(180, within(EXACT));
  }
}
