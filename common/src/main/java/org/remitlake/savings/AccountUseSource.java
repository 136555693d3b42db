package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.remitlake.contract.Unit;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Values of {@link AccountUse}. */
public final class AccountUseSource implements ValueSource {
  /** Reasons for which a record is no part of the population, or not yet. */
  private static final Set<String> NOT_MISSING = Set.of("WINDOW_OPEN", "BEFORE_BOOKS", "WITHDRAWN");

  private final Lake lake;

  /** A source. */
  public AccountUseSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(AccountUse.values());
  }

  @Override
  public Map<String, String> inputs() {
    return BankBooks.inputs(lake);
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    List<Quarter> quarters =
        inputs().keySet().stream().filter(periods::contains).map(Quarter::parse).toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    BankBooks books = new BankBooks(lake, quarters);
    List<Row> rows = new ArrayList<>(AccountFacts.of(books));
    rows.addAll(ClientFacts.of(lake, books));
    Map<CellKey, Map<AccountUse, Tally>> cells = new TreeMap<>();
    for (Row row : rows) {
      CellKey key =
          CellKey.of(
                  row.getAs("country"),
                  row.getAs("quarter"),
                  row.getAs("dimension"),
                  row.getAs("value"))
              .in(row.getAs("pilot"), "_T");
      cells
          .computeIfAbsent(key, k -> new TreeMap<>())
          .computeIfAbsent(AccountUse.valueOf(row.getAs("indicator")), i -> new Tally())
          .add(row);
    }
    List<ValueRow> values = new ArrayList<>();
    cells.forEach(
        (key, of) -> of.forEach((indicator, tally) -> values.add(tally.value(indicator, key))));
    return values;
  }

  /** Records of a cell, in the value or left out. */
  private static final class Tally {
    private long records;
    private long holders;
    private long part;
    private final Map<String, Long> leftOut = new TreeMap<>();

    void add(Row row) {
      String reason = row.getAs("reason");
      long n = row.getAs("records");
      if (reason.isEmpty()) {
        records = n;
        holders = row.getAs("holders");
        part = row.getAs("part");
      } else {
        leftOut.put(reason, n);
      }
    }

    ValueRow value(AccountUse indicator, CellKey key) {
      Map<String, Long> unknown = new TreeMap<>(leftOut);
      unknown.keySet().removeAll(NOT_MISSING);
      long missing = unknown.values().stream().mapToLong(n -> n).sum();
      String nullReason = nullReason(unknown, missing);
      long scale = indicator.unit() == Unit.PERCENT ? 100 : 1;
      return new ValueRow(
          indicator,
          key,
          nullReason.isEmpty() ? Optional.of((double) scale * part / records) : Optional.empty(),
          nullReason,
          Optional.of(BigDecimal.valueOf(part)),
          Optional.of(BigDecimal.valueOf(records)),
          records,
          holders,
          missing,
          leftOut,
          "UNIT",
          Optional.empty(),
          ValueRow.grade(missing, records + missing),
          Optional.empty());
    }

    private String nullReason(Map<String, Long> unknown, long missing) {
      if (records == 0 && missing == 0) {
        return leftOut.containsKey("WINDOW_OPEN") ? "WINDOW_OPEN" : "EMPTY";
      }
      if (records == 0 && unknown.keySet().equals(Set.of("HISTORY_SHORT"))) {
        return "HISTORY_SHORT";
      }
      return ValueRow.tooMuchMissing(missing, records + missing) ? "Q_MISSING" : "";
    }
  }
}
