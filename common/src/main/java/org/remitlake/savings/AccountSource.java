package org.remitlake.savings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Postings;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.time.Quarter;

/** Values from partner banks' ledgers: C13. */
public final class AccountSource implements ValueSource {
  private static final int FIRST_REASON = 11;

  private final Lake lake;

  /** A source. */
  public AccountSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public Map<String, String> inputs() {
    Map<String, String> postings = lake.sliceVersions(Postings.CONTRACT);
    Map<String, String> balances = lake.sliceVersions(Balances.CONTRACT);
    String accounts = lake.sliceVersions(Accounts.CONTRACT).toString();
    Map<String, String> inputs = new TreeMap<>();
    StringBuilder before = new StringBuilder(accounts);
    for (String quarter : new TreeSet<>(postings.keySet())) {
      String next = Quarter.parse(quarter).plus(1).toString();
      before.append(postings.get(quarter)).append(balances.getOrDefault(quarter, ""));
      inputs.put(
          quarter, before + postings.getOrDefault(next, "") + balances.getOrDefault(next, ""));
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> quarters = new TreeSet<>(periods);
    quarters.retainAll(lake.sliceVersions(Postings.CONTRACT).keySet());
    List<ValueRow> values = new ArrayList<>();
    if (!quarters.isEmpty()) {
      for (Row cell : Retention.of(lake, quarters)) {
        values.add(value(AccountIndicator.C13, cell, cell.getDecimal(8)));
        values.add(value(AccountIndicator.C13_FIFO, cell, cell.getDecimal(9)));
      }
    }
    return values;
  }

  private static ValueRow value(AccountIndicator indicator, Row cell, BigDecimal kept) {
    long credits = cell.getLong(5);
    long n = cell.getLong(6);
    Map<String, Long> excluded = new TreeMap<>();
    for (int i = 0; i < Retention.REASONS.size(); i++) {
      long left = cell.getLong(FIRST_REASON + i);
      if (left > 0) {
        excluded.put(Retention.REASONS.get(i), left);
      }
    }
    long missing = excluded.getOrDefault("LEDGER_BREAK", 0L);
    BigDecimal amount = Optional.ofNullable(cell.getDecimal(7)).orElse(BigDecimal.ZERO);
    BigDecimal over = Optional.ofNullable(kept).orElse(BigDecimal.ZERO);
    String nullReason =
        n > 0
            ? ValueRow.tooMuchMissing(missing, n + missing) ? "Q_MISSING" : ""
            : excluded.getOrDefault("WINDOW_OPEN", 0L) == credits ? "WINDOW_OPEN" : "EMPTY";
    return new ValueRow(
        indicator,
        CellKey.of(cell.getString(0), cell.getString(1), cell.getString(2), cell.getString(3))
            .in(cell.getString(4), "_T"),
        nullReason.isEmpty()
            ? Optional.of(100 * over.doubleValue() / amount.doubleValue())
            : Optional.empty(),
        nullReason,
        Optional.of(over),
        Optional.of(amount),
        n,
        cell.getLong(10),
        missing,
        excluded,
        "VALUE",
        Optional.empty(),
        ValueRow.grade(missing, n + missing),
        Optional.empty());
  }
}
