package org.remitlake.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.remitlake.testing.Gold.value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.frequency.Frequency;
import org.remitlake.frequency.RealVolume;
import org.remitlake.frequency.RealVolumeSource;
import org.remitlake.lake.ContentHash;
import org.remitlake.lake.Lake;
import org.remitlake.reference.ReferenceSeries;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;
import org.remitlake.time.Quarter;

/** Values that rest on values, at constant prices: volumes of 10 to 50 in five quarters. */
@SparkTest
class DerivationTest {
  private static final String TJK = "RUS-TJK";
  private static final List<String> QUARTERS =
      List.of("2020-Q1", "2020-Q2", "2020-Q3", "2020-Q4", "2021-Q1");

  @TempDir private Path folder;
  private SparkSession spark;
  private final Volumes volumes = new Volumes();
  private final List<String> commits = new ArrayList<>();
  private String mortal = "";

  /** Volumes as the test sets them, and which quarters were asked for. */
  private static final class Volumes implements ValueSource {
    private final Map<String, Double> values = new TreeMap<>();
    private final Set<String> seen = new TreeSet<>();
    private String version = "";

    @Override
    public List<? extends Indicator> indicators() {
      return List.of(Frequency.B05);
    }

    @Override
    public Map<String, String> inputs() {
      Map<String, String> inputs = new TreeMap<>();
      values.forEach((quarter, value) -> inputs.put(quarter, value + version));
      return inputs;
    }

    @Override
    public List<ValueRow> values(Set<String> periods) {
      seen.addAll(periods);
      return periods.stream().filter(values::containsKey).map(this::row).toList();
    }

    private ValueRow row(String quarter) {
      return new ValueRow(
          Frequency.B05,
          CellKey.total(TJK, quarter),
          Optional.of(values.get(quarter)),
          "",
          Optional.empty(),
          Optional.empty(),
          20,
          20,
          0,
          Map.of(),
          "UNIT",
          Optional.empty(),
          "A",
          Optional.empty());
    }
  }

  @BeforeEach
  void setUp(SparkSession session) {
    spark = session;
    for (int i = 0; i < QUARTERS.size(); i++) {
      volumes.values.put(QUARTERS.get(i), 10.0 * (i + 1));
    }
  }

  private Lake lake(String name) {
    Lake lake =
        new Lake(
            spark,
            folder.resolve(name).toString(),
            table -> {
              commits.add(table);
              if (table.equals(mortal)) {
                throw new IllegalStateException("The run dies.");
              }
            });
    List<TableRow> prices = new ArrayList<>();
    for (String quarter : QUARTERS) {
      prices.add(
          SettledRow.of(ReferenceSeries.CONTRACT)
              .with("series_code", "CPI")
              .with("country", "TJK")
              .with("period", quarter)
              .with("value", "100")
              .with("unit", "2020=100")
              .with("source", "Agency")
              .row());
    }
    lake.replace(
        ReferenceSeries.CONTRACT,
        Set.of("CPI"),
        TableRow.frame(spark, ReferenceSeries.CONTRACT, prices));
    commits.clear();
    return lake;
  }

  private IndicatorRun of(Lake lake) {
    return new IndicatorRun(
        lake, List.of(volumes), List.of(RealVolumeSource.derivation(lake)), Quarter::isLabel);
  }

  private IndicatorReport run(Lake lake, String... asked) {
    volumes.seen.clear();
    commits.clear();
    return of(lake).run(Set.of(asked), progress -> {});
  }

  private static double index(Lake lake, String quarter) {
    return value(Gold.read(lake).row("B10", "first_year", TJK, quarter, "_T", "_T"));
  }

  private static String content(Lake lake) {
    return ContentHash.of(lake, IndicatorValues.CONTRACT);
  }

  @Test
  void bothPhasesAreOneCommitAndWhatDidNotChangeIsLeftAlone() {
    Lake lake = lake("changes");
    run(lake);
    // To the mean of 10, 20, 30, 40.
    assertThat(index(lake, "2021-Q1")).isCloseTo(200, within(1e-9));
    assertThat(commits).containsExactly("gold.indicator_value", "ops.indicator_input");
    assertThat(run(lake).periods()).isEmpty();
    assertThat(commits).isEmpty();

    // Other inputs, the same volumes: nothing follows from them.
    volumes.version = "again";
    volumes.values.put("2021-Q1", 60.0);
    assertThat(run(lake).written()).containsExactly("2021-Q1");
    assertThat(volumes.seen).containsExactlyElementsOf(QUARTERS);
    assertThat(index(lake, "2021-Q1")).isCloseTo(240, within(1e-9));

    // A volume of the base year: all indices follow, and no other volume is computed.
    volumes.values.put("2020-Q2", 120.0);
    assertThat(of(lake).isCurrent(RealVolume.B10_FIRST_YEAR, "2020-Q1")).isTrue();
    assertThat(of(lake).isCurrent(RealVolume.B10_FIRST_YEAR, "2021-Q1")).isFalse();
    assertThat(run(lake).written()).containsExactlyElementsOf(QUARTERS);
    assertThat(volumes.seen).containsExactly("2020-Q2");
    assertThat(commits)
        .containsExactly("ops.indicator_input", "gold.indicator_value", "ops.indicator_input");
    assertThat(index(lake, "2021-Q1")).isCloseTo(120, within(1e-9));
    assertThat(of(lake).isCurrent(RealVolume.B10_FIRST_YEAR, "2021-Q1")).isTrue();

    // A volume is gone, and with it the base; the rest keeps its volumes.
    volumes.values.remove("2020-Q3");
    run(lake);
    assertThat(lake.sliceVersions(IndicatorValues.CONTRACT)).doesNotContainKey("2020-Q3");
    Gold gold = Gold.read(lake);
    assertThat(value(gold.total("B05", TJK, "2021-Q1"))).isEqualTo(60);
    assertThat(
            Gold.of(
                gold.row("B10", "first_year", TJK, "2021-Q1", "_T", "_T"),
                IndicatorValues.NULL_REASON))
        .isEqualTo("NO_BASE");
  }

  @Test
  void quartersOneAfterTheOtherGiveTheSameAsAllAtOnce() {
    Lake atOnce = lake("once");
    run(atOnce);
    Lake single = lake("single");
    for (String quarter : List.of("2021-Q1", "2020-Q4", "2020-Q1", "2020-Q3", "2020-Q2")) {
      assertThat(run(single, quarter).periods()).contains(quarter);
      assertThat(volumes.seen).containsExactly(quarter);
    }
    assertThat(content(single)).isEqualTo(content(atOnce));
    assertThat(run(single).periods()).isEmpty();
    // Asked for, it is computed though nothing changed; the same values stay.
    assertThat(run(single, "2020-Q4"))
        .isEqualTo(new IndicatorReport(List.of("2020-Q4"), List.of(), 3));
    assertThat(commits).isEmpty();
  }

  @Test
  void aRunThatDiesIsMadeGoodByTheNext() {
    Lake lake = lake("dies");
    run(lake);
    String before = content(lake);
    volumes.values.put("2020-Q2", 120.0);
    for (String table : List.of("gold.indicator_value", "ops.indicator_input")) {
      mortal = table;
      assertThatThrownBy(() -> run(lake)).hasMessageContaining("The run dies.");
      mortal = "";
    }
    Lake whole = lake("whole");
    run(whole);
    run(lake);
    assertThat(content(lake)).isEqualTo(content(whole)).isNotEqualTo(before);

    // It dies after gold, and then everything is as it was before.
    volumes.values.put("2020-Q2", 500.0);
    mortal = "gold.indicator_value";
    assertThatThrownBy(() -> run(lake)).hasMessageContaining("The run dies.");
    mortal = "";
    volumes.values.put("2020-Q2", 120.0);
    run(lake);
    assertThat(content(lake)).isEqualTo(content(whole));
    assertThat(run(lake).periods()).isEmpty();
  }
}
