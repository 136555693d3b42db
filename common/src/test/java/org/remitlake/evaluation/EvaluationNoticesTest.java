package org.remitlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Clusters;
import org.remitlake.registry.Units;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/** What an evaluation tells of data that its rows alone do not show to be wanting. */
@SparkTest
class EvaluationNoticesTest {
  @TempDir Path folder;

  private static Field field(TableContract table, String name) {
    return table.fields().stream().filter(f -> f.name().equals(name)).findFirst().orElseThrow();
  }

  private static TableRow cluster(String id, String arm) {
    return row(Clusters.CONTRACT)
        .with(field(Clusters.CONTRACT, "cluster_id"), id)
        .with(field(Clusters.CONTRACT, "block"), "1")
        .with(field(Clusters.CONTRACT, "arm_code"), arm);
  }

  private static TableRow unit(String id, String cluster, String arm) {
    return row(Units.CONTRACT)
        .with(field(Units.CONTRACT, "subject_pid"), id)
        .with(field(Units.CONTRACT, "cluster_id"), cluster)
        .with(field(Units.CONTRACT, "assigned_arm"), arm)
        .with(field(Units.CONTRACT, "hh_id"), id)
        .with(field(Units.CONTRACT, "has_consent"), true);
  }

  private static TableRow row(TableContract table) {
    return TableRow.of(table).with(field(table, "pilot_code"), "P");
  }

  @Test
  void unitsOfAnotherArmThanTheirClusterAndMissingWavesAreTold(SparkSession spark) {
    Lake lake = new Lake(spark, folder.resolve("lake").toString(), commit -> {});
    List<TableRow> clusters = List.of(cluster("one", "T"), cluster("two", "C"));
    List<TableRow> units = new ArrayList<>();
    units.add(unit("a", "one", "T"));
    units.add(unit("b", "one", "C"));
    units.add(unit("c", "two", "C"));
    units.add(unit("d", "nowhere", "C"));
    Gold.write(lake, Clusters.CONTRACT, field(Clusters.CONTRACT, "pilot_code"), clusters);
    Gold.write(lake, Units.CONTRACT, field(Units.CONTRACT, "pilot_code"), units);
    Plan plan = new Plan("P", "", 2020, 2021, "C", "bank_saving_12m", List.of(), List.of(), false);
    assertThat(new EvaluationRun(lake, List.of(plan)).run(Set.of(), step -> {}).notices())
        .hasSize(4)
        .anyMatch(n -> n.startsWith("P: 1 units are in clusters that the registry does not know"))
        .anyMatch(n -> n.startsWith("P: 1 units are assigned to another arm than their cluster"))
        .anyMatch(n -> n.startsWith("P: the lake has no survey of its baseline, 2020"))
        .anyMatch(n -> n.startsWith("P: the lake has no survey of its endline, 2021"));
  }
}
