package org.remitlake.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.registry.AssociationProjects;
import org.remitlake.registry.Associations;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/** Three associations in 2024-Q2 and their projects, reckoned by hand. */
@SparkTest
class PooledFundSourceTest {
  @TempDir private Path folder;

  private static SettledRow association(String id, String period, int members, String paid) {
    return SettledRow.of(Associations.CONTRACT)
        .with("assoc_id", id)
        .with("pilot_code", "PT_TJ_01")
        .with("country", "TJK")
        .with("cluster_id", id)
        .with("period", period)
        .with("members", members)
        .with("contributions_members", paid)
        .with("has_rules", true)
        .with("has_elected_board", id.equals("a"))
        .with("has_published_accounts", false)
        .with("has_audit", false)
        .with("has_woman_on_board", true);
  }

  private static TableRow project(
      String association, String code, String due, String accepted, Integer reached, String how) {
    return SettledRow.of(AssociationProjects.CONTRACT)
        .with("assoc_id", association)
        .with("pilot_code", "PT_TJ_01")
        .with("country", "TJK")
        .with("project_code", code)
        .with("due_on", due)
        .with("accepted_on", accepted)
        .with("beneficiaries", reached)
        .with("beneficiaries_method", how)
        .row();
  }

  /** Nobody knows how many: that is not nobody. */
  @Test
  void wherePersonsAreKnownOfNoProjectThereIsNoValue(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    Gold.write(
        lake,
        Associations.CONTRACT,
        Associations.CONTRACT.slice(),
        List.of(
            association("a", "2024-Q2", 20, "100").with("contributions_partner", "5").row(),
            association("a", "2024-Q3", 20, "100").row()));
    Gold.write(
        lake,
        AssociationProjects.CONTRACT,
        AssociationProjects.CONTRACT.slice(),
        List.of(
            project("a", "well", "2024-05-01", "2024-05-20", 3_000, "CATCHMENT"),
            project("a", "road", "2024-02-01", "2024-03-01", 500, "LIST"),
            project("a", "mill", "2024-06-01", null, null, null)));
    Map<String, ValueRow> values = new TreeMap<>();
    for (ValueRow row : new PooledFundSource(lake).values(Set.of("2024-Q2", "2024-Q3"))) {
      String of = row.indicator().id() + " " + row.indicator().variant();
      values.put(of + " " + row.cell().quarter(), row);
    }
    assertThat(values.get("D57 _T 2024-Q2").nullReason()).isEqualTo("Q_MISSING");
    assertThat(values.get("D57 _T 2024-Q3").value()).as("none accepted").hasValue(0.0);
    // Whether the diaspora and the state gave anything is not told.
    assertThat(values.get("D52 _T 2024-Q2").nullReason()).isEqualTo("Q_MISSING");
    assertThat(values.get("D55 _T 2024-Q2").nullReason()).isEqualTo("Q_MISSING");
    assertThat(values.get("D52 partner 2024-Q2").value()).hasValue(5.0);
  }

  private Map<String, ValueRow> values(SparkSession spark) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    Gold.write(
        lake,
        Associations.CONTRACT,
        Associations.CONTRACT.slice(),
        List.of(
            association("a", "2024-Q1", 10, "77").row(),
            association("a", "2024-Q2", 20, "100")
                .with("contributions_diaspora", "30")
                .with("contributions_partner", "60")
                .with("contributions_public", "0")
                .with("in_kind_value", "4")
                .with("paying_members_12m", 15)
                .with("overheads", "10")
                .with("outflows", "80")
                .with("has_meeting_12m", true)
                .with("has_accounts_12m", true)
                .row(),
            association("b", "2024-Q2", 30, "200")
                .with("contributions_diaspora", "0")
                .with("contributions_partner", "90")
                .with("contributions_public", "10")
                .with("in_kind_value", "3")
                .with("paying_members_12m", 10)
                .with("overheads", "20")
                .with("outflows", "70")
                .with("has_meeting_12m", true)
                .with("has_accounts_12m", false)
                .row(),
            association("c", "2024-Q2", 50, "0")
                .with("contributions_diaspora", "5")
                .with("contributions_partner", "0")
                .with("contributions_public", "0")
                .with("in_kind_value", "0")
                .with("paying_members_12m", 0)
                .with("overheads", "0")
                .with("outflows", "0")
                .with("has_meeting_12m", false)
                .row()));
    Gold.write(
        lake,
        AssociationProjects.CONTRACT,
        AssociationProjects.CONTRACT.slice(),
        List.of(
            // One project of two associations, of which one counts the whole valley; one of the
            // quarter
            // before; one late; one to come.
            project("a", "well", "2024-05-01", "2024-05-20", 120, "LIST"),
            project("b", "well", "2024-05-01", "2024-05-20", 3_000, "CATCHMENT"),
            project("c", "canal", "2024-04-01", "2024-04-01", 30, "LIST"),
            project("c", "clinic", "2024-04-01", "2024-05-02", 50, "ESTIMATE"),
            project("a", "road", "2024-02-01", "2024-03-01", 500, "LIST"),
            project("b", "school", "2024-06-30", "2024-06-30", 9_000, "CATCHMENT"),
            project("b", "bridge", "2024-06-01", null, null, null),
            project("c", "mill", "2024-12-01", null, null, null)));
    PooledFundSource source = new PooledFundSource(lake);
    assertThat(source.inputs()).containsOnlyKeys("2024-Q1", "2024-Q2");
    Map<String, ValueRow> values = new TreeMap<>();
    for (ValueRow row : source.values(Set.of("2024-Q2"))) {
      values.put(row.indicator().id() + " " + row.indicator().variant(), row);
    }
    return values;
  }

  @Test
  void sumsSharesAndScores(SparkSession spark) {
    Map<String, ValueRow> values = values(spark);
    Map<String, Double> expected = new TreeMap<>();
    expected.put("D51 _T", 1.0); // b has no accounts, c no meeting
    expected.put("D52 _T", 100 + 30 + 60 + 200 + 90 + 10 + 5.0);
    expected.put("D52 members", 300.0);
    expected.put("D52 diaspora", 35.0);
    expected.put("D52 partner", 150.0);
    expected.put("D52 public", 10.0);
    expected.put("D53 _T", 300.0 / 100);
    expected.put("D54 _T", 25.0);
    expected.put("D55 _T", 160.0 / 300);
    expected.put("D52 in kind", 7.0);
    expected.put("D56 _T", 4.0); // well, canal, clinic and school
    expected.put("D56 rate", 100 * 5 / 6.0); // those and road, of those and bridge
    expected.put("D58 _T", 20.0);
    expected.put("D59 _T", (3 + 2 + 2) / 3.0);
    expected.forEach(
        (key, value) ->
            assertThat(values.get(key).value().orElseThrow())
                .as(key)
                .isCloseTo(value, within(1e-9)));
  }

  /** Four projects were accepted, of which one is counted by its catchment, a quarter of them. */
  @Test
  void catchmentsAreNotAdded(SparkSession spark) {
    ValueRow reached = values(spark).get("D57 _T");
    assertThat(reached.value().orElseThrow()).isEqualTo(120 + 30 + 50);
    assertThat(reached.units()).isEqualTo(3);
    assertThat(reached.missing()).isEqualTo(1);
    assertThat(reached.excluded()).containsExactly(Map.entry("NOT_TOLD", 1L));
  }
}
