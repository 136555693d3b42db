package org.remitlake.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.DeliveryContract;
import org.remitlake.contract.TableContract;
import org.remitlake.ingest.quality.Repeats;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxRates;

/**
 * Settles quotes as other series, but holds what was asked for against the rates of the day (rule
 * Q03): these are of the latest day before, which no key names.
 */
record QuoteSettlement(SeriesSettlement series) implements Settlement {
  @Override
  public DeliveryContract contract() {
    return series.contract();
  }

  @Override
  public List<TableContract> tables() {
    return series.tables();
  }

  @Override
  public String changeRule() {
    return series.changeRule();
  }

  @Override
  public List<DeliveryContract> basis() {
    return List.of(FxRates.CONTRACT);
  }

  @Override
  public Dataset<Row> beside(Lake lake, Dataset<Row> rows) {
    return AmountsAtRates.besideQuotes(lake, rows);
  }

  @Override
  public Map<String, Repeats> settle(
      Lake lake, Dataset<Row> good, Set<String> files, Set<String> left, Recall recall) {
    return series.settle(lake, good, files, left, recall);
  }
}
