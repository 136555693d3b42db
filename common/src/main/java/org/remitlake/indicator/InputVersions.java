package org.remitlake.indicator;

import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.remitlake.contract.Field.attribute;
import static org.remitlake.contract.Field.identifier;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.lake.Lake;

/**
 * {@code ops.indicator_input}: from which state of silver a period, or a pilot, was last computed.
 * It tells what is stale; gold itself changes only where a value does.
 */
public final class InputVersions {
  static final Field PERIOD =
      identifier(
          "period",
          StringType,
          "As 2024-Q1 transfer, 2024 household: a quarter or wave and what its values come from; a"
              + " pilot, as PT_AM_01");
  static final Field INPUT_VERSION =
      attribute(
          "input_version",
          StringType,
          "Hash of all inputs and of the method; empty while not computed");

  static final TableContract CONTRACT =
      TableContract.table(
          "ops.indicator_input",
          "A period of gold.indicator_value and source of its values, or a pilot",
          PERIOD,
          PERIOD,
          INPUT_VERSION);

  private static final String NOT_COMPUTED = "";

  private final Lake lake;
  private final Map<String, String> computed = new TreeMap<>();

  private InputVersions(Lake lake) {
    this.lake = lake;
  }

  /** What was computed so far. */
  public static InputVersions read(Lake lake) {
    InputVersions versions = new InputVersions(lake);
    lake.read(CONTRACT)
        .select("period", "input_version")
        .collectAsList()
        .forEach(row -> versions.computed.put(row.getString(0), row.getString(1)));
    return versions;
  }

  /**
   * What has other inputs than when it was computed, or has no inputs any more.
   *
   * @param inputs fingerprints now
   * @param scope what may be looked at
   */
  public Set<String> stale(Map<String, String> inputs, Predicate<String> scope) {
    Set<String> stale = new TreeSet<>();
    inputs.forEach(
        (period, version) -> {
          if (!version.equals(computed.get(period))) {
            stale.add(period);
          }
        });
    computed.keySet().stream()
        .filter(p -> scope.test(p) && !inputs.containsKey(p))
        .forEach(stale::add);
    return stale;
  }

  /** Whether a run that computed values of a period, or a pilot, anew died before its end. */
  public boolean isUnfinished(String period) {
    return computed.entrySet().stream()
        .anyMatch(e -> period(e.getKey()).equals(period) && NOT_COMPUTED.equals(e.getValue()));
  }

  /** What was computed: pilots, and periods with the source of their values. */
  Set<String> known() {
    return Set.copyOf(computed.keySet());
  }

  /** A period together with the source of its values. */
  static String key(String period, ValueSource source) {
    return period + ' ' + source.name();
  }

  /** The period of a key, or the pilot. */
  static String period(String key) {
    int end = key.indexOf(' ');
    return end < 0 ? key : key.substring(0, end);
  }

  /** The name of the source of a key; empty of pilots. */
  static String source(String key) {
    int end = key.indexOf(' ');
    return end < 0 ? "" : key.substring(end + 1);
  }

  /**
   * To be called before values are written: what is about to be computed from other inputs counts
   * as not computed until {@link #remember}. A run that dies in between is made good by the next,
   * even if that has the inputs of before again. No commit when nothing was computed from others.
   */
  public void forget(Set<String> wanted, Map<String, String> inputs) {
    Map<String, String> outdated = new TreeMap<>();
    for (String period : wanted) {
      String before = computed.get(period);
      boolean isMarked = NOT_COMPUTED.equals(before);
      if (before != null && !isMarked && !before.equals(inputs.get(period))) {
        outdated.put(
            period, NOT_COMPUTED); // not left out: what has no inputs any more is found by it
      }
    }
    write(outdated.keySet(), outdated);
    computed.putAll(outdated);
  }

  /** Writes down from which inputs these were computed; no commit when nothing is new. */
  public void remember(Set<String> wanted, Map<String, String> inputs) {
    boolean isNew = wanted.stream().anyMatch(p -> !Objects.equals(inputs.get(p), computed.get(p)));
    write(isNew ? wanted : Set.of(), inputs);
  }

  private void write(Set<String> periods, Map<String, String> versions) {
    List<Row> rows =
        periods.stream()
            .filter(versions::containsKey)
            .map(period -> RowFactory.create(period, versions.get(period)))
            .toList();
    lake.replace(CONTRACT, periods, lake.spark().createDataFrame(rows, CONTRACT.schema()));
  }
}
