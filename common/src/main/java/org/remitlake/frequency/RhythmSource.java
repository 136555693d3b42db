package org.remitlake.frequency;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Dimension;
import org.remitlake.indicator.PersonRecords;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;
import org.remitlake.lake.SortedGroups;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Values of {@link Rhythm} and {@link Loyalty}: the transfers of each sender are walked along once,
 * and what is told of quarters is counted. Counts are taken at the finest grain and added up here;
 * a sender is in one value of each dimension.
 */
public final class RhythmSource implements ValueSource {
  private static final List<Dimension> DIMENSIONS =
      List.of(Dimension.PROVIDER_TYPE, Dimension.PROVIDER_ID, Dimension.SENDER_SEX);

  private static final List<SenderIndicator> INDICATORS =
      Stream.of(Rhythm.values(), Loyalty.values())
          .<SenderIndicator>flatMap(Arrays::stream)
          .toList();

  private static final int YEAR = 4;

  private final Lake lake;

  /** A source. */
  public RhythmSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<SenderIndicator> indicators() {
    return INDICATORS;
  }

  /**
   * Who is new, back or dormant depends on all that came before: a quarter rests on all until it.
   */
  @Override
  public Map<String, String> inputs() {
    return History.inputs(lake);
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Map<String, String> versions = History.inputs(lake);
    List<Quarter> quarters =
        versions.keySet().stream().filter(periods::contains).map(Quarter::parse).toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    String last = quarters.get(quarters.size() - 1).toString();
    SenderStarts starts = new SenderStarts(lake, versions);
    List<String> outdated = starts.outdated(last);
    Set<String> slices = slices(quarters);
    slices.addAll(outdated);
    Dataset<Row> transfers =
        PersonRecords.completed(lake.read(Tx.CONTRACT, slices)).unionByName(starts.current());
    Dataset<Row> facts =
        SortedGroups.together(transfers, "corridor", "sender")
            .mapPartitions(new SenderWalk(quarters, outdated), Encoders.row(SenderWalk.SCHEMA));
    try (Kept kept = Kept.of(facts)) {
      starts.replace(outdated, kept.rows().where("who is not null"));
      Cohorts cohorts = Cohorts.of(starts.numbers(last));
      Map<CellKey, SenderCell> cells = cells(kept.rows().where("who is null"));
      cohorts.cells(quarters).forEach(key -> cells.computeIfAbsent(key, k -> new SenderCell()));
      return rows(cells, cohorts);
    }
  }

  /** What a quarter's windows reach back to: a year before it, in quarters as in days. */
  private static Set<String> slices(List<Quarter> quarters) {
    Set<String> slices = new TreeSet<>();
    for (Quarter quarter : quarters) {
      Quarter.range(quarter.plus(-YEAR), quarter).forEach(q -> slices.add(q.toString()));
    }
    return slices;
  }

  private static Map<CellKey, SenderCell> cells(Dataset<Row> facts) {
    Map<CellKey, SenderCell> cells = new TreeMap<>();
    List<Column> counts = Arrays.stream(SenderCount.values()).map(SenderCount::aggregate).toList();
    for (Row row : finest(facts, List.of(), counts)) {
      for (SenderCell cell : cells(row, cells)) {
        for (SenderCount c : SenderCount.values()) {
          cell.add(c, row.<Long>getAs(c.name()));
        }
      }
    }
    Column senders = count(lit(1)).as("senders");
    for (Row row :
        finest(facts.where("median_gap is not null"), List.of("median_gap"), List.of(senders))) {
      cells(row, cells)
          .forEach(c -> c.addGap(row.<Double>getAs("median_gap"), row.<Long>getAs("senders")));
    }
    for (Row row :
        finest(facts.where("events > 0"), List.of("days_to_next", "has_next"), List.of(senders))) {
      cells(row, cells)
          .forEach(
              c ->
                  c.addSpell(
                      row.<Integer>getAs("days_to_next"),
                      row.<Boolean>getAs("has_next"),
                      row.<Long>getAs("senders")));
    }
    irregularity(facts.where("irregularity is not null"))
        .forEach((key, median) -> cells.get(key).irregularity(median));
    return cells;
  }

  private static List<Row> finest(Dataset<Row> facts, List<String> and, List<Column> aggregates) {
    List<Column> by = new ArrayList<>(List.of(col("corridor"), col("quarter")));
    DIMENSIONS.forEach(d -> by.add(col(d.column())));
    and.forEach(column -> by.add(col(column)));
    return facts
        .groupBy(by.toArray(Column[]::new))
        .agg(aggregates.get(0), aggregates.subList(1, aggregates.size()).toArray(Column[]::new))
        .collectAsList();
  }

  /** Of the total, and of one value of each dimension. */
  private static List<SenderCell> cells(Row row, Map<CellKey, SenderCell> cells) {
    return keys(row).stream().map(k -> cells.computeIfAbsent(k, n -> new SenderCell())).toList();
  }

  /** The total, and one value of each dimension. */
  static List<CellKey> keys(Row row) {
    String corridor = row.getAs("corridor");
    String quarter = row.getAs("quarter");
    List<CellKey> keys = new ArrayList<>(List.of(CellKey.total(corridor, quarter)));
    DIMENSIONS.forEach(
        d -> keys.add(CellKey.of(corridor, quarter, d.column(), row.getAs(d.column()))));
    return keys;
  }

  /** Medians do not add up: they are taken of each cell's own senders. */
  private static Map<CellKey, Double> irregularity(Dataset<Row> facts) {
    List<Column> cells = new ArrayList<>();
    cells.add(cell(lit(Dimension.TOTAL), lit(Dimension.TOTAL)));
    DIMENSIONS.forEach(d -> cells.add(cell(lit(d.column()), col(d.column()))));
    Map<CellKey, Double> medians = new TreeMap<>();
    facts
        .withColumn("cell", explode(array(cells.toArray(Column[]::new))))
        .groupBy("corridor", "quarter", "cell.dimension", "cell.value")
        .agg(expr("percentile(irregularity, 0.5)"))
        .collectAsList()
        .forEach(
            r ->
                medians.put(
                    CellKey.of(r.getString(0), r.getString(1), r.getString(2), r.getString(3)),
                    r.getDouble(4)));
    return medians;
  }

  private static Column cell(Column dimension, Column value) {
    return struct(dimension.as("dimension"), value.as("value"));
  }

  private static List<ValueRow> rows(Map<CellKey, SenderCell> cells, Cohorts cohorts) {
    List<ValueRow> rows = new ArrayList<>();
    cells.forEach(
        (key, cell) -> {
          cell.starts(cohorts.byAge(key));
          int history = cohorts.history(key);
          for (SenderIndicator indicator : INDICATORS) {
            rows.add(value(indicator, key, cell, history));
          }
        });
    return rows;
  }

  private static ValueRow value(
      SenderIndicator indicator, CellKey key, SenderCell cell, int history) {
    SenderFormula formula = indicator.formula();
    SenderFormula.Outcome outcome = formula.of(cell);
    boolean isShort = history < formula.history();
    String nullReason =
        isShort
            ? "HISTORY_SHORT"
            : outcome.senders() == 0 && outcome.numerator().isEmpty() ? "EMPTY" : "";
    if (nullReason.isEmpty() && outcome.value().isEmpty()) {
      nullReason = outcome.senders() == 0 ? "EMPTY" : "DEN_ZERO";
    }
    return new ValueRow(
        indicator,
        key,
        nullReason.isEmpty() ? outcome.value() : Optional.empty(),
        nullReason,
        outcome.numerator(),
        outcome.denominator(),
        outcome.senders(),
        outcome.senders(),
        0,
        Map.of(),
        "UNIT",
        Optional.empty(),
        "A",
        Optional.empty());
  }
}
