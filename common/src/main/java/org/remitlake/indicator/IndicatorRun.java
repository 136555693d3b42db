package org.remitlake.indicator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.quote.Quote;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Computes the indicators of all quarters whose inputs changed: one scan of their transfers, one of
 * their quotes, one commit to gold.
 */
public final class IndicatorRun {
  private final Lake lake;
  private final List<TransferIndicator> ofTransfers;
  private final List<QuoteIndicator> ofQuotes;
  private final List<String> corridors;

  /**
   * A run.
   *
   * @param corridors corridors of the project, for which reference rates are looked up
   */
  public IndicatorRun(
      Lake lake,
      List<TransferIndicator> ofTransfers,
      List<QuoteIndicator> ofQuotes,
      List<String> corridors) {
    this.lake = lake;
    this.ofTransfers = ofTransfers;
    this.ofQuotes = ofQuotes;
    this.corridors = corridors;
  }

  /**
   * Computes.
   *
   * @param asked quarters to compute whether they changed or not; empty for those that changed
   */
  public IndicatorReport run(List<Quarter> asked, Consumer<String> progress) {
    Map<String, String> transfers = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> quotes = lake.sliceVersions(Quote.CONTRACT);
    ReferenceRates rates = rates();
    Map<String, String> inputs = new TreeMap<>();
    Set<String> periods = new TreeSet<>(transfers.keySet());
    periods.addAll(quotes.keySet());
    for (String period : periods) {
      inputs.put(period, inputVersion(period, transfers, quotes, rates));
    }
    Map<String, String> computed = computed();
    Set<String> wanted = new TreeSet<>();
    asked.forEach(q -> wanted.add(q.toString()));
    if (wanted.isEmpty()) {
      inputs.forEach(
          (period, version) -> {
            if (!version.equals(computed.get(period))) {
              wanted.add(period);
            }
          });
      computed.keySet().stream().filter(p -> !inputs.containsKey(p)).forEach(wanted::add);
    }
    if (wanted.isEmpty()) {
      return new IndicatorReport(List.of(), List.of(), 0);
    }
    progress.accept("computing " + wanted.size() + " quarters");
    List<ValueRow> values = values(wanted, rates);
    List<Row> rows = values.stream().map(ValueRow::toRow).toList();
    Set<String> written =
        lake.replaceChanged(
            IndicatorValues.CONTRACT,
            wanted,
            lake.spark().createDataFrame(rows, IndicatorValues.CONTRACT.schema()));
    remember(wanted, inputs, computed);
    return new IndicatorReport(List.copyOf(wanted), List.copyOf(written), rows.size());
  }

  private ReferenceRates rates() {
    List<ReferenceRates.Rate> rates = new ArrayList<>();
    lake.read(FxMid.CONTRACT)
        .select("fx_source", "base_currency", "quote_currency", "rate_date", "unit_rate")
        .collectAsList()
        .forEach(
            r ->
                rates.add(
                    new ReferenceRates.Rate(
                        r.getString(0),
                        r.getString(1),
                        r.getString(2),
                        r.getDate(3).toLocalDate(),
                        r.getDecimal(4))));
    return new ReferenceRates(rates);
  }

  /**
   * Receipts reach into the next quarter, so a quarter rests on two slices of transfers and on the
   * rates of three quarters.
   */
  private String inputVersion(
      String period,
      Map<String, String> transfers,
      Map<String, String> quotes,
      ReferenceRates rates) {
    Quarter quarter = Quarter.parse(period);
    StringBuilder inputs = new StringBuilder();
    inputs.append(ValueRow.METHOD_VERSION).append('\n');
    inputs.append(transfers.getOrDefault(period, "")).append('\n');
    inputs.append(transfers.getOrDefault(quarter.plus(-1).toString(), "")).append('\n');
    inputs.append(quotes.getOrDefault(period, "")).append('\n');
    for (String corridor : corridors) {
      inputs.append(rates.source(corridor, quarter)).append(rates.daily(corridor, quarter));
      inputs.append(rates.daily(corridor, quarter.plus(-1)));
      inputs.append(rates.daily(corridor, quarter.plus(1)));
    }
    return sha256(inputs.toString());
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256.", e);
    }
  }

  private List<ValueRow> values(Set<String> periods, ReferenceRates rates) {
    Set<String> slices = new TreeSet<>(periods);
    periods.forEach(p -> slices.add(Quarter.parse(p).plus(-1).toString()));
    List<ReferenceRates.Daily> daily = new ArrayList<>();
    Map<String, Optional<String>> sources = new TreeMap<>();
    Set<String> pricedIn = new TreeSet<>(slices);
    periods.forEach(p -> pricedIn.add(Quarter.parse(p).plus(1).toString()));
    for (String corridor : corridors) {
      for (String slice : pricedIn) {
        Quarter quarter = Quarter.parse(slice);
        daily.addAll(rates.daily(corridor, quarter));
        sources.put(corridor + " " + slice, rates.source(corridor, quarter));
      }
    }
    try (Kept records = Kept.of(TransferRecords.of(lake.read(Tx.CONTRACT, slices), daily))) {
      TransferCube cube = TransferCube.of(records.rows(), periods);
      TransferValues transferValues =
          new TransferValues(
              sources, key -> rates.isFallback(key.corridor(), Quarter.parse(key.quarter())));
      List<ValueRow> values = new ArrayList<>(transferValues.of(ofTransfers, cube.cells()));
      values.addAll(QuoteValues.of(ofQuotes, lake.read(Quote.CONTRACT, periods)));
      return values;
    }
  }

  private Map<String, String> computed() {
    Map<String, String> computed = new TreeMap<>();
    lake.read(InputVersions.CONTRACT)
        .select("period", "input_version")
        .collectAsList()
        .forEach(row -> computed.put(row.getString(0), row.getString(1)));
    return computed;
  }

  private void remember(
      Set<String> wanted, Map<String, String> inputs, Map<String, String> computed) {
    List<Row> rows = new ArrayList<>();
    Set<String> changed = new TreeSet<>();
    for (String period : wanted) {
      String version = inputs.get(period);
      if (version != null) {
        rows.add(RowFactory.create(period, version));
      }
      if (version == null || !version.equals(computed.get(period))) {
        changed.add(period);
      }
    }
    if (!changed.isEmpty()) {
      lake.replace(
          InputVersions.CONTRACT,
          wanted,
          lake.spark().createDataFrame(rows, InputVersions.CONTRACT.schema()));
    }
  }
}
