package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lanes;

/**
 * Sources that compute side by side.
 *
 * @param sources where values come from
 * @param inputs fingerprint of all that values rest on, by period and source
 */
record Phase(List<ValueSource> sources, Map<String, String> inputs) {
  /**
   * Looks at what values rest on now.
   *
   * @param scope periods that may be computed
   */
  static Phase of(List<ValueSource> sources, Predicate<String> scope) {
    List<Map<String, String>> bySource = Lanes.each(sources, ValueSource::inputs);
    Map<String, String> inputs = new TreeMap<>();
    for (int i = 0; i < sources.size(); i++) {
      ValueSource source = sources.get(i);
      String method = method(source);
      bySource
          .get(i)
          .forEach(
              (period, input) -> {
                if (scope.test(period)) {
                  inputs.put(InputVersions.key(period, source), Fingerprint.of(method + input));
                }
              });
    }
    return new Phase(sources, inputs);
  }

  /** Changes with the definitions, and with an indicator that comes or goes. */
  private static String method(ValueSource source) {
    StringBuilder method = new StringBuilder(ValueRow.METHOD_VERSION).append('\n');
    source
        .indicators()
        .forEach(i -> method.append(i.id()).append(' ').append(i.variant()).append('\n'));
    return method.toString();
  }

  /** This phase and one after it. */
  Phase and(Phase next) {
    List<ValueSource> all = new ArrayList<>(sources);
    all.addAll(next.sources);
    Map<String, String> allInputs = new TreeMap<>(inputs);
    allInputs.putAll(next.inputs);
    return new Phase(all, allInputs);
  }

  /** Whether what is computed of a period comes from one of the sources. */
  boolean has(String key) {
    return names().contains(InputVersions.source(key));
  }

  private Set<String> names() {
    return sources.stream().map(ValueSource::name).collect(Collectors.toSet());
  }

  /** Values of what is wanted, as rows of gold. */
  List<Row> rows(Set<String> wanted) {
    List<Row> rows = new ArrayList<>();
    for (List<ValueRow> values : Lanes.each(sources, source -> values(source, wanted))) {
      values.forEach(v -> rows.add(v.toRow()));
    }
    return rows;
  }

  private static List<ValueRow> values(ValueSource source, Set<String> wanted) {
    Set<String> periods = periods(wanted);
    periods.removeIf(period -> !wanted.contains(InputVersions.key(period, source)));
    return periods.isEmpty() ? List.of() : source.values(periods);
  }

  /** The periods of keys. */
  static Set<String> periods(Set<String> keys) {
    Set<String> periods = new TreeSet<>();
    keys.forEach(key -> periods.add(InputVersions.period(key)));
    return periods;
  }
}
