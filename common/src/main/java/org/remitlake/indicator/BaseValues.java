package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.remitlake.contract.Fingerprint;
import org.remitlake.time.Quarter;

/** Values of indicators that other indicators rest on: the totals of all corridors and quarters. */
public final class BaseValues {
  private static final StructType SHOWN =
      new StructType()
          .add("indicator_id", "string")
          .add("variant", "string")
          .add("corridor", "string")
          .add("period", "string")
          .add("value", "double")
          .add("null_reason", "string")
          .add("n_unweighted", "long");

  /** By indicator, corridor and quarter. */
  private final Map<Series, Map<String, NavigableMap<Quarter, BaseValue>>> values = new TreeMap<>();

  /** What tells series apart. */
  record Series(String id, String variant, String basis) implements Comparable<Series> {
    private static final Comparator<Series> ORDER =
        Comparator.comparing(Series::id)
            .thenComparing(Series::variant)
            .thenComparing(Series::basis);

    @Override
    public int compareTo(Series other) {
      return ORDER.compare(this, other);
    }
  }

  BaseValues() {}

  /** The rows of gold, or on their way to it, that hold totals of some indicators. */
  static Column areTotals(Collection<? extends Indicator> of) {
    Column total = IndicatorValues.DIMENSIONS.column().equalTo(Dimension.TOTAL);
    Set<String> ids = new TreeSet<>();
    of.forEach(i -> ids.add(i.id()));
    return IndicatorValues.INDICATOR_ID
        .column()
        .isInCollection(ids)
        .and(total)
        .and(IndicatorValues.PILOT_CODE.column().equalTo(Dimension.TOTAL));
  }

  /** Takes a row if it is a total of a quarter. */
  void add(Row row) {
    String period = GoldRow.text(row, IndicatorValues.PERIOD);
    boolean isTotal =
        GoldRow.text(row, IndicatorValues.DIMENSIONS).equals(Dimension.TOTAL)
            && GoldRow.text(row, IndicatorValues.PILOT_CODE).equals(Dimension.TOTAL);
    if (isTotal && Quarter.isLabel(period)) {
      values
          .computeIfAbsent(series(row), s -> new TreeMap<>())
          .computeIfAbsent(GoldRow.text(row, IndicatorValues.CORRIDOR), c -> new TreeMap<>())
          .put(Quarter.parse(period), BaseValue.of(row));
    }
  }

  static Series series(Indicator indicator) {
    return new Series(indicator.id(), indicator.variant(), indicator.basis());
  }

  static Series series(Row row) {
    return new Series(
        GoldRow.text(row, IndicatorValues.INDICATOR_ID),
        GoldRow.text(row, IndicatorValues.VARIANT),
        GoldRow.text(row, IndicatorValues.BASIS));
  }

  /** All values of an indicator, by corridor and quarter. */
  public Map<String, NavigableMap<Quarter, BaseValue>> of(Indicator indicator) {
    return Collections.unmodifiableMap(values.getOrDefault(series(indicator), Map.of()));
  }

  /** The values of an indicator in one corridor; none where there are none. */
  public NavigableMap<Quarter, BaseValue> of(Indicator indicator, String corridor) {
    return Collections.unmodifiableNavigableMap(
        of(indicator).getOrDefault(corridor, Collections.emptyNavigableMap()));
  }

  /** By quarter, a text that changes when a value of some indicators in it does. */
  public NavigableMap<Quarter, String> inputs(List<? extends Indicator> indicators) {
    NavigableMap<Quarter, StringBuilder> texts = new TreeMap<>();
    for (Indicator indicator : indicators) {
      of(indicator)
          .forEach(
              (corridor, quarters) ->
                  quarters.forEach(
                      (quarter, value) ->
                          texts
                              .computeIfAbsent(quarter, q -> new StringBuilder())
                              .append(series(indicator))
                              .append(corridor)
                              .append(value)
                              .append('\n')));
    }
    NavigableMap<Quarter, String> inputs = new TreeMap<>();
    texts.forEach((quarter, text) -> inputs.put(quarter, Fingerprint.of(text.toString())));
    return inputs;
  }

  /** By quarter, a text that changes when a value of some indicators in or before it does. */
  public NavigableMap<Quarter, String> inputsUntil(List<? extends Indicator> indicators) {
    NavigableMap<Quarter, String> inputs = new TreeMap<>();
    String before = "";
    for (Map.Entry<Quarter, String> own : inputs(indicators).entrySet()) {
      before = Fingerprint.of(before + own.getKey() + own.getValue());
      inputs.put(own.getKey(), before);
    }
    return inputs;
  }

  /** Values of indicators as rows for a reader, in order; those of some corridors and quarters. */
  public Optional<Dataset<Row>> rows(
      SparkSession spark,
      List<? extends Indicator> indicators,
      BiPredicate<String, Quarter> which) {
    List<Row> rows = new ArrayList<>();
    for (Indicator indicator : indicators) {
      of(indicator)
          .forEach(
              (corridor, quarters) ->
                  quarters.forEach(
                      (quarter, value) -> {
                        if (which.test(corridor, quarter)) {
                          rows.add(row(indicator, corridor, quarter, value));
                        }
                      }));
    }
    return Optional.of(spark.createDataFrame(rows, SHOWN).coalesce(1));
  }

  private static Row row(Indicator indicator, String corridor, Quarter quarter, BaseValue v) {
    return RowFactory.create(
        indicator.id(),
        indicator.variant(),
        corridor,
        quarter.toString(),
        v.value().orElse(null),
        v.nullReason(),
        v.n());
  }
}
