package org.remitlake.indicator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The one scan of transfers: each is valued once and added to all its cells. What cannot be added
 * up passes on: who sent and received, and the values whose order counts.
 */
final class TransferScan implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
  private static final long serialVersionUID = 1;

  private final Broadcast<Prices> prices;
  private final Set<String> quarters;
  private final Breakdowns breakdowns;

  /**
   * A scan.
   *
   * @param quarters whose values are asked for; of those before them, services and late receipts
   */
  TransferScan(Broadcast<Prices> prices, Set<String> quarters, Breakdowns breakdowns) {
    this.prices = prices;
    this.quarters = Set.copyOf(quarters);
    this.breakdowns = breakdowns;
  }

  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
    return new Part(rows);
  }

  /** The cells of a corridor and quarter. */
  private final class Group {
    private final String corridor;
    private final String quarter;
    private final long number;
    private final TransferTally total = new TransferTally();
    private final List<Map<String, TransferTally>> parts = new ArrayList<>();

    Group(String corridor, String quarter) {
      this.corridor = corridor;
      this.quarter = quarter;
      this.number = Passing.hash((corridor + quarter).getBytes(UTF_8), 0);
      for (int i = 0; i < breakdowns.size(); i++) {
        parts.add(new HashMap<>());
      }
    }

    void eachOf(String[] values, Consumer<TransferTally> then) {
      then.accept(total);
      for (int i = 0; i < parts.size(); i++) {
        String value = breakdowns.values(i, values);
        then.accept(parts.get(i).computeIfAbsent(value, v -> new TransferTally()));
      }
    }

    Map<CellKey, TransferTally> cells() {
      Map<CellKey, TransferTally> cells = new HashMap<>();
      cells.put(CellKey.total(corridor, quarter), total);
      for (int i = 0; i < parts.size(); i++) {
        String names = breakdowns.names(i);
        parts.get(i).forEach((v, t) -> cells.put(CellKey.of(corridor, quarter, names, v), t));
      }
      return cells;
    }
  }

  /** One part of the data. */
  private final class Part implements Iterator<InternalRow> {
    private final Iterator<InternalRow> rows;
    private final TransferFacts facts = new TransferFacts();
    private final Days days = new Days();
    private final Map<String, Map<String, Group>> groups = new HashMap<>();
    private final Deque<InternalRow> ready = new ArrayDeque<>();
    private boolean isEnded;

    Part(Iterator<InternalRow> rows) {
      this.rows = rows;
    }

    @Override
    public boolean hasNext() {
      while (ready.isEmpty() && rows.hasNext()) {
        facts.read(rows.next());
        take(new TransferRecord(facts, prices.value(), days));
      }
      if (ready.isEmpty() && !isEnded) {
        isEnded = true;
        groups.values().forEach(g -> g.values().forEach(this::end));
      }
      return !ready.isEmpty();
    }

    @Override
    public InternalRow next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return ready.remove();
    }

    private Group group(String corridor, String quarter) {
      return groups
          .computeIfAbsent(corridor, c -> new HashMap<>())
          .computeIfAbsent(quarter, q -> new Group(corridor, q));
    }

    private void take(TransferRecord transfer) {
      Group own = group(transfer.corridor, transfer.quarter);
      boolean isAsked = quarters.contains(transfer.quarter);
      Amounts amounts = new Amounts(transfer);
      own.eachOf(
          transfer.values,
          tally -> {
            tally.addService(transfer, amounts);
            if (isAsked) {
              tally.add(transfer, amounts);
            }
          });
      UTF8String profile = Profile.of(transfer.corridor, transfer.quarter, transfer.values);
      if (isAsked) {
        pass(transfer, own, profile);
      }
      if (transfer.isCompleted()
          && transfer.receiptQuarter != null
          && quarters.contains(transfer.receiptQuarter)) {
        boolean isSame = transfer.receiptQuarter.equals(transfer.quarter);
        receive(transfer, isSame ? profile : ofReceipt(transfer));
      }
    }

    private static UTF8String ofReceipt(TransferRecord transfer) {
      return Profile.of(transfer.corridor, transfer.receiptQuarter, transfer.values);
    }

    private void pass(TransferRecord transfer, Group own, UTF8String profile) {
      if (transfer.sender != null) {
        long populations = Population.of(transfer);
        ready.add(
            Passing.person(Passing.SENDER, profile, own.number, transfer.sender, populations));
      }
      for (int i = 0; i < Quantile.Of.LIST.size(); i++) {
        BigDecimal amount = Quantile.Of.LIST.get(i).amount(transfer);
        if (amount != null) {
          ready.add(Passing.value(i, own.number, profile, amount.doubleValue()));
        }
      }
    }

    private void receive(TransferRecord transfer, UTF8String profile) {
      Group group = group(transfer.corridor, transfer.receiptQuarter);
      group.eachOf(transfer.values, TransferTally::addReceipt);
      if (transfer.beneficiary != null) {
        ready.add(
            Passing.person(Passing.BENEFICIARY, profile, group.number, transfer.beneficiary, 0));
      }
    }

    private void end(Group group) {
      group
          .cells()
          .forEach(
              (cell, tally) -> {
                ready.add(Passing.tally(cell, tally));
                for (int i = 0; i < Quantile.Of.LIST.size(); i++) {
                  int of = i;
                  tally
                      .sum(Quantile.Of.LIST.get(i).records())
                      .ifPresent(
                          n ->
                              ready.add(Passing.count(of, group.number, cell, n.longValueExact())));
                }
              });
    }
  }
}
