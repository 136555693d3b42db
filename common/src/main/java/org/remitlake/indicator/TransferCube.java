package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Cells of transfers: what is additive is summed once by Spark at the finest grain and rolled up
 * here; distinct persons and medians come from reduced records.
 *
 * <p>Why not {@code GROUPING SETS}: Spark expands every raw row once per grouping, and sorts it for
 * distinct counts and exact quantiles; on two million transfers that took 194 seconds, this way 20.
 */
final class TransferCube {
  private final Map<CellKey, TransferCell> cells = new TreeMap<>();
  private final Map<Dimension, List<String>> values = new EnumMap<>(Dimension.class);

  private TransferCube() {}

  /**
   * Reduces records.
   *
   * @param records transfers of the quarters and of those before them, whose receipts reach over
   * @param quarters the quarters to compute
   */
  static TransferCube of(Dataset<Row> records, Set<String> quarters) {
    TransferCube cube = new TransferCube();
    Dataset<Row> own = records.where(col("quarter").isInCollection(quarters));
    List<Row> finest = finest(own);
    Dataset<Row> received = records.where(col("receipt_quarter").isInCollection(quarters));
    List<Row> receipts = receipts(received);
    cube.learnValues(finest);
    cube.learnValues(receipts);
    finest.forEach(cube::addSums);
    receipts.forEach(cube::addReceipts);
    Persons persons = new Persons(cube.values);
    persons.senders(own, cube::addSenders);
    persons.beneficiaries(received, cube::addBeneficiaries);
    new Medians(cube.values).of(own, cube.cells, cube::addMedian);
    ServiceMixes.of(records).giveTo(cube.cells);
    return cube;
  }

  /** Puts what others say of the same corridor and quarter beside the transfers. */
  void give(
      Map<CellKey, QuoteCell> quotes,
      Map<CellKey, Map<OfficialInflow.Concept, BigDecimal>> official) {
    cells.forEach(
        (key, cell) -> {
          if (key.isTotal()) {
            Optional.ofNullable(quotes.get(key)).ifPresent(cell::quotes);
            Optional.ofNullable(official.get(key)).ifPresent(cell::official);
          }
        });
  }

  Map<CellKey, TransferCell> cells() {
    return cells;
  }

  private static List<Row> finest(Dataset<Row> records) {
    List<Column> by =
        new ArrayList<>(
            List.of(col("corridor"), col("quarter"), col("send_currency"), col("provider_group")));
    for (Dimension d : Dimension.values()) {
      by.add(col(d.column()));
    }
    List<Column> measures = new ArrayList<>();
    for (Measure m : Measure.values()) {
      measures.add(m.aggregate());
    }
    for (String reason : Excluded.FROM_POPULATION) {
      measures.add(count_if(col("exclusion").equalTo(reason)).as(reason));
    }
    for (String reason : Excluded.WITHOUT_COST) {
      measures.add(count_if(col("cost_gap").equalTo(reason)).as(reason));
    }
    return records
        .groupBy(by.toArray(Column[]::new))
        .agg(measures.get(0), measures.subList(1, measures.size()).toArray(Column[]::new))
        .collectAsList();
  }

  private static List<Row> receipts(Dataset<Row> received) {
    List<Column> by = new ArrayList<>(List.of(col("corridor"), col("receipt_quarter")));
    for (Dimension d : Dimension.values()) {
      by.add(col(d.column()));
    }
    return received
        .where(col("exclusion").isNull())
        .groupBy(by.toArray(Column[]::new))
        .count()
        .collectAsList();
  }

  private void addReceipts(Row row) {
    String corridor = row.getString(0);
    String quarter = row.getString(1);
    long n = row.getLong(row.fieldIndex("count"));
    cell(CellKey.total(corridor, quarter)).addReceipts(n);
    for (Dimension d : Dimension.values()) {
      String value = row.getString(row.fieldIndex(d.column()));
      cell(CellKey.of(corridor, quarter, d, value)).addReceipts(n);
    }
  }

  private void learnValues(List<Row> rows) {
    for (Dimension d : Dimension.values()) {
      Set<String> seen = new TreeSet<>(values.getOrDefault(d, List.of()));
      rows.forEach(row -> seen.add(row.getString(row.fieldIndex(d.column()))));
      values.put(d, List.copyOf(seen));
    }
  }

  private void addSums(Row row) {
    String corridor = row.getString(0);
    String quarter = row.getString(1);
    addSums(CellKey.total(corridor, quarter), row);
    for (Dimension d : Dimension.values()) {
      addSums(CellKey.of(corridor, quarter, d, row.getString(row.fieldIndex(d.column()))), row);
    }
  }

  private void addSums(CellKey key, Row row) {
    TransferCell cell = cell(key);
    String currency = row.getString(2);
    for (Measure m : Measure.values()) {
      Object value = row.get(row.fieldIndex(m.name()));
      if (value != null) {
        BigDecimal amount = value instanceof BigDecimal d ? d : BigDecimal.valueOf((Long) value);
        cell.add(m, amount);
        if (amount.signum() != 0) {
          cell.addCurrency(m, currency);
        }
      }
    }
    BigDecimal usd = row.getDecimal(row.fieldIndex(Measure.USD.name()));
    if (usd != null) {
      cell.addUsd(currency, usd);
      cell.addProvider(row.getAs(Dimension.PROVIDER_ID.column()), usd);
    }
    long rated = row.getLong(row.fieldIndex(Measure.WITH_SECOND.name()));
    if (rated > 0) {
      cell.addRated(
          row.getAs(Dimension.PROVIDER_ID.column()),
          new TransferCell.Rated(
              rated,
              row.getAs(Measure.FIRST_COST_PCT.name()),
              row.getAs(Measure.SECOND_COST_PCT.name())));
    }
    cell.addFirm(
        row.getString(3),
        row.getLong(row.fieldIndex(Measure.COMPLETED.name())),
        usd == null ? BigDecimal.ZERO : usd);
    for (String reason : Excluded.FROM_POPULATION) {
      cell.addExcluded(reason, row.getLong(row.fieldIndex(reason)));
    }
    for (String reason : Excluded.WITHOUT_COST) {
      cell.addExcluded(reason, row.getLong(row.fieldIndex(reason)));
    }
  }

  private TransferCell cell(CellKey key) {
    return cells.computeIfAbsent(key, k -> new TransferCell());
  }

  private void addSenders(CellKey key, Population population, long n) {
    cell(key).addSenders(population, n);
  }

  private void addBeneficiaries(CellKey key, Population population, long n) {
    cell(key).addBeneficiaries(n);
  }

  private void addMedian(CellKey key, Formula.MedianOf of, double value) {
    cell(key).median(of, value);
  }
}
