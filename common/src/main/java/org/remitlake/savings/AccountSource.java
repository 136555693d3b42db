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

/** Values from partner banks' ledgers: C13, C14. */
public final class AccountSource implements ValueSource {
  private final Lake lake;

  /** A source. */
  public AccountSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<AccountIndicator> indicators() {
    return List.of(
        AccountIndicator.C13,
        AccountIndicator.C13_FIFO,
        AccountIndicator.C13_D90,
        AccountIndicator.C14);
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
        Books books = Books.of(cell);
        values.add(books.kept(AccountIndicator.C13, ""));
        values.add(books.kept(AccountIndicator.C13_FIFO, ""));
        values.add(books.kept(AccountIndicator.C13_D90, "_90"));
        values.add(books.notable());
      }
    }
    return values;
  }

  /** The credits of a cell, and those that are left out. */
  private record Books(Row cell, Map<String, Long> excluded) {
    private static final Map<AccountIndicator, String> KEPT =
        Map.of(
            AccountIndicator.C13, "kept_lifo",
            AccountIndicator.C13_FIFO, "kept_fifo",
            AccountIndicator.C13_D90, "kept_90");

    static Books of(Row cell) {
      Map<String, Long> excluded = new TreeMap<>();
      for (String reason : Retention.REASONS) {
        long left = cell.getAs(reason);
        if (left > 0) {
          excluded.put(reason, left);
        }
      }
      return new Books(cell, excluded);
    }

    /** Money that is left over money credited; {@code window} tells the columns of its window. */
    ValueRow kept(AccountIndicator indicator, String window) {
      return value(
          indicator,
          money(KEPT.get(indicator)),
          money("amount" + window),
          count("n" + window),
          count("holders" + window),
          "VALUE");
    }

    /** Credits of which a tenth or more is left, over credits. */
    ValueRow notable() {
      BigDecimal n = BigDecimal.valueOf(count("n"));
      BigDecimal kept = BigDecimal.valueOf(count("n_kept"));
      return value(AccountIndicator.C14, kept, n, count("n"), count("holders"), "UNIT");
    }

    private long count(String column) {
      return cell.<Long>getAs(column);
    }

    private BigDecimal money(String column) {
      return Optional.<BigDecimal>ofNullable(cell.getAs(column)).orElse(BigDecimal.ZERO);
    }

    private ValueRow value(
        AccountIndicator indicator,
        BigDecimal over,
        BigDecimal under,
        long n,
        long holders,
        String weightRule) {
      Map<String, Long> left = new TreeMap<>(excluded);
      long stillOpen = count("n") - n;
      if (stillOpen > 0) {
        left.merge("WINDOW_OPEN", stillOpen, Long::sum);
      }
      long missing = left.getOrDefault("LEDGER_BREAK", 0L);
      boolean allOpen = left.getOrDefault("WINDOW_OPEN", 0L) == count("credits");
      String nullReason =
          n > 0
              ? ValueRow.tooMuchMissing(missing, n + missing) ? "Q_MISSING" : ""
              : allOpen ? "WINDOW_OPEN" : "EMPTY";
      return new ValueRow(
          indicator,
          CellKey.of(
                  cell.getAs("country"),
                  cell.getAs("quarter"),
                  cell.getAs("dimension"),
                  cell.getAs("value"))
              .in(cell.getAs("pilot"), "_T"),
          nullReason.isEmpty()
              ? Optional.of(100 * over.doubleValue() / under.doubleValue())
              : Optional.empty(),
          nullReason,
          Optional.of(over),
          Optional.of(under),
          n,
          holders,
          missing,
          left,
          weightRule,
          Optional.empty(),
          ValueRow.grade(missing, n + missing),
          Optional.empty());
    }
  }
}
