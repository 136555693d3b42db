package org.remitlake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.evaluation.Plan;
import org.remitlake.indicator.IndicatorValues;

/** A survey file enters by its profile alone, and its estimate carries the design's precision. */
class SurveyJobTest {
  @TempDir Path folder;

  /**
   * Four households of one province, in the layout of the public file of ILCS 2022 (the file itself
   * may not ship): weights 100.5, 199.5, 300, 400; only the second receives. Share 199.5 / 1000 =
   * 0.1995. Influences w (y - p) / 1000: -0.02004975, 0.15969975, -0.05985, -0.0798; their squares
   * add up to 0.03585609; times 4 / 3, the root is 0.21865060. PSUs are households, so df is 3.
   */
  @Test
  void householdsOfALookAlikeAreEstimatedWithTheirPrecision() {
    Bench bench = new Bench(folder.resolve("lake"));
    Progress progress = new Progress("test");
    IngestJob.run(
        bench.lake,
        Bench.settings(),
        List.of(
            Bench.REPOSITORY
                .resolve(
                    "jobs/src/test/resources/surveys/armenia_ilcs_2022_households_lookalike.csv")
                .toString()),
        progress);
    SurveyJob.run(bench.lake, List.of(), Set.of(), progress);
    Row total =
        bench
            .lake
            .read(IndicatorValues.CONTRACT)
            .where("indicator_id = 'D01' and dimensions = '_T'")
            .select("variant", "corridor", "period", "value", "standard_error", "df", "n_psu")
            .collectAsList()
            .get(0);
    assertThat(List.of(total.getString(0), total.getString(1), total.getString(2)))
        .containsExactly("AM_ILCS", "ARM", "2022");
    assertThat(total.getDouble(3)).isCloseTo(19.95, within(1e-9));
    assertThat(total.getDouble(4)).isCloseTo(21.865060, within(1e-5));
    assertThat(total.getDouble(5)).isEqualTo(3);
    assertThat(total.getLong(6)).isEqualTo(4);
    bench.commits.clear();
    assertThat(SurveyJob.run(bench.lake, List.of(), Set.of(), progress).periods()).isEmpty();
    assertThatThrownBy(() -> SurveyJob.run(bench.lake, List.of(), Set.of("1999"), progress))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("1999: the lake has no data of it, only of 2022.");
    List<Plan> plans = EvaluateJob.plans(Bench.REPOSITORY.resolve("conf"));
    assertThatThrownBy(() -> EvaluateJob.run(bench.lake, plans, Set.of("PT_AM_01"), progress))
        .isInstanceOf(ConfigProblem.class)
        .hasMessageContaining("PT_AM_01: the lake has no units");
    Facts none = EvaluateJob.facts(EvaluateJob.run(bench.lake, plans, Set.of(), progress));
    assertThat(none.notices())
        .hasSize(2)
        .anyMatch(n -> n.startsWith("PT_AM_01: has a plan, but the lake has no units of it"));
    assertThat(bench.commits).isEmpty();
  }
}
