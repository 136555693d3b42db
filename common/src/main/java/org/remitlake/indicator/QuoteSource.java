package org.remitlake.indicator;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;

/** Values of quote indicators. Quotes are few: they are read, and averaged in Java. */
public final class QuoteSource implements ValueSource {
  private final Lake lake;
  private final List<QuoteIndicator> indicators;

  /** A source. */
  public QuoteSource(Lake lake, List<QuoteIndicator> indicators) {
    this.lake = lake;
    this.indicators = indicators;
  }

  @Override
  public List<QuoteIndicator> indicators() {
    return List.copyOf(indicators);
  }

  /** A quarter rests on its own quotes and on those before, which price changes start from. */
  @Override
  public Map<String, String> inputs() {
    Map<String, String> slices = lake.sliceVersions(Quote.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    slices.forEach(
        (quarter, version) ->
            inputs.put(quarter, version + '\n' + slices.getOrDefault(before(quarter), "")));
    return inputs;
  }

  private static String before(String quarter) {
    return Quarter.parse(quarter).plus(-1).toString();
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> slices = new TreeSet<>();
    for (String period : periods) {
      if (Quarter.isLabel(period)) {
        slices.add(period);
        slices.add(before(period));
      }
    }
    List<ValueRow> rows = new ArrayList<>();
    cells(lake, slices)
        .forEach(
            (key, cell) -> {
              if (periods.contains(key.quarter())) {
                indicators.stream()
                    .filter(i -> i.scope().has(key))
                    .forEach(i -> rows.add(value(i, key, i.of(cell))));
              }
            });
    return rows;
  }

  /** The quotes of all cells of some quarters; those of the quarter before, where it is asked. */
  static Map<CellKey, QuoteCell> cells(Lake lake, Set<String> quarters) {
    Map<CellKey, List<QuoteRecord>> quotes = new TreeMap<>();
    for (Row row : lake.read(Quote.CONTRACT, quarters).orderBy("quote_id").collectAsList()) {
      String quarter = row.getAs("quarter");
      QuoteRecord quote = QuoteRecord.of(row);
      for (CellKey cell : cells(quarter, quote)) {
        quotes.computeIfAbsent(cell, k -> new ArrayList<>()).add(quote);
      }
    }
    Map<CellKey, QuoteCell> cells = new TreeMap<>();
    quotes.forEach(
        (key, own) ->
            cells.put(
                key,
                new QuoteCell(own, quotes.getOrDefault(key.at(before(key.quarter())), List.of()))));
    return cells;
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    Column isInCell =
        cell.corridor().equals(Dimension.TOTAL)
            ? lit(true)
            : col("corridor").equalTo(cell.corridor());
    // Whether a service is digital follows from several columns: all quotes are shown.
    if (!cell.isTotal() && !cell.dimensions().equals(QuoteDimension.IS_DIGITAL.column())) {
      isInCell = isInCell.and(col(cell.dimensions()).equalTo(cell.values()));
    }
    return Optional.of(
        lake.read(Quote.CONTRACT, Set.of(cell.quarter()))
            .where(isInCell)
            .orderBy("quote_id")
            .select(
                "quote_id",
                "corridor",
                "source",
                "provider_id",
                "funding_instrument",
                "send_channel",
                "payout_instrument",
                "speed_class",
                "coverage",
                "amount_tier",
                "fee_pct",
                "fx_margin_pct",
                "total_cost_pct",
                "is_disclosed",
                "file_id",
                "line_no"));
  }

  private static List<CellKey> cells(String quarter, QuoteRecord quote) {
    List<CellKey> cells = new ArrayList<>();
    cells.add(CellKey.total(Dimension.TOTAL, quarter));
    cells.add(CellKey.total(quote.corridor(), quarter));
    for (QuoteDimension dimension : QuoteDimension.values()) {
      cells.add(dimension.cell(quarter, quote));
    }
    return cells;
  }

  private static ValueRow value(QuoteIndicator indicator, CellKey key, QuoteOutcome outcome) {
    return new ValueRow(
        indicator,
        key,
        outcome.value(),
        outcome.nullReason(),
        outcome.numerator(),
        outcome.denominator(),
        outcome.n(),
        outcome.services(),
        outcome.missing(),
        outcome.excluded(),
        "UNIT",
        Optional.empty(),
        ValueRow.grade(outcome.missing(), outcome.n() + outcome.missing()),
        Optional.empty());
  }
}
