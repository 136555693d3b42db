package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lake;
import org.remitlake.lake.Lanes;

/**
 * Computes the indicators of all periods whose inputs changed: one scan for each source of values,
 * one commit to gold.
 */
public final class IndicatorRun {
  private final Lake lake;
  private final List<ValueSource> sources;
  private final Predicate<String> scope;

  /**
   * A run.
   *
   * @param scope periods that this run may compute: what lies outside is left as it is
   */
  public IndicatorRun(Lake lake, List<ValueSource> sources, Predicate<String> scope) {
    this.lake = lake;
    this.sources = sources;
    this.scope = scope;
  }

  /**
   * Computes.
   *
   * @param asked periods to compute whether they changed or not; empty for those that changed
   * @throws ConfigProblem if there is no data of any period asked for
   */
  public IndicatorReport run(Set<String> asked, Consumer<String> progress) {
    Map<String, String> inputs = inputs();
    InputVersions computed = InputVersions.read(lake);
    if (!asked.isEmpty()
        && asked.stream().noneMatch(p -> inputs.containsKey(p) || computed.knows(p))) {
      throw nothingOf(asked, inputs.keySet());
    }
    Set<String> wanted = new TreeSet<>(asked.isEmpty() ? computed.stale(inputs, scope) : asked);
    if (wanted.isEmpty()) {
      return new IndicatorReport(List.of(), List.of(), 0);
    }
    progress.accept("computing " + wanted.size() + " periods");
    List<Row> rows = new ArrayList<>();
    for (List<ValueRow> values : Lanes.each(sources, source -> source.values(wanted))) {
      values.forEach(v -> rows.add(v.toRow()));
    }
    computed.forget(wanted, inputs);
    Set<String> written =
        lake.replaceChanged(
            IndicatorValues.CONTRACT,
            wanted,
            lake.spark().createDataFrame(rows, IndicatorValues.CONTRACT.schema()));
    computed.remember(wanted, inputs);
    return new IndicatorReport(List.copyOf(wanted), List.copyOf(written), rows.size());
  }

  private static ConfigProblem nothingOf(Set<String> asked, Set<String> known) {
    return new ConfigProblem(
        "%s: the lake has no data of it, only of %s. Nothing was computed. Check the period, or ingest"
                .formatted(
                    String.join(", ", asked), known.isEmpty() ? "none" : String.join(", ", known))
            + " its deliveries first.");
  }

  /** Fingerprint of all that a period rests on, by period. */
  private Map<String, String> inputs() {
    List<Map<String, String>> bySource = Lanes.each(sources, ValueSource::inputs);
    Set<String> periods = new TreeSet<>();
    bySource.forEach(of -> periods.addAll(of.keySet()));
    Map<String, String> inputs = new TreeMap<>();
    for (String period : periods) {
      if (scope.test(period)) {
        StringBuilder text = new StringBuilder(ValueRow.METHOD_VERSION);
        bySource.forEach(of -> text.append('\n').append(of.getOrDefault(period, "")));
        inputs.put(period, Fingerprint.of(text.toString()));
      }
    }
    return inputs;
  }
}
