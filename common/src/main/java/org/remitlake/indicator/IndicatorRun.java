package org.remitlake.indicator;

import static org.apache.spark.sql.functions.broadcast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.ConfigProblem;
import org.remitlake.lake.Lake;

/**
 * Computes what changed, in two phases: of each source of values those periods whose own inputs are
 * others than when they were computed, one scan for each source; then, of values that rest on
 * values, those whose bases came out differently. One commit to gold.
 *
 * <p>Why one commit: gold never holds values beside others than those that they rest on.
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
  private final List<Derivation> derivations;
  private final Predicate<String> scope;

  /** A run without values that rest on other values. */
  public IndicatorRun(Lake lake, List<ValueSource> sources, Predicate<String> scope) {
    this(lake, sources, List.of(), scope);
  }

  /**
   * A run.
   *
   * @param sources of the first phase
   * @param derivations what follows from the values of the first phase
   * @param scope periods that this run may compute: what lies outside is left as it is
   */
  public IndicatorRun(
      Lake lake, List<ValueSource> sources, List<Derivation> derivations, Predicate<String> scope) {
    this.lake = lake;
    this.sources = sources;
    this.derivations = derivations;
    this.scope = scope;
  }

  /**
   * Computes.
   *
   * @param asked periods to compute whether they changed or not, and what rests on them; empty for
   *     those that changed
   * @throws ConfigProblem if there is no data of any period asked for
   */
  public IndicatorReport run(Set<String> asked, Consumer<String> progress) {
    InputVersions computed = InputVersions.read(lake);
    Phase first = Phase.of(sources, scope);
    Set<String> wanted = wanted(asked, first, computed);
    if (!wanted.isEmpty()) {
      progress.accept("computing " + Phase.periods(wanted).size() + " periods");
    }
    List<Row> rows = first.rows(wanted);
    Phase second = derived(bases(wanted, rows));
    Set<String> following = following(asked, second, computed);
    rows.addAll(second.rows(following));
    wanted.addAll(following);
    if (wanted.isEmpty()) {
      return new IndicatorReport(List.of(), List.of(), 0);
    }
    return commit(first.and(second), wanted, rows, computed);
  }

  private IndicatorReport commit(
      Phase all, Set<String> wanted, List<Row> rows, InputVersions computed) {
    Set<String> periods = Phase.periods(wanted);
    computed.forget(wanted, all.inputs());
    Dataset<Row> now = lake.spark().createDataFrame(rows, IndicatorValues.CONTRACT.schema());
    Dataset<Row> whole = kept(all, wanted, computed).unionByName(now);
    Set<String> written = lake.replaceChanged(IndicatorValues.CONTRACT, periods, whole);
    computed.remember(wanted, all.inputs());
    return new IndicatorReport(List.copyOf(periods), List.copyOf(written), rows.size());
  }

  /**
   * Whether the values of an indicator and period were computed from what the lake holds now.
   *
   * @throws IllegalArgumentException if none of the sources gives the indicator
   */
  public boolean isCurrent(Indicator indicator, String period) {
    InputVersions computed = InputVersions.read(lake);
    ValueSource own = source(indicator);
    Set<ValueSource> under = new HashSet<>();
    derivations.stream()
        .filter(d -> d.gives(indicator))
        .forEach(d -> d.bases().forEach(base -> under.add(source(base))));
    return stale(Phase.of(List.of(own), scope), computed).stream()
            .noneMatch(key -> InputVersions.period(key).equals(period))
        && stale(Phase.of(List.copyOf(under), scope), computed).stream()
            .noneMatch(key -> InputVersions.period(key).compareTo(period) <= 0);
  }

  /** Where the values of an indicator come from. */
  public ValueSource source(Indicator indicator) {
    return sources.stream()
        .filter(s -> s.indicators().contains(indicator))
        .findFirst()
        .or(
            () ->
                derivations.stream()
                    .filter(d -> d.gives(indicator))
                    .findFirst()
                    .map(d -> d.of(bases(Set.of(), List.of()))))
        .orElseThrow(() -> new IllegalArgumentException(indicator.id() + " has no source."));
  }

  /** What of the first phase is to be computed. */
  private Set<String> wanted(Set<String> asked, Phase first, InputVersions computed) {
    Phase second = derived(new BaseValues());
    Predicate<String> isOfFirst = key -> !second.has(key);
    if (asked.isEmpty()) {
      return computed.stale(
          first.inputs(), isOfFirst.and(key -> scope.test(InputVersions.period(key))));
    }
    Set<String> all = known(asked, first, computed);
    if (all.isEmpty()) {
      throw nothingOf(asked, Phase.periods(first.inputs().keySet()));
    }
    all.removeIf(isOfFirst.negate());
    return all;
  }

  /** What of the second phase is: whatever rests on values that changed, asked for or not. */
  private Set<String> following(Set<String> asked, Phase second, InputVersions computed) {
    Set<String> all = stale(second, computed);
    known(asked, second, computed).stream().filter(second::has).forEach(all::add);
    return all;
  }

  private Set<String> stale(Phase phase, InputVersions computed) {
    return computed.stale(
        phase.inputs(), key -> phase.has(key) && scope.test(InputVersions.period(key)));
  }

  /** What there is, or was, of periods. */
  private static Set<String> known(Set<String> asked, Phase phase, InputVersions computed) {
    Set<String> all = new TreeSet<>(phase.inputs().keySet());
    all.addAll(computed.known());
    all.removeIf(key -> !asked.contains(InputVersions.period(key)));
    return all;
  }

  private static ConfigProblem nothingOf(Set<String> asked, Set<String> known) {
    return new ConfigProblem(
        "%s: the lake has no data of it, only of %s. Nothing was computed. Check the period, or ingest"
                .formatted(
                    String.join(", ", asked), known.isEmpty() ? "none" : String.join(", ", known))
            + " its deliveries first.");
  }

  private Phase derived(BaseValues bases) {
    return Phase.of(derivations.stream().map(d -> d.of(bases)).toList(), scope);
  }

  /**
   * The values that others rest on: those just computed, and of all else what gold holds.
   *
   * @param wanted what was just computed
   * @param now its values
   */
  private BaseValues bases(Set<String> wanted, List<Row> now) {
    Map<BaseValues.Series, ValueSource> of = new HashMap<>();
    Set<Indicator> indicators = new HashSet<>();
    derivations.forEach(d -> indicators.addAll(d.bases()));
    indicators.forEach(i -> of.put(BaseValues.series(i), source(i)));
    BaseValues bases = new BaseValues();
    if (indicators.isEmpty()) {
      return bases;
    }
    lake.read(IndicatorValues.CONTRACT)
        .where(BaseValues.areTotals(indicators))
        .collectAsList()
        .forEach(
            row -> {
              ValueSource source = of.get(BaseValues.series(row));
              String period = GoldRow.text(row, IndicatorValues.PERIOD);
              if (source != null && !wanted.contains(InputVersions.key(period, source))) {
                bases.add(row);
              }
            });
    now.stream().filter(row -> of.containsKey(BaseValues.series(row))).forEach(bases::add);
    return bases;
  }

  /** Values of the same periods whose own source has nothing new, or was not asked. */
  private Dataset<Row> kept(Phase all, Set<String> wanted, InputVersions computed) {
    Set<String> periods = Phase.periods(wanted);
    Set<String> known = computed.known();
    List<Row> keys = new ArrayList<>();
    for (ValueSource source : all.sources()) {
      for (String period : periods) {
        String key = InputVersions.key(period, source);
        boolean isThere = all.inputs().containsKey(key) || known.contains(key);
        if (isThere && !wanted.contains(key)) {
          for (Indicator i : source.indicators()) {
            keys.add(RowFactory.create(period, i.basis(), i.id(), i.variant()));
          }
        }
      }
    }
    Dataset<Row> gold = lake.read(IndicatorValues.CONTRACT, periods);
    return keys.isEmpty()
        ? gold.limit(0)
        : gold.join(
            broadcast(lake.spark().createDataFrame(keys, KEY)), KEY.fieldNames(), "left_semi");
  }
}
