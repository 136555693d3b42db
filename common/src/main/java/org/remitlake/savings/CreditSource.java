package org.remitlake.savings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.account.Accounts;
import org.remitlake.account.Instalments;
import org.remitlake.account.LoanBalances;
import org.remitlake.account.Loans;
import org.remitlake.account.Postings;
import org.remitlake.contract.TableContract;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/**
 * Values of {@link Credit}, for the quarters that banks told balances of loans in: loans that were
 * disbursed before a bank began to tell are known as far as they lived to see it.
 */
public final class CreditSource implements ValueSource {
  private static final int AFTER = LoanBooks.YEAR - 1;

  private final Lake lake;
  private final DollarRates rates;

  /** A source. */
  public CreditSource(Lake lake) {
    this.lake = lake;
    this.rates = new DollarRates(lake);
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Credit.values());
  }

  /**
   * A quarter rests on all loans and schedules, of which there is the last state only, and on a
   * year of balances, postings, transfers and rates; a receipt may lie in the quarter after the
   * transfer's.
   */
  @Override
  public Map<String, String> inputs() {
    StringBuilder always = new StringBuilder();
    for (TableContract table : List.of(Loans.CONTRACT, Instalments.CONTRACT, Accounts.CONTRACT)) {
      always.append(lake.sliceVersions(table)).append('\n');
    }
    Map<String, String> balances = lake.sliceVersions(LoanBalances.CONTRACT);
    Map<String, String> postings = lake.sliceVersions(Postings.CONTRACT);
    Map<String, String> transfers = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    for (String period : balances.keySet()) {
      Quarter quarter = Quarter.parse(period);
      StringBuilder input = new StringBuilder(always);
      input.append(isShort(Credit.C64, quarter)).append(isShort(Credit.C64_CREDITED, quarter));
      for (Quarter q : Quarter.range(quarter.plus(-AFTER), quarter)) {
        String slice = q.toString();
        input.append('\n').append(balances.getOrDefault(slice, ""));
        input.append('\n').append(postings.getOrDefault(slice, ""));
        input.append('\n').append(transfers.getOrDefault(slice, ""));
        input.append('\n').append(rates.text(q));
      }
      String late = quarter.plus(-LoanBooks.YEAR).toString();
      inputs.put(period, input.append('\n').append(transfers.getOrDefault(late, "")).toString());
    }
    return inputs;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> known = lake.sliceVersions(LoanBalances.CONTRACT).keySet();
    List<Quarter> quarters =
        periods.stream().filter(known::contains).map(Quarter::parse).sorted().toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    LoanBooks books = new LoanBooks(lake, quarters);
    Map<BookFacts.Key, BookSum> sums =
        BookFacts.sums(
            new LoanFacts(books, rates).all().union(new DebtService(lake, books, rates).all()),
            null);
    Set<BookFacts.Key> cells = new TreeSet<>();
    sums.keySet()
        .forEach(
            key -> {
              for (Credit indicator : Credit.values()) {
                cells.add(new BookFacts.Key(key.cell(), indicator.name()));
              }
            });
    List<ValueRow> values = new ArrayList<>();
    for (BookFacts.Key key : cells) {
      Credit indicator = Credit.valueOf(key.indicator());
      Quarter quarter = Quarter.parse(key.cell().quarter());
      Optional<String> bank =
          indicator.usesRates() ? CentralBanks.bankOf(key.cell().corridor()) : Optional.empty();
      values.add(
          sums.getOrDefault(key, new BookSum())
              .value(
                  indicator,
                  key.cell(),
                  isShort(indicator, quarter),
                  indicator.isOfRecords() ? "UNIT" : "VALUE",
                  bank));
    }
    return values;
  }

  /** Whether what a number over a year rests on begins within that year. */
  private boolean isShort(Credit indicator, Quarter quarter) {
    return indicator.isOfYear()
        && (beginsAfter(LoanBalances.CONTRACT, quarter.plus(-AFTER))
            || beginsAfter(
                indicator == Credit.C64_CREDITED ? Postings.CONTRACT : Tx.CONTRACT,
                quarter.plus(-AFTER)));
  }

  private boolean beginsAfter(TableContract table, Quarter quarter) {
    Set<String> slices = lake.sliceVersions(table).keySet();
    return slices.isEmpty() || Quarter.parse(new TreeSet<>(slices).first()).compareTo(quarter) > 0;
  }
}
