package org.remitlake.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lake;
import org.remitlake.lake.Lanes;

/**
 * Computes what changed: of each source of values those periods whose own inputs are others than
 * when they were computed; one scan for each source, one commit to gold.
 */
public final class IndicatorRun {
  /** What tells values apart by their source. */
  private static final StructType KEY =
      new StructType()
          .add("period", "string")
          .add("basis", "string")
          .add("indicator_id", "string")
          .add("variant", "string");

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
    Map<String, String> inputs = inputs(sources);
    InputVersions computed = InputVersions.read(lake);
    Set<String> wanted =
        asked.isEmpty()
            ? computed.stale(inputs, key -> scope.test(InputVersions.period(key)))
            : of(asked, inputs.keySet(), computed.known());
    if (wanted.isEmpty()) {
      return new IndicatorReport(List.of(), List.of(), 0);
    }
    Set<String> periods = periods(wanted);
    progress.accept("computing " + periods.size() + " periods");
    List<Row> rows = new ArrayList<>();
    for (List<ValueRow> values : Lanes.each(sources, source -> values(source, wanted))) {
      values.forEach(v -> rows.add(v.toRow()));
    }
    computed.forget(wanted, inputs);
    Dataset<Row> now = lake.spark().createDataFrame(rows, IndicatorValues.CONTRACT.schema());
    Set<String> written =
        lake.replaceChanged(
            IndicatorValues.CONTRACT, periods, kept(wanted, inputs).unionByName(now));
    computed.remember(wanted, inputs);
    return new IndicatorReport(List.copyOf(periods), List.copyOf(written), rows.size());
  }

  /**
   * Whether the values of an indicator and period were computed from what the lake holds now.
   *
   * @throws IllegalArgumentException if none of the sources gives the indicator
   */
  public boolean isCurrent(Indicator indicator, String period) {
    ValueSource source = source(indicator);
    String key = InputVersions.key(period, source);
    return !InputVersions.read(lake).stale(inputs(List.of(source)), key::equals).contains(key);
  }

  /** Where the values of an indicator come from. */
  public ValueSource source(Indicator indicator) {
    return sources.stream()
        .filter(s -> s.indicators().contains(indicator))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(indicator.id() + " has no source."));
  }

  private static Set<String> of(Set<String> asked, Set<String> known, Set<String> computed) {
    Set<String> all = new TreeSet<>(known);
    all.addAll(computed);
    all.removeIf(key -> !asked.contains(InputVersions.period(key)));
    if (all.isEmpty()) {
      throw nothingOf(asked, periods(known));
    }
    return all;
  }

  private static ConfigProblem nothingOf(Set<String> asked, Set<String> known) {
    return new ConfigProblem(
        "%s: the lake has no data of it, only of %s. Nothing was computed. Check the period, or ingest"
                .formatted(
                    String.join(", ", asked), known.isEmpty() ? "none" : String.join(", ", known))
            + " its deliveries first.");
  }

  private static Set<String> periods(Set<String> keys) {
    Set<String> periods = new TreeSet<>();
    keys.forEach(key -> periods.add(InputVersions.period(key)));
    return periods;
  }

  private static List<ValueRow> values(ValueSource source, Set<String> wanted) {
    Set<String> periods = periods(wanted);
    periods.removeIf(period -> !wanted.contains(InputVersions.key(period, source)));
    return periods.isEmpty() ? List.of() : source.values(periods);
  }

  /** Values of the same periods whose own source has nothing new. */
  private Dataset<Row> kept(Set<String> wanted, Map<String, String> inputs) {
    List<Row> keys = new ArrayList<>();
    for (ValueSource source : sources) {
      for (String period : periods(wanted)) {
        String key = InputVersions.key(period, source);
        if (inputs.containsKey(key) && !wanted.contains(key)) {
          for (Indicator i : source.indicators()) {
            keys.add(RowFactory.create(period, i.basis(), i.id(), i.variant()));
          }
        }
      }
    }
    Dataset<Row> gold = lake.read(IndicatorValues.CONTRACT, periods(wanted));
    return keys.isEmpty()
        ? gold.limit(0)
        : gold.join(
            broadcast(lake.spark().createDataFrame(keys, KEY)), KEY.fieldNames(), "left_semi");
  }

  /** Fingerprint of all that values rest on, by period and source. */
  private Map<String, String> inputs(List<ValueSource> of) {
    List<Map<String, String>> bySource = Lanes.each(of, ValueSource::inputs);
    Map<String, String> inputs = new TreeMap<>();
    for (int i = 0; i < of.size(); i++) {
      ValueSource source = of.get(i);
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
    return inputs;
  }

  /** Changes with the definitions, and with an indicator that comes or goes. */
  private static String method(ValueSource source) {
    StringBuilder method = new StringBuilder(ValueRow.METHOD_VERSION).append('\n');
    source
        .indicators()
        .forEach(i -> method.append(i.id()).append(' ').append(i.variant()).append('\n'));
    return method.toString();
  }
}
