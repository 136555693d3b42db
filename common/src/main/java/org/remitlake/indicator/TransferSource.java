package org.remitlake.indicator;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Fingerprint;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.quote.Quote;
import org.remitlake.reference.OfficialFlows;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Values of transfer indicators: one scan of the transfers of all quarters asked for. */
public final class TransferSource implements ValueSource {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Lake lake;
  private final List<TransferIndicator> indicators;
  private final List<String> corridors;
  private final Breakdowns breakdowns;
  private final ReferenceRates rates;
  private final Function<QuoteCell, QuoteOutcome> smart;

  /** Fingerprints of a quarter's rates: each stands in the inputs of three quarters. */
  private final Map<Quarter, String> rateInputs = new ConcurrentHashMap<>();

  /**
   * A source.
   *
   * @param corridors corridors of the project, for which reference rates are looked up
   * @param breakdowns the cells
   * @param smart the price of a corridor's cheapest services, in percent
   */
  public TransferSource(
      Lake lake,
      List<TransferIndicator> indicators,
      List<String> corridors,
      Breakdowns breakdowns,
      Function<QuoteCell, QuoteOutcome> smart) {
    this.lake = lake;
    this.indicators = indicators;
    this.corridors = corridors;
    this.breakdowns = breakdowns;
    this.smart = smart;
    this.rates = ReferenceRates.of(lake.read(FxMid.CONTRACT));
  }

  @Override
  public List<TransferIndicator> indicators() {
    return List.copyOf(indicators);
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> transfers = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> quotes = lake.sliceVersions(Quote.CONTRACT);
    Map<String, String> flows = lake.sliceVersions(OfficialFlows.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    transfers
        .keySet()
        .forEach(
            period ->
                inputs.put(
                    period,
                    String.join(
                        "\n",
                        breakdowns.names(),
                        input(period, transfers),
                        quotes.getOrDefault(period, ""),
                        flows.getOrDefault(period, ""))));
    return inputs;
  }

  /**
   * Receipts reach into the next quarter and changes begin in the one before, so a quarter rests on
   * two slices of transfers and on the rates of three quarters.
   */
  private String input(String period, Map<String, String> transfers) {
    Quarter quarter = Quarter.parse(period);
    StringBuilder input = new StringBuilder();
    input.append(transfers.getOrDefault(period, "")).append('\n');
    input.append(transfers.getOrDefault(quarter.plus(-1).toString(), "")).append('\n');
    for (int away : List.of(-1, 0, 1)) {
      input.append(rateInputs.computeIfAbsent(quarter.plus(away), this::rateInput)).append('\n');
    }
    return input.toString();
  }

  private String rateInput(Quarter quarter) {
    StringBuilder input = new StringBuilder();
    for (String corridor : corridors) {
      input.append(rates.source(corridor, quarter)).append(rates.daily(corridor, quarter));
    }
    return Fingerprint.of(input.toString());
  }

  @Override
  public List<ValueRow> values(Set<String> asked) {
    Set<String> periods = new TreeSet<>(asked);
    periods.removeIf(p -> !Quarter.isLabel(p));
    if (periods.isEmpty()) {
      return List.of();
    }
    Map<CellKey, QuoteCell> quotes = QuoteSource.cells(lake, periods);
    TransferCube cube =
        TransferCube.of(
            lake.read(Tx.CONTRACT, slices(periods)), prices(periods, quotes), periods, breakdowns);
    cube.give(quotes, OfficialInflow.read(lake, periods));
    TransferValues transferValues =
        new TransferValues(
            rateSources(periods),
            key -> rates.isFallback(key.corridor(), Quarter.parse(key.quarter())),
            this::isOtherBank);
    return transferValues.of(indicators, cube.cells());
  }

  /** Whether rates are of another bank than in the quarter before, of which there are some too. */
  private boolean isOtherBank(CellKey cell) {
    Quarter quarter = Quarter.parse(cell.quarter());
    Optional<String> before = rates.source(cell.corridor(), quarter.plus(-1));
    Optional<String> now = rates.source(cell.corridor(), quarter);
    return before.isPresent() && now.isPresent() && !before.equals(now);
  }

  private Map<String, BigDecimal> smart(Map<CellKey, QuoteCell> quotes) {
    Map<String, BigDecimal> prices = new TreeMap<>();
    quotes.forEach(
        (key, cell) -> {
          QuoteOutcome price = smart.apply(cell);
          if (key.isTotal() && price.value().isPresent()) {
            BigDecimal percent = price.numerator().orElseThrow();
            BigDecimal services = price.denominator().orElseThrow().multiply(HUNDRED);
            prices.put(
                key.corridor() + " " + key.quarter(),
                percent.divide(services, Prices.SHARE_SCALE, RoundingMode.HALF_UP));
          }
        });
    return prices;
  }

  @Override
  public Optional<Dataset<Row>> rows(CellKey cell) {
    Set<String> period = Set.of(cell.quarter());
    Prices prices = prices(period, QuoteSource.cells(lake, period));
    return Optional.of(
        TracedTransfers.of(lake.read(Tx.CONTRACT, period), prices, breakdowns, cell));
  }

  /** The slices of transfers that quarters rest on. */
  private static Set<String> slices(Set<String> periods) {
    Set<String> slices = new TreeSet<>(periods);
    periods.forEach(p -> slices.add(Quarter.parse(p).plus(-1).toString()));
    return slices;
  }

  private Prices prices(Set<String> periods, Map<CellKey, QuoteCell> quotes) {
    Set<String> pricedIn = new TreeSet<>(slices(periods));
    periods.forEach(p -> pricedIn.add(Quarter.parse(p).plus(1).toString()));
    List<ReferenceRates.Daily> daily = new ArrayList<>();
    for (String corridor : corridors) {
      pricedIn.forEach(slice -> daily.addAll(rates.daily(corridor, Quarter.parse(slice))));
    }
    return new Prices(daily, smart(quotes));
  }

  private Map<String, Optional<String>> rateSources(Set<String> periods) {
    Map<String, Optional<String>> sources = new TreeMap<>();
    for (String corridor : corridors) {
      for (String period : periods) {
        sources.put(corridor + " " + period, rates.source(corridor, Quarter.parse(period)));
      }
    }
    return sources;
  }
}
