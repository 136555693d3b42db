package org.remitlake.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.remitlake.stats.KaplanMeier.Ends;
import org.remitlake.stats.KaplanMeier.Step;
import org.remitlake.stats.Reference.Table;

/** Every number of case A24: survfit, survdiff of R survival 3.5.3. */
class KaplanMeierTest {
  private static final Map<String, SurvivalInterval> KINDS =
      Map.of(
          "plain", SurvivalInterval.PLAIN,
          "log", SurvivalInterval.LOG,
          "log-log", SurvivalInterval.LOG_LOG);

  @Test
  void everyNumberOfA24() {
    Expected e = Expected.of("A24_kaplan_meier.json");
    study(e.at("lung"), Table.read("lung.csv"), "time", "event", List.of("1", "2"));
    Table accounts = Table.read("accounts_persistence.csv");
    study(e.at("accounts"), accounts, "months", "closed", List.of("0", "1"));
    e.complete();
  }

  private static void study(
      Expected e, Table table, String time, String event, List<String> groups) {
    compare(e.at("overall"), KaplanMeier.of(spells(table, time, event)));
    int column = table.header().indexOf(table.has("sex") ? "sex" : "segment");
    List<SortedMap<Double, Ends>> parts = new ArrayList<>();
    for (String group : groups) {
      Table part = table.where(r -> r[column].equals(group));
      parts.add(spells(part, time, event));
      compare(e.at("group_" + group), KaplanMeier.of(spells(part, time, event)));
    }
    LogRank test = LogRank.of(parts);
    Expected rank = e.at("logrank");
    rank.number("chisq", test.test().statistic());
    rank.number("df", test.test().degreesOfFreedom());
    rank.p("p", test.test().pValue());
    rank.numbers("observed", test.observed().stream().mapToDouble(v -> v).toArray());
    rank.numbers("expected", test.expected().stream().mapToDouble(v -> v).toArray());
  }

  private static SortedMap<Double, Ends> spells(Table table, String time, String event) {
    TreeMap<Double, Ends> spells = new TreeMap<>();
    double[] times = table.numbers(time);
    double[] events = table.numbers(event);
    for (int i = 0; i < times.length; i++) {
      Ends ends = new Ends((long) events[i], 1 - (long) events[i]);
      spells.merge(times[i], ends, Ends::plus);
    }
    return spells;
  }

  private static void compare(Expected e, KaplanMeier actual) {
    e.number("n", (double) actual.spells());
    e.number("events", (double) actual.events());
    Expected curve = e.at("curve");
    curve.numbers("time", each(actual.curve(), Step::time));
    curve.numbers("n_risk", each(actual.curve(), s -> (double) s.atRisk()));
    curve.numbers("n_event", each(actual.curve(), s -> (double) s.events()));
    curve.numbers("surv", each(actual.curve(), Step::survival));
    curve.numbers("se_greenwood", each(actual.curve(), Step::standardError));
    Expected hazard = e.at("nelson_aalen");
    hazard.numbers("time", each(actual.curve(), Step::time));
    hazard.numbers("cumhaz", each(actual.cumulatedHazard(), Estimate::value));
    hazard.numbers("se", each(actual.cumulatedHazard(), Estimate::standardError));
    Estimate mean = actual.restrictedMean(e.input("rmst_tau"));
    e.number("rmst", mean.value());
    e.number("rmst_se", mean.standardError());
    e.number("median", actual.middleQuantile(0.5).orElseThrow());
    for (String q : e.at("quantiles").keys()) {
      var time = actual.middleQuantile(Double.parseDouble(q.substring(1)) / 100);
      if (time.isPresent()) {
        e.at("quantiles").number(q, time.get());
      } else {
        e.at("quantiles").none(q);
      }
    }
    KINDS.forEach((name, kind) -> intervals(e, name, kind, actual));
  }

  private static void intervals(
      Expected e, String name, SurvivalInterval kind, KaplanMeier actual) {
    Expected at = e.at("ci95_" + name);
    List<Step> steps = new ArrayList<>();
    for (double time : at.inputs("time")) {
      steps.add(actual.at(time));
    }
    at.numbers("surv", each(steps, Step::survival));
    at.numbers("se", each(steps, Step::standardError));
    at.numbers("low", each(steps, s -> kind.of(s, 0.95).lower()));
    at.numbers("high", each(steps, s -> kind.of(s, 0.95).upper()));
    e.interval("median_ci95_" + name, actual.quantileInterval(0.5, kind, 0.95));
  }

  private static <T> double[] each(List<T> of, ToDoubleFunction<T> value) {
    return of.stream().mapToDouble(value).toArray();
  }

  @Test
  void whereMoreThanHalfSurviveThereIsNoMedian() {
    TreeMap<Integer, Ends> spells = new TreeMap<>();
    spells.put(5, new Ends(1, 0));
    spells.put(9, new Ends(0, 2));
    assertThat(KaplanMeier.of(spells).median()).isEmpty();
    assertThat(KaplanMeier.of(new TreeMap<Integer, Ends>()).median()).isEmpty();
    assertThat(KaplanMeier.of(spells).quantileInterval(0.5, SurvivalInterval.LOG, 0.95).upper())
        .isInfinite();
  }

  /** 4 spells that end at 1, 2, 3, 4: half survive from 2 to 3, and none from 4. */
  @Test
  void stepsByHand() {
    TreeMap<Integer, Ends> spells = new TreeMap<>();
    for (int t = 1; t <= 4; t++) {
      spells.put(t, new Ends(1, 0));
    }
    KaplanMeier curve = KaplanMeier.of(spells);
    assertThat(curve.median()).contains(2.0);
    assertThat(curve.middleQuantile(0.5)).contains(2.5);
    assertThat(curve.at(0.5).survival()).isEqualTo(1);
    assertThat(SurvivalInterval.LOG_LOG.of(curve.at(0.5), 0.95)).isEqualTo(new Interval(1, 1));
    assertThat(curve.at(9).survival()).isZero();
    assertThat(curve.at(9).standardError()).isNaN();
    assertThat(SurvivalInterval.PLAIN.of(curve.at(9), 0.95)).isEqualTo(new Interval(0, 1));
    // 1 + 3/4 + 1/2 + 1/4
    assertThat(curve.restrictedMean(5).value()).isCloseTo(2.5, within(1e-15));
    assertThat(curve.restrictedMean(0.5).value()).isEqualTo(0.5);
    // Uncensored, the error of the mean is that of a mean: √(Σ(t − 2.5)² / 4) / √4.
    assertThat(curve.restrictedMean(5).standardError())
        .isCloseTo(Math.sqrt(5.0 / 16), within(1e-15));
  }

  @Test
  void whatCannotBeComparedIsRefused() {
    TreeMap<Integer, Ends> spells = new TreeMap<>(Map.of(1, new Ends(1, 0)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.of(List.of(spells)))
        .withMessage("1 group of spells. A comparison needs two.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LogRank.of(List.of(spells, new TreeMap<Integer, Ends>())))
        .withMessageContaining("has no inverse");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ends(-1, 0))
        .withMessageContaining("counted from 0");
  }
}
