package org.remitlake.savings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Postings;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.registry.Pilots;
import org.remitlake.time.Quarter;

/** Values of {@link Deposit}, for the quarters that banks told postings or balances of. */
public final class DepositSource implements ValueSource {
  private static final int BEFORE = LoanBooks.YEAR - 1;

  private final Lake lake;

  /** A source. */
  public DepositSource(Lake lake) {
    this.lake = lake;
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Deposit.values());
  }

  /**
   * A quarter rests on all accounts and pilots' products, on its balances and a year's postings,
   * and on both of the next quarter, into which the days after a credit reach.
   */
  @Override
  public Map<String, String> inputs() {
    String always =
        lake.sliceVersions(Accounts.CONTRACT) + "" + lake.sliceVersions(Pilots.CONTRACT);
    Map<String, String> postings = lake.sliceVersions(Postings.CONTRACT);
    Map<String, String> balances = lake.sliceVersions(Balances.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    for (String period : known()) {
      Quarter quarter = Quarter.parse(period);
      StringBuilder input = new StringBuilder(always).append(isShort(quarter));
      for (Quarter q : Quarter.range(quarter.plus(-BEFORE), quarter.plus(1))) {
        input.append('\n').append(postings.getOrDefault(q.toString(), ""));
      }
      for (Quarter q : Quarter.range(quarter, quarter.plus(1))) {
        input.append('\n').append(balances.getOrDefault(q.toString(), ""));
      }
      inputs.put(period, input.toString());
    }
    return inputs;
  }

  private Set<String> known() {
    Set<String> known = new TreeSet<>(lake.sliceVersions(Postings.CONTRACT).keySet());
    known.addAll(lake.sliceVersions(Balances.CONTRACT).keySet());
    return known;
  }

  @Override
  public List<ValueRow> values(Set<String> periods) {
    Set<String> known = known();
    List<Quarter> quarters =
        periods.stream().filter(known::contains).map(Quarter::parse).sorted().toList();
    if (quarters.isEmpty()) {
      return List.of();
    }
    LoanBooks books = new LoanBooks(lake, quarters);
    Map<BookFacts.Key, BookSum> sums =
        BookFacts.sums(
            new DepositFacts(lake, books).all().union(new SavingMoves(lake, books).all()),
            Deposit.C15_MEDIAN);
    List<ValueRow> values = new ArrayList<>();
    sums.forEach(
        (key, sum) -> {
          Deposit indicator = Deposit.valueOf(key.indicator());
          boolean isShort =
              indicator == Deposit.C16 && isShort(Quarter.parse(key.cell().quarter()));
          values.add(
              sum.value(
                  indicator,
                  key.cell(),
                  isShort,
                  indicator.isOfRecords() ? "UNIT" : "VALUE",
                  Optional.empty()));
        });
    return values;
  }

  /** Whether postings begin within the year that ends with a quarter. */
  private boolean isShort(Quarter quarter) {
    Set<String> slices = lake.sliceVersions(Postings.CONTRACT).keySet();
    return slices.isEmpty()
        || Quarter.parse(new TreeSet<>(slices).first()).compareTo(quarter.plus(-BEFORE)) > 0;
  }
}
