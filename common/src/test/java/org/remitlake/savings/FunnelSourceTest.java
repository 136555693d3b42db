package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.savings.PilotRows.PILOT;

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
import org.remitlake.time.Holidays;

/**
 * Eight subjects of a pilot; the funnel tells of days up to 2024-06-28.
 *
 * <pre>
 * ana    T  reached, aware, interested, applied Mon 15 Jan, opened Fri 19, deposit 25, 30 days
 * bek    T  reached 1 Feb, applied Fri 1 March, opened Mon 4, nobody noted the approval
 * cyr    T  reached 20 March, applied Tue 26, waits
 * dil    T  reached 28 June
 * eve    C  aware
 * far    T  nothing
 * gul    T  all up to opening, but withdrew
 * hal    -  reached and opened, but in no frame
 * </pre>
 */
@SparkTest
class FunnelSourceTest {
  private static final double EXACT = 1e-9;
  private static final Set<String> QUARTERS = Set.of("2024-Q1", "2024-Q2", "2024-Q3");

  @TempDir private static Path folder;
  private static Lake lake;
  private static Values values;

  @BeforeAll
  static void compute(SparkSession spark) {
    lake = new Lake(spark, folder.resolve("lake").toString(), table -> {});
    values = values(lake, subjects());
  }

  private static Values values(Lake lake, PilotRows rows) {
    rows.writeTo(lake);
    return new Values(new FunnelSource(lake, Holidays.NONE).values(QUARTERS));
  }

  private static PilotRows subjects() {
    return new PilotRows()
        .unit("ana", "T")
        .unit("bek", "T")
        .unit("cyr", "T")
        .unit("dil", "T")
        .unit("eve", "C")
        .unit("far", "T")
        .unit("gul", "T", "2024-03-01")
        .at("ana", "REACHED", "2024-01-10")
        .at("ana", "AWARE", "2024-01-11")
        .at("ana", "INTERESTED", "2024-01-12")
        .at("ana", "APPLIED", "2024-01-15")
        .at("ana", "APPROVED", "2024-01-16")
        .at("ana", "OPENED", "2024-01-19")
        .at("ana", "FUNDED", "2024-01-25")
        .at("ana", "ACTIVE_30D", "2024-02-18")
        .at("bek", "REACHED", "2024-02-01")
        .at("bek", "APPLIED", "2024-03-01")
        .at("bek", "OPENED", "2024-03-04")
        .at("cyr", "REACHED", "2024-03-20")
        .at("cyr", "APPLIED", "2024-03-26")
        .at("dil", "REACHED", "2024-06-28")
        .at("eve", "AWARE", "2024-02-10")
        .at("gul", "REACHED", "2024-01-10")
        .at("gul", "APPLIED", "2024-01-11")
        .at("gul", "OPENED", "2024-01-12")
        .at("hal", "REACHED", "2024-01-05")
        .at("hal", "OPENED", "2024-01-06");
  }

  private static CellKey all(String quarter) {
    return CellKey.total("TJK", quarter).in(PILOT, "_T");
  }

  private static CellKey cohort(String quarter, String reached) {
    return CellKey.of("TJK", quarter, "cohort", reached).in(PILOT, "_T");
  }

  @Test
  void stagesCountDistinctSubjectsOfTheFrame() {
    // ana, bek, cyr, dil, eve and far; gul withdrew, hal is in no frame.
    assertThat(values.value(Funnel.C20_ELIGIBLE, all("2024-Q1"))).isEqualTo(6);
    // ana, bek, cyr; dil from the second quarter on.
    ValueRow reached = values.row(Funnel.C20_REACHED, all("2024-Q1"));
    assertThat(reached.value()).contains(3.0);
    assertThat(reached.excluded()).isEqualTo(Map.of("NO_CONSENT", 1L, "NOT_IN_FRAME", 1L));
    assertThat(values.value(Funnel.C20_REACHED, all("2024-Q2"))).isEqualTo(4);
    // ana and bek, whose account tells of an approval that nobody noted.
    ValueRow approved = values.row(Funnel.C20_APPROVED, all("2024-Q1"));
    assertThat(approved.value()).contains(2.0);
    assertThat(approved.missing()).isEqualTo(1);
    assertThat(approved.excluded()).containsEntry("STAGE_IMPUTED", 1L);
    assertThat(approved.grade()).isEqualTo("B");
    // ana and eve: nobody is aware because he opened.
    assertThat(values.value(Funnel.C20_AWARE, all("2024-Q1"))).isEqualTo(2);
    assertThat(values.value(Funnel.C20_AWARE, all("2024-Q1").in(PILOT, "C"))).isEqualTo(1);
  }

  @Test
  void stepsAreOverTheStageBefore() {
    // ana and eve over ana, bek and cyr; eve was not reached.
    assertThat(values.value(Funnel.C21_AWARE, all("2024-Q1"))).isCloseTo(200.0 / 3, within(EXACT));
    // Three applied, one of them noted as interested.
    assertThat(values.value(Funnel.C21_APPLIED, all("2024-Q1"))).isEqualTo(300);
    // ana of ana and bek.
    assertThat(values.value(Funnel.C21_FUNDED, all("2024-Q1"))).isEqualTo(50);
    assertThat(values.nullReason(Funnel.C21_REACHED, all("2024-Q1").in(PILOT, "C"))).isEmpty();
    // Nobody of the control applied: nothing to open.
    assertThat(values.nullReason(Funnel.C21_OPENED, all("2024-Q1").in(PILOT, "C")))
        .isEqualTo("DEN_ZERO");
  }

  @Test
  void allEligibleAreUnderTheCumulativeShare() {
    // ana and bek of six.
    assertThat(values.value(Funnel.C22_OPENED, all("2024-Q1"))).isCloseTo(100.0 / 3, within(EXACT));
    CellKey sughd = CellKey.of("TJK", "2024-Q1", "region", "TJ-SU").in(PILOT, "_T");
    // eve lives in Khatlon.
    assertThat(values.value(Funnel.C22_OPENED, sughd)).isEqualTo(40);
  }

  @Test
  void cohortsAreOfTheQuarterOfBeingReached() {
    // ana and bek of ana, bek and cyr.
    assertThat(values.value(Funnel.C22_OPENED, cohort("2024-Q2", "2024-Q1")))
        .isCloseTo(200.0 / 3, within(EXACT));
    // dil of dil; before the quarter there is no such cohort.
    assertThat(values.value(Funnel.C20_REACHED, cohort("2024-Q2", "2024-Q2"))).isEqualTo(1);
    assertThat(values.find(Funnel.C20_REACHED, cohort("2024-Q1", "2024-Q2"))).isEmpty();
  }

  @Test
  void whatIsNotOverIsNotNo() {
    // ana's 30 days are over on 18 February, bek's on 3 April: one of six, less bek, then of six.
    assertThat(values.value(Funnel.C22_ACTIVE_30D, all("2024-Q1"))).isEqualTo(20);
    assertThat(values.row(Funnel.C22_ACTIVE_30D, all("2024-Q1")).excluded())
        .containsEntry("WINDOW_OPEN", 1L);
    assertThat(values.value(Funnel.C22_ACTIVE_30D, all("2024-Q2")))
        .isCloseTo(100.0 / 6, within(EXACT));
    // ana, the only one with a deposit.
    assertThat(values.value(Funnel.C21_ACTIVE_30D, all("2024-Q1"))).isEqualTo(100);
    // No 90 days are over in March, and none of 180 on 28 June.
    assertThat(values.nullReason(Funnel.C20_ACTIVE_90D, all("2024-Q1"))).isEqualTo("WINDOW_OPEN");
    assertThat(values.nullReason(Funnel.C20_PERSIST_180D, all("2024-Q2"))).isEqualTo("WINDOW_OPEN");
    // They are in June, but this pilot never noted who was active then.
    assertThat(values.nullReason(Funnel.C20_ACTIVE_90D, all("2024-Q2"))).isEqualTo("EMPTY");
    // Nothing is told of the third quarter.
    assertThat(values.find(Funnel.C20_REACHED, all("2024-Q3"))).isEmpty();
  }

  @Test
  void whoWaitsForADecisionCounts() {
    // Working days: bek 1, ana 4, cyr more than 3. One of three after 1, then ana alone at 4.
    ValueRow days = values.row(FunnelTime.C43, all("2024-Q1"));
    assertThat(days.value()).contains(4.0);
    assertThat(days.n()).isEqualTo(3);
    assertThat(days.excluded()).isEqualTo(Map.of("NO_CONSENT", 1L, "NOT_IN_FRAME", 1L));
    // In June cyr waits on: two thirds have an account, not nine of ten.
    assertThat(values.value(FunnelTime.C43, all("2024-Q2"))).isEqualTo(4);
    assertThat(values.nullReason(FunnelTime.C43_P90, all("2024-Q2"))).isEqualTo("NOT_REACHED");
  }

  @Test
  void holidaysAreNoWorkingDays() {
    // Of ana's four days a Wednesday is one; neither a Saturday's, nor another year's, nor another
    // country's counts.
    Holidays holidays =
        new Holidays(
            Map.of(
                "TJK", List.of("01-17", "2024-01-17", "2024-01-20", "2023-01-18"),
                "ARM", List.of("01-16")));
    FunnelSource source = new FunnelSource(lake, holidays);
    assertThat(new Values(source.values(QUARTERS)).value(FunnelTime.C43, all("2024-Q1")))
        .isEqualTo(3);
    assertThat(source.inputs()).isNotEqualTo(new FunnelSource(lake, Holidays.NONE).inputs());
    assertThat(new Holidays(Map.of("TJK", List.of("17.01."))).objection())
        .contains(
            "holidays of TJK must be days of every year, as 03-08, or single days, as 2024-04-10");
  }

  @Test
  void whoHasNotDepositedCounts() {
    // ana after 6 days; bek not in 27 days until the end of March: half of both.
    assertThat(values.value(FunnelTime.C24, all("2024-Q1"))).isEqualTo(6);
    assertThat(values.row(FunnelTime.C24, all("2024-Q1")).n()).isEqualTo(2);
  }

  @Test
  void otherEventsGiveOtherNumbers(SparkSession spark) {
    Lake other = new Lake(spark, folder.resolve("other").toString(), table -> {});
    PilotRows rows =
        subjects()
            .at("cyr", "OPENED", "2024-03-27")
            .at("cyr", "FUNDED", "2024-03-28")
            .at("bek", "FUNDED", "2024-03-05")
            .at("far", "FUNDED", "2024-03-28")
            .at("eve", "REACHED", "2024-03-28");
    Values changed = values(other, rows);
    // ana, bek, cyr, and far, of whom a deposit tells it, of six.
    assertThat(changed.value(Funnel.C22_OPENED, all("2024-Q1")))
        .isCloseTo(400.0 / 6, within(EXACT));
    // Four were reached, ana and eve are aware.
    assertThat(changed.value(Funnel.C21_AWARE, all("2024-Q1"))).isEqualTo(50);
    assertThat(changed.value(Funnel.C20_REACHED, all("2024-Q1"))).isEqualTo(4);
    // bek and cyr 1, ana 4; far's days are not known.
    ValueRow days = changed.row(FunnelTime.C43, all("2024-Q1"));
    assertThat(days.value()).contains(1.0);
    assertThat(days.missing()).isEqualTo(1);
    // cyr and bek 1, ana 6; of far it is not known how long it took.
    assertThat(changed.value(FunnelTime.C24, all("2024-Q1"))).isEqualTo(1);
    assertThat(changed.row(FunnelTime.C24, all("2024-Q1")).missing()).isEqualTo(1);
    assertThat(new FunnelSource(other, Holidays.NONE).inputs())
        .isNotEqualTo(new FunnelSource(lake, Holidays.NONE).inputs());
    assertThat(new FunnelSource(lake, Holidays.NONE).inputs()).containsKeys("2024-Q1", "2025-Q4");
  }
}
