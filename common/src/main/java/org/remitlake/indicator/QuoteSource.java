package org.remitlake.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.lake.Lake;
import org.remitlake.quote.Quote;

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
  public Map<String, String> inputs() {
    return lake.sliceVersions(Quote.CONTRACT);
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    return of(indicators, lake.read(Quote.CONTRACT, periods));
  }

  private static List<ValueRow> of(List<QuoteIndicator> indicators, Dataset<Row> quotes) {
    Map<CellKey, List<QuoteRecord>> cells = new TreeMap<>();
    quotes
        .orderBy("quote_id")
        .collectAsList()
        .forEach(
            row ->
                cells
                    .computeIfAbsent(
                        CellKey.total(
                            row.getString(row.fieldIndex("corridor")),
                            row.getString(row.fieldIndex("quarter"))),
                        k -> new ArrayList<>())
                    .add(QuoteRecord.of(row)));
    List<ValueRow> rows = new ArrayList<>();
    cells.forEach((key, of) -> indicators.forEach(i -> rows.add(value(i, key, i.of(of)))));
    return rows;
  }

  private static ValueRow value(QuoteIndicator indicator, CellKey key, QuoteOutcome outcome) {
    return new ValueRow(
        indicator,
        key,
        outcome.value(),
        outcome.nullReason(),
        outcome.sum(),
        Optional.of(BigDecimal.valueOf(outcome.services())),
        outcome.services(),
        outcome.services(),
        outcome.missing(),
        outcome.excluded(),
        "UNIT",
        Optional.empty(),
        ValueRow.grade(outcome.missing(), outcome.services() + outcome.missing()),
        Optional.empty());
  }
}
