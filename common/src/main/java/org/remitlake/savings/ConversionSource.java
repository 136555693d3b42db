package org.remitlake.savings;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.PersonRecords;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.lake.SortedGroups;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Values of {@link Conversion}: receipts are added up by beneficiary and quarter, then walked
 * along.
 */
public final class ConversionSource implements ValueSource {
  /** A receipt may lie in the quarter after the transfer's. */
  private static final int SLICES_BEFORE = BeneficiaryWalk.REACH + 1;

  private final Lake lake;

  /** Parts and wholes of a cell. */
  private static final class Tally {
    private final Map<Conversion, long[]> counts = new TreeMap<>();

    void add(Conversion indicator, long part, long whole) {
      long[] both = counts.computeIfAbsent(indicator, i -> new long[2]);
      both[0] += part;
      both[1] += whole;
    }

    long part(Conversion indicator) {
      return counts.getOrDefault(indicator, new long[2])[0];
    }

    long whole(Conversion indicator) {
      return counts.getOrDefault(indicator, new long[2])[1];
    }
  }

  /** A source. */
  public ConversionSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Conversion.values());
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> slices = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    for (String period : slices.keySet()) {
      StringBuilder input = new StringBuilder();
      reach(Quarter.parse(period))
          .forEach(s -> input.append(slices.getOrDefault(s, "")).append('\n'));
      inputs.put(period, input.toString());
    }
    return inputs;
  }

  private static List<String> reach(Quarter quarter) {
    return Quarter.range(quarter.plus(-SLICES_BEFORE), quarter).stream()
        .map(Quarter::toString)
        .toList();
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> known = lake.sliceVersions(Tx.CONTRACT).keySet();
    List<Quarter> quarters =
        periods.stream().filter(known::contains).map(Quarter::parse).sorted().toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    Set<String> slices = new TreeSet<>();
    quarters.forEach(q -> slices.addAll(reach(q)));
    slices.retainAll(known);
    Dataset<Row> receipts = PersonRecords.receipts(lake.read(Tx.CONTRACT, slices));
    Dataset<Row> facts =
        SortedGroups.together(receipts, "corridor", "beneficiary")
            .mapPartitions(new BeneficiaryWalk(quarters), Encoders.row(BeneficiaryWalk.SCHEMA));
    String first = new TreeSet<>(known).first();
    Map<CellKey, Tally> cells = new TreeMap<>();
    for (Row row :
        facts
            .groupBy("corridor", "quarter", "provider_type", "provider_id", "indicator")
            .agg(count_if(col("is_part")), count(lit(1)))
            .collectAsList()) {
      cellsOf(row)
          .forEach(
              key ->
                  cells
                      .computeIfAbsent(key, k -> new Tally())
                      .add(Conversion.valueOf(row.getString(4)), row.getLong(5), row.getLong(6)));
    }
    List<ValueRow> rows = new ArrayList<>();
    cells.forEach(
        (key, tally) -> {
          int history = Quarter.parse(first).until(Quarter.parse(key.quarter()));
          for (Conversion indicator : Conversion.values()) {
            rows.add(value(indicator, key, tally, history));
          }
        });
    return rows;
  }

  private static List<CellKey> cellsOf(Row row) {
    String corridor = row.getString(0);
    String quarter = row.getString(1);
    return List.of(
        CellKey.total(corridor, quarter),
        CellKey.of(corridor, quarter, Dimension.PROVIDER_TYPE.column(), row.getString(2)),
        CellKey.of(corridor, quarter, Dimension.PROVIDER_ID.column(), row.getString(3)));
  }

  private static ValueRow value(Conversion indicator, CellKey key, Tally tally, int history) {
    long whole = tally.whole(indicator);
    long part = tally.part(indicator);
    // Whose send currencies mix has no share of value.
    long missing = indicator == Conversion.C11_GE50 ? tally.whole(Conversion.C11) - whole : 0;
    boolean isShort = history < (indicator == Conversion.C12 ? BeneficiaryWalk.REACH : 4);
    String nullReason =
        isShort
            ? "HISTORY_SHORT"
            : ValueRow.tooMuchMissing(missing, whole + missing)
                ? "Q_MISSING"
                : whole == 0 ? "EMPTY" : "";
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? Optional.of(100.0 * part / whole) : Optional.empty(),
        nullReason,
        Optional.of(BigDecimal.valueOf(part)),
        Optional.of(BigDecimal.valueOf(whole)),
        whole,
        whole,
        missing,
        missing == 0 ? Map.of() : Map.of("MIXED_CURRENCY", missing),
        "UNIT",
        Optional.empty(),
        ValueRow.grade(missing, whole + missing),
        Optional.empty());
  }
}
