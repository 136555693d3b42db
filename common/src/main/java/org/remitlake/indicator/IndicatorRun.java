package org.remitlake.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.lake.Lake;

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
   */
  public IndicatorReport run(Set<String> asked, Consumer<String> progress) {
    Map<String, String> inputs = inputs();
    Map<String, String> computed = computed();
    Set<String> wanted = new TreeSet<>(asked.isEmpty() ? changed(inputs, computed) : asked);
    if (wanted.isEmpty()) {
      return new IndicatorReport(List.of(), List.of(), 0);
    }
    progress.accept("computing " + wanted.size() + " periods");
    List<Row> rows = new ArrayList<>();
    for (ValueSource source : sources) {
      source.values(wanted).forEach(v -> rows.add(v.toRow()));
    }
    Set<String> written =
        lake.replaceChanged(
            IndicatorValues.CONTRACT,
            wanted,
            lake.spark().createDataFrame(rows, IndicatorValues.CONTRACT.schema()));
    remember(wanted, inputs, computed);
    return new IndicatorReport(List.copyOf(wanted), List.copyOf(written), rows.size());
  }

  /** Fingerprint of all that a period rests on, by period. */
  private Map<String, String> inputs() {
    List<Map<String, String>> bySource = sources.stream().map(ValueSource::inputs).toList();
    Set<String> periods = new TreeSet<>();
    bySource.forEach(of -> periods.addAll(of.keySet()));
    Map<String, String> inputs = new TreeMap<>();
    for (String period : periods) {
      if (scope.test(period)) {
        StringBuilder text = new StringBuilder(ValueRow.METHOD_VERSION);
        bySource.forEach(of -> text.append('\n').append(of.getOrDefault(period, "")));
        inputs.put(period, sha256(text.toString()));
      }
    }
    return inputs;
  }

  private Set<String> changed(Map<String, String> inputs, Map<String, String> computed) {
    Set<String> changed = new TreeSet<>();
    inputs.forEach(
        (period, version) -> {
          if (!version.equals(computed.get(period))) {
            changed.add(period);
          }
        });
    computed.keySet().stream()
        .filter(p -> scope.test(p) && !inputs.containsKey(p))
        .forEach(changed::add);
    return changed;
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private Map<String, String> computed() {
    Map<String, String> computed = new TreeMap<>();
    lake.read(InputVersions.CONTRACT)
        .select("period", "input_version")
        .collectAsList()
        .forEach(row -> computed.put(row.getString(0), row.getString(1)));
    return computed;
  }

  private void remember(
      Set<String> wanted, Map<String, String> inputs, Map<String, String> computed) {
    List<Row> rows = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    for (String period : wanted) {
      String version = inputs.get(period);
      if (version != null) {
        rows.add(RowFactory.create(period, version));
      }
      if (version == null || !version.equals(computed.get(period))) {
        changed.add(period);
      }
    }
    if (!changed.isEmpty()) {
      lake.replace(
          InputVersions.CONTRACT,
          wanted,
          lake.spark().createDataFrame(rows, InputVersions.CONTRACT.schema()));
    }
  }
}
