package org.remitlake.savings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.remitlake.account.Accounts;
import org.remitlake.account.Balances;
import org.remitlake.account.Loans;
import org.remitlake.account.Postings;
import org.remitlake.indicator.CellKey;
import org.remitlake.indicator.Indicator;
import org.remitlake.indicator.ValueRow;
import org.remitlake.indicator.ValueSource;
import org.remitlake.lake.Lake;
import org.remitlake.money.CentralBanks;
import org.remitlake.time.Quarter;
import org.remitlake.transfer.Tx;

/** Values of {@link Intermediation}, for the quarters that banks told postings or balances of. */
public final class IntermediationSource implements ValueSource {
  private static final int REACH = 2 * LoanBooks.YEAR - 1;

  private final Lake lake;
  private final DollarRates rates;

  /** A source. */
  public IntermediationSource(Lake lake) {
    this.lake = lake;
    this.rates = new DollarRates(lake);
  }

  @Override
  public List<? extends Indicator> indicators() {
    return List.of(Intermediation.values());
  }

  /**
   * A quarter rests on all accounts and loans, on two years' postings and on balances since a year
   * before it, on both of the next quarter, into which the days after a payment reach, and on the
   * transfers that were paid in these two.
   */
  @Override
  public Map<String, String> inputs() {
    String always = lake.sliceVersions(Accounts.CONTRACT) + "" + lake.sliceVersions(Loans.CONTRACT);
    Map<String, String> transfers = lake.sliceVersions(Tx.CONTRACT);
    Map<String, String> postings = lake.sliceVersions(Postings.CONTRACT);
    Map<String, String> balances = lake.sliceVersions(Balances.CONTRACT);
    Map<String, String> inputs = new TreeMap<>();
    for (String period : known()) {
      Quarter quarter = Quarter.parse(period);
      StringBuilder input = new StringBuilder(always);
      for (Intermediation indicator : Intermediation.values()) {
        input.append(isShort(indicator, quarter));
      }
      for (Quarter q : Quarter.range(quarter.plus(-REACH), quarter.plus(1))) {
        input.append('\n').append(postings.getOrDefault(q.toString(), ""));
      }
      for (Quarter q : Quarter.range(quarter.plus(-LoanBooks.YEAR), quarter)) {
        input.append('\n').append(rates.text(q));
      }
      for (Quarter q : Quarter.range(quarter.plus(-LoanBooks.YEAR), quarter.plus(1))) {
        input.append('\n').append(balances.getOrDefault(q.toString(), ""));
      }
      for (Quarter q : Quarter.range(quarter.plus(-1), quarter.plus(1))) {
        input.append('\n').append(transfers.getOrDefault(q.toString(), ""));
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
    Map<CellKey, Map<Intermediation, ValueRow>> cells = new TreeMap<>();
    Dataset<Row> facts =
        new ClientDeposits(lake, quarters, rates)
            .all()
            .union(new NewClients(lake, new LoanBooks(lake, quarters)).all())
            .union(new WalkAway(lake, quarters, rates).all());
    BookFacts.sums(facts, null)
        .forEach(
            (key, sum) -> {
              Intermediation indicator = Intermediation.valueOf(key.indicator());
              ValueRow value =
                  sum.value(
                      indicator,
                      key.cell(),
                      isShort(indicator, Quarter.parse(key.cell().quarter())),
                      indicator.isOfRecords() ? "UNIT" : "VALUE",
                      indicator.isOfRecords()
                          ? Optional.empty()
                          : CentralBanks.bankOf(key.cell().corridor()));
              cells.computeIfAbsent(key.cell(), k -> new TreeMap<>()).put(indicator, value);
            });
    List<ValueRow> values = new ArrayList<>();
    cells.forEach(
        (key, ofCell) -> {
          values.addAll(ofCell.values());
          if (ofCell.containsKey(Intermediation.C72)) {
            values.add(
                difference(ofCell.get(Intermediation.C72), ofCell.get(Intermediation.C72_OTHER)));
          }
        });
    return values;
  }

  /** Both stand in each cell: who is in one is left out of the other, and counted there. */
  private static ValueRow difference(ValueRow clients, ValueRow others) {
    boolean hasBoth = clients.value().isPresent() && others.value().isPresent();
    long missing = clients.missing() + others.missing();
    return new ValueRow(
        Intermediation.C72_DIFFERENCE,
        clients.cell(),
        hasBoth
            ? Optional.of(clients.value().orElseThrow() - others.value().orElseThrow())
            : Optional.empty(),
        clients.nullReason().isEmpty() ? others.nullReason() : clients.nullReason(),
        Optional.empty(),
        Optional.empty(),
        clients.n() + others.n(),
        // Who knows one of both growths would learn the other.
        Math.min(clients.units(), others.units()),
        missing,
        Map.of(),
        "VALUE",
        clients.fxSource(),
        ValueRow.grade(missing, clients.n() + others.n() + missing),
        Optional.empty());
  }

  /** Whether postings begin within what a number rests on. */
  private boolean isShort(Intermediation indicator, Quarter quarter) {
    Set<String> slices = lake.sliceVersions(Postings.CONTRACT).keySet();
    return slices.isEmpty()
        || Quarter.parse(new TreeSet<>(slices).first()).compareTo(quarter.plus(-indicator.reach()))
            > 0;
  }
}
