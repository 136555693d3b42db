package org.remitlake.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;

/**
 * Against catalogue 12.5: R 4.x, clubSandwich 0.5.8, estimatr 1.0.0, on 40 units in 10 clusters.
 */
class PilotEvaluationTest {
  private static final double DIGITS = 1e-9;

  private static Trial trial;

  @BeforeAll
  static void readTrial() throws IOException {
    List<Trial.Unit> units = new ArrayList<>();
    try (InputStream in =
        PilotEvaluationTest.class.getResourceAsStream("/reference/stats/trial.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      for (String line : text.lines().skip(1).toList()) {
        String[] cell = line.split(",", -1);
        Map<String, Double> values = new HashMap<>();
        values.put("1 y", Double.valueOf(cell[5]));
        values.put("2 y", Double.valueOf(cell[6]));
        units.add(new Trial.Unit(cell[0], cell[2].equals("1") ? "T" : "C", cell[1], "", values));
      }
    }
    trial = new Trial(units);
  }

  private static Plan plan(boolean blocks, String outcome) {
    return new Plan("P", "", 1, 2, "C", outcome, List.of(), List.of("y"), blocks);
  }

  private static Map<String, Object> effect(Trial of, Plan plan, String estimator, String type) {
    for (Row row : new PilotEvaluation(plan, "", of).effects()) {
      Map<String, Object> cells = cells(Effects.CONTRACT, row);
      if (cells.get("estimator").equals(estimator) && cells.get("se_type").equals(type)) {
        return cells;
      }
    }
    throw new AssertionError("no row of " + estimator + " " + type);
  }

  private static Map<String, Object> cells(TableContract table, Row row) {
    Map<String, Object> cells = new HashMap<>();
    List<Field> fields = table.fields();
    for (int i = 0; i < fields.size(); i++) {
      cells.put(fields.get(i).name(), row.get(i));
    }
    return cells;
  }

  private static void assertEffect(
      Map<String, Object> row, double estimate, double error, double df, double p) {
    assertThat((Double) row.get("estimate")).isCloseTo(estimate, within(DIGITS));
    assertThat((Double) row.get("standard_error")).isCloseTo(error, within(DIGITS));
    assertThat((Double) row.get("df")).isCloseTo(df, within(1e-7));
    assertThat((Double) row.get("p_value")).isCloseTo(p, within(DIGITS));
  }

  // golden_r.out: CR1S is Stata's factor, our CR1.
  @Test
  void differenceOfMeansIsRs() {
    Plan plan = plan(false, "y");
    assertEffect(effect(trial, plan, "E10", "CR1"), 8.2992481203, 6.29008229782, 9, 0.219607026099);
    assertEffect(
        effect(trial, plan, "E10", "CR2"),
        8.2992481203,
        6.59575323511,
        7.79010131608,
        0.24469473087);
  }

  @Test
  void ancovaIsRs() {
    Plan plan = plan(false, "y");
    assertEffect(effect(trial, plan, "E11", "CR1"), 5.8934800418, 5.35792339884, 9, 0.299900931749);
    assertEffect(
        effect(trial, plan, "E11", "CR2"),
        5.8934800418,
        5.59556805422,
        7.55496671895,
        0.324746542023);
  }

  // Catalogue 12.5: means 48.2143 and 44.6000, SMD 0.306046, the older form 0.216407.
  @Test
  void balanceIsTheCatalogues() {
    Row row = new PilotEvaluation(plan(false, "y"), "", trial).balances().get(0);
    Map<String, Object> cells = cells(Balances.CONTRACT, row);
    assertThat((Double) cells.get("mean_arm")).isCloseTo(48.2143, within(5e-5));
    assertThat((Double) cells.get("mean_control")).isCloseTo(44.6000, within(5e-5));
    assertThat((Double) cells.get("smd")).isCloseTo(0.306046, within(5e-7));
    assertThat((Double) cells.get("normalised_difference")).isCloseTo(0.216407, within(5e-7));
    assertThat(cells.get("flag")).isEqualTo("ACT");
  }

  @Test
  void theOrderOfUnitsDoesNotMatter() {
    List<Trial.Unit> reversed = new ArrayList<>(trial.units());
    java.util.Collections.reverse(reversed);
    Plan plan = plan(false, "y");
    assertThat((Double) effect(new Trial(reversed), plan, "E11", "CR2").get("standard_error"))
        .isCloseTo(5.59556805422, within(DIGITS));
  }

  // Effect 2 in both blocks; block b is 10 higher. A missing baseline takes its block's mean and a
  // dummy of its own, so it changes no other unit: by hand, both E10 and E11 give 2.
  @Test
  void blocksAndMissingBaselinesAreColumns() {
    List<Trial.Unit> units = new ArrayList<>();
    int n = 0;
    for (String block : List.of("a", "b")) {
      for (String arm : List.of("C", "T")) {
        for (int cluster = 0; cluster < 2; cluster++) {
          for (int unit = 0; unit < 3; unit++) {
            Map<String, Double> values = new HashMap<>();
            double base = (block.equals("b") ? 10 : 0) + unit;
            if (n != 4) {
              values.put("1 y", base);
            }
            values.put("2 y", base + (arm.equals("T") ? 2 : 0));
            units.add(new Trial.Unit("u" + n++, arm, block + arm + cluster, block, values));
          }
        }
      }
    }
    Trial blocked = new Trial(units);
    for (String estimator : List.of("E10", "E11")) {
      Map<String, Object> row = effect(blocked, plan(true, "y"), estimator, "CR2");
      assertThat((Double) row.get("estimate")).isCloseTo(2, within(DIGITS));
      assertThat(row.get("fixed_effects")).isEqualTo("block");
    }
    assertThat(effect(blocked, plan(true, "y"), "E11", "CR1").get("covariates"))
        .isEqualTo("baseline|baseline_missing");
  }

  @Test
  void anOutcomeThatNobodyHasIsSaidAndNotEstimated() {
    Map<String, Object> row = effect(trial, plan(false, "other"), "E11", "CR2");
    assertThat(row.get("estimate")).isNull();
    assertThat(row.get("null_reason")).isEqualTo("NO_OUTCOME");
    assertThat(row.get("n")).isEqualTo(0L);
    assertThat(row.get("n_assigned")).isEqualTo(40L);
  }

  // Two clusters an arm: Satterthwaite's df lie below 5, so that no t interval is given (7.3).
  @Test
  void fewClustersGiveNoInterval() {
    Trial few =
        new Trial(
            trial.units().stream()
                .filter(u -> List.of("1", "2", "3", "4").contains(u.cluster()))
                .toList());
    Map<String, Object> row = effect(few, plan(false, "y"), "E10", "CR2");
    assertThat((Double) row.get("df")).isLessThan(5);
    assertThat(row.get("standard_error")).isNotNull();
    assertThat(row.get("ci_low")).isNull();
    Trial one =
        new Trial(
            trial.units().stream().filter(u -> List.of("1", "2").contains(u.cluster())).toList());
    assertThat(effect(one, plan(false, "y"), "E10", "CR2").get("null_reason"))
        .isEqualTo("FEW_CLUSTERS");
  }

  private static Trial.Unit unit(int n, String arm, String block, Map<String, Double> values) {
    return new Trial.Unit("u" + n, arm, block + arm + n % 2, block, values);
  }

  // Block b has no baseline at all: its dummy says what a dummy of missing baselines would. Within
  // blocks y = baseline + 2 Z in a, and 7 + 2 Z in b, so by hand the effect is 2.
  @Test
  void aBlockWithoutBaselineIsEstimated() {
    List<Trial.Unit> units = new ArrayList<>();
    for (int n = 0; n < 24; n++) {
      String arm = n % 4 < 2 ? "C" : "T";
      double effect = arm.equals("T") ? 2 : 0;
      units.add(unit(n, arm, "a", Map.of("1 y", n / 4.0, "2 y", n / 4.0 + effect)));
      units.add(unit(n + 100, arm, "b", Map.of("2 y", 7 + effect)));
    }
    Map<String, Object> row = effect(new Trial(units), plan(true, "y"), "E11", "CR2");
    assertThat((Double) row.get("estimate")).isCloseTo(2, within(DIGITS));
    assertThat(row.get("covariates")).isEqualTo("baseline");
    // nothing is left to tell an error from but rounding
    assertThat(row.get("null_reason")).isEqualTo("NO_VARIANCE");
    assertThat(row.get("standard_error")).isNull();
    assertThat(row.get("p_value")).isNull();
  }

  @Test
  void anOutcomeOfOneValueIsNotEstimated() {
    List<Trial.Unit> units = new ArrayList<>();
    for (int n = 0; n < 24; n++) {
      units.add(unit(n, n % 4 < 2 ? "C" : "T", "a", Map.of("1 y", 0.0, "2 y", 1.0)));
    }
    Map<String, Object> row = effect(new Trial(units), plan(true, "y"), "E11", "CR1");
    assertThat(row.get("null_reason")).isEqualTo("NO_VARIANCE");
    assertThat(row.get("standard_error")).isNull();
    assertThat(row.get("control_mean")).isEqualTo(1.0);
  }

  @Test
  void armsOfOneValueEachAreUnbalanced() {
    List<Trial.Unit> units = new ArrayList<>();
    for (int n = 0; n < 8; n++) {
      String arm = n % 4 < 2 ? "C" : "T";
      units.add(unit(n, arm, "a", Map.of("1 y", arm.equals("T") ? 1.0 : 0.0)));
    }
    Row row = new PilotEvaluation(plan(true, "y"), "", new Trial(units)).balances().get(0);
    Map<String, Object> cells = cells(Balances.CONTRACT, row);
    assertThat(cells.get("mean_arm")).isEqualTo(1.0);
    assertThat(cells.get("smd")).isNull();
    assertThat(cells.get("null_reason")).isEqualTo("NO_VARIANCE");
    assertThat(cells.get("flag")).isEqualTo("ACT");
  }

  @Test
  void aPlanThatNamesAnUnknownOutcomeIsRefused() {
    assertThatThrownBy(() -> plan(true, "savings").checked("p.yaml"))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("names savings, y, known are account_opened, bank_saving");
  }

  @Test
  void aPlanThatMakesNoSenseIsRefusedWithEveryProblem() {
    Plan plan =
        new Plan(
            "P",
            "",
            -5,
            2021,
            "C",
            "bank_saving_12m",
            List.of("debt_amount", "bank_saving_12m"),
            List.of("hh_size", "hh_size"),
            true);
    assertThatThrownBy(() -> plan.checked("p.yaml"))
        .isInstanceOf(ConfigProblem.class)
        .hasMessage(
            "p.yaml: its waves must be years from 1990 to 2100; names an outcome twice among"
                + " 'primary' and 'secondary'; names a covariate twice. Mend the plan.");
  }
}
