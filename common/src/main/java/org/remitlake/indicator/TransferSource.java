package org.remitlake.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.lake.Kept;
import org.remitlake.lake.Lake;
import org.remitlake.money.FxMid;
import org.remitlake.money.ReferenceRates;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Values of transfer indicators: one scan of the transfers of all quarters asked for. */
public final class TransferSource implements ValueSource {
  private final Lake lake;
  private final List<TransferIndicator> indicators;
  private final List<String> corridors;
  private final ReferenceRates rates;

  /**
   * A source.
   *
   * @param corridors corridors of the project, for which reference rates are looked up
   */
  public TransferSource(Lake lake, List<TransferIndicator> indicators, List<String> corridors) {
    this.lake = lake;
    this.indicators = indicators;
    this.corridors = corridors;
    this.rates = ReferenceRates.of(lake.read(FxMid.CONTRACT));
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> transfers = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    transfers.keySet().forEach(period -> inputs.put(period, input(period, transfers)));
    return inputs;
  }

  /**
   * Receipts reach into the next quarter, so a quarter rests on two slices of transfers and on the
   * rates of three quarters.
   */
  private String input(String period, Map<String, String> transfers) {
    Quarter quarter = Quarter.parse(period);
    StringBuilder input = new StringBuilder();
    input.append(transfers.getOrDefault(period, "")).append('\n');
    input.append(transfers.getOrDefault(quarter.plus(-1).toString(), "")).append('\n');
    for (String corridor : corridors) {
      input.append(rates.source(corridor, quarter)).append(rates.daily(corridor, quarter));
      input.append(rates.daily(corridor, quarter.plus(-1)));
      input.append(rates.daily(corridor, quarter.plus(1)));
    }
    return input.toString();
  }

  @Override
  public List<ValueRow> values(Set<String> asked) {
    Set<String> periods = new TreeSet<>(asked);
    periods.removeIf(p -> !Quarter.isLabel(p));
    if (periods.isEmpty()) {
      return List.of();
    }
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
      return transferValues.of(indicators, cube.cells());
    }
  }
}
