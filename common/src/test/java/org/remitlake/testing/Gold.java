package org.remitlake.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Field;
import org.remitlake.contract.TableContract;
import org.remitlake.cost.PaidCost;
import org.remitlake.cost.PaidMarket;
import org.remitlake.cost.QuotedCost;
import org.remitlake.cost.QuotedMarket;
import org.remitlake.cost.SecondSource;
import org.remitlake.cost.Smart;
import org.remitlake.cost.StandardisedCost;
import org.remitlake.frequency.Frequency;
import org.remitlake.frequency.MonthlyVolume;
import org.remitlake.frequency.OfficialVolume;
import org.remitlake.indicator.Breakdowns;
import org.remitlake.indicator.IndicatorReport;
import org.remitlake.indicator.IndicatorRun;
import org.remitlake.indicator.IndicatorValues;
import org.remitlake.indicator.QuoteIndicator;
import org.remitlake.indicator.QuoteSource;
import org.remitlake.indicator.TransferIndicator;
import org.remitlake.indicator.TransferSource;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** The values of a lake's {@code gold.indicator_value}, to be looked up by what they are. */
public final class Gold {
  private static final List<String> CORRIDORS = List.of("KAZ-ARM", "KAZ-TJK", "RUS-ARM", "RUS-TJK");

  private static final List<String> BASES = List.of("tx", "quote", "adm", "svy", "official");

  private final Map<String, Row> rows = new HashMap<>();

  private Gold(Lake lake) {
    lake.read(IndicatorValues.CONTRACT)
        .collectAsList()
        .forEach(
            r ->
                assertThat(
                        rows.put(
                            key(
                                text(r, "basis"),
                                text(r, "indicator_id"),
                                text(r, "variant"),
                                text(r, "corridor"),
                                text(r, "period"),
                                text(r, "dimensions"),
                                text(r, "dimension_values")),
                            r))
                    .as("two rows of one key")
                    .isNull());
  }

  private static String text(Row row, String column) {
    return row.getString(row.fieldIndex(column));
  }

  private static String key(String... parts) {
    return String.join(" ", parts);
  }

  /** All indicators that follow from transfers. */
  public static List<TransferIndicator> ofTransfers() {
    List<TransferIndicator> ofTransfers = new ArrayList<>(List.of(PaidCost.values()));
    ofTransfers.addAll(List.of(PaidMarket.values()));
    ofTransfers.addAll(List.of(StandardisedCost.values()));
    ofTransfers.addAll(List.of(SecondSource.values()));
    ofTransfers.addAll(List.of(Frequency.values()));
    ofTransfers.addAll(List.of(MonthlyVolume.values()));
    ofTransfers.addAll(List.of(OfficialVolume.values()));
    return ofTransfers;
  }

  /** Computes all indicators of what changed in a lake. */
  public static IndicatorReport run(Lake lake, Quarter... asked) {
    List<QuoteIndicator> ofQuotes = new ArrayList<>(List.of(QuotedCost.values()));
    ofQuotes.addAll(List.of(QuotedMarket.values()));
    List<ValueSource> sources =
        List.of(
            new TransferSource(lake, ofTransfers(), CORRIDORS, Breakdowns.of(List.of()), Smart::of),
            new QuoteSource(lake, ofQuotes));
    Set<String> periods = new TreeSet<>();
    List.of(asked).forEach(q -> periods.add(q.toString()));
    return new IndicatorRun(lake, sources, Quarter::isLabel).run(periods, progress -> {});
  }

  /** What gold holds now. */
  public static Gold read(Lake lake) {
    return new Gold(lake);
  }

  /** Writes rows of silver, with reference rates for all their days, and computes. */
  public static Gold of(Lake lake, List<TableRow> transfers, List<TableRow> quotes) {
    fill(lake, transfers, quotes, Set.of());
    run(lake);
    return read(lake);
  }

  /** Writes rows of silver, with reference rates for their pricing days but some. */
  public static void fill(
      Lake lake, List<TableRow> transfers, List<TableRow> quotes, Set<String> daysWithoutRate) {
    Set<String> days = new TreeSet<>();
    transfers.forEach(t -> days.add(t.get(Tx.INITIATED_ON).toString()));
    days.removeAll(daysWithoutRate);
    List<TableRow> rates = new ArrayList<>();
    days.forEach(day -> rates.addAll(SilverRows.rates(day)));
    write(lake, FxMid.CONTRACT, FxMid.QUARTER, rates);
    write(lake, Tx.CONTRACT, Tx.QUARTER, transfers);
    write(lake, Quote.CONTRACT, Quote.QUARTER, quotes);
  }

  /** Replaces the slices that some rows lie in by them. */
  public static void write(Lake lake, TableContract table, Field slice, List<TableRow> rows) {
    Set<String> slices = new TreeSet<>();
    rows.forEach(r -> slices.add(r.get(slice).toString()));
    lake.replace(table, slices, TableRow.frame(lake.spark(), table, rows));
  }

  /** The quarter of a day, as text. */
  public static String quarter(String day) {
    return Quarter.of(LocalDate.parse(day)).toString();
  }

  /** A row of the total cell. */
  public Row total(String indicator, String corridor, String period) {
    return row(indicator, "_T", corridor, period, "_T", "_T");
  }

  /** A row; it must exist. */
  public Row row(
      String indicator,
      String variant,
      String corridor,
      String period,
      String dimension,
      String member) {
    List<String> keys =
        BASES.stream()
            .map(basis -> key(basis, indicator, variant, corridor, period, dimension, member))
            .filter(rows::containsKey)
            .toList();
    assertThat(keys).as("%s %s of one basis", indicator, variant).hasSize(1);
    return rows.get(keys.get(0));
  }

  /** A row of an indicator that there is of several bases. */
  public Row row(
      String basis,
      String indicator,
      String variant,
      String corridor,
      String period,
      String dimension,
      String member) {
    String key = key(basis, indicator, variant, corridor, period, dimension, member);
    assertThat(rows).containsKey(key);
    return rows.get(key);
  }

  /** Whether there is any value of a cell. */
  public boolean has(String corridor, String period, String dimensions, String members) {
    String cell = " " + key(corridor, period, dimensions, members);
    return rows.keySet().stream().anyMatch(k -> k.endsWith(cell));
  }

  /** The value of a row, which must have one. */
  public static double value(Row row) {
    assertThat(row.isNullAt(row.fieldIndex("value")))
        .as("%s has a value", row.getString(0))
        .isFalse();
    return row.getDouble(row.fieldIndex("value"));
  }

  /** A count or a text of a row. */
  public static Object of(Row row, Field field) {
    return row.get(row.fieldIndex(field.name()));
  }

  /** Records left out, by reason. */
  public static Map<String, Long> excluded(Row row) {
    Map<String, Long> reasons = new TreeMap<>();
    List<Row> list = row.getList(row.fieldIndex("n_excluded_by_reason"));
    list.forEach(r -> reasons.put(r.getString(0), r.getLong(1)));
    return reasons;
  }
}
