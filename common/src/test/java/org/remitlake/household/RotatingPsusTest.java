package org.remitlake.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.indicator.ValueRow;
import org.remitlake.lake.Lake;
import org.remitlake.survey.Households;
import org.remitlake.testing.Gold;
import org.remitlake.testing.SettledRow;
import org.remitlake.testing.SparkTest;
import org.remitlake.testing.TableRow;

/**
 * Half of the PSUs are new in every wave. Two strata of four PSUs of twenty households; so many of
 * them receive that shares of PSUs are 0.10, 0.15, 0.25, 0.30 and 0.50, 0.55, 0.65, 0.70 each time.
 * The first two of each stratum stay. By hand a wave's variance is 2 x 4/3 x 0.025 / 64, of which
 * half is common: that of the change is 2 x 4/3 x 0.025 / 64, too.
 */
@SparkTest
class RotatingPsusTest {
  private static final int[] RECEIVING = {2, 3, 5, 6, 10, 11, 13, 14};
  private static final double ERROR = 100 * Math.sqrt(2 * 4 / 3.0 * 0.025 / 64);

  private static List<TableRow> wave(int year) {
    List<TableRow> rows = new ArrayList<>();
    for (int k = 0; k < 8; k++) {
      boolean isNew = k % 4 >= 2;
      for (int i = 0; i < 20; i++) {
        rows.add(
            SettledRow.of(Households.CONTRACT)
                .with("survey", "S")
                .with("country", "TJK")
                .with("wave", year)
                .with("survey_wave", "S-" + year)
                .with("hh_id", k + "-" + i)
                .with("stratum", "S" + k / 4)
                .with("psu", isNew ? "p" + k + "-" + year : "p" + k)
                .with("weight_hh", "10")
                .with("interviewed_on", year + "-05-15")
                .with("result_code", "COMPLETE")
                .with("remit_received_12m", i < RECEIVING[k])
                .row());
      }
    }
    return rows;
  }

  private static Map<String, ValueRow> values(Lake lake, Set<String> periods) {
    Map<String, ValueRow> values = new TreeMap<>();
    for (ValueRow row : new HouseholdSource(lake, Set.of()).values(periods)) {
      if (row.indicator().id().equals("D01") && row.cell().dimensions().equals("_T")) {
        values.put(row.indicator().variant() + " " + row.cell().quarter(), row);
      }
    }
    return values;
  }

  @Test
  void aChangeKnowsNewPsusFromOld(SparkSession spark, @TempDir Path folder) {
    Lake lake = new Lake(spark, folder.toString(), table -> {});
    List<TableRow> rows = new ArrayList<>(wave(2018));
    rows.addAll(wave(2020));
    rows.addAll(wave(2022));
    Gold.write(lake, Households.CONTRACT, Households.CONTRACT.slice(), rows);
    ValueRow change = values(lake, Set.of("2022")).get("S change 2022");
    assertThat(change.value()).hasValue(0.0);
    ValueRow.Precision precision = change.precision().orElseThrow();
    assertThat(precision.standardError()).isCloseTo(ERROR, within(1e-9));
    assertThat(precision.df()).isEqualTo(6);
    assertThat(precision.psus()).isEqualTo(8);
    // Waves that are computed beside it do not change it.
    assertThat(values(lake, Set.of("2018", "2020", "2022")).get("S change 2022"))
        .usingRecursiveComparison()
        .isEqualTo(change);
  }
}
